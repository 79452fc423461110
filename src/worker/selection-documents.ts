import { folderOf } from '../catalog/channels.ts'
import type { Format } from '../feed/formats.ts'
import { type FrameKind, type FrameTemplate, type FrameTemplates, frameMarks, frameName } from '../feed/frame-marks.ts'
import { type Digest, dayOf, digestItem } from '../selections/digests.ts'
import { addressOf, nameOf, type Selection } from '../selections/expression.ts'
import { filledIn } from '../selections/filling.ts'
import { type FilledIn, feedOf } from '../selections/frames.ts'
import { itemsIn } from '../selections/items.ts'
import type { SelectedArchive } from '../selections/selecting.ts'
import type { Source } from '../selections/sources.ts'
import { inView, viewedId, viewedOf } from '../selections/views.ts'
import { packKeys } from '../site/pack-keys.ts'
import { selectionPageOf } from '../site/pages/selection-list.ts'
import { folderOfSelection, type SelectionPath } from '../site/selection-paths.ts'
import { paths } from '../site/urls.ts'
import type { Reading } from './responses.ts'
import { type Cut, type Known, unzipped } from './selection-known.ts'

/** How a document of a selection is asked for: a feed's current document or archive, or the page, of entries or of digests. */
export type Wanted = Omit<SelectionPath, 'expression'>

/** A document of a selection that is to be made. */
export interface Made {
  readonly known: Known
  readonly selection: Selection
  readonly wanted: Wanted
  /** The entries whose items are needed. */
  readonly entries: readonly number[]
  readonly digests: readonly Digest[]
  readonly documents: Cut
}

/** What a document says of itself, and what stands around its items. */
interface Framing {
  readonly template: FrameTemplate | null
  readonly filledIn: FilledIn
  readonly name: string
}

function placeAmong(archives: readonly SelectedArchive[], number: number): FrameKind['place'] {
  if (archives[number - 1]?.isFull === true) return 'full'
  return number < archives.length ? 'open' : 'last'
}

function framingOf({ known, selection, wanted, entries, digests, documents }: Made): Framing {
  const { parts, index } = known
  const { format, archive, view, digest } = wanted
  const selected = nameOf(selection, (operand) => known.nameOf(operand))
  const shown = [view === null ? '' : parts.viewNames[view], digest === null ? '' : parts.digestNames[digest]]
  const name = [selected, ...shown].filter((part) => part !== '').join(' · ')
  const before = digest !== null ? 0 : archive === null ? documents.archives.length : archive - 1
  const place = archive === null ? 'current' : placeAmong(documents.archives, archive)
  const changes = digest === null ? entries.map((entry) => index.changed[entry] as number) : digests.map(({ updated }) => updated)
  const filled: FilledIn = {
    title: `${name} · ${parts.siteTitle}`,
    description: filledIn(parts.description, new Map([[frameMarks.title, name]])),
    folder: folderOfSelection(selection, wanted),
    updated: new Date(Math.max(...changes, parts.feedsChanged ?? 0, earliest) * 1000),
    archive,
    previous: before > 0 ? before : null,
  }
  const template = format === null ? null : (parts.frames[frameName({ place, hasPrevious: before > 0 })] as FrameTemplates)[format]
  return { template, filledIn: filled, name }
}

/** What tells one version of a document from another: all that it is made from. */
export async function hashOf(made: Made): Promise<string> {
  const { known, wanted, entries, digests, documents } = made
  const { template, filledIn: filled, name } = framingOf(made)
  const { format } = wanted
  const around =
    format === null
      ? [known.hash, known.parts.written.json, name, documents.count]
      : [template, filled, known.parts.written[format], digests.length > 0 ? known.parts.digestItems[format] : '']
  const gathered = digests.map(({ name: of, published, updated, entries: { length } }) => [of, published, updated, length])
  const text = JSON.stringify([format, wanted.view, wanted.digest, around, gathered, entries.map((entry) => known.index.versions[entry])])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The text of a document, of items that stand elsewhere. Rejects where a pack can't be read. */
export async function textOf(reading: Reading, made: Made): Promise<string> {
  const { known, wanted, entries, digests, documents } = made
  const { format, digest } = wanted
  const { template, filledIn: filled, name } = framingOf(made)
  // A digest is made of what JSON Feed says, whatever it is written in.
  const found = await shownItemsOf(reading, made, digest === null ? (format ?? 'json') : 'json')
  const items = digest === null ? entries.flatMap((entry) => found.get(entry) ?? []) : digestItems(made, found)
  const count = digest === null ? documents.count : digests.length
  if (format === null || template === null) return selectionPageOf(known.parts.page, { ...filled, name, count, items })
  return feedOf(format, template, filled, items)
}

/** The items of digests, of the items of their entries. */
function digestItems({ known, selection, wanted, digests }: Made, found: ReadonlyMap<number, string>): readonly string[] {
  const { parts } = known
  const format = wanted.format ?? 'json'
  const of = addressOf(selection)
  // One for each channel: readers keep one content for an id.
  const idOf = (day: string): string =>
    `tag:${parts.authority},${day}:${wanted.digest === 'daily' ? 'day' : 'week'}${of === '' ? '' : `/${of}`}`
  return digests.map(({ name, day, entries, published, updated }) =>
    digestItem(format, parts.digestItems[format], {
      id: wanted.view === null ? idOf(day) : viewedId(wanted.view, idOf(day)),
      // A week may lie in two months: the one that its newest entry is in has a page.
      link: wanted.digest === 'daily' ? paths.day(day) : paths.month(dayOf(known.index.days[entries[0] as number] as number).slice(0, 7)),
      hasHeadings: wanted.view !== 'titles',
      title: `${name} (${entries.length})`,
      published,
      updated,
      items: entries.flatMap((entry) => found.get(entry) ?? []),
    }),
  )
}

/** A feed that has never held an entry has some date (RFC 4287 §4.1.1); validators doubt any before 1990. */
const earliest = Date.UTC(2000, 0, 1) / 1000

/** What is shown of entries, as items of a format. */
async function shownItemsOf(reading: Reading, made: Made, format: Format): Promise<ReadonlyMap<number, string>> {
  const { known, wanted, entries, documents } = made
  const { view } = wanted
  if (entries.length === 0) return new Map()
  const isPolled = wanted.archive === null && wanted.digest === null
  // The entries of an archive may be in as many documents as there are of them; a day's or a week's stand together.
  const sources = isPolled ? documents.sources : known.holders.sourcesOf(entries, entries.length)
  const items = await itemsOf(reading, known, sources, format)
  if (view === null) return items
  // What a view leaves of an item is told by JSON Feed, which stands in the same packs.
  const told = format === 'json' ? items : await itemsOf(reading, known, sources, 'json')
  return new Map(
    entries.flatMap((entry) => {
      const [item, json] = [items.get(entry), told.get(entry)]
      if (item === undefined || json === undefined) return []
      return [[entry, inView(format, item, viewedOf(view, json, known.index.commentaries[entry] as number))] as const]
    }),
  )
}

/** The items of documents, by their entries. */
async function itemsOf(
  { reader }: Reading,
  known: Known,
  sources: readonly Source[],
  format: Format,
): Promise<ReadonlyMap<number, string>> {
  const items = new Map<number, string>()
  for (const source of sources) {
    const { key, path } = placeOf(known, source, format)
    const pack = await reader.pack(key)
    const text = new TextDecoder().decode(await unzipped(pack.bodyOf(pack.documentAt(path))))
    const found = itemsIn(format, text)
    if (found.length !== source.entries.length) throw new Error(`${path} holds ${found.length} items, not ${source.entries.length}`)
    for (const [place, entry] of source.entries.entries()) items.set(entry, found[place] as string)
  }
  return items
}

function placeOf(known: Known, { channel, archive }: Source, format: Format): { readonly key: string; readonly path: string } {
  const { kind, slug } = known.operandAt(channel)
  const folder = folderOf(kind, slug)
  return archive === 0
    ? { key: packKeys.channel(folder), path: paths.feed(format, folder) }
    : { key: packKeys.archive(folder, archive), path: paths.archive(format, folder, archive) }
}
