import { existsSync, mkdirSync } from 'node:fs'
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
import { readBytes, readContentFolder } from './content-folder.ts'
import { UserError } from './refusals.ts'
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
 * Writes the beginning of a day's notes, with an entry for each paper, and says where it stands. A paper that can't be told of
 * keeps the others from nothing. Resolves to the exit code. Throws a {@link UserError} for what names no paper.
 */
export async function begun({ content, day, side, papers, now }: Beginning, terminal: Terminal, libraries: Libraries): Promise<number> {
  const asked = papers.map((written) => {
    const paper = askedPaper(written)
    if (paper === null) throw new UserError(`${written}: no paper’s identifier (write one of arXiv, a DOI, or an address with one of them)`)
    return { written, paper }
  })
  const site = siteIn(content)
  const today = day ?? dayIn(site.timezone, now)
  const files = notesFiles(content, site)
  const place = withBegun(
    content,
    placeFor(
      today,
      files.filter(({ kind }) => kind === 'day'),
      side,
    ),
    files,
  )
  const known = new Set(files.flatMap(({ papers: ids }) => ids))
  const fresh = asked.filter(({ paper }) => !known.has(keyOf(paper)))
  for (const { written } of asked.filter((one) => !fresh.includes(one))) terminal.complain(`${written}: there are notes on it already`)
  const { found, failed } = await factsOf(
    fresh.map(({ paper }) => paper),
    libraries,
  )
  for (const { paper, why } of failed) terminal.complain(`${paper.id}: ${why} (nothing was written of it)`)
  if (papers.length > 0 && found.length === 0) return failed.length > 0 ? 1 : 0
  const file = join(content, place.path)
  if (found.length === 0 && place.isBegun) {
    terminal.say(`${file}: there already`)
    return 0
  }
  write(
    content,
    place,
    found.map((facts) => entryText(facts, place.form)),
    site,
  )
  terminal.say(`${file}: ${found.length === 0 ? 'begun' : found.map(({ title }) => title).join('; ')}`)
  return failed.length > 0 ? 1 : 0
}

/** A place in a file that has no entry yet, but for what somebody has begun in it. */
function withBegun(content: string, place: Place, files: readonly NotesFile[]): Place {
  const file = join(content, place.path)
  if (!existsSync(file) || files.some(({ path }) => path === place.path)) return place
  return { ...place, before: `${readBytes(file).toString().trimEnd()}\n\n`, isBegun: true }
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
    const { entries, roles, kind } = readNotes(path, text, { language: site.language, origin: site.origin, folder: '', rules: site.rules })
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
  const ofArxiv = ids.length === 0 ? null : await askedFor(arxivQuery(apis.arxiv, ids), asking)
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

function factsOfArxiv(
  id: string,
  papers: ReadonlyMap<string, PaperFacts> | null,
  answered: Awaited<ReturnType<typeof askedFor>> | null,
): PaperFacts | string {
  if (answered !== null && 'why' in answered) return `arXiv can’t be asked; ${answered.why}`
  return papers === null ? 'what arXiv answers can’t be read' : (papers.get(id) ?? 'arXiv has no such paper')
}

async function factsOfDoi(doi: string, api: string, asking: Asking): Promise<PaperFacts | string> {
  const answer = await askedFor(api + encodeURIComponent(doi), asking)
  if ('why' in answer) return `Crossref can’t tell of it; ${answer.why}`
  return paperOfCrossref(answer.text) ?? 'what Crossref answers can’t be read'
}

/** Writes entries into their place, once it is sure that all of them are read as entries, and whatever was there as it was. */
function write(content: string, place: Place, entries: readonly string[], site: Site): void {
  const text = inserted(place, entries)
  const context = { language: site.language, origin: site.origin, folder: '', rules: site.rules }
  const read = (written: string): ReturnType<typeof readNotes> => readNotes(place.path, written, context)
  const before = place.before === '' && place.behind === '' ? 0 : read(place.before + place.behind).entries.length
  const after = read(text)
  if (hasError(after.problems) || (entries.length > 0 && after.entries.length !== before + entries.length))
    throw new UserError(`${join(content, place.path)}: the notes there are in a form that new ones can’t be added to (write them by hand)`)
  mkdirSync(dirname(join(content, place.path)), { recursive: true })
  asSoleWriter(content, 'writing of notes', (replace) => replace(place.path, text))
}
