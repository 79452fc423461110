import type { Problem } from '../notes/problem.ts'

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
  /** The places it had before. */
  readonly former: readonly string[]
  /** When it was removed; null while it is there. */
  readonly removed: Date | null
}

/** The memory that keeps ids and addresses through every edit: `ledger.json` beside the notes. */
export interface Ledger {
  /** The host under which ids are minted, whatever the site's is now (RFC 4151 §2.1). */
  readonly authority: string
  /** What site.md says, as a digest, and when that last changed. */
  readonly site: { readonly content: string; readonly changed: Date }
  /** Slugs of tags that were served and that no entry bears any more. */
  readonly gone: readonly string[]
  /** By id. */
  readonly records: readonly LedgerRecord[]
}

const version = 1

/** The ledger as text: one record a line, in the order of ids, so that a change of one is a change of one line. */
export function formatLedger({ authority, site, gone, records }: Ledger): string {
  const lines = records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => JSON.stringify(record))
  return [
    '{',
    `"version": ${version},`,
    `"authority": ${JSON.stringify(authority)},`,
    `"site": ${JSON.stringify(site)},`,
    `"gone": ${JSON.stringify(gone)},`,
    '"records": [',
    lines.join(',\n'),
    ']}',
    '',
  ].join('\n')
}

/** Reads a ledger; null, with the problem, when it is damaged, when two records clash, or when it is of a later version. */
export function parseLedger(file: string, text: string): { readonly ledger: Ledger | null; readonly problems: readonly Problem[] } {
  const refused = (line: number, what: string, cure: string): { readonly ledger: null; readonly problems: readonly Problem[] } => ({
    ledger: null,
    problems: [{ severity: 'error', file, line, what, cure }],
  })
  const restore = 'take the last good one from version control; without it, subscribers may see every entry twice'
  const value = parsed(text)
  if (!isTable(value) || typeof value['version'] !== 'number') {
    return refused(damagedLine(text), "the ledger can't be read from here on", restore)
  }
  if (value['version'] > version) return refused(2, `the ledger is of version ${value['version']}`, 'update Paperwire, which knows up to 1')
  const { authority, site, gone, records } = value
  if (typeof authority !== 'string' || !isTable(site) || !isTexts(gone) || !Array.isArray(records)) {
    return refused(1, 'the ledger lacks a part', restore)
  }
  const siteChanged = dateOf(site['changed'])
  if (typeof site['content'] !== 'string' || siteChanged === null) return refused(4, "the ledger's site can't be read", restore)
  const read: LedgerRecord[] = []
  const lines = new Map<string, number>()
  const taken = (key: string, line: number): number | null => {
    const before = lines.get(key) ?? null
    lines.set(key, line)
    return before
  }
  for (const [index, written] of records.entries()) {
    const line = firstRecordLine + index
    const record = recordOf(written)
    if (record === null) return refused(line, "this record can't be read", restore)
    const same = taken(record.id, line) ?? (record.removed === null ? taken(`/${record.path}`, line) : null)
    if (same !== null) {
      return refused(line, `this record has the id or the place of the one on line ${same}`, 'keep the one that was published first')
    }
    read.push(record)
  }
  return { ledger: { authority, site: { content: site['content'], changed: siteChanged }, gone, records: read }, problems: [] }
}

/** The line on which {@link formatLedger} writes the first record. */
const firstRecordLine = 7

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The first line, of those that hold a record each, that is none: where a merge or a cut has damaged the file. */
function damagedLine(text: string): number {
  const lines = text.split('\n')
  const damaged = lines.findIndex(
    (line, index) => index >= firstRecordLine - 1 && line !== ']}' && line !== '' && !isTable(parsed(line.replace(/,$/, ''))),
  )
  return damaged === -1 ? 1 : damaged + 1
}

function recordOf(written: unknown): LedgerRecord | null {
  if (!isTable(written)) return null
  const { id, path, title, paper, content, text, tags, former } = written
  const [published, updated, changed, removed] = ['published', 'updated', 'changed', 'removed'].map((name) => dateOf(written[name]))
  const isWhole =
    [id, path, title, content, text].every((value) => typeof value === 'string') &&
    /^\d{4}-\d{2}-\d{2}\/[^/]+$/.test(String(path)) &&
    (paper === null || typeof paper === 'string') &&
    isTexts(tags) &&
    isTexts(former) &&
    published instanceof Date &&
    updated instanceof Date &&
    changed instanceof Date &&
    (removed instanceof Date || written['removed'] === null)
  return isWhole ? ({ id, path, title, paper, published, updated, changed, content, text, tags, former, removed } as LedgerRecord) : null
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
