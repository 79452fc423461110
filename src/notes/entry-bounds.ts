import type { EntryReading } from './entry.ts'
import type { Findings } from './findings.ts'
import type { Note, TagMention } from './note.ts'
import { quoted } from './problem.ts'

/**
 * What one entry may hold: more than anybody writes, and little enough that no line of notes makes thousands of documents.
 * Each tag has some ten of its own, and all of them carry the whole entry. Lengths are in characters.
 */
const most = { tags: 50, authors: 2_000, text: 200_000 }

/** Each entry is published a second before the one above it, and a page has them all. */
const mostOfDay = 1_000

/** In characters. What is longer is no name or title, and stands in every page and feed all the same. */
const longest = { tag: 100, author: 300, title: 1_000, venue: 500 }

/**
 * Refuses what an entry holds beyond any measure.
 *
 * @param ownTags the entry's tags without its file's, which {@link refuseFileTags} refuses once for all entries
 */
export function refuseExcess(
  entry: EntryReading,
  ownTags: readonly TagMention[],
  fileTags: readonly TagMention[],
  findings: Findings,
): void {
  const { line, title, authors, venue, tags, abstract, commentary } = entry
  const refuseLength = (what: string, text: string, limit: number, cure: string): void => {
    if (text.length > limit) findings.refuse(line, `${what} of ${text.length} characters`, `${cure}: ${limit} are the most`)
  }
  refuseLength('a title', title, longest.title, 'put the title above the text')
  refuseLength('a venue', venue ?? '', longest.venue, 'name the venue alone')
  for (const author of authors) refuseLength('an author', author, longest.author, 'put a comma between two names')
  if (authors.length > most.authors) {
    findings.refuse(line, `${authors.length} authors of one entry`, `name the first and write et al.: ${most.authors} are the most`)
  }
  refuseLongTags(ownTags, findings)
  if (fileTags.length <= most.tags) refuseManyTags(tags.length, ownTags.at(-1)?.line ?? line, findings)
  const length = [...abstract, ...commentary].reduce((sum, { source }) => sum + source.length, 0)
  if (length > most.text) findings.refuse(line, `an entry of ${length} characters`, `part it: ${most.text} are the most`)
}

/** Refuses days of one file that hold more entries than a page can. */
export function refuseCrowdedDays(entries: readonly Note[], findings: Findings): void {
  for (const [day, ofDay] of Map.groupBy(entries, (entry) => entry.day)) {
    const first = ofDay[mostOfDay]
    if (first !== undefined)
      findings.refuse(first.line, `${ofDay.length} entries of ${day}`, `give some another date: ${mostOfDay} are the most`)
  }
}

/** Refuses what is wrong with the tags that every entry of a file has. */
export function refuseFileTags(tags: readonly TagMention[], findings: Findings): void {
  refuseLongTags(tags, findings)
  refuseManyTags(tags.length, tags[0]?.line ?? 1, findings)
}

function refuseManyTags(count: number, line: number, findings: Findings): void {
  if (count > most.tags)
    findings.refuse(line, `${count} tags of one entry`, `keep those that people would follow: ${most.tags} are the most`)
}

/** Refuses tags too long for an address. */
function refuseLongTags(tags: readonly TagMention[], findings: Findings): void {
  for (const { label, line } of tags) {
    if (label.length <= longest.tag) continue
    findings.refuse(line, `a tag of ${label.length} characters, ${quoted(label)}`, `write a shorter one: ${longest.tag} are the most`)
  }
}
