import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { hasControl } from '../text/control.ts'
import { distinct } from './draft.ts'
import { errorAt, type Problem, quoted } from './problem.ts'

/** A value of front matter with the line it stands on. Its scalars are as YAML 1.2 reads them: a date is a string. */
export interface Field {
  readonly value: unknown
  readonly line: number
}

/** The fields of a file's front matter, and what is wrong with them. */
export interface FieldsReading {
  readonly fields: ReadonlyMap<string, Field>
  readonly problems: readonly Problem[]
}

/**
 * Reads the fields of a block of YAML.
 *
 * @param block begins with the line feed behind the opening `---`, so that its lines count as the file's
 */
export function readFields(file: string, block: string): FieldsReading {
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
    const name = isScalar(key) ? String(key.value) : String(key)
    if (holdsControl(key) || holdsControl(value)) problems.push(errorAt({ file, line }, `${name} holds a control character`, 'remove it'))
    fields.set(name, { value: plain ?? null, line })
  }
  return { fields, problems }
}

/** Whether a text in a node of YAML holds a control character, which the file doesn't: YAML writes it by number, as in `"\\u0007"`. */
function holdsControl(node: unknown): boolean {
  let holds = false
  if (!isNode(node)) return holds
  visit(node, {
    Scalar(_, { value }) {
      holds ||= typeof value === 'string' && hasControl(value)
    },
  })
  return holds
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

/** What YAML may hold and front matter may not, with the offset where it stands. */
interface YamlExcess {
  readonly offset: number
  readonly what: string
  readonly cure: string
}

/** In lists and tables inside one another. */
const deepest = 20

/** In all of a file's front matter. */
const mostAliases = 20

/** What is said of YAML so deep that its own reader gives up, which it does by its stack. */
const tooDeep: Omit<YamlExcess, 'offset'> = {
  what: `front matter nested more than ${deepest} levels deep`,
  cure: 'write each field as name: value, or as a list of words',
}

/**
 * Everything in a document that would cost more than its length, or that has no value as it is written. It looks
 * {@link deepest} levels deep: what has nothing to refuse is no deeper.
 */
function excessesOf(document: Document): readonly YamlExcess[] {
  const found: YamlExcess[] = []
  let aliases = 0
  const look = (node: unknown, depth: number, around: number, isName: boolean): void => {
    const offset = offsetOf(node) ?? around
    const refuse = (what: string, cure: string): void => void found.push({ offset, what, cure })
    if (isPair(node)) {
      const isTable = isMap(node.key) || isSeq(node.key)
      // The library takes the text of a table for a name, and quotes it once more at each level.
      if (isTable && isName) return refuse('a name that is a table of tables', 'write each field as name: value')
      look(node.key, depth, around, isName || isTable)
      look(node.value, depth, offsetOf(node.key) ?? around, isName)
    } else if (isMap(node) || isSeq(node)) {
      if (depth === deepest) return refuse(tooDeep.what, tooDeep.cure)
      for (const item of node.items) look(item, depth + 1, offset, isName)
    } else if (isAlias(node)) {
      aliases += 1
      if (aliases === mostAliases + 1) refuse(`front matter with too many aliases, more than ${mostAliases}`, 'write the values out')
      // To find what an alias is of takes a look at the whole document.
      else if (aliases <= mostAliases && node.resolve(document) === undefined)
        refuse(`the alias *${node.source} is of nothing above it`, 'write the value out')
    } else if (isScalar(node) && typeof node.value === 'number' && !(Math.abs(node.value) <= Number.MAX_SAFE_INTEGER))
      refuse('a number that is too large to be kept as it is written', 'quote it: "…"')
  }
  look(document.contents, 0, 0, false)
  return found
}

function offsetOf(node: unknown): number | null {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? null) : null
}
