import TurndownService from 'turndown'

/** The only door to `turndown`. */
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*' })

// What is no text has nothing to say in notes.
service.remove(['script', 'style', 'iframe', 'object'])

/** What is used of an element of the library's document. */
interface Element {
  readonly textContent: string | null
  readonly querySelectorAll: (selector: string) => ArrayLike<Element>
}

function elementsIn(node: unknown, selector: string): readonly Element[] {
  return Array.from((node as Element).querySelectorAll(selector))
}

service.addRule('preformatted', {
  filter: (node) => node.nodeName === 'PRE' && node.firstChild?.nodeName !== 'CODE',
  replacement: (_, node) => `\n\n\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`,
})

service.addRule('table', {
  filter: 'table',
  replacement: (content, node) => {
    const rows = elementsIn(node, 'tr').map((row) =>
      elementsIn(row, 'th, td').map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')),
    )
    const [head, ...others] = rows
    // A table in a table, or one with cells that span others, is read as its text.
    if (head === undefined || head.length === 0 || rows.some((row) => row.length !== head.length)) return content
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
    return `\n\n${line(head)}${line(head.map(() => '---'))}${others.map(line).join('')}\n`
  },
})

/** A formula in TeX, whose signs Markdown would take for its own. */
const formula = /\$\$[^$]+\$\$|\$(?=\S)[^$\n<]*?[^\s$\\]\$(?!\d)|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\]/g

/** What stands in the place of a formula: letters that no text has, and that mean nothing. */
const mark = (index: number): string => `\ue000${index}\ue001`

/**
 * HTML as Markdown, its addresses made whole by the address that it stood at; formulas stay as they are. Throws where elements are
 * nested so deeply that no page is.
 */
export function markdownOf(html: string, base: string): string {
  const formulas: string[] = []
  const whole = html
    .replace(formula, (tex) => mark(formulas.push(tex) - 1))
    .replace(/\b(href|src)=(["'])([^"']*)\2/gi, (attribute, name: string, quote: string, address: string) => {
      const written = address.replaceAll('&amp;', '&')
      const resolved = URL.canParse(written, base) ? new URL(written, base).href : null
      return resolved === null ? attribute : `${name}=${quote}${resolved.replaceAll('&', '&amp;')}${quote}`
    })
  return service
    .turndown(whole)
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => withoutReferences(formulas[Number(index)] as string))
    .trim()
}

function withoutReferences(tex: string): string {
  return tex.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
