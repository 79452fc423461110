import { type Day, readDateOfName } from '../text/day.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'
import type { Entry, Identified } from './entries.ts'

/** Where the wiki links of entries lead. */
export interface WikiLinks {
  /** What each target means, by the target as written: an entry, or a day with a page. Targets that mean nothing, or several entries, are missing. */
  readonly meanings: ReadonlyMap<string, Entry | Day>
  /** The entries that link to an entry, newest first, each once; none links to itself. */
  readonly linkedFrom: ReadonlyMap<Entry, readonly Entry[]>
}

/** An entry and the path of the file that it stands in. */
type Placed = Pick<Identified, 'entry'> & { readonly note: Pick<Identified['note'], 'file'> }

/**
 * Where the wiki links of these entries lead among them.
 *
 * @param visible newest first
 */
export function wikiLinksOf(visible: readonly Placed[]): WikiLinks {
  const linking = visible.map(({ entry }) => ({ entry, targets: targetsOf(entry) })).filter(({ targets }) => targets.size > 0)
  if (linking.length === 0) return { meanings: new Map(), linkedFrom: new Map() }
  const meaningOf = meaningAmong(visible)
  const meanings = new Map<string, Entry | Day>()
  for (const target of new Set(linking.flatMap(({ targets }) => [...targets]))) {
    const meaning = meaningOf(target)
    if (meaning !== null) meanings.set(target, meaning)
  }
  const links = linking.flatMap(({ entry, targets }) => {
    const meant = new Set([...targets].map((target) => meanings.get(target)))
    return [...meant].flatMap((to) => (typeof to === 'object' && to !== entry ? [{ to, entry }] : []))
  })
  const linkedFrom = [...Map.groupBy(links, ({ to }) => to)].map(([to, from]) => [to, from.map(({ entry }) => entry)] as const)
  return { meanings, linkedFrom: new Map(linkedFrom) }
}

function targetsOf({ abstract, commentary }: Entry): ReadonlySet<string> {
  return new Set([...abstract, ...commentary].flatMap(({ wikiLinks }) => wikiLinks.map(({ target }) => target)))
}

/**
 * What a target means. It names a file, `240606 Other Note`; where no file is called so, the entry whose file is called so
 * behind its date, or whose title it is; where it names no single entry, a day, `2024-06-10`. A folder before a file's name
 * only tells files of one name apart. A section behind the target, `#Section` or `^block`, is part of no name.
 */
function meaningAmong(visible: readonly Placed[]): (target: string) => Entry | Day | null {
  const byStem = Map.groupBy(visible, ({ note }) => nameOf(pathOf(note.file)))
  const byFile = Map.groupBy(visible, ({ note }) => note.file)
  const bySlug = Map.groupBy(
    visible.flatMap((one) => {
      const undated = byFile.get(one.note.file)?.length === 1 ? readDateOfName(nameOf(one.note.file))?.rest : undefined
      return [...new Set([one.entry.title, undated ?? ''].map(slugOf))].map((slug) => ({ slug, ...one }))
    }),
    ({ slug }) => slug,
  )
  bySlug.delete('')
  const days = new Map(visible.map(({ entry }) => [entry.day as string, entry.day]))
  return (target) => {
    const path = pathOf(target.replace(/[#^].*$/s, '').trim())
    const name = nameOf(path)
    const called = byStem.get(name) ?? bySlug.get(slugOf(name)) ?? []
    const inFolder = called.filter(({ note }) => `/${pathOf(note.file)}`.endsWith(`/${path}`))
    const [only, another] = inFolder.length === 0 ? called : inFolder
    return only !== undefined && another === undefined ? only.entry : (days.get(name) ?? null)
  }
}

/** A path without its ending, in one form for every way of writing it. */
function pathOf(file: string): string {
  return nfc(file.toLowerCase()).replace(/\.(?:md|txt)$/, '')
}

/** The last part of a path: the name of the file. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
