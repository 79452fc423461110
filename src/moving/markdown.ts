import TurndownService from 'turndown'

/** The only door to `turndown`. */
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*' })

// What is no text has nothing to say in notes.
service.remove(['script', 'style', 'iframe', 'object'])

/** HTML as Markdown, its addresses made whole by the address that it stood at. */
export function markdownOf(html: string, base: string): string {
  const whole = html.replace(/\b(href|src)=(["'])([^"']*)\2/gi, (attribute, name: string, quote: string, address: string) => {
    const resolved = URL.canParse(address.replaceAll('&amp;', '&'), base) ? new URL(address.replaceAll('&amp;', '&'), base).href : null
    return resolved === null ? attribute : `${name}=${quote}${resolved.replaceAll('&', '&amp;')}${quote}`
  })
  return service.turndown(whole).trim()
}
