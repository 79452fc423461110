import { personOf } from '../notes/authors.ts'
import type { Note } from '../notes/note.ts'
import { errorAt, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'
import { digestOf, digestOnce } from './digest.ts'
import { entryName, Mint, paperKey } from './identity.ts'
import { lasting } from './lasting.ts'
import type { Ledger, LedgerRecord } from './ledger.ts'
import { isTimely, publishedOfDay } from './published.ts'
import { type Recognisable, reconcile } from './reconcile.ts'
import { type Tag, tagsOf } from './tags.ts'

/** One of a paper's authors: the name as the entry writes it, and the form of it that stands in an address. */
interface Author {
  readonly name: string
  /** Without what stands behind the name (`et al.`); empty where no letter or digit is left. */
  readonly slug: string
}

/** An entry with everything its place among the others gives it. */
export interface Entry extends Pick<Note, 'day' | 'title' | 'titleLanguage' | 'paper' | 'venue' | 'links' | 'abstract' | 'commentary'> {
  /** A `tag:` URI (RFC 4151), or the id that the entry gives itself: ASCII, the same in every format and feed, for good. */
  readonly id: string
  /** The last part of its permalink, unique on its day, before percent-encoding. */
  readonly name: string
  /** Decided when the entry is first recorded, and kept. */
  readonly published: Date
  /** When it was first recorded or last revised; never before `published`, which it equals while the entry isn't recorded. */
  readonly updated: Date
  /** When anything that a subscriber sees of it last changed, its address too. */
  readonly changed: Date
  /** The first recording that found it visible; null while none has. */
  readonly recorded: Date | null
  /** Whether that fell on its day or the next. */
  readonly isTimely: boolean
  /** Whether it is of old notes that came to a site which was going already. */
  readonly isImported: boolean
  /** A digest of all that its author wrote. */
  readonly content: string
  readonly authors: readonly Author[]
  readonly tags: readonly Tag[]
}

/** An entry beside what the ledger remembers of it, and what it will have to remember. */
export interface Identified {
  readonly note: Note
  readonly entry: Entry
  /** Null for one that was never recorded. */
  readonly record: LedgerRecord | null
  readonly path: string
  readonly paper: string | null
  /** Digests of all that its author wrote, and of its text alone. */
  readonly content: string
  readonly text: string
}

/** Entries by day, the newest first, a day's in the notes' order; and a problem for each entry that can't be told from another. */
interface Identification {
  readonly identified: readonly Identified[]
  readonly problems: readonly Problem[]
}

/** What entries are identified with. */
interface Known {
  /** Every tag by its key. */
  readonly tags: ReadonlyMap<string, Tag>
  /** Null where nothing is recorded. */
  readonly ledger: Ledger | null
  /** Whether entries that can't be recognised for certain are taken as they seem. */
  readonly accept: boolean
  readonly now: Date
}

/** In characters: nobody writes as much twice on one day. */
const longText = 40

/** In milliseconds: notes that were recorded so long after their day are an import rather than late. */
const latestTime = 31 * 86_400_000

/**
 * What an author wrote of an entry, by which an edit is told. Where it stands and which id it gives itself is not content,
 * and what follows from the other fields is in them.
 */
type WrittenField = Exclude<keyof Note, 'file' | 'line' | 'givenId' | 'titleLanguage' | 'paper' | 'isDraft'>

interface Named extends Recognisable {
  readonly note: Note
  readonly day: Day
  readonly name: string
}

/**
 * Puts entries in one order, by day, the newest first, and a day's in the notes' order, whenever they were published;
 * names them, and gives each its id: the one it was published under, else the one it says, else a new one.
 */
export function identifyEntries(site: Site, notes: readonly Note[], { tags, ledger, accept, now }: Known): Identification {
  const records = ledger?.records ?? []
  const { named, problems: clashes } = nameEntries(notes)
  const { recordOf, problems: doubts } = reconcile(named, records, accept)
  const twice = givenTwice(named)
  const dates = datesOf(named, recordOf, site, now)
  const mint = new Mint([...records.map(({ id }) => id), ...named.flatMap(({ givenId }) => givenId ?? [])])
  const identified = named.map((one) => {
    const record = recordOf.get(one) ?? null
    const id = record?.id ?? one.givenId ?? mint.idFor(site.authority, one.day, one.name)
    const { day, name, path, paper, text, note } = one
    const published = dates.get(one) as Date
    const updated = record === null || record.recorded === null || record.updated < published ? published : record.updated
    const recorded = record?.recorded ?? null
    const { title, titleLanguage, authors, links, abstract, commentary } = note
    const ofTags = tagsOf(site, note, tags)
    const content = contentOf(note, ofTags)
    const entry = lasting(note, {
      id,
      name,
      day,
      published,
      updated,
      changed: record === null || recorded === null ? updated : record.changed,
      recorded,
      isTimely: recorded !== null && isTimely(site.timezone, day, recorded),
      isImported: recorded !== null && ledger !== null && recorded > ledger.begun && recorded.getTime() - Date.parse(day) > latestTime,
      content,
      title,
      titleLanguage,
      authors: authorsOf(authors),
      paper: note.paper,
      venue: note.venue,
      links,
      abstract,
      commentary,
      tags: ofTags,
    })
    return { note, entry, record, path, paper, content, text }
  })
  return { identified, problems: [...clashes, ...twice, ...doubts] }
}

/** The authors of notes, by the notes' own lists of names. */
const knownAuthors = new WeakMap<readonly string[], readonly Author[]>()

function authorsOf(names: readonly string[]): readonly Author[] {
  const authors = knownAuthors.get(names) ?? names.map((name) => ({ name, slug: slugOf(personOf(name)) }))
  knownAuthors.set(names, authors)
  return authors
}

const knownSlugs = new WeakMap<Tag, string>()

/** The slug that a tag would have if its label alone decided. */
function slugOfLabel(tag: Tag): string {
  const slug = knownSlugs.get(tag) ?? slugOf(tag.label)
  knownSlugs.set(tag, slug)
  return slug
}

/** A digest of all that an author wrote of an entry. */
function contentOf(note: Note, tags: readonly Tag[]): string {
  const { day, title, authors, links, abstract, commentary, venue, givenPublished } = note
  // By the slugs that tags had before any was spelled out: an address that changes revises no entry.
  const slugs = tags.map(slugOfLabel)
  return digestOnce(note, `content ${slugs.join(' ')}`, () => {
    const written: Readonly<Record<WrittenField, unknown>> = {
      day,
      givenPublished,
      title,
      authors,
      links,
      abstract: abstract.map(({ source }) => source),
      commentary: commentary.map(({ source }) => source),
      tags: slugs,
      venue,
    }
    // A digest made before notes had venues is right for an entry without one.
    return digestOf(Object.values(written).slice(0, venue === null ? -1 : undefined))
  })
}

/** A problem for each entry that would share its address or its id with another. */
export function clashesOfEntries(notes: readonly Note[]): readonly Problem[] {
  const { named, problems } = nameEntries(notes)
  return [...problems, ...givenTwice(named)]
}

function nameEntries(notes: readonly Note[]): { readonly named: readonly Named[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const named: Named[] = []
  for (const [day, ofDay] of [...Map.groupBy(notes, (note) => note.day)].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const firstWithName = new Map<string, Note>()
    for (const note of ofDay) {
      const one = namedOf(note)
      const { name } = one
      const first = firstWithName.get(name)
      if (first !== undefined) {
        const what = `this entry would share the address /${day}/${name}/ with the one at ${first.file}:${first.line}`
        problems.push(errorAt(note, what, 'remove one of them; if both are meant, give one another title'))
      }
      firstWithName.set(name, note)
      named.push(one)
    }
  }
  return { named, problems }
}

const knownNames = new WeakMap<Note, Named>()

/** A note with its entry's name, and what it can be recognised by; made once of each note. */
function namedOf(note: Note): Named {
  const known = knownNames.get(note)
  if (known !== undefined) return known
  const { file, line, givenId, day, title, paper, abstract, commentary } = note
  const name = entryName(title)
  const blocks = [...abstract, ...commentary].map(({ source }) => source)
  const named = {
    note,
    file,
    line,
    givenId,
    day,
    name,
    path: `${day}/${name}`,
    paper: paperKey(paper),
    text: blocks.length === 0 ? '' : digestOnce(note, 'text', () => digestOf(blocks)),
    isLong: blocks.join('').length >= longText,
  }
  knownNames.set(note, named)
  return named
}

/** When each entry is published. */
function datesOf(
  named: readonly Named[],
  recordOf: ReadonlyMap<Recognisable, LedgerRecord>,
  { timezone }: Site,
  now: Date,
): ReadonlyMap<Named, Date> {
  const ofDays = [...Map.groupBy(named, ({ day }) => day).values()]
  return new Map(
    ofDays.flatMap((ofDay) => {
      const dated = ofDay.map((one) => ({ day: one.day, given: one.note.givenPublished, record: recordOf.get(one) ?? null }))
      return publishedOfDay(dated, timezone, now).map((published, index) => [ofDay[index] as Named, published] as const)
    }),
  )
}

function givenTwice(named: readonly Named[]): readonly Problem[] {
  const given = Map.groupBy(named, ({ givenId }) => givenId)
  given.delete(null)
  return [...given].flatMap(([id, [first, ...others]]) =>
    others.map((other) => {
      const what = `this entry gives itself the id ${id}, as does the one at ${first?.file}:${first?.line}`
      return errorAt(other, what, 'let only the one that was published under it keep the line')
    }),
  )
}
