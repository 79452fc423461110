import type { Operand, Selection } from '../selections/expression.ts'
import { addressOf } from '../selections/expression.ts'
import { gatheringKinds, type SelectionParts, selectionDocuments } from '../selections/parts.ts'
import { documentsOf, entriesOf, type SelectedDocuments } from '../selections/selecting.ts'
import { type IndexedChannel, readSelectionIndex, type SelectionIndex } from '../selections/selection-index.ts'
import { Holders, type Source } from '../selections/sources.ts'
import type { View } from '../selections/views.ts'
import { havingWords } from '../selections/words.ts'
import { packKeys } from '../site/pack-keys.ts'
import { LatestUsed } from './latest-used.ts'
import type { OpenedPack } from './opened-pack.ts'
import type { Reader } from './reader.ts'

/** The entries of a selection, the newest first, and the documents that they are cut into. */
export interface Cut extends SelectedDocuments {
  readonly all: readonly number[]
  /** The documents that hold what subscribers poll. */
  readonly sources: readonly Source[]
}

/** So many documents are read for what subscribers poll: of entries that are strewn over the years the oldest are left to archives. */
const mostSources = 12

/** How many bytes of memory the entries of selections may take, and the entries that words select. */
const [cutBytes, foundBytes] = [4 * 1024 * 1024, 1024 * 1024]

/** In memory: a number of a list, a code unit of a name, and about what a Map takes for a thing. */
const [bytesOfNumber, bytesOfUnit, bytesOfPlace] = [8, 2, 100]

/** With the name, since anybody may ask for names that select nothing. */
function weightOf(numbers: number, name: string): number {
  return bytesOfNumber * numbers + bytesOfUnit * name.length + bytesOfPlace
}

/** What selections are made from, as one pack has it. */
export class Known {
  readonly index: SelectionIndex
  readonly parts: SelectionParts
  /** A digest of the parts. */
  readonly hash: string
  /** The number of each operand's entries in the index, by kind and slug. */
  readonly #places: ReadonlyMap<string, number>
  readonly #names: readonly string[]
  /** What was worked out of it, by the selections' addresses. */
  readonly #cuts = new LatestUsed<Cut>(cutBytes, ({ all }, name) => weightOf(2 * all.length, name))
  #holders: Holders | null = null
  #words: readonly string[] | null = null
  readonly #found = new LatestUsed<readonly number[]>(foundBytes, (entries, name) => weightOf(entries.length, name))

  constructor(index: SelectionIndex, parts: SelectionParts, hash: string) {
    this.index = index
    this.parts = parts
    this.hash = hash
    const gathering = gatheringKinds.flatMap((kind) => parts.names[kind].map(([slug, name]) => ({ key: `${kind} ${slug}`, name })))
    // The site's channel comes first.
    this.#places = new Map(gathering.map(({ key }, number) => [key, number + 1]))
    this.#names = ['', ...gathering.map(({ name }) => name)]
  }

  /** The channel of a number in the index, where the site comes first, then the tags, then the authors. */
  operandAt(channel: number): { readonly kind: 'site' | 'tag' | 'author'; readonly slug: string } {
    const { tag, author } = this.parts.names
    if (channel === 0) return { kind: 'site', slug: '' }
    if (channel <= tag.length) return { kind: 'tag', slug: (tag[channel - 1] as readonly string[])[0] as string }
    return { kind: 'author', slug: (author[channel - 1 - tag.length] as readonly string[])[0] as string }
  }

  /** Which documents hold each entry. */
  get holders(): Holders {
    this.#holders ??= new Holders(this.index)
    return this.#holders
  }

  nameOf({ kind, slug }: Operand): string {
    if (kind === 'word') return `“${slug.replaceAll('-', ' ')}”`
    return (kind === 'tag' ? '#' : '') + (this.#names[this.#placeOf({ kind, slug }) as number] as string)
  }

  #placeOf({ kind, slug }: Operand): number | undefined {
    return this.#places.get(`${kind} ${slug}`)
  }

  /**
   * The entries of a selection and its documents, worked out once; null where it names a venue or a language that there is not.
   * Rejects where the pack of words is needed and can't be read.
   */
  async cut(selection: Selection, view: View | null, reader: Reader): Promise<Cut | null> {
    const name = `${addressOf(selection)} ${view ?? ''}`
    const before = this.#cuts.get(name)
    if (before !== undefined) return before
    const gathered = new Map<Operand, readonly number[]>()
    for (const operand of [...selection.groups.flat(), ...selection.without]) {
      const entries = operand.kind === 'word' ? await this.#entriesWith(operand.slug, reader) : this.#entriesOf(operand)
      if (entries === null) return null
      gathered.set(operand, entries)
    }
    const all = entriesOf(this.index, selection, { gatheredBy: (operand) => gathered.get(operand) as readonly number[], view })
    let sources: readonly Source[] = []
    const documents = documentsOf(this.index, all, this.parts.sizes, (polled) => {
      sources = this.holders.sourcesOf(polled, mostSources)
      const held = new Set(sources.flatMap(({ entries }) => entries))
      return polled.filter((entry) => held.has(entry))
    })
    const cut = { ...documents, all, sources }
    this.#cuts.keep(name, cut)
    return cut
  }

  #entriesOf(operand: Operand): readonly number[] | null {
    const place = this.#placeOf(operand)
    return place === undefined ? null : (this.index.channels[place] as IndexedChannel).entries
  }

  async #entriesWith(words: string, reader: Reader): Promise<readonly number[]> {
    const before = this.#found.get(words)
    if (before !== undefined) return before
    // Not a promise that requests share: one that is given up would leave the others waiting.
    const lines = this.#words ?? (await wordsOf(reader, this.index.versions.length))
    this.#words = lines
    const matches = havingWords(words)
    const found = lines.flatMap((line, entry) => (matches(line) ? [entry] : []))
    this.#found.keep(words, found)
    return found
  }
}

/** The words of each entry. Rejects where the pack can't be read, or is of another build than the index. */
async function wordsOf(reader: Reader, count: number): Promise<readonly string[]> {
  const pack = await reader.pack(packKeys.selectionWords)
  const text = new TextDecoder().decode(await unzipped(pack.bodyOf(pack.documentAt(selectionDocuments.words))))
  const lines = text === '' ? [] : text.split('\n')
  if (lines.length !== count) throw new Error(`${selectionDocuments.words} has ${lines.length} entries, the index ${count}`)
  return lines
}

/** Reads what selections are made from. Rejects where the pack doesn't hold it. */
export async function knownFrom(pack: OpenedPack): Promise<Known> {
  const stored = pack.documentAt(selectionDocuments.parts)
  const [index, text] = await Promise.all([unzipped(pack.bodyOf(pack.documentAt(selectionDocuments.index))), unzipped(pack.bodyOf(stored))])
  const parts = JSON.parse(new TextDecoder().decode(text)) as SelectionParts
  return new Known(readSelectionIndex(new Uint8Array(index)), parts, stored.resource.hash)
}

/** The bytes of a body as packs hold them. */
export async function unzipped(gzipped: Blob): Promise<ArrayBuffer> {
  return await new Response(gzipped.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
