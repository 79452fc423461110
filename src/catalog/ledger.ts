import { errorAt, type Problem } from '../notes/problem.ts'

/** What is remembered of one entry, for good. */
export interface LedgerRecord {
  readonly id: string
  /** Its place below the site, `2024-06-10/a-title`. */
  readonly path: string
  readonly title: string
  /** Its paper's key (see `paperKey`); null where it names none. */
  readonly paper: string | null
  readonly published: Date
  readonly updated: Date
  /** When anything that a subscriber sees of it last changed, its place and its removal included. */
  readonly changed: Date
  /** Digests of all that its author wrote, and of its text alone. */
  readonly content: string
  readonly text: string
  /** The slugs of every tag it has borne. */
  readonly tags: readonly string[]
  /** The slugs of every author it has named. */
  readonly authors: readonly string[]
  /** The places it had before. */
  readonly former: readonly string[]
  /** When it was removed; null while it is there. */
  readonly removed: Date | null
}

/** The memory that keeps ids and addresses through every edit: `ledger.json` beside the notes. */
export interface Ledger {
  /**
   * The form it was written in: 3; 2 from before notes were read by the rules of their kind, when digests of what an author
   * wrote could come out otherwise; or 1 from before authors had feeds.
   */
  readonly version: number
  /** The host under which ids are minted, whatever the site's is now (RFC 4151 §2.1). */
  readonly authority: string
  /** What site.md says, as a digest, and when that last changed. */
  readonly site: { readonly content: string; readonly changed: Date }
  /** Channels that were served and are no more: a tag by its slug, an author as `authors/grace-hopper`. */
  readonly gone: readonly string[]
  /** Slugs of the authors who have feeds. */
  readonly authors: readonly string[]
  /** By id. */
  readonly records: readonly LedgerRecord[]
}

export const currentVersion = 3

/** The ledger as text: one record a line, in the order of ids, so that one entry's change is one line's. */
export function formatLedger({ authority, site, gone, authors, records }: Ledger): string {
  const lines = records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => JSON.stringify(record))
  return [
    '{',
    `"version": ${currentVersion},`,
    `"authority": ${JSON.stringify(authority)},`,
    `"site": ${JSON.stringify(site)},`,
    `"gone": ${JSON.stringify(gone)},`,
    `"authors": ${JSON.stringify(authors)},`,
    '"records": [',
    lines.join(',\n'),
    ']}',
    '',
  ].join('\n')
}

/**
 * Reads a ledger; null, with the problem, when it is damaged, when two records share a place, or when it is of a later
 * version. It is read line by line, as it is written, with or without the commas, so that a merge may keep the lines of
 * both sides: of two records of one id, the one that changed later holds, with the tags, authors and places of both.
 */
export function parseLedger(file: string, text: string): { readonly ledger: Ledger | null; readonly problems: readonly Problem[] } {
  const refused = (line: number, what: string, cure: string): { readonly ledger: null; readonly problems: readonly Problem[] } => ({
    ledger: null,
    problems: [errorAt({ file, line }, what, cure)],
  })
  const restore = 'mend that line, or take the last good file from version control; without it, subscribers may see every entry twice'
  const parts = new Map<string, unknown[]>([...'version authority site gone authors'.split(' ')].map((name) => [name, []]))
  const records = new Map<string, { readonly record: LedgerRecord; readonly line: number }>()
  for (const [index, written] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (['{', '"records": [', ']}', ''].includes(written)) continue
    const [, name, value] = /^"(\w+)": (.*?),?$/.exec(written) ?? []
    const values = parts.get(name ?? '')
    const part = parsed(value ?? written.replace(/,$/, ''))
    if (values !== undefined && part !== undefined) {
      values.push(part)
      continue
    }
    const record = name === undefined ? recordOf(part) : null
    if (record === null) return refused(index + 1, "this line of the ledger can't be read", restore)
    const other = records.get(record.id)
    records.set(record.id, { record: other === undefined ? record : merged(other.record, record), line: index + 1 })
  }
  const version = Math.max(...(parts.get('version') as number[]))
  if (!Number.isInteger(version)) return refused(1, 'the ledger is empty, or cut off', restore)
  if (version > currentVersion)
    return refused(2, `the ledger is of version ${version}`, `update Paperwire, which knows up to ${currentVersion}`)
  const [authority] = parts.get('authority') as unknown[]
  const sites = (parts.get('site') as unknown[]).flatMap((one) => siteOf(one) ?? [])
  const listOf = (name: string): readonly unknown[] => [...new Set((parts.get(name) as unknown[]).flat())]
  const gone = listOf('gone')
  const authors = listOf('authors')
  const [site] = sites.toSorted((one, other) => other.changed.getTime() - one.changed.getTime())
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
  return { ledger: { version, authority, site, gone, authors, records: [...records.values()].map(({ record }) => record) }, problems: [] }
}

/** One record of two that a merge has left of one entry. */
function merged(one: LedgerRecord, other: LedgerRecord): LedgerRecord {
  const [earlier, later] = one.changed <= other.changed ? [one, other] : [other, one]
  const both = (key: 'tags' | 'authors' | 'former'): readonly string[] => [...new Set([...earlier[key], ...later[key]])]
  return { ...later, tags: both('tags'), authors: both('authors'), former: both('former').filter((path) => path !== later.path) }
}

/**
 * Whether two records of one entry say the same to subscribers, whoever wrote the earlier one: version 1 lacked the authors, a
 * record from before a tag's address moved lacks the present one (an edit of its tags moves `changed`), and before version 3 the digest of what an author wrote may differ where nothing was written.
 *
 * @param version the form of the ledger that the earlier record is from
 */
export function isSameRecord(earlier: LedgerRecord, later: LedgerRecord, version: number): boolean {
  const said = (record: LedgerRecord): string =>
    JSON.stringify({ ...record, tags: [], authors: [], content: version < currentVersion ? '' : record.content })
  return earlier === later || said(earlier) === said(later)
}

function siteOf(written: unknown): Ledger['site'] | null {
  const changed = isTable(written) ? dateOf(written['changed']) : null
  return isTable(written) && typeof written['content'] === 'string' && changed !== null ? { content: written['content'], changed } : null
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
  const { id, path, title, paper, content, text, tags, authors = [], former } = written
  const [published, updated, changed, removed] = ['published', 'updated', 'changed', 'removed'].map((name) => dateOf(written[name]))
  const isWhole =
    [id, path, title, content, text].every((value) => typeof value === 'string') &&
    /^\d{4}-\d{2}-\d{2}\/[^/]+$/.test(String(path)) &&
    (paper === null || typeof paper === 'string') &&
    isTexts(tags) &&
    isTexts(authors) &&
    isTexts(former) &&
    published instanceof Date &&
    updated instanceof Date &&
    changed instanceof Date &&
    (removed instanceof Date || written['removed'] === null)
  return isWhole
    ? ({ id, path, title, paper, published, updated, changed, content, text, tags, authors, former, removed } as LedgerRecord)
    : null
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
