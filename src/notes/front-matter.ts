import matter from 'gray-matter'
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { distinct } from './draft.ts'
import { errorAt, type Problem, quoted } from './problem.ts'
import { excessesOf, tooDeep } from './yaml-bounds.ts'

/** A value of front matter with the line it stands on. Its scalars are as YAML 1.2 reads them: a date is a string. */
export interface Field {
  readonly value: unknown
  readonly line: number
}

/** The fields of a file's front matter, and what is wrong with them. */
interface FieldsReading {
  readonly fields: ReadonlyMap<string, Field>
  readonly problems: readonly Problem[]
}

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

/**
 * Reads the fields of a block of YAML.
 *
 * @param block begins with the line feed behind the opening `---`, so that its lines count as the file's
 */
function readFields(file: string, block: string): FieldsReading {
  const counter = new LineCounter()
  const document = parseDocument(block, { lineCounter: counter, prettyErrors: false, logLevel: 'error' })
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line)
  const nothing = (problems: readonly Problem[]): FieldsReading => ({ fields: new Map(), problems })
  if (document.errors.length > 0) {
    const cure = 'mend that line; text with a colon, # or [ needs quotes'
    const found = document.errors.map(({ code, pos, message }) => {
      const place = { file, line: lineAt(pos[0]) }
      if (code === 'RESOURCE_EXHAUSTION') return errorAt(place, tooDeep.what, tooDeep.cure)
      return errorAt(place, `the front matter isn't YAML: ${message}`, cure)
    })
    // A line of commas is as many mistakes.
    return nothing(distinct(found, ({ line, what }) => `${line} ${what}`))
  }
  if (document.contents === null) return nothing([])
  if (!isMap(document.contents)) {
    return nothing([errorAt({ file, line: 2 }, "the front matter isn't a list of fields", 'write each as name: value')])
  }
  const excesses = excessesOf(document)
  if (excesses.length > 0) return nothing(excesses.map(({ offset, what, cure }) => errorAt({ file, line: lineAt(offset) }, what, cure)))
  const fields = new Map<string, Field>()
  const problems: Problem[] = []
  const written = block.split('\n')
  for (const { key, value } of document.contents.items) {
    const line = isScalar(key) ? lineAt(key.range?.[0] ?? 0) : 1
    for (const emptyLine of emptyLines(value, line, lineAt)) {
      const comment = /(?::|-)\s+(#\S+)/.exec(written[emptyLine - 1] ?? '')?.[1]
      if (comment === undefined) continue
      problems.push(errorAt({ file, line: emptyLine }, `to YAML ${quoted(comment)} is a comment`, `quote it: "${comment}"`))
    }
    const plain = plainValue(value, document)
    if (plain === undefined) problems.push(errorAt({ file, line }, 'too many aliases', 'write the value out'))
    fields.set(isScalar(key) ? String(key.value) : String(key), { value: plain ?? null, line })
  }
  return { fields, problems }
}

/** The lines on which a field, or an item of the field's list, has no value: `tags: #llm` has none, since YAML reads a comment there. */
function emptyLines(value: unknown, line: number, lineAt: (offset: number) => number): readonly number[] {
  if (!isSeq(value)) return isScalar(value) && value.value === null ? [line] : []
  return value.items.flatMap((item) => (isScalar(item) && item.value === null ? [lineAt(item.range?.[0] ?? 0)] : []))
}

/** A node of YAML as plain data; undefined, which no YAML can say, where aliases of aliases would make too much of it. */
function plainValue(value: unknown, document: Document): unknown {
  try {
    return isNode(value) ? value.toJS(document) : null
  } catch (error) {
    // yaml bounds the work that aliases of aliases can ask for, and throws this error at the bound.
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}
