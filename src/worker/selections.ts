import { folderOf } from '../catalog/channels.ts'
import { formatFacts } from '../feed/formats.ts'
import { digestsOf } from '../selections/digests.ts'
import { hasChannel, type Selection } from '../selections/expression.ts'
import { channelAt } from '../site/channel-rows.ts'
import type { Manifest } from '../site/manifest.ts'
import { packKeys } from '../site/pack-keys.ts'
import { codingFor, isToBeShown } from './asked.ts'
import { conditionsOf, evaluate } from './conditional.ts'
import { anyOrigin, type Coding, representationOf } from './headers.ts'
import { LatestUsed } from './latest-used.ts'
import type { OpenedPack } from './opened-pack.ts'
import type { PlainAnswer } from './plain.ts'
import type { Reading } from './responses.ts'
import { hashOf, type Made, textOf, type Wanted } from './selection-documents.ts'
import { type Known, knownFrom } from './selection-known.ts'
import type { SelectionOutcome } from './selection-lookup.ts'

type Selected = Extract<SelectionOutcome, { readonly kind: 'selection' }>

/** How many bytes of memory the bodies of selections may take. */
const bodyBytes = 8 * 1024 * 1024

/**
 * Answers for selections. Which entries are in one, and so its version, is worked out from an index alone; their items are cut
 * out of the feeds that there are, never written anew.
 */
export class Selections {
  readonly #manifest: Manifest
  readonly #plainAnswer: PlainAnswer
  #known: { readonly pack: OpenedPack; readonly known: Promise<Known> } | null = null
  readonly #bodies = new LatestUsed<Blob>(bodyBytes, ({ size }, name) => size + 2 * name.length)

  constructor(manifest: Manifest, plainAnswer: PlainAnswer) {
    // A selection names no hub: nobody would ping it.
    this.#manifest = { ...manifest, hubUrl: null }
    this.#plainAnswer = plainAnswer
  }

  /** The answer to GET and HEAD; null where there is no such venue, language or archive. Rejects where a pack can't be read. */
  async answer(reading: Reading, { path, selection, asked }: Selected): Promise<Response | null> {
    const { request, now } = reading
    const known = await this.#knownIn(reading)
    const documents = await known.cut(selection, asked.view, reading.reader)
    if (documents === null) return null
    const wanted: Wanted = isToBeShown(request) ? { ...asked, format: null, archive: null } : asked
    const digests = wanted.digest === null ? [] : digestsOf(known.index, documents.all, wanted.digest)
    const listed = wanted.archive === null ? documents.current : documents.archives[wanted.archive - 1]?.entries
    const entries = wanted.digest === null ? listed : digests.flatMap((digest) => digest.entries)
    if (entries === undefined || (asked.archive !== null && documents.archives[asked.archive - 1] === undefined)) return null
    const made: Made = { known, selection, wanted, entries, digests, documents }
    const hash = await hashOf(made)
    // A page has no date, as no other page has one.
    const dated = wanted.format === null ? null : this.#modifiedOf(selection)
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
    if (this.#known?.pack === pack) return this.#known.known
    const known = knownFrom(pack)
    this.#known = { pack, known }
    known.catch(() => (this.#known = null))
    return known
  }

  /**
   * When one of the channels that it is made of last changed, in seconds since the epoch, the site where it is made of anything
   * else; null where that isn't recorded. The selected entries' own date could go back, as when the one that changed last loses
   * a tag.
   */
  #modifiedOf({ groups, without }: Selection): number | null {
    const { channels } = this.#manifest
    const operands = [...groups.flat(), ...without]
    const folders = operands.flatMap((operand) => (hasChannel(operand) ? [folderOf(operand.kind, operand.slug)] : []))
    const isOfChannels = groups.length > 0 && folders.length === operands.length
    const dates = (isOfChannels ? folders : [...folders, folderOf('site')]).map((folder) => channelAt(channels, folder)?.row[2] ?? null)
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
