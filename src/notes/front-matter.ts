import matter from 'gray-matter'
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type Problem, quoted } from './problem.ts'

/** A value of front matter with the line it stands on. Its scalars are as YAML 1.2 reads them: a date is a string. */
export interface Field {
  readonly value: unknown
  readonly line: number
}

/** A file cut in two: the fields of its front matter, and the text below it. */
export interface Matter {
  readonly fields: ReadonlyMap<string, Field>
  readonly body: string
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
}

/**
 * The first line of a file with front matter, and the language it may name; then the line feed. Its classes exclude each
 * other, so that it has one way to read a line.
 */
const opening = /^---[^\S\n]*([^\s-]*)[^\S\n]*(?:\n|$)/

/** What gray-matter and yaml do with blank lines and many fields takes time by the square of them; this bounds it. */
const longestMatter = 20_000

/**
 * Cuts off and reads YAML front matter, and no other: gray-matter would evaluate `---js` as code. It is always given
 * options, since without them it caches by content and returns a file it has refused as a good one the second time.
 */
export function readFrontMatter(file: string, text: string): Matter {
  const language = opening.exec(text)?.[1]
  if (language === undefined) return { fields: new Map(), body: text, bodyLine: 1, problems: [] }
  const problems: Problem[] = []
  const refuse = (line: number, what: string, cure: string): void => {
    problems.push({ severity: 'error', file, line, what, cure })
  }
  const refused = (line: number, what: string, cure: string): Matter => {
    refuse(line, what, cure)
    return { fields: new Map(), body: '', bodyLine: 1, problems }
  }
  if (!/^(?:ya?ml)?$/i.test(language)) {
    return refused(1, `front matter in ${language} isn't read`, 'write it in YAML and open it with a bare ---')
  }
  const closing = text.indexOf('\n---')
  if (closing > longestMatter) {
    return refused(1, `front matter of ${closing} characters`, `keep it below ${longestMatter}; notes belong below it`)
  }
  if (closing === -1) return refused(1, 'the front matter opened here is never closed', 'add a line --- below its last field')
  if (!/^\n---[^\S\n]*(?:\n|$)/.test(text.slice(closing, closing + 80))) {
    const line = 1 + lineFeeds(text.slice(0, closing + 1))
    return refused(
      line,
      'a line that begins with --- but goes on, inside the front matter',
      'close the front matter with a bare --- or quote the text',
    )
  }
  let fields: ReadonlyMap<string, Field> = new Map()
  const read = (block: string): object => {
    fields = readFields(block, refuse)
    return {}
  }
  const { content } = matter(text, { language: 'yaml', engines: { yaml: read, yml: read } })
  return { fields, body: content, bodyLine: 1 + lineFeeds(text) - lineFeeds(content), problems }
}

function lineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

type Refuse = (line: number, what: string, cure: string) => void

/** The fields of a block that begins with the line feed of the opening `---`, so that its lines count as the file's. */
function readFields(block: string, refuse: Refuse): ReadonlyMap<string, Field> {
  const lines = new LineCounter()
  const document = parseDocument(block, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  for (const fault of document.errors) {
    refuse(lineAt(fault.pos[0]), `the front matter isn't YAML: ${fault.message}`, 'mend that line; text with a colon, # or [ needs quotes')
  }
  if (document.errors.length > 0 || document.contents === null) return new Map()
  if (!isMap(document.contents)) {
    refuse(2, "the front matter isn't a list of fields", 'write each as name: value')
    return new Map()
  }
  const fields = new Map<string, Field>()
  const written = block.split('\n')
  for (const { key, value } of document.contents.items) {
    const line = isScalar(key) ? lineAt(key.range?.[0] ?? 0) : 1
    for (const node of isSeq(value) ? value.items : [value]) {
      if (!isScalar(node) || node.value !== null) continue
      const place = isSeq(value) ? lineAt(node.range?.[0] ?? 0) : line
      const comment = /(?::|-)\s+(#\S+)/.exec(written[place - 1] ?? '')?.[1]
      if (comment !== undefined) refuse(place, `to YAML ${quoted(comment)} is a comment`, `quote it: "${comment}"`)
    }
    fields.set(isScalar(key) ? String(key.value) : String(key), {
      value: plainValue(value, document, () => refuse(line, 'too many aliases', 'write the value out')),
      line,
    })
  }
  return fields
}

function plainValue(value: unknown, document: Document, tooMany: () => void): unknown {
  try {
    return isNode(value) ? value.toJS(document) : null
  } catch (error) {
    // yaml bounds the work that aliases of aliases can ask for, and says so with this error.
    if (!(error instanceof ReferenceError)) throw error
    tooMany()
    return null
  }
}
