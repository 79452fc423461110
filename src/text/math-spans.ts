/** A stretch of a text: prose, or the TeX between two dollar signs with the stretch as it was written. */
export type MathSpan = { readonly prose: string } | { readonly tex: string; readonly written: string }

/** In characters. Longer than any formula in an abstract; what is longer is left as text, which bounds the work of one formula. */
export const longestFormula = 2_000

/**
 * Where a formula that opens at `start` ends (the index after its last dollar), or -1: pandoc's rule
 * (`tex_math_dollars`), by which the opening dollar has no space to its right, the closing one no space to its left and
 * no digit to its right; so `$20,000 and $30,000` is money. Looks no further than the next dollar: a text is scanned once.
 */
export function mathEnd(text: string, start: number): number {
  const width = text.startsWith('$$', start) ? 2 : 1
  const open = start + width
  if (open >= text.length || /[\s$]/.test(text.charAt(open))) return -1
  for (let index = open; index < text.length && index - open <= longestFormula; index += 1) {
    const character = text.charAt(index)
    if (character === '\\') index += 1
    else if (character === '$') {
      if (/\s/.test(text.charAt(index - 1)) || (width === 2 && text.charAt(index + 1) !== '$')) return -1
      const end = index + width
      return /\d/.test(text.charAt(end)) ? -1 : end
    }
  }
  return -1
}

/** The text cut into prose and formulas, in order and without loss. */
export function mathSpans(text: string): readonly MathSpan[] {
  const spans: MathSpan[] = []
  let from = 0
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    const end = text.charAt(at - 1) === '\\' ? -1 : mathEnd(text, at)
    if (end === -1) {
      at += 1
      continue
    }
    if (at > from) spans.push({ prose: text.slice(from, at) })
    const written = text.slice(at, end)
    spans.push({ tex: texOf(written), written })
    from = end
    at = end
  }
  if (from < text.length) spans.push({ prose: text.slice(from) })
  return spans
}

/** The TeX inside the dollars. */
export function texOf(written: string): string {
  return written.replace(/^\$\$?|\$\$?$/g, '')
}
