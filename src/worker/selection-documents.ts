import { folderOf } from '../catalog/channels.ts'
import type { Format } from '../feed/formats.ts'
import { type FrameKind, type FrameTemplate, type FrameTemplates, frameMarks, frameName } from '../feed/frame-marks.ts'
import { type Digest, digestItem } from '../selections/digests.ts'
import { addressOf, nameOf, type Operand, type Selection } from '../selections/expression.ts'
import { filledIn } from '../selections/filling.ts'
import { type FilledIn, feedOf } from '../selections/frames.ts'
import { itemsIn } from '../selections/items.ts'
import { type SelectionParts, selectionDocuments } from '../selections/parts.ts'
import {
  type ChannelOf,
  cheapestSources,
  documentsOf,
  entriesOf,
  type SelectedArchive,
  type SelectedDocuments,
  type Source,
} from '../selections/selecting.ts'
import { type IndexedChannel, readSelectionIndex, type SelectionIndex } from '../selections/selection-index.ts'
import { packKeys } from '../site/pack-keys.ts'
import { selectionPageOf } from '../site/pages/selection-list.ts'
import { folderOfSelection, type SelectionPath } from '../site/selection-paths.ts'
import { paths } from '../site/urls.ts'
import { LatestUsed } from './latest-used.ts'
import type { OpenedPack } from './opened-pack.ts'
import type { Reading } from './responses.ts'

/** What selections are made from, as one pack has it. */
export interface Known {
  readonly index: SelectionIndex
  readonly parts: SelectionParts
  /** A digest of the parts. */
  readonly hash: string
  readonly channelOf: ChannelOf
  readonly site: IndexedChannel
  readonly nameOfOperand: (operand: Operand) => string
  /** What was worked out of it, by the selections' addresses. */
  readonly cuts: LatestUsed<Cut>
}

/** How a document of a selection is asked for: a feed's current document or archive, or the page, of entries or of digests. */
export type Wanted = Omit<SelectionPath, 'expression'>

/** The entries of a selection, the newest first, and the documents that they are cut into. */
export interface Cut extends SelectedDocuments {
  readonly all: readonly number[]
}

/** How many bytes of memory the entries of selections may take. */
const cutBytes = 4 * 1024 * 1024

/** A document of a selection that is to be made. */
export interface Made {
  readonly known: Known
  readonly selection: Selection
  readonly wanted: Wanted
  /** Those whose items are needed. */
  readonly entries: readonly number[]
  readonly digests: readonly Digest[]
  readonly documents: Cut
}

/** In memory. */
const bytesOfNumber = 8

/** The entries of a selection and its documents, worked out once. */
export function cutOf(known: Known, selection: Selection): Cut {
  const name = addressOf(selection)
  const before = known.cuts.get(name)
  if (before !== undefined) return before
  const all = entriesOf(known.index, selection, known.channelOf)
  const cut = { ...documentsOf(known.index, all, known.parts.sizes), all }
  known.cuts.keep(name, cut)
  return cut
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
  const { format, archive, digest } = wanted
  const selected = nameOf(selection, known.nameOfOperand)
  const name = [selected, digest === null ? '' : parts.digestNames[digest]].filter((part) => part !== '').join(' · ')
  const before = digest !== null ? 0 : archive === null ? documents.archives.length : archive - 1
  const place = archive === null ? 'current' : placeAmong(documents.archives, archive)
  const changes = digest === null ? entries.map((entry) => index.changed[entry] as number) : digests.map(({ updated }) => updated)
  const filled: FilledIn = {
    title: `${name} · ${parts.siteTitle}`,
    description: filledIn(parts.description, new Map([[frameMarks.title, name]])),
    folder: folderOfSelection(selection, digest),
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
  const text = JSON.stringify([format, wanted.digest, around, gathered, entries.map((entry) => known.index.versions[entry])])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The text of a document, of items that stand elsewhere. Rejects where a pack can't be read. */
export async function textOf(reading: Reading, made: Made): Promise<string> {
  const { known, wanted, entries, digests, documents } = made
  const { format, digest } = wanted
  const { template, filledIn: filled, name } = framingOf(made)
  // A digest is made of what JSON Feed says, whatever it is written in.
  const found = await itemsOf(reading, made, digest === null ? (format ?? 'json') : 'json')
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
  return digests.map(({ name, day, entries, published, updated }) =>
    digestItem(format, parts.digestItems[format], {
      // One for each channel: readers keep one content for an id.
      id: `tag:${parts.authority},${day}:${wanted.digest === 'daily' ? 'day' : 'week'}${of === '' ? '' : `/${of}`}`,
      link: wanted.digest === 'daily' ? paths.day(day) : paths.month(day.slice(0, 7)),
      title: `${name} (${entries.length})`,
      published,
      updated,
      items: entries.flatMap((entry) => found.get(entry) ?? []),
    }),
  )
}

/** A feed that has never held an entry has some date (RFC 4287 §4.1.1); validators doubt any before 1990. */
const earliest = Date.UTC(2000, 0, 1) / 1000

/** Reads what selections are made from. Rejects where the pack doesn't hold it. */
export async function knownFrom(pack: OpenedPack): Promise<Known> {
  const stored = pack.documentAt(selectionDocuments.parts)
  const [index, text] = await Promise.all([unzipped(pack.bodyOf(pack.documentAt(selectionDocuments.index))), unzipped(pack.bodyOf(stored))])
  const parts = JSON.parse(new TextDecoder().decode(text)) as SelectionParts
  const read = readSelectionIndex(new Uint8Array(index))
  const places = new Map<string, number>()
  for (const [number, [slug]] of parts.tags.entries()) places.set(`tag ${slug}`, number + 1)
  for (const [number, [slug]] of parts.authors.entries()) places.set(`author ${slug}`, parts.tags.length + number + 1)
  const placeOf = ({ kind, slug }: Operand): number => places.get(`${kind} ${slug}`) as number
  const names = ['', ...parts.tags.map(([, name]) => name), ...parts.authors.map(([, name]) => name)]
  return {
    index: read,
    parts,
    hash: stored.resource.hash,
    channelOf: (operand) => read.channels[placeOf(operand)] as IndexedChannel,
    site: read.channels[0] as IndexedChannel,
    nameOfOperand: (operand) => names[placeOf(operand)] as string,
    cuts: new LatestUsed<Cut>(cutBytes, ({ all }) => bytesOfNumber * 2 * all.length),
  }
}

/** So many documents are read for what subscribers poll: of entries that are strewn over the years the oldest are left to archives. */
const mostSources = 13

/** The items of entries, cut out of the documents that hold them. */
async function itemsOf(
  { reader }: Reading,
  { known, selection, wanted, entries }: Made,
  format: Format,
): Promise<ReadonlyMap<number, string>> {
  const items = new Map<number, string>()
  if (entries.length === 0) return items
  const most = wanted.archive === null ? mostSources : entries.length
  for (const source of cheapestSources(entries, selection, { ...known, most })) {
    const { key, path } = placeOf(source, format)
    const pack = await reader.pack(key)
    const text = new TextDecoder().decode(await unzipped(pack.bodyOf(pack.documentAt(path))))
    const found = itemsIn(format, text)
    if (found.length !== source.entries.length) throw new Error(`${path} holds ${found.length} items, not ${source.entries.length}`)
    for (const [place, entry] of source.entries.entries()) items.set(entry, found[place] as string)
  }
  return items
}

function placeOf({ operand, archive }: Source, format: Format): { readonly key: string; readonly path: string } {
  const folder = operand === null ? '' : folderOf(operand.kind, operand.slug)
  return archive === 0
    ? { key: packKeys.channel(folder), path: paths.feed(format, folder) }
    : { key: packKeys.archive(folder, archive), path: paths.archive(format, folder, archive) }
}

async function unzipped(gzipped: Blob): Promise<ArrayBuffer> {
  return await new Response(gzipped.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
