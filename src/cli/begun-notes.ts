import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decode } from '../notes/content.ts'
import { isIgnored } from '../notes/ignored.ts'
import type { Kind } from '../notes/kind.ts'
import { readNotes } from '../notes/notes.ts'
import { hasError } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { arxivQuery, papersOfArxiv } from '../papers/arxiv.ts'
import { type AskedPaper, askedPaper } from '../papers/asked-paper.ts'
import { paperOfCrossref } from '../papers/crossref.ts'
import type { Day } from '../text/day.ts'
import { dayIn } from '../text/zone.ts'
import { entryText, type PaperFacts } from '../writing/entry-text.ts'
import { inserted, type NotesFile, type Place, placeFor, type Side } from '../writing/insertion.ts'
import { type Asking, askedFor } from './asked-papers.ts'
import { readContentFolder } from './content-folder.ts'
import { type KeptText, keptText, replaceText } from './notes-file.ts'
import { Busy, UserError } from './refusals.ts'
import { siteIn } from './site-in.ts'
import { asSoleWriter } from './sole-writer.ts'
import type { Terminal } from './terminal.ts'

/** What is to be begun. */
export interface Beginning {
  readonly content: string
  /** Null for the day that it is in the site's time zone. */
  readonly day: Day | null
  readonly side: Side
  /** As they were written on the line. */
  readonly papers: readonly string[]
  readonly now: Date
}

/** Whom to ask for papers, and how. */
export interface Libraries {
  readonly asking: Asking
  readonly apis: { readonly arxiv: string; readonly crossref: string }
}

/**
 * Writes the beginning of a day's notes, with an entry for each paper, and says where it stands. A paper that can't be told of, or
 * can't be written as an entry, keeps the others from nothing. Resolves to the exit code. Throws a {@link UserError} for what names
 * no paper, and where the day's file holds something else.
 */
export async function begun({ content, day, side, papers, now }: Beginning, terminal: Terminal, libraries: Libraries): Promise<number> {
  const asked = papers.map((written) => {
    const paper = askedPaper(written)
    if (paper === null) throw new UserError(`${written}: no paper’s identifier (write one of arXiv, a DOI, or an address with one of them)`)
    return { written, paper }
  })
  const site = siteIn(content)
  const known = new Set(papers.length === 0 ? [] : notesFiles(content, site).flatMap(({ papers: ids }) => ids))
  const fresh = new Map<string, AskedPaper>()
  for (const { written, paper } of asked) {
    if (known.has(keyOf(paper))) terminal.complain(`${written}: there are notes on it already`)
    else fresh.set(keyOf(paper), paper)
  }
  const { found, failed } = await factsOf([...fresh.values()], libraries)
  for (const { paper, why } of failed) terminal.complain(`${paper.id}: ${why} (nothing was written of it)`)
  if (papers.length > 0 && found.length === 0) return failed.length > 0 ? 1 : 0
  // Only now, since whoever writes notes may have saved while libraries were asked.
  const place = placeIn(content, site, { day: day ?? dayIn(site.timezone, now), side })
  const file = join(content, place.path)
  if (found.length === 0 && place.isBegun) {
    terminal.say(`${file}: there already`)
    return 0
  }
  const { taken, refused } = takenOf(place, found, site)
  for (const { url, title } of refused) terminal.complain(`${url}: “${title}” can’t be written as an entry (write it by hand)`)
  if (found.length > 0 && taken.length === 0) return 1
  mkdirSync(dirname(file), { recursive: true })
  asSoleWriter(content, 'writing of notes', (replace) => {
    replaceText(content, { path: place.path, before: place.kept, text: withPapers(place, taken) }, replace)
  })
  terminal.say(`${file}: ${found.length === 0 ? 'begun' : taken.map(({ title }) => title).join('; ')}`)
  return failed.length + refused.length > 0 ? 1 : 0
}

/** A place in a file, and the file as it is; null where there is none yet. */
interface PlaceOnDisk extends Place {
  readonly kept: KeptText | null
}

/** Where the day's entries go. Throws a {@link UserError} where the file that would be the day's holds something else. */
function placeIn(content: string, site: Site, { day, side }: { readonly day: Day; readonly side: Side }): PlaceOnDisk {
  const files = notesFiles(content, site).filter(({ kind }) => kind === 'day')
  const place = placeFor(day, files, side)
  const kept = keptText(content, place.path)
  const read = files.find(({ path }) => path === place.path)
  if (kept !== null && read !== undefined && read.text !== kept.text)
    throw new Busy(`${join(content, place.path)}: it has been changed meanwhile (run the command again)`)
  if (kept === null || !place.isNewFile) return { ...place, kept }
  const { entries } = readNotes(place.path, kept.text, contextOf(site))
  if (entries.length > 0) {
    const file = join(content, place.path)
    throw new UserError(
      `${file}: it is called as the notes of ${day} are, and holds other ones (mend its date or its name, or write by hand)`,
    )
  }
  // Somebody has begun it, without an entry yet.
  return { ...place, before: `${kept.text.trimEnd()}\n\n`, behind: '', isBegun: true, followsEntry: false, kept }
}

function withPapers(place: Place, papers: readonly PaperFacts[]): string {
  return inserted(
    place,
    papers.map((facts) => entryText(facts, place.form)),
  )
}

/** The papers that are read as entries of their titles where they are written into a place, and the others. */
function takenOf(
  place: PlaceOnDisk,
  found: readonly PaperFacts[],
  site: Site,
): { readonly taken: readonly PaperFacts[]; readonly refused: readonly PaperFacts[] } {
  const entriesOf = (papers: readonly PaperFacts[]): ReturnType<typeof readNotes>['entries'] | null => {
    const { entries, problems } = readNotes(place.path, withPapers(place, papers), contextOf(site))
    return hasError(problems) ? null : entries
  }
  const before = place.kept === null ? [] : readNotes(place.path, place.kept.text, contextOf(site)).entries
  const isTaken = (facts: PaperFacts): boolean => {
    const entries = entriesOf([facts])
    if (entries === null || entries.length !== before.length + 1) return false
    const own = entries.find(({ paper }) => paper?.url === facts.url)
    // A formula is read as Unicode.
    return own !== undefined && (/[$\\]/.test(facts.title) || own.title === facts.title) && own.authors.length === facts.authors.length
  }
  const taken = found.filter(isTaken)
  const all = entriesOf(taken)
  const keepsOthers = all !== null && before.every(({ title, day }) => all.some((entry) => entry.title === title && entry.day === day))
  if (all === null || all.length !== before.length + taken.length || !keepsOthers)
    throw new UserError(`${place.path}: the notes there are in a form that new ones can’t be added to (write them by hand)`)
  return { taken, refused: found.filter((facts) => !taken.includes(facts)) }
}

function contextOf({ language, origin, rules }: Site): Parameters<typeof readNotes>[2] {
  return { language, origin, folder: '', rules }
}

function keyOf({ kind, id }: AskedPaper): string {
  return `${kind} ${id.toLowerCase()}`
}

/** Every file of notes that can be read, the one with the latest entries first; and the papers that its entries are about. */
function notesFiles(content: string, site: Site): readonly (NotesFile & { readonly papers: readonly string[]; readonly kind: Kind })[] {
  const files = readContentFolder(content).filter(({ path }) => path !== 'site.md' && !isIgnored(path, site.ignore))
  const read = files.flatMap(({ path, bytes }) => {
    const { text } = decode(path, bytes)
    if (text === null) return []
    const { entries, roles, kind } = readNotes(path, text, contextOf(site))
    if (entries.length === 0) return []
    const dateLines = [...roles].flatMap(([line, { as }]) => (as === 'date' ? [line] : []))
    const papers = entries.flatMap(({ paper }) => [
      ...(paper?.arxivId == null ? [] : [`arxiv ${paper.arxivId.toLowerCase()}`]),
      ...(paper?.doi == null ? [] : [`doi ${paper.doi.toLowerCase()}`]),
    ])
    return [{ path, text, dateLines, entries, papers, kind }]
  })
  const latest = ({ entries }: NotesFile): string => entries.reduce((newest, { day }) => (day > newest ? day : newest), '')
  return read.toSorted((one, other) => (latest(one) < latest(other) ? 1 : -1))
}

interface Facts {
  readonly found: readonly PaperFacts[]
  readonly failed: readonly { readonly paper: AskedPaper; readonly why: string }[]
}

/** What is known of papers, in their order. arXiv is asked once for all of its own. */
async function factsOf(papers: readonly AskedPaper[], { asking, apis }: Libraries): Promise<Facts> {
  const ids = papers.flatMap(({ kind, id }) => (kind === 'arxiv' ? [id] : []))
  const ofArxiv = ids.length === 0 ? null : await askedFor(arxivQuery(apis.arxiv, ids), asking, (text) => hasAll(text, ids))
  const arxiv = ofArxiv !== null && 'text' in ofArxiv ? papersOfArxiv(ofArxiv.text) : null
  const found: PaperFacts[] = []
  const failed: { paper: AskedPaper; why: string }[] = []
  for (const paper of papers) {
    const facts = paper.kind === 'arxiv' ? factsOfArxiv(paper.id, arxiv, ofArxiv) : await factsOfDoi(paper.id, apis.crossref, asking)
    if (typeof facts === 'string') failed.push({ paper, why: facts })
    else found.push(facts)
  }
  return { found, failed }
}

/** Whether an answer tells of every paper: one that arXiv doesn't know yet may be there tomorrow. */
function hasAll(answer: string, ids: readonly string[]): boolean {
  const papers = papersOfArxiv(answer)
  return papers !== null && ids.every((id) => papers.has(id))
}

function factsOfArxiv(
  id: string,
  papers: ReadonlyMap<string, PaperFacts> | null,
  answered: Awaited<ReturnType<typeof askedFor>> | null,
): PaperFacts | string {
  if (answered !== null && 'why' in answered) return `arXiv can’t be asked; ${answered.why}`
  return papers === null ? 'what arXiv answers can’t be read' : (papers.get(id) ?? 'arXiv has no such paper')
}

async function factsOfDoi(doi: string, api: string, asking: Asking): Promise<PaperFacts | string> {
  const answer = await askedFor(api + encodeURIComponent(doi), asking, (text) => paperOfCrossref(text) !== null)
  if ('why' in answer) return `Crossref can’t tell of it; ${answer.why}`
  return paperOfCrossref(answer.text) ?? 'what Crossref answers can’t be read'
}
