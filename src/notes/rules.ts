import type { DateOrder } from './dates.ts'
import type { Fields } from './fields.ts'
import { dayWordsWith } from './file-name.ts'
import type { Kind } from './kind.ts'
import { type LabelName, type Labels, labelNames, labelsWith } from './labels.ts'
import { quoted } from './problem.ts'

/** What `site.md` adds to the tables by which notes are read. */
export interface ReadingRules {
  readonly labels: Labels
  /** The slugs of words that make no title in the name of a file. */
  readonly dayWords: ReadonlySet<string>
  /** Null where the author doesn't say which number of `06/10/2024` is the month. */
  readonly dateOrder: DateOrder | null
  /** The kind of the files below each folder, by its path with slashes at its end only; the longest path first. */
  readonly kinds: readonly (readonly [folder: string, kind: Kind])[]
}

/** The rules where no `site.md` adds to them. */
export const standardRules: ReadingRules = { labels: labelsWith({}), dayWords: dayWordsWith([]), dateOrder: null, kinds: [] }

/** Reads `labels`, `dayWords`, `dateOrder` and `kinds` of `site.md`. */
export function readRules(fields: Fields): ReadingRules {
  return {
    labels: labelsWith(readLabels(fields)),
    dayWords: dayWordsWith(fields.texts('dayWords', '[seminar, 세미나]', (text) => text.split(/[,，、]/u)) ?? []),
    dateOrder: readDateOrder(fields),
    kinds: readKinds(fields),
  }
}

/** The kind that the rules give a file by its folder; null where they give none. */
export function kindOfFolder(path: string, { kinds }: ReadingRules): Kind | null {
  return kinds.find(([folder]) => path.startsWith(folder))?.[1] ?? null
}

function readDateOrder(fields: Fields): DateOrder | null {
  const written = fields.text('dateOrder', 'month/day/year')
  if (written === null || written === 'month/day/year' || written === 'day/month/year') return written
  fields.refuse('dateOrder', `${quoted(written)} is no order`, 'write dateOrder: month/day/year, or day/month/year')
  return null
}

function readKinds(fields: Fields): ReadingRules['kinds'] {
  const kinds: (readonly [string, Kind])[] = []
  for (const [folder, kind] of Object.entries(fields.table('kinds', '{ daily/: day }') ?? {})) {
    if (kind === 'day' || kind === 'paper') kinds.push([`${folder.replace(/^\.?\/|\/+$/g, '')}/`, kind])
    else fields.refuse('kinds', `${quoted(String(kind))} is no kind of file`, 'write day or paper, as in kinds: { daily/: day }')
  }
  return kinds.toSorted(([one], [other]) => other.length - one.length)
}

function readLabels(fields: Fields): Readonly<Partial<Record<LabelName, readonly string[]>>> {
  const own: Partial<Record<LabelName, readonly string[]>> = {}
  for (const [name, words] of Object.entries(fields.table('labels', '{ authors: [글쓴이] }') ?? {})) {
    const known = labelNames.find((one) => one === name)
    const list = (Array.isArray(words) ? words : [words]).map(String)
    if (known === undefined) fields.refuse('labels', `${quoted(name)} labels nothing`, `take one of ${labelNames.join(', ')}`)
    else own[known] = list
  }
  return own
}
