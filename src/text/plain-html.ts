const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Elements of titles and abstracts, of HTML, JATS and MathML: whatever else looks like one is text, as in `p<q`. */
const inline =
  /<\/?(?:jats:|mml:)?(?:i|b|em|strong|u|s|sub|sup|sc|tt|code|span|a|italic|bold|monospace|math|mi|mo|mn|mrow|msub|msup|mtext|semantics)(?:\s[^<>]*)?\/?>/gi
const block = /<\/?(?:jats:)?(?:p|div|br|li|ul|ol|sec|title|list|list-item|h[1-6])(?:\s[^<>]*)?\/?>/gi

/** The text of a title or an abstract that others send with a little markup in it, on one line: `CO<sub>2</sub> &amp; more` is `CO2 & more`. */
export function plainHtml(html: string): string {
  return html
    .replace(inline, '')
    .replace(block, ' ')
    .replace(
      /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
      (whole, name?: string, decimal?: string, hexadecimal?: string) => {
        if (name !== undefined) return references[name.toLowerCase()] as string
        const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
      },
    )
    .replace(/\s+/g, ' ')
    .trim()
}
