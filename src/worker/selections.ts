import { folderOf } from '../catalog/channels.ts'
import { type Format, formatFacts } from '../feed/formats.ts'
import { type FrameTemplates, frameMarks, frameName } from '../feed/frame-marks.ts'
import { addressOf, nameOf, type Operand, type Selection } from '../selections/expression.ts'
import { feedOf } from '../selections/frames.ts'
import { itemsIn } from '../selections/items.ts'
import { type SelectionParts, selectionDocuments } from '../selections/parts.ts'
import { type ChannelOf, cheapestSources, documentsOf, entriesOf, type SelectedDocuments, type Source } from '../selections/selecting.ts'
import { type IndexedChannel, readSelectionIndex, type SelectionIndex } from '../selections/selection-index.ts'
import { channelAt } from '../site/channel-rows.ts'
import type { Manifest } from '../site/manifest.ts'
import { packKeys } from '../site/pack-keys.ts'
import { selectionPageOf } from '../site/pages/selection-list.ts'
import { paths } from '../site/urls.ts'
import { codingFor, isToBeShown } from './asked.ts'
import { conditionsOf, evaluate } from './conditional.ts'
import { anyOrigin, type Coding, representationOf } from './headers.ts'
import { LatestMade } from './latest-made.ts'
import { LatestUsed } from './latest-used.ts'
import type { OpenedPack } from './opened-pack.ts'
import type { PlainAnswer } from './plain.ts'
import type { Reading } from './responses.ts'
import type { SelectionOutcome } from './selection-lookup.ts'

type Selected = Extract<SelectionOutcome, { readonly kind: 'selection' }>

/** What selections are made from, as one pack has it. */
interface Known {
  readonly index: SelectionIndex
  readonly parts: SelectionParts
  /** A digest of the parts. */
  readonly hash: string
  readonly channelOf: ChannelOf
  readonly site: IndexedChannel
  readonly nameOfOperand: (operand: Operand) => string
}

/** How many selections' entries are remembered, and how many bytes of bodies. */
const [mostRemembered, bodyBytes] = [200, 8 * 1024 * 1024]

/** How a document of a selection is asked for: a feed's current document or archive, or the page. */
interface Wanted {
  readonly format: Format | null
  readonly archive: number | null
}

/**
 * Answers for selections. Which entries are in one, and so its version, is worked out from an index alone; their items are cut
 * out of the feeds that there are, never written anew.
 */
export class Selections {
  readonly #manifest: Manifest
  readonly #plainAnswer: PlainAnswer
  #known: { readonly pack: OpenedPack; readonly known: Promise<Known> } | null = null
  readonly #documents = new LatestMade<{ readonly of: Known; readonly documents: SelectedDocuments }>(mostRemembered)
  readonly #bodies = new LatestUsed<Blob>(bodyBytes, ({ size }) => size)

  constructor(manifest: Manifest, plainAnswer: PlainAnswer) {
    // A selection names no hub: nobody would ping it.
    this.#manifest = { ...manifest, hubUrl: null }
    this.#plainAnswer = plainAnswer
  }

  /** The answer to GET and HEAD; null where the selection has no such archive. Rejects where a pack can't be read. */
  async answer(reading: Reading, { path, selection, asked }: Selected): Promise<Response | null> {
    const { request, now } = reading
    const known = await this.#knownIn(reading)
    const documents = this.#documentsOf(known, selection)
    const wanted: Wanted = isToBeShown(request) ? { format: null, archive: null } : asked
    const entries = wanted.archive === null ? documents.current : documents.archives[wanted.archive - 1]
    if (entries === undefined || (asked.archive !== null && documents.archives[asked.archive - 1] === undefined)) return null
    const made: Made = { known, selection, wanted, entries, documents }
    const hash = await hashOf(made)
    const dated = this.#modifiedOf(selection)
    const modified = dated !== null && dated * 1000 > now ? null : dated
    const coding = codingFor(request)
    const mediaType = `${wanted.format === null ? 'text/html' : formatFacts[wanted.format].mediaType}; charset=utf-8`
    const version = { path, mediaType, hash, modified, length: 0, gzipLength: 0 }
    const { validators, notModifiedHeaders } = representationOf(this.#manifest, version, coding)
    const decision = evaluate(conditionsOf(request.headers), validators, now)
    if (decision === 'not-modified') return new Response(null, { status: 304, headers: notModifiedHeaders })
    if (decision === 'precondition-failed') return this.#plainAnswer(412, anyOrigin)
    const body = await this.#bodyOf(reading, made, `${path} ${hash} ${coding}`, coding)
    const { headers } = representationOf(this.#manifest, { ...version, length: body.size, gzipLength: body.size }, coding)
    const init: ResponseInit & { encodeBody?: 'manual' } = coding === 'gzip' ? { headers, encodeBody: 'manual' } : { headers }
    return new Response(request.method === 'HEAD' ? null : body.stream(), init)
  }

  async #knownIn({ reader }: Reading): Promise<Known> {
    const pack = await reader.pack(packKeys.selections)
    if (this.#known?.pack !== pack) this.#known = { pack, known: knownFrom(pack) }
    return this.#known.known
  }

  #documentsOf(known: Known, selection: Selection): SelectedDocuments {
    const name = addressOf(selection)
    const before = this.#documents.get(name)
    if (before?.of === known) return before.documents
    const documents = documentsOf(known.index, entriesOf(known.index, selection, known.channelOf), known.parts.sizes)
    this.#documents.keep(name, { of: known, documents })
    return documents
  }

  /**
   * When one of the channels that it is made of last changed, in seconds since the epoch; null where that isn't recorded. The
   * selected entries' own date could go back, as when the one that changed last loses a tag.
   */
  #modifiedOf({ groups, without }: Selection): number | null {
    const { channels } = this.#manifest
    const folders = [...groups.flat(), ...without].map(({ kind, slug }) => folderOf(kind, slug))
    const dates = (groups.length === 0 ? [...folders, ''] : folders).map((folder) => channelAt(channels, folder)?.row[2] ?? null)
    return dates.every((date) => date !== null) ? Math.max(...dates) : null
  }

  async #bodyOf(reading: Reading, made: Made, name: string, coding: Coding): Promise<Blob> {
    const ready = this.#bodies.get(name)
    if (ready !== undefined) return ready
    const text = await textOf(reading, made)
    const plain = new Blob([text])
    const body = coding === 'identity' ? plain : await new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob()
    this.#bodies.keep(name, body)
    return body
  }
}

/** A document of a selection that is to be made. */
interface Made {
  readonly known: Known
  readonly selection: Selection
  readonly wanted: Wanted
  readonly entries: readonly number[]
  readonly documents: SelectedDocuments
}

/** What tells one version of a document from another: all that it is made from. */
async function hashOf({ known, selection, wanted, entries, documents }: Made): Promise<string> {
  const versions = entries.map((entry) => (known.index.versions[entry] as number).toString(36))
  const { count, archives } = documents
  const text = [known.hash, addressOf(selection), wanted.format ?? 'page', wanted.archive ?? 0, count, archives.length, ...versions].join(
    ' ',
  )
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function textOf(reading: Reading, made: Made): Promise<string> {
  const { known, selection, wanted, entries, documents } = made
  const { parts, index } = known
  const { format, archive } = wanted
  const items = await itemsOf(reading, made, format ?? 'json')
  const name = nameOf(selection, known.nameOfOperand)
  const place = addressOf(selection)
  const description = parts.description.replaceAll(frameMarks.title, () => name)
  if (format === null) return selectionPageOf(parts.page, { name, description, place, count: documents.count, items })
  const before = archive === null ? documents.archives.length : archive - 1
  const previous = before > 0 ? before : null
  const frame = frameName({ isArchive: archive !== null, hasPrevious: previous !== null, hasNext: archive !== null })
  const template = (parts.frames[frame] as FrameTemplates)[format]
  const changes = entries.map((entry) => index.changed[entry] as number)
  const updated = new Date(Math.max(...changes, parts.feedsChanged ?? 0, earliest) * 1000)
  return feedOf(format, template, { title: `${name} · ${parts.siteTitle}`, description, place, updated, archive, previous }, items)
}

/** A feed that has never held an entry has some date (RFC 4287 §4.1.1); validators doubt any before 1990. */
const earliest = Date.UTC(2000, 0, 1) / 1000

async function knownFrom(pack: OpenedPack): Promise<Known> {
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
  }
}

/** The items of a document, in their order, cut out of the documents that hold them. */
async function itemsOf({ reader }: Reading, { known, selection, entries }: Made, format: Format): Promise<readonly string[]> {
  if (entries.length === 0) return []
  const sources = cheapestSources(entries, selection, known.channelOf, known.site)
  const items = new Map<number, string>()
  for (const source of sources) {
    const { key, path } = placeOf(source, format)
    const pack = await reader.pack(key)
    const text = new TextDecoder().decode(await unzipped(pack.bodyOf(pack.documentAt(path))))
    const found = itemsIn(format, text)
    if (found.length !== source.entries.length) throw new Error(`${path} holds ${found.length} items, not ${source.entries.length}`)
    for (const [place, entry] of source.entries.entries()) items.set(entry, found[place] as string)
  }
  return entries.map((entry) => items.get(entry) as string)
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
