import type { PackKey } from '../site/pack-keys.ts'
import type { Asking } from './lookup.ts'
import type { OpenedPack } from './opened-pack.ts'
import type { Assets, Packs } from './packs.ts'

/** The packs as one request reads them: none twice, however little of them is kept in memory. */
export class Reader {
  readonly #packs: Packs
  readonly #assets: Assets
  #read: Map<PackKey, OpenedPack> | null = null

  constructor(packs: Packs, assets: Assets) {
    this.#packs = packs
    this.#assets = assets
  }

  /** A pack, at once if it needn't be read. Rejects as {@link Packs.read} does. */
  pack(key: PackKey): OpenedPack | Promise<OpenedPack> {
    return this.#read?.get(key) ?? this.#packs.kept(key) ?? this.#readPack(key)
  }

  async #readPack(key: PackKey): Promise<OpenedPack> {
    const pack = await this.#packs.read(this.#assets, key)
    this.#read ??= new Map()
    this.#read.set(key, pack)
    return pack
  }

  /** The answer of what asks for packs: at once where none of them need be read. */
  answer<Answer>(asking: Asking<Answer>): Answer | Promise<Answer> {
    let step = asking.next()
    while (step.done !== true) {
      const pack = this.pack(step.value)
      if (pack instanceof Promise) return this.#answerLater(asking, pack)
      step = asking.next(pack)
    }
    return step.value
  }

  async #answerLater<Answer>(asking: Asking<Answer>, first: Promise<OpenedPack>): Promise<Answer> {
    let step = asking.next(await first)
    while (step.done !== true) step = asking.next(await this.pack(step.value))
    return step.value
  }
}
