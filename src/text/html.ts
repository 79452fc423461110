declare const markup: unique symbol

/** A string of HTML: well formed, escaped, ready to stand in a page or a feed's content. */
export type Html = string & { readonly [markup]: true }

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The text escaped, to stand between tags or in a double-quoted attribute (HTML §13.3). */
export function escapeHtml(text: string): Html {
  // Most texts hold nothing to escape: to look takes less than to replace.
  if (!/[&<>"]/.test(text)) return text as Html
  return text.replace(/[&<>"]/g, (character) => references[character] as string) as Html
}

/** Marks a string from a trusted renderer as HTML, which {@link html} then doesn't escape. There is no other way around its escaping. */
export function trustedHtml(rendered: string): Html {
  return rendered as Html
}

/**
 * What may stand in an {@link html} template. Text and numbers are escaped, {@link Markup} stands as it is, and null is
 * rendered as nothing.
 */
export type HtmlPart = string | number | Markup | readonly Markup[] | null

/** HTML in a template. It is an object, so that no plain string can pass for it at run time. */
export class Markup {
  readonly html: Html
  constructor(html: Html) {
    this.html = html
  }
}

/** Wraps finished HTML for use inside an {@link html} template. */
export function markupOf(html: Html): Markup {
  return new Markup(html)
}

/** A template of HTML, each of whose values is rendered as {@link HtmlPart} says; an array is joined without a separator. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Markup {
  let out = strings[0] as string
  for (let index = 0; index < parts.length; index += 1) out += rendered(parts[index] as HtmlPart) + (strings[index + 1] as string)
  return new Markup(out as Html)
}

function rendered(part: HtmlPart): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'object') return part.map((markup) => markup.html).join('')
  return escapeHtml(String(part))
}
