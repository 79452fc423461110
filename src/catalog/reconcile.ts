import { errorAt, type Problem, quoted } from '../notes/problem.ts'
import { connected } from './connected.ts'
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
  /** Whether its text is so long that no two entries of a day have it by chance. */
  readonly isLong: boolean
}

/** The record under which each known entry was published; and a problem for each entry in doubt. */
interface Recognition {
  readonly recordOf: ReadonlyMap<Recognisable, LedgerRecord>
  readonly problems: readonly Problem[]
}

/** Entries and records that might belong together. */
interface Group {
  readonly entries: readonly Recognisable[]
  readonly records: readonly LedgerRecord[]
}

/** An entry and the record under which it was published. */
type Pair = readonly [entry: Recognisable, record: LedgerRecord]

/** What an entry and a record may have in common, `2024-06-10/a-title`; empty where there is nothing of the kind. */
type Key = (one: Recognisable | LedgerRecord) => string

/** One look at the entries and records that no earlier pass has paired. */
interface Pass {
  /** What it recognises an entry by. */
  readonly sign: string
  /** Which of the open entries and records it looks at; all that there are tell what is alone. */
  readonly among: (open: Group, all: Group) => Group
  /** Entries and records that share any of these are one group. */
  readonly keys: readonly Key[]
  /** The pairs of a group that it is sure of. */
  readonly pairs: (group: Group) => readonly Pair[]
  /** Whether the rest of a group, which has entries and records both, is a question for the author. */
  readonly isDoubt: (rest: Group) => boolean
}

const id: Key = (one) => (isEntry(one) ? (one.givenId ?? '') : one.id)
const place: Key = ({ path }) => path
const day: Key = ({ path }) => path.slice(0, path.indexOf('/'))
const title: Key = ({ path }) => path.slice(path.indexOf('/') + 1)
const paper: Key = (one) => one.paper ?? ''
const placeAndPaper: Key = (one) => (one.paper === null ? '' : `${one.path} ${one.paper}`)
const placePaperAndText: Key = (one) => `${one.path} ${one.paper} ${one.text}`
const titlePaperAndText: Key = (one) => (one.text === '' ? '' : `${title(one)} ${one.paper} ${one.text}`)
/** The same words on different papers are no sign of anything. */
const textWithoutPaper: Key = (one) => (one.paper === null ? one.text : '')

/** A title and a link may be corrected in one edit: what says all the same is the text, if it is long. */
const dayAndLongText: Key = (one) => (one.text === '' || (isEntry(one) && !one.isLong) ? '' : `${day(one)} ${one.text}`)

const always = (): boolean => true
const never = (): boolean => false

/** All passes, from the surest sign to the weakest. A place is a day with a title. */
export const passes: readonly Pass[] = [
  { sign: 'the entry gives itself the id', among: all, keys: [id], pairs: firstWithRecord, isDoubt: never },
  { sign: 'same place, paper and text', among: live, keys: [placePaperAndText], pairs: alone, isDoubt: never },
  { sign: 'same title, paper and text', among: live, keys: [titlePaperAndText], pairs: alone, isDoubt: never },
  { sign: 'same place and paper', among: live, keys: [placeAndPaper], pairs: alone, isDoubt: never },
  { sign: 'removed, and back in its place', among: removedFromFreePlaces, keys: [place], pairs: mostAlike, isDoubt: never },
  { sign: 'removed, and back on another day', among: removed, keys: [titlePaperAndText], pairs: alone, isDoubt: never },
  { sign: 'same place, paper or text', among: live, keys: [place, paper, textWithoutPaper], pairs: aloneOrOnDay, isDoubt: always },
  { sign: 'same title', among: live, keys: [title], pairs: aloneUnlessPapersDiffer, isDoubt: always },
  {
    sign: 'same day and long text',
    among: (open, given) => withOwnText(live(open), given),
    keys: [dayAndLongText],
    pairs: alone,
    isDoubt: never,
  },
  {
    sign: 'removed, and back with its long text',
    among: (open, given) => withOwnText(removed(open), given),
    keys: [dayAndLongText],
    pairs: alone,
    isDoubt: never,
  },
  { sign: 'same day', among: live, keys: [day], pairs: none, isDoubt: mayBeRewritten },
]

/**
 * Recognises entries that were recorded before, by one sign after another ({@link passes}): an entry that is alone with
 * a record in a group was published under it. Only the author can settle a doubt, such as two entries with the title of
 * one record: it is a problem, unless `accept` says to pair by place, then by paper, in the notes' order, and to take
 * all other entries in doubt for new ones and their records for removed.
 */
export function reconcile(entries: readonly Recognisable[], records: readonly LedgerRecord[], accept: boolean): Recognition {
  const recordOf = new Map<Recognisable, LedgerRecord>()
  const doubts: Group[] = []
  let open: Group = { entries, records }
  for (const { among, keys, pairs, isDoubt } of passes) {
    const found: Pair[] = []
    for (const group of groupsOf(among(open, { entries, records }), keys)) {
      const sure = pairs(group)
      found.push(...sure)
      const rest = without(group, sure)
      if (rest.entries.length === 0 || rest.records.length === 0 || !isDoubt(rest)) continue
      if (accept) found.push(...byPlaceThenPaper(rest))
      else doubts.push(rest)
    }
    for (const [entry, record] of found) recordOf.set(entry, record)
    open = without(open, found)
  }
  return { recordOf, problems: [...doubtful(doubts), ...contradictions(recordOf)] }
}

/** Groups of entries and records that are connected by a key; none without an entry or without a record. */
function groupsOf({ entries, records }: Group, keys: readonly Key[]): readonly Group[] {
  if (entries.length === 0 || records.length === 0) return []
  const keysOf = (one: Recognisable | LedgerRecord): readonly string[] =>
    keys.flatMap((key, index) => (key(one) === '' ? [] : `${index} ${key(one)}`))
  const keyed = [...entries, ...records].filter((one) => keys.some((key) => key(one) !== ''))
  return connected(keyed, keysOf)
    .map((group) => ({ entries: group.filter(isEntry), records: group.filter(isRecord) }))
    .filter((group) => group.entries.length > 0 && group.records.length > 0)
}

const isEntry = (one: Recognisable | LedgerRecord): one is Recognisable => 'givenId' in one
const isRecord = (one: Recognisable | LedgerRecord): one is LedgerRecord => !isEntry(one)

/** A group without the pairs found in it. */
function without(group: Group, pairs: readonly Pair[]): Group {
  if (pairs.length === 0) return group
  const paired = new Set<Recognisable | LedgerRecord>(pairs.flat())
  return { entries: group.entries.filter((one) => !paired.has(one)), records: group.records.filter((one) => !paired.has(one)) }
}

function all(open: Group): Group {
  return open
}

function live({ entries, records }: Group): Group {
  return { entries, records: records.filter((record) => record.removed === null) }
}

/**
 * The removed records, and the entries that might be one of them put back. An entry is none when it gives itself an id,
 * which makes it a new one, or when a live record has its paper or its text: then it is that record's entry, edited.
 */
function removed(open: Group): Group {
  const known = new Set(live(open).records.flatMap((record) => [paper(record), record.text]))
  known.delete('')
  return {
    entries: open.entries.filter((entry) => entry.givenId === null && !known.has(paper(entry)) && !known.has(entry.text)),
    records: open.records.filter((record) => record.removed !== null),
  }
}

/** {@link removed}, without the records whose places live records have now. */
function removedFromFreePlaces(open: Group): Group {
  const { entries, records } = removed(open)
  const places = new Set(live(open).records.map(place))
  return { entries, records: records.filter((record) => !places.has(place(record))) }
}

/**
 * Without an entry that gives itself an id, which is none of those before it, and without what shares its day and text with
 * another entry or record, such as a sentence that stands below every title: it may have been the other's.
 */
function withOwnText({ entries, records }: Group, given: Group): Group {
  if (entries.length === 0 || records.length === 0) return { entries: [], records: [] }
  const shared = new Set([given.entries, given.records].flatMap((list) => keysOfSeveral(list)))
  return {
    entries: entries.filter((entry) => entry.givenId === null && !shared.has(dayAndLongText(entry))),
    records: records.filter((record) => !shared.has(dayAndLongText(record))),
  }
}

/** The days with the texts that several entries, or several records, have. */
function keysOfSeveral(all: readonly (Recognisable | LedgerRecord)[]): readonly string[] {
  return [...Map.groupBy(all, dayAndLongText)].flatMap(([key, having]) => (having.length > 1 ? [key] : []))
}

function none(): readonly Pair[] {
  return []
}

/** Two entries that give themselves one id are a problem elsewhere; the first has the record. */
function firstWithRecord({ entries, records }: Group): readonly Pair[] {
  return [[entries[0] as Recognisable, records[0] as LedgerRecord]]
}

/** The entry and the record of a group that has one of each. */
function alone({ entries, records }: Group): readonly Pair[] {
  const [entry, record] = [entries[0], records[0]]
  return entries.length === 1 && records.length === 1 && entry !== undefined && record !== undefined ? [[entry, record]] : []
}

/** An entry and the record removed from its place; where there are several, the one with its text or its paper. */
function mostAlike({ entries, records }: Group): readonly Pair[] {
  const [entry] = entries as [Recognisable]
  const known = records.find(
    (record) => (record.text !== '' && record.text === entry.text) || (paper(record) !== '' && paper(record) === paper(entry)),
  )
  return alone({ entries, records: known === undefined ? records : [known] })
}

/**
 * Notes on one paper on several days are told apart by their days, unless an entry has the place of a record: then that
 * place and the paper may point to different records.
 */
function aloneOrOnDay(group: Group): readonly Pair[] {
  const places = new Set(group.records.map(place))
  if (group.entries.some((entry) => places.has(place(entry)))) return alone(group)
  const ofDays = groupsOf(group, [day]).flatMap(alone)
  return [...ofDays, ...alone(without(group, ofDays))]
}

function aloneUnlessPapersDiffer(group: Group): readonly Pair[] {
  return alone(group).filter(([entry, record]) => entry.paper === null || record.paper === null || entry.paper === record.paper)
}

/**
 * Whether the new entries of a day may be its lost ones, rewritten: always where one title goes on where another ends;
 * else not where each entry and record names a paper, nor where the day lost more entries than it got, unless two titles
 * are alike.
 */
function mayBeRewritten({ entries, records }: Group): boolean {
  if (entries.some((entry) => records.some((record) => goesOnFrom(title(record), title(entry))))) return true
  if ([...entries, ...records].every((one) => one.paper !== null)) return false
  return entries.length >= records.length || entries.some((entry) => records.some((record) => areAlike(title(entry), title(record))))
}

/** Whether a title goes on where another of three words or more ends, as titles with their authors behind them did. */
function goesOnFrom(one: string, other: string): boolean {
  return other.split('-').length >= 3 && one.startsWith(`${other}-`)
}

/** Whether the names of two titles have half of their words in common. */
function areAlike(one: string, other: string): boolean {
  const words = new Set(one.split('-'))
  const others = new Set(other.split('-'))
  return words.intersection(others).size * 2 >= Math.min(words.size, others.size)
}

function byPlaceThenPaper(group: Group): readonly Pair[] {
  const inPlace = inOrder(group, place)
  return [...inPlace, ...inOrder(without(group, inPlace), paper)]
}

/** Each entry with the first record of its key that no earlier entry took. */
function inOrder({ entries, records }: Group, key: Key): readonly Pair[] {
  const left = Map.groupBy(records, key)
  left.delete('')
  return entries.flatMap((entry) => {
    const record = left.get(key(entry))?.shift()
    return record === undefined ? [] : [[entry, record] as const]
  })
}

/** How many candidates a problem names. */
const mostCandidates = 5

/** A problem for each entry in doubt, with the records it may be published under. Its first doubt, by the surest sign, counts. */
function doubtful(doubts: readonly Group[]): readonly Problem[] {
  const recordsFor = new Map<Recognisable, readonly LedgerRecord[]>()
  for (const { entries, records } of doubts) for (const entry of entries) recordsFor.set(entry, recordsFor.get(entry) ?? records)
  return [...recordsFor].map(([entry, records]) =>
    errorAt(
      entry,
      `this may be an entry that was published before: ${candidates(records)}`,
      'if it is, write that id on a line below its title; if none of them is, add --accept new to the command, as in npm run build -- --accept new',
    ),
  )
}

function candidates(records: readonly LedgerRecord[]): string {
  const named = records.slice(0, mostCandidates).map((record) => `${quoted(record.title)}, id: ${record.id}`)
  return [...named, ...(records.length > named.length ? [`and ${records.length - named.length} more`] : [])].join('; ')
}

/** A problem for each entry that gives itself another id than the one it was published under. */
function contradictions(recordOf: ReadonlyMap<Recognisable, LedgerRecord>): readonly Problem[] {
  return [...recordOf].flatMap(([entry, record]) =>
    entry.givenId === null || entry.givenId === record.id
      ? []
      : errorAt(entry, `this entry was published as ${record.id}`, 'write that id, or remove the line'),
  )
}
