import { folderOf } from '../catalog/channels.ts'
import { folderOfFeed } from '../site/channel-paths.ts'
import { channelAt } from '../site/channel-rows.ts'
import type { ChannelRow, Manifest } from '../site/manifest.ts'
import type { PackKey } from '../site/pack-keys.ts'
import { packOfPath } from '../site/pack-of-path.ts'
import type { Signposts } from './lookup.ts'
import type { Packs } from './packs.ts'

/** What the manifest tells of a site's paths before a pack is read. */
export class KnownSite implements Signposts {
  readonly #channels: Manifest['channels']
  readonly #packs: Packs

  constructor({ channels }: Manifest, packs: Packs) {
    this.#channels = channels
    this.#packs = packs
  }

  packOf(path: string): PackKey | null {
    return packOfPath(path, this.#packs.known)
  }

  hasChannel(kind: 'tag' | 'author', slug: string): boolean {
    return channelAt(this.#channels, folderOf(kind, slug)) !== null
  }

  hasFeed(path: string): boolean {
    return this.channelOfFeed(path) !== null
  }

  /** The channel whose polled feed stands at a path; null of any other path. */
  channelOfFeed(path: string): ChannelRow | null {
    const folder = folderOfFeed(path)
    return folder === null ? null : (channelAt(this.#channels, folder)?.row ?? null)
  }
}
