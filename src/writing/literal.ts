/** A fence of code, with its mark. */
const fence = /^\s*(`{3,}|~{3,})/

/**
 * Markdown in which nothing but Markdown means something in notes: a tag, a word with a colon and a parenthesis at the head
 * of a line have a backslash in front of their mark, and what begins a comment is a reference. Code stays as it is.
 */
export function literalText(markdown: string): string {
  let open: string | null = null
  return markdown
    .split('\n')
    .map((line) => {
      const [, mark] = fence.exec(line) ?? []
      const isCode = open !== null || mark !== undefined
      if (mark !== undefined) open = open === null ? mark : line.trim().startsWith(open) ? null : open
      return isCode ? line : literalLine(line)
    })
    .join('\n')
}

/** A code span, whose marks mean nothing. */
const codeSpan = /(`+)(?:(?!\1).)+\1/g

/** One line of it. */
export function literalLine(line: string): string {
  const spans: string[] = []
  const withoutCode = line.replace(codeSpan, (span) => `\u0001${spans.push(span) - 1}\u0001`)
  const literal = withoutCode
    .replace(/(^|\s)(?=[#＃][^\s#＃])/g, '$1\\')
    .replace(/<!--/g, '&lt;!--')
    .replace(/%%/g, '%&#37;')
    .replace(/^(?=[(（])/, '\\')
    .replace(/^([-*+>\s]*\**[\p{L}\p{N} ()]{1,40}?\**):(?!\/\/)/u, '$1\\:')
    // No backslash goes before a full-width colon: it would stay.
    .replace(/^([-*+>\s]*\**[\p{L}\p{N} ()]{1,40}?\**)：/u, '$1&#65306;')
  return literal.replace(/\u0001(\d+)\u0001/g, (_, index: string) => spans[Number(index)] as string)
}
