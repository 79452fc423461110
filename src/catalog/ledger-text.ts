import { errorAt, type Problem } from '../notes/problem.ts'
import { currentVersion, type Ledger, type LedgerRecord } from './ledger.ts'

/** The ledger as text: one record a line, in the order of ids, so that one entry's change is one line's. */
export function formatLedger({ recording, begun, archiveSize, authority, site, feeds, gone, authors, records }: Ledger): string {
  const lines = records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => JSON.stringify(record, fieldNames))
  return [
    '{',
    `"version": ${currentVersion},`,
    `"recording": ${JSON.stringify(recording)},`,
    `"begun": ${JSON.stringify(begun)},`,
    `"archiveSize": ${archiveSize},`,
    `"authority": ${JSON.stringify(authority)},`,
    `"site": ${JSON.stringify(site)},`,
    `"feeds": ${JSON.stringify(feeds)},`,
    `"gone": ${JSON.stringify(gone)},`,
    `"authors": ${JSON.stringify(authors)},`,
    '"records": [',
    lines.join(',\n'),
    ']}',
    '',
  ].join('\n')
}

/** The fields of a record, in the order in which they are written: an entry that hasn't changed keeps its line to the byte. */
const fieldNames: (keyof LedgerRecord)[] = [
  'id',
  'path',
  'title',
  'paper',
  'recorded',
  'published',
  'updated',
  'changed',
  'content',
  'text',
  'tags',
  'authors',
  'former',
  'isGiven',
  'isHeld',
  'rank',
  'removed',
]

/** What stands in a ledger's text, before anything of it is known to be right. */
interface Written {
  /** By the names of the ledger's parts but for its records: each value that is given, since a merge leaves several. */
  readonly parts: ReadonlyMap<string, readonly unknown[]>
  readonly records: readonly { readonly record: unknown; readonly line: number }[]
}

/** A text that can't be read as a ledger. */
interface Refusal {
  readonly line: number
  readonly what: string
}

const partNames = ['version', 'recording', 'begun', 'archiveSize', 'authority', 'site', 'feeds', 'gone', 'authors']

/**
 * Reads a ledger; null, with the problem, when it is damaged or cut short, when two records share a place, or when it is of
 * a later version. It is read line by line, as it is written, with or without the commas, so that a merge may keep the lines
 * of both sides: of two records of one id, the one that changed later holds, with the tags, authors and places of both, and
 * with the earlier recording. A ledger that some formatter has written its own way is read as the JSON that it is.
 */
export function parseLedger(file: string, text: string): { readonly ledger: Ledger | null; readonly problems: readonly Problem[] } {
  const refused = (line: number, what: string, cure: string): { readonly ledger: null; readonly problems: readonly Problem[] } => ({
    ledger: null,
    problems: [errorAt({ file, line }, what, cure)],
  })
  const restore = 'mend that line, or take the last good file from version control; without it, subscribers may see every entry twice'
  const bare = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const byLines = writtenByLines(bare)
  const asJson = 'what' in byLines ? writtenAsJson(bare) : byLines
  // What was written by lines, and can't be read at all, is best mended by line.
  const written = 'what' in asJson && /^"records": \[$/m.test(bare) ? byLines : asJson
  if ('what' in written) return refused(written.line, written.what, restore)
  const { parts } = written
  const records = new Map<string, { readonly record: LedgerRecord; readonly line: number }>()
  for (const { record: given, line } of written.records) {
    const record = recordOf(given)
    if (record === null) return refused(line, unreadable, restore)
    const other = records.get(record.id)
    records.set(record.id, { record: other === undefined ? record : merged(other.record, record), line })
  }
  const valuesOf = (name: string): readonly unknown[] => parts.get(name) ?? []
  const version = Math.max(...(valuesOf('version') as number[]))
  if (!Number.isInteger(version) || version < 1) return refused(1, 'the ledger lacks its version', restore)
  if (version > currentVersion)
    return refused(2, `the ledger is of version ${version}`, `update Paperwire, which knows up to ${currentVersion}`)
  const [authority] = valuesOf('authority')
  const [site] = saidIn(valuesOf('site'))
  const [feeds = null] = saidIn(valuesOf('feeds'))
  const listOf = (name: string): readonly unknown[] => [...new Set(valuesOf(name).flat())]
  const gone = listOf('gone')
  const authors = listOf('authors')
  if (typeof authority !== 'string' || site === undefined || !isTexts(gone) || !isTexts(authors))
    return refused(1, 'the ledger lacks a part', restore)
  const placed = new Map<string, number>()
  for (const { record, line } of records.values()) {
    const before = placed.get(record.path)
    if (record.removed === null && before !== undefined) {
      return refused(line, `this record has the place of the one on line ${before}`, 'keep the one that was published first')
    }
    if (record.removed === null) placed.set(record.path, line)
  }
  const all = [...records.values()].map(({ record }) => record)
  const datesOf = (name: string): readonly Date[] => valuesOf(name).flatMap((value) => dateOf(value) ?? [])
  // Before version 4 nobody wrote down when the ledger itself was written.
  const recordings = datesOf('recording')
  const recording =
    recordings.length > 0 ? recordings.reduce(later) : all.reduce((latest, { changed }) => later(latest, changed), site.changed)
  const [archiveSize = null] = valuesOf('archiveSize').filter((size) => Number.isInteger(size)) as number[]
  return {
    ledger: {
      version,
      recording,
      begun: [recording, ...datesOf('begun')].reduce(earlier),
      isMerged: new Set(recordings.map(Number)).size > 1,
      archiveSize,
      authority,
      site,
      feeds,
      gone,
      authors,
      records: all,
    },
    problems: [],
  }
}

const unreadable = "this line of the ledger can't be read"

/** A ledger in the form in which it is written, one part or record a line. */
function writtenByLines(text: string): Written | Refusal {
  const parts = new Map<string, unknown[]>(partNames.map((name) => [name, []]))
  const records: { record: unknown; line: number }[] = []
  const lines = text.trimEnd().split('\n')
  for (const [index, written] of lines.entries()) {
    if (['{', '"records": [', ']}', ''].includes(written)) continue
    const [, name = '', value] = /^"(\w+)": (.*?),?$/.exec(written) ?? []
    const values = parts.get(name)
    const given = parsed(value ?? written.replace(/,$/, ''))
    if (given === undefined || (value !== undefined && values === undefined)) return { line: index + 1, what: unreadable }
    if (values === undefined) records.push({ record: given, line: index + 1 })
    else values.push(given)
  }
  return lines.at(-1) === ']}' ? { parts, records } : { line: lines.length, what: 'the ledger is cut short' }
}

/** A ledger in whatever form JSON may have. */
function writtenAsJson(text: string): Written | Refusal {
  if (text.trim() === '') return { line: 1, what: 'the ledger is empty' }
  const ledger = parsed(text)
  const records = isTable(ledger) ? ledger['records'] : undefined
  if (!isTable(ledger) || !Array.isArray(records)) return { line: 1, what: 'the ledger is no JSON, or cut short' }
  const ids = text.split('\n').map((line) => /"id":\s*("(?:[^"\\]|\\.)*")/.exec(line)?.[1])
  const lineOf = new Map(ids.map((id, index) => [id, index + 1] as const))
  return {
    parts: new Map(partNames.flatMap((name) => (name in ledger ? [[name, [ledger[name]]] as const] : []))),
    records: (records as readonly unknown[]).map((record) => ({
      record,
      line: (isTable(record) ? lineOf.get(JSON.stringify(record['id'])) : null) ?? 1,
    })),
  }
}

/** One record of two that a merge has left of one entry. */
function merged(one: LedgerRecord, other: LedgerRecord): LedgerRecord {
  const [earlier, later] = one.changed <= other.changed ? [one, other] : [other, one]
  const both = (key: 'tags' | 'authors' | 'former'): readonly string[] => [...new Set([...earlier[key], ...later[key]])]
  const [first] = [earlier, later].filter(({ recorded }) => recorded !== null).toSorted((a, b) => Number(a.recorded) - Number(b.recorded))
  return {
    ...later,
    recorded: first?.recorded ?? null,
    published: (first !== undefined && dayOf(first) === dayOf(later) ? first : later).published,
    tags: both('tags'),
    authors: both('authors'),
    former: both('former').filter((path) => path !== later.path),
  }
}

function dayOf({ path }: LedgerRecord): string {
  return path.slice(0, path.indexOf('/'))
}

/** What was said, the latest first. */
function saidIn(values: readonly unknown[]): readonly Ledger['site'][] {
  const said = values.flatMap((value) => {
    const changed = isTable(value) ? dateOf(value['changed']) : null
    return isTable(value) && typeof value['content'] === 'string' && changed !== null ? [{ content: value['content'], changed }] : []
  })
  return said.toSorted((one, other) => other.changed.getTime() - one.changed.getTime())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function recordOf(written: unknown): LedgerRecord | null {
  if (!isTable(written)) return null
  // Version 1 knew no authors.
  const { id, path, title, paper, content, text, tags, authors = [], former, rank = null, isGiven = false, isHeld = false } = written
  const [published, updated, changed, removed] = ['published', 'updated', 'changed', 'removed'].map((name) => dateOf(written[name]))
  const isWhole =
    [id, path, title, content, text].every((value) => typeof value === 'string') &&
    /^\d{4}-\d{2}-\d{2}\/[^/]+$/.test(String(path)) &&
    (paper === null || typeof paper === 'string') &&
    isTexts(tags) &&
    isTexts(authors) &&
    isTexts(former) &&
    (rank === null || Number.isFinite(rank)) &&
    [isGiven, isHeld].every((value) => typeof value === 'boolean') &&
    published instanceof Date &&
    updated instanceof Date &&
    changed instanceof Date &&
    (removed instanceof Date || written['removed'] === null)
  if (!isWhole) return null
  const texts = { id, path, title, paper, content, text }
  const record = { ...texts, published, updated, changed, tags, authors, former, isGiven, isHeld, rank, removed } as LedgerRecord
  // Before version 4 an entry was dated by its day alone, even where it was recorded before that day's noon.
  if (!('recorded' in written)) return { ...record, recorded: earlier(published, changed), updated: later(updated, published) }
  const recorded = dateOf(written['recorded'])
  return recorded === null && written['recorded'] !== null ? null : { ...record, recorded }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function dateOf(value: unknown): Date | null {
  const date = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? new Date(value) : null
  return date === null || Number.isNaN(date.getTime()) ? null : date
}
