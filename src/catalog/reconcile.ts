import { type Problem, quoted } from '../notes/problem.ts'
import type { LedgerRecord } from './ledger.ts'

/** What an entry can be recognised by. */
export interface Recognisable {
  readonly file: string
  readonly line: number
  readonly givenId: string | null
  /** Its day and the name of its title: `2024-06-10/a-title`. */
  readonly path: string
  readonly paper: string | null
  /** The digest of its text; empty where it has none. */
  readonly text: string
}

/** Which record each entry is that of; and each pair of which that is in doubt. */
interface Recognition<E extends Recognisable> {
  readonly recordOf: ReadonlyMap<E, LedgerRecord>
  readonly problems: readonly Problem[]
}

/** Entries and records that might belong together, and nothing else that might. */
interface Group<E> {
  readonly entries: readonly E[]
  readonly records: readonly LedgerRecord[]
}

type Key = (one: { readonly path: string; readonly paper: string | null; readonly text: string }) => string

/**
 * Recognises entries that were recorded before, by the surest sign first: the id they give themselves; the same paper,
 * title and text, on whatever day; the same paper in the same place; either of these; the text or the title alone. Each
 * step takes only what has one candidate on either side. Where there are more, or where an entry nothing is known of may
 * be one of its day that was rewritten, it is the author who knows: a problem, unless `accept` says to take date and
 * title, then papers, in the notes' order, and the rest for new and removed.
 */
export function reconcile<E extends Recognisable>(
  entries: readonly E[],
  records: readonly LedgerRecord[],
  accept: boolean,
): Recognition<E> {
  const recordOf = new Map<E, LedgerRecord>()
  const problems: Problem[] = []
  const doubted = new Set<E>()
  const taken = new Set<LedgerRecord>()
  const match = (entry: E, record: LedgerRecord): void => {
    recordOf.set(entry, record)
    taken.add(record)
  }
  const openEntries = (): readonly E[] => entries.filter((entry) => !recordOf.has(entry))
  const openRecords = (): readonly LedgerRecord[] => records.filter((record) => !taken.has(record))
  const live = (): readonly LedgerRecord[] => openRecords().filter(({ removed }) => removed === null)

  const byId = new Map(records.map((record) => [record.id, record]))
  for (const entry of entries) {
    const record = byId.get(entry.givenId ?? '')
    if (record !== undefined && !taken.has(record)) match(entry, record)
  }
  const byTitle: Key = ({ path }) => path.slice(path.indexOf('/') + 1)
  const unchanged: Key = (one) => `${one.path} ${one.paper} ${one.text}`
  const moved: Key = (one) => (one.text === '' ? '' : `${byTitle(one)} ${one.paper} ${one.text}`)
  for (const group of groupsOf(openEntries(), live(), [unchanged])) matchAlone(group, match)
  for (const group of groupsOf(openEntries(), live(), [moved])) matchAlone(group, match)
  const placed: Key = ({ path, paper }) => (paper === null ? '' : `${path} ${paper}`)
  for (const group of groupsOf(openEntries(), live(), [placed])) matchAlone(group, match)
  // A removed entry that is put back has its day and its title; its paper alone may be the subject of new notes.
  const byPath = (one: LedgerRecord | E): string => one.path
  const edited = new Set(
    live()
      .flatMap(({ paper, text }) => [paper, text])
      .filter((key) => key !== null && key !== ''),
  )
  // An entry whose paper or text a live record has is that record's, edited; one with an id of its own is a new one.
  const isBack = ({ paper, text, givenId }: E): boolean => givenId === null && !edited.has(paper) && !edited.has(text)
  const unedited = openEntries().filter(isBack)
  for (const { entries: back, records: gone } of groupsOf(unedited, openRecords().filter(isRestored(unedited, live())), [byPath])) {
    const known = gone.find(({ text, paper }) => (text !== '' && text === back[0]?.text) || (paper !== null && paper === back[0]?.paper))
    matchAlone({ entries: back, records: known === undefined ? gone : [known] }, match)
  }
  const removed = (): readonly LedgerRecord[] => openRecords().filter((record) => record.removed !== null)
  for (const group of groupsOf(openEntries().filter(isBack), removed(), [moved])) matchAlone(group, match)

  const byPaper: Key = ({ paper }) => paper ?? ''
  // The same words on different papers are no sign of anything.
  const byTextAlone: Key = (one) => (one.paper === null ? one.text : '')
  for (const group of groupsOf(openEntries(), live(), [byPath, byPaper, byTextAlone])) {
    if (matchAlone(group, match)) continue
    if (!sharePath(group)) matchSameDay(group, match)
    decide({ entries: group.entries.filter((entry) => !recordOf.has(entry)), records: group.records.filter((one) => !taken.has(one)) })
  }
  for (const group of groupsOf(openEntries(), live(), [byTitle])) {
    if (!differ(group) && matchAlone(group, match)) continue
    if (!accept && group.records.length > 0) doubt(group)
  }
  for (const group of groupsOf(openEntries(), live(), [({ path }) => dayOf(path)])) if (!accept && mayBeRewritten(group)) doubt(group)
  for (const [entry, { id }] of recordOf) {
    if (entry.givenId !== null && entry.givenId !== id)
      refuse(entry, `this entry was published as ${id}`, 'write that id, or remove the line')
  }
  return { recordOf, problems }

  function decide(group: Group<E>): void {
    if (group.entries.length === 0 || group.records.length === 0) return
    if (group.entries.length === 1 && group.records.length === 1) return match(group.entries[0] as E, group.records[0] as LedgerRecord)
    if (!accept) return doubt(group)
    for (const key of [byPath, byPaper]) {
      for (const entry of group.entries) {
        const record = group.records.find((one) => !taken.has(one) && key(one) === key(entry) && key(one) !== '')
        if (record !== undefined && !recordOf.has(entry)) match(entry, record)
      }
    }
  }

  function doubt({ entries: candidates, records: lost }: Group<E>): void {
    const shown = lost.slice(0, mostCandidates).map(({ id, title }) => `${quoted(title)}, id: ${id}`)
    const known = [...shown, ...(lost.length > shown.length ? [`and ${lost.length - shown.length} more`] : [])].join('; ')
    for (const entry of candidates) {
      if (doubted.has(entry)) continue
      doubted.add(entry)
      refuse(
        entry,
        `this may be an entry that was published before: ${known}`,
        'if it is, write that id on a line below its title; if none of them is, add -- --accept to the command',
      )
    }
  }

  function refuse({ file, line }: E, what: string, cure: string): void {
    problems.push({ severity: 'error', file, line, what, cure })
  }
}

/** How many candidates a problem names. */
const mostCandidates = 5

/** Whether a group of one entry and one record names two papers. */
function differ<E extends Recognisable>({ entries: [entry], records: [record] }: Group<E>): boolean {
  return typeof entry?.paper === 'string' && typeof record?.paper === 'string' && entry.paper !== record.paper
}

/** Matches the two of a group that has one of either. */
function matchAlone<E>({ entries, records }: Group<E>, match: (entry: E, record: LedgerRecord) => void): boolean {
  if (entries.length !== 1 || records.length !== 1) return false
  match(entries[0] as E, records[0] as LedgerRecord)
  return true
}

/** Of notes on one paper on several days, those of a day belong together where there is one of either. */
function matchSameDay<E extends Recognisable>({ entries, records }: Group<E>, match: (entry: E, record: LedgerRecord) => void): void {
  for (const group of groupsOf(entries, records, [({ path }) => dayOf(path)])) matchAlone(group, match)
}

/**
 * Whether entries nothing is known of may be those of a day whose records would be lost: not where every paper is
 * another one, nor where the day lost more than it has got, unless two titles are alike.
 */
function mayBeRewritten<E extends Recognisable>({ entries, records }: Group<E>): boolean {
  if (records.length === 0 || [...entries, ...records].every(({ paper }) => paper !== null)) return false
  return entries.length >= records.length || entries.some((entry) => records.some((record) => areAlike(entry.path, record.path)))
}

/** Whether the names of two titles have half of their words in common. */
function areAlike(a: string, b: string): boolean {
  const [words, others] = [a, b].map((path) => new Set(path.slice(path.indexOf('/') + 1).split('-'))) as [Set<string>, Set<string>]
  return words.intersection(others).size * 2 >= Math.min(words.size, others.size)
}

function sharePath<E extends Recognisable>({ entries, records }: Group<E>): boolean {
  const paths = new Set(records.map(({ path }) => path))
  return entries.some(({ path }) => paths.has(path))
}

/** Which removed records an entry now has the place of, that no other record has. */
function isRestored(entries: readonly Recognisable[], live: readonly LedgerRecord[]): (record: LedgerRecord) => boolean {
  const wanted = new Set(entries.map(({ path }) => path))
  for (const { path } of live) wanted.delete(path)
  return ({ path, removed }) => removed !== null && wanted.has(path)
}

function dayOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}

/** Entries and records in groups: connected, through however many others, by a key that two of them share and that isn't empty. */
function groupsOf<E extends Recognisable>(
  entries: readonly E[],
  records: readonly LedgerRecord[],
  keys: readonly ((one: E | LedgerRecord) => string)[],
): readonly Group<E>[] {
  if (records.length === 0) return []
  const recordsWith = new Map<string, LedgerRecord[]>()
  const entriesWith = new Map<string, E[]>()
  const keysOf = (one: E | LedgerRecord): readonly string[] => {
    const found = keys.map((key) => key(one))
    return found.flatMap((value, index) => (value === '' ? [] : [`${index} ${value}`]))
  }
  const add = <T>(index: Map<string, T[]>, key: string, one: T): void => {
    const there = index.get(key)
    if (there === undefined) index.set(key, [one])
    else there.push(one)
  }
  for (const record of records) for (const key of keysOf(record)) add(recordsWith, key, record)
  for (const entry of entries) for (const key of keysOf(entry)) add(entriesWith, key, entry)
  const seen = new Set<E | LedgerRecord>()
  const groups: Group<E>[] = []
  for (const first of entries) {
    if (seen.has(first)) continue
    seen.add(first)
    const group = { entries: [first], records: [] as LedgerRecord[] }
    const queue: (E | LedgerRecord)[] = [first]
    const used = new Set<string>()
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      for (const key of keysOf(one)) {
        if (used.has(key)) continue
        used.add(key)
        for (const entry of entriesWith.get(key) ?? []) if (!seen.has(entry)) group.entries.push(visit(entry, queue))
        for (const record of recordsWith.get(key) ?? []) if (!seen.has(record)) group.records.push(visit(record, queue))
      }
    }
    groups.push(group)
  }
  return groups

  function visit<T extends E | LedgerRecord>(one: T, queue: (E | LedgerRecord)[]): T {
    seen.add(one)
    queue.push(one)
    return one
  }
}
