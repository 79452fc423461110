import { catalogOf, noLedger } from '../catalog/catalog.ts'
import { twinAliases } from '../catalog/twins.ts'
import { readContent } from '../notes/content.ts'
import type { Note } from '../notes/note.ts'
import { readNotes } from '../notes/notes.ts'
import { hasError } from '../notes/problem.ts'
import { readSite, type Site } from '../notes/site.ts'
import { tagKey } from '../notes/tag-line.ts'
import { arxivSearch, papersOfArxiv } from '../papers/arxiv.ts'
import { slugOf } from '../text/slug.ts'
import { aliasesAdded, type DateLine, datesAlike, type Edit, edited, editShown } from '../writing/edits.ts'
import { type Asking, askedFor } from './asked-papers.ts'
import { readContentFolder } from './content-folder.ts'
import { type KeptText, keptText, replaceText } from './notes-file.ts'
import { siteIn } from './site-in.ts'
import { asSoleWriter } from './sole-writer.ts'
import type { Terminal } from './terminal.ts'

/** What is to be mended. */
export interface Fixing {
  readonly content: string
  /** Whether links that are missing are looked for at arXiv, and how; null where they aren't. */
  readonly resolve: { readonly asking: Asking; readonly api: string } | null
  /** Whether nobody is asked before anything is written. */
  readonly yes: boolean
}

/** A file as it is and as it is to be. */
interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly shown: readonly string[]
}

/**
 * Mends what is safe to mend: tags that are likely one get an alias, dates the form that most have, and entries without a link
 * the one that arXiv has for their title. Shows each change, and asks before it writes. Resolves to the exit code.
 */
export async function fixed({ content, resolve, yes }: Fixing, terminal: Terminal): Promise<number> {
  const site = siteIn(content)
  const kept = new Map(readContentFolder(content).map(({ path }) => [path, keptText(content, path) as KeptText]))
  const files = new Map([...kept].map(([path, { text }]) => [path, text]))
  const reading = readAll(content, files, site)
  if (reading === null) {
    terminal.complain(`${content}: there are errors, which come first (npm run check says them; nothing was mended)`)
    return 1
  }
  const links = resolve === null ? [] : await missingLinks(reading.entries, files, resolve, terminal)
  const changes = [...aliasChange(files, site, reading.entries, terminal), ...changesOf(files, [...datesAlike(reading.dates), ...links])]
  if (changes.length === 0) {
    terminal.say(`${content}: nothing to mend`)
    return 0
  }
  for (const { shown } of changes) for (const line of shown) terminal.say(line)
  if (!keepsEntries(content, files, { site, changes, entries: reading.entries })) {
    terminal.complain(`${content}: with these changes the notes would be read otherwise, so nothing was written (mend them by hand)`)
    return 1
  }
  const what = `${changes.length === 1 ? 'One file' : `${changes.length} files`} in ${content}`
  if (!yes && terminal.ask === null) {
    terminal.complain(`${what} would change: nothing was written (add --yes to write, where nobody can be asked)`)
    return 1
  }
  if (!yes && !(await terminal.ask?.(`${what} would change so. Write?`))) {
    terminal.say('Nothing was written.')
    return 1
  }
  asSoleWriter(content, 'mending', (replace) => {
    for (const { path, after } of changes) replaceText(content, { path, before: kept.get(path) as KeptText, text: after }, replace)
  })
  terminal.say(`${what} changed.`)
  return 0
}

interface AllNotes {
  readonly entries: readonly Note[]
  readonly dates: readonly DateLine[]
}

/** Everything in files, as it is read; null where an error is in them. */
function readAll(content: string, files: ReadonlyMap<string, string>, site: Site): AllNotes | null {
  const given = [...files].map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  const { content: read, problems } = readContent(content, given, { origin: null, drafts: true })
  if (read === null || hasError(problems)) return null
  const dates = [...files].flatMap(([path, text]) => {
    if (path === 'site.md') return []
    const { entries, roles, kind } = readNotes(path, text, { language: site.language, origin: site.origin, folder: '', rules: site.rules })
    if (kind !== 'day') return []
    const lines = text.split('\n')
    return [...roles].flatMap(([line, { as }]): readonly DateLine[] => {
      const next = entries.find((entry) => entry.line > line)
      return as === 'date' && next !== undefined ? [{ path, line, text: lines[line - 1] as string, day: next.day }] : []
    })
  })
  return { entries: read.entries, dates }
}

/** Aliases in `site.md` for tags that are likely others written otherwise. */
function aliasChange(files: ReadonlyMap<string, string>, site: Site, notes: readonly Note[], terminal: Terminal): readonly Change[] {
  const aliases = twinAliases(site, notes)
  if (Object.keys(aliases).length === 0) return []
  const before = files.get('site.md') as string
  const edit = aliasesAdded(before, aliases)
  const after = edit === null ? before : edited(before, [edit])
  const { site: read } = readSite('site.md', after, null)
  const isRead = Object.entries(aliases).every(([label, twin]) => read?.aliases.get(tagKey(label)) === twin)
  if (edit === null || !isRead) {
    const written = Object.entries(aliases).map(([label, twin]) => `"${label}": "${twin}"`)
    terminal.complain(`site.md: aliases stand there in a form that is left as it is (add by hand: ${written.join(', ')})`)
    return []
  }
  return [{ path: 'site.md', before, after, shown: [editShown(edit, before)] }]
}

function changesOf(files: ReadonlyMap<string, string>, edits: readonly Edit[]): readonly Change[] {
  return [...Map.groupBy(edits, ({ path }) => path)].map(([path, ofFile]) => {
    const before = files.get(path) as string
    return { path, before, after: edited(before, ofFile), shown: ofFile.map((edit) => editShown(edit, before)) }
  })
}

/** Links that arXiv has for the titles of entries without one: of those whose title is the very same. */
async function missingLinks(
  entries: readonly Note[],
  files: ReadonlyMap<string, string>,
  { asking, api }: NonNullable<Fixing['resolve']>,
  terminal: Terminal,
): Promise<readonly Edit[]> {
  const edits: Edit[] = []
  // Of `a.md` and `old/a.md` the longer is meant where both end a path.
  const paths = [...files.keys()].toSorted((one, other) => other.length - one.length)
  for (const { file, line, title } of entries.filter((entry) => entry.links.length === 0)) {
    const path = paths.find((one) => file.endsWith(`/${one}`)) as string
    const written = (files.get(path) as string).split('\n')[line - 1] as string
    // The title may be the file's name, or stand in front matter.
    if (!slugOf(written).includes(slugOf(title))) continue
    const answer = await askedFor(arxivSearch(api, title), asking, (text) => papersOfArxiv(text) !== null)
    if ('why' in answer) {
      terminal.complain(`${file}:${line}: arXiv can’t be asked for it; ${answer.why}`)
      break
    }
    const found = [...(papersOfArxiv(answer.text)?.values() ?? [])].filter((paper) => slugOf(paper.title) === slugOf(title))
    const [paper] = found
    if (paper === undefined || found.length > 1) continue
    edits.push({ path, line, lines: [written, paper.url], why: 'arXiv has a paper with this title' })
  }
  return edits
}

/** Whether with changes the same entries are read as without: their days, titles, texts and, but for new names, tags. */
function keepsEntries(
  content: string,
  files: ReadonlyMap<string, string>,
  { site, changes, entries }: { readonly site: Site; readonly changes: readonly Change[]; readonly entries: readonly Note[] },
): boolean {
  const after = readAll(content, new Map([...files, ...changes.map((change) => [change.path, change.after] as const)]), site)
  const told = (notes: readonly Note[]): string =>
    JSON.stringify(
      notes.map(({ day, title, authors, tags, abstract, commentary }) => [
        day,
        title,
        authors,
        tags.map(({ label }) => label),
        [...abstract, ...commentary].map(({ source }) => source),
      ]),
    )
  return after !== null && told(after.entries) === told(entries) && catalogOf(site, after.entries, noLedger).catalog !== null
}
