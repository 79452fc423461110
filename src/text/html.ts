declare const markup: unique symbol

/** A string that is HTML already: well formed, escaped, ready to stand in a page or a feed's content. */
export type Html = string & { readonly [markup]: true }

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The text as HTML text or the value of a double-quoted attribute (HTML §13.3). */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"]/g, (character) => references[character] as string) as Html
}

/** Says that a string from a trusted renderer is HTML. The only way around {@link html}'s escaping. */
export function trustedHtml(rendered: string): Html {
  return rendered as Html
}

/** What may stand in an {@link html} template: text is escaped, {@link Html} made by {@link markupOf} is not, null is nothing. */
export type HtmlPart = string | number | Markup | readonly Markup[] | null

/** HTML inside a template; a wrapper, so that a plain string can never pass for it at run time. */
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

/** A template of HTML: every value is escaped unless it is {@link Markup}; an array is joined without separator. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Markup {
  let out = strings[0] as string
  for (const [index, part] of parts.entries()) out += rendered(part) + (strings[index + 1] as string)
  return new Markup(out as Html)
}

function rendered(part: HtmlPart): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'object') return part.map((one) => one.html).join('')
  return escapeHtml(String(part))
}
