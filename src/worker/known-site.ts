import { folderOfFeed } from '../site/channel-paths.ts'
import { channelAt } from '../site/channel-rows.ts'
import type { ChannelRow, Manifest } from '../site/manifest.ts'
import type { PackKey } from '../site/pack-keys.ts'
import { packKeyOf } from '../site/pack-of-path.ts'
import type { Signposts } from './lookup.ts'
import type { Packs } from './packs.ts'

/** What the manifest tells of a site's paths before a pack is read. */
export class KnownSite implements Signposts {
  readonly #manifest: Manifest
  readonly #packs: Packs

  constructor(manifest: Manifest, packs: Packs) {
    this.#manifest = manifest
    this.#packs = packs
  }

  packOf(path: string): PackKey | null {
    return packKeyOf(path, this.#packs, this.#manifest.authorShards)
  }

  hasFeed(path: string): boolean {
    return this.channelOfFeed(path) !== null
  }

  /** The channel whose polled feed stands at a path; null of any other path. */
  channelOfFeed(path: string): ChannelRow | null {
    const folder = folderOfFeed(path)
    return folder === null ? null : (channelAt(this.#manifest.channels, folder)?.row ?? null)
  }
}
