import { printable } from '../text/printable.ts'

/** Something wrong with a file of content. An error keeps the content from being published; a warning doesn't. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** The file's path as the author knows it. */
  readonly file: string
  /** The line in that file, counted from 1. */
  readonly line: number
  /** What is wrong. */
  readonly what: string
  /** What the author can do about it. */
  readonly cure: string
  /** The word behind `--accept` with which it may be recorded all the same; missing where there is none. */
  readonly accept?: 'tags' | 'removals' | 'clock'
}

/** Where in a file something is wrong. */
export type Place = Pick<Problem, 'file' | 'line'>

/** A problem that keeps the content from being published. */
export function errorAt({ file, line }: Place, what: string, cure: string): Problem {
  return { severity: 'error', file, line, what, cure }
}

/** A problem with which the content is published all the same. */
export function warningAt({ file, line }: Place, what: string, cure: string): Problem {
  return { severity: 'warning', file, line, what, cure }
}

/** Whether anything among the problems keeps the content from being published. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** A problem on one line, in the form that editors and terminals can jump to: `file:line: what is wrong (what to do)`. */
export function formatProblem(problem: Problem): string {
  const prefix = problem.severity === 'warning' ? 'warning: ' : ''
  return `${printable(problem.file)}:${problem.line}: ${prefix}${printable(oneLine(`${problem.what} (${problem.cure})`))}`
}

/** The problems by file and line, errors and warnings together. */
export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}

/** A text in quotation marks for a message: on one line, and cut with an ellipsis after some sixty characters. */
export function quoted(text: string): string {
  const line = oneLine(text).trim()
  return line.length > 60 ? `“${Array.from(line).slice(0, 57).join('')}…”` : `“${line}”`
}
