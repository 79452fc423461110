import type { Findings } from './findings.ts'

/** Leaves comments out of the lines of one file, given one after another. */
export interface Comments {
  /** The line without what stands in comments: `<!-- … -->`, and Obsidian's `%% … %%`. Marks in inline code are none. */
  without(line: string, number: number): string
  /** Refuses a comment that is still open at the end of the file. */
  finish(): void
}

interface Mark {
  readonly opens: string
  readonly closes: string
}

const html: Mark = { opens: '<!--', closes: '-->' }
const obsidian: Mark = { opens: '%%', closes: '%%' }

/** A reader of comments for one file. */
export function commentsOf(findings: Findings): Comments {
  let open: { readonly mark: Mark; readonly line: number } | null = null

  function without(line: string, number: number): string {
    if (open === null && !line.includes('<!--') && !line.includes('%%')) return line
    let kept = ''
    let from = 0
    while (from < line.length || open !== null) {
      if (open !== null) {
        const end = line.indexOf(open.mark.closes, from)
        if (end === -1) return kept
        from = end + open.mark.closes.length
        open = null
        continue
      }
      const next = nextMark(line, from)
      if (next === null) return kept + line.slice(from)
      kept += line.slice(from, next.at)
      from = next.at + next.mark.opens.length
      open = { mark: next.mark, line: number }
    }
    return kept
  }

  function finish(): void {
    if (open === null) return
    findings.refuse(open.line, 'a comment that is never closed', `close it with ${open.mark.closes}`)
  }

  return { without, finish }
}

/** In characters. In a longer line backticks are none of code, which bounds the search for their ends. */
const longestWithCode = 10_000

/** The first mark that opens a comment at or behind an index, outside of inline code; null if there is none. */
function nextMark(line: string, from: number): { readonly at: number; readonly mark: Mark } | null {
  const first = line.search(/\S/)
  for (let at = from; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (character === '`' && line.length <= longestWithCode) at = endOfCode(line, at) - 1
    else if (character === '<' && line.startsWith(html.opens, at)) return { at, mark: html }
    else if (character === '%' && line.startsWith(obsidian.opens, at) && isComment(line, at, first)) return { at, mark: obsidian }
  }
  return null
}

/** Whether `%%` opens a comment: at the start of a line, or behind a space where another closes it on the line. `50%%` is text. */
function isComment(line: string, at: number, first: number): boolean {
  if (at === first) return true
  return /\s/.test(line.charAt(at - 1)) && line.includes(obsidian.closes, at + 2)
}

/** The index behind a code span that begins at an index, or behind its backticks where nothing closes them (CommonMark §6.1). */
function endOfCode(line: string, at: number): number {
  let length = 1
  while (line.charAt(at + length) === '`') length += 1
  for (let from = at + length; from < line.length; ) {
    const next = line.indexOf('`', from)
    if (next === -1) return at + length
    let run = 1
    while (line.charAt(next + run) === '`') run += 1
    if (run === length) return next + run
    from = next + run
  }
  return at + length
}
