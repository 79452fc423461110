import matter from 'gray-matter'
import { errorAt, type Problem } from './problem.ts'
import { type FieldsReading, readFields } from './yaml-fields.ts'

/** A file cut in two: the fields of its front matter, and the text below it. */
export interface Matter extends FieldsReading {
  readonly body: string
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number
}

/**
 * The first line of a file with front matter: three hyphens, then perhaps the name of a language (`---yaml`). It can't
 * backtrack, since each of its classes excludes what follows it.
 */
const opening = /^---[^\S\n]*(?:([^\s-]+)[^\S\n]*)?(?:\n|$)/

/** In characters. gray-matter takes quadratic time for blank lines, yaml for many fields; this limit bounds both. */
const longestMatter = 20_000

/**
 * Cuts front matter in YAML off a file and reads its fields. Any other language is refused, since gray-matter would run
 * `---js` as code. gray-matter is always given options: without them it caches by content, and the second time returns
 * without an error a file that it refused the first time.
 */
export function readFrontMatter(file: string, text: string): Matter {
  const above = blankAbove.exec(text)?.[0] ?? ''
  return above === '' ? readMatter(file, text) : shifted(readMatter(file, text.slice(above.length)), lineFeeds(above))
}

/** Blank lines above front matter. Without a field on its first line, `---` is a rule in the notes. */
const blankAbove = /^(?:[^\S\n]*\n){1,20}(?=---[^\S\n]*\n[\w-]{1,40}:)/

/** What was read of a text that stands so many lines further down in its file. */
function shifted({ fields, body, bodyLine, problems }: Matter, lines: number): Matter {
  return {
    fields: new Map([...fields].map(([name, field]) => [name, { ...field, line: field.line + lines }])),
    body,
    bodyLine: bodyLine + lines,
    problems: problems.map((problem) => ({ ...problem, line: problem.line + lines })),
  }
}

function readMatter(file: string, text: string): Matter {
  const opened = opening.exec(text)
  if (opened === null) return { fields: new Map(), body: text, bodyLine: 1, problems: [] }
  const unusable = unusableMatter(file, text, opened[1] ?? '')
  if (unusable !== null) return { fields: new Map(), body: '', bodyLine: 1, problems: [unusable] }
  let reading: FieldsReading = { fields: new Map(), problems: [] }
  const read = (block: string): object => {
    reading = readFields(file, block)
    return {}
  }
  const { content } = matter(text, { language: 'yaml', engines: { yaml: read, yml: read } })
  return { ...reading, body: content, bodyLine: 1 + lineFeeds(text) - lineFeeds(content) }
}

/** Why front matter can't be told from the text below it, or may not be read; null if it can be read. */
function unusableMatter(file: string, text: string, language: string): Problem | null {
  const first = { file, line: 1 }
  if (!/^(?:ya?ml)?$/i.test(language)) {
    return errorAt(first, `front matter in ${language} isn't read`, 'write it in YAML and open it with a bare ---')
  }
  const closing = text.indexOf('\n---')
  if (closing === -1) return errorAt(first, 'the front matter opened here is never closed', 'add a line --- below its last field')
  if (closing > longestMatter) {
    return errorAt(first, `front matter of ${closing} characters`, `keep it below ${longestMatter}; notes belong below it`)
  }
  if (/^\n---[^\S\n]*(?:\n|$)/.test(text.slice(closing, closing + 80))) return null
  return errorAt(
    { file, line: 1 + lineFeeds(text.slice(0, closing + 1)) },
    'a line that begins with --- but goes on, inside the front matter',
    'close the front matter with a bare --- or quote the text',
  )
}

function lineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
