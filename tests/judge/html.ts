/** An element of a page: its attributes, and its text without markup. */
export interface HtmlElement {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decoded(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (reference, hexadecimal, decimal, name) => {
    if (name !== undefined) return references[name] ?? reference
    return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16))
  })
}

/**
 * The elements of that name, in order. Enough of HTML for pages whose attributes are quoted and whose elements of one
 * name don't hold each other.
 */
export function elements(html: string, name: string): readonly HtmlElement[] {
  const found = html.matchAll(new RegExp(`<${name}((?:\\s[^>]*)?)>(?:(.*?)</${name}>)?`, name === 'link' ? 'g' : 'gs'))
  return [...found].map(([, attributes = '', inner = '']) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value as string)]),
    ),
    text: decoded(inner.replace(/<[^>]*>/g, '')),
  }))
}
