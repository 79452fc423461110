import type { Catalog, Entry, Tag } from '../catalog/catalog.ts'
import type { Addresses, Channel, Item } from './channel.ts'
import { wordingFor } from './wording.ts'

/** An item for each entry, made once whoever asks. */
export type ItemOf = (entry: Entry) => Item

/** The channel of the whole site. */
export function siteChannel(catalog: Catalog, addresses: Addresses, itemOf: ItemOf): Channel {
  return channelOf(catalog, addresses, itemOf, null, catalog.entries)
}

/** The channel of one tag. */
export function tagChannel(catalog: Catalog, addresses: Addresses, itemOf: ItemOf, tag: Tag, entries: readonly Entry[]): Channel {
  return channelOf(catalog, addresses, itemOf, tag, entries)
}

function channelOf({ site, past }: Catalog, addresses: Addresses, itemOf: ItemOf, tag: Tag | null, entries: readonly Entry[]): Channel {
  const wording = wordingFor(site.language)
  const homeUrl = tag === null ? addresses.homeUrl : addresses.tagUrl(tag.slug)
  const items = entries.slice(0, site.feedSize).map(itemOf)
  const tombstones = past.tombstones.filter(({ tags }) => tag === null || tags.includes(tag.slug))
  return {
    id: `https://${site.authority}${new URL(homeUrl).pathname}`,
    title: tag === null ? site.title : wording.taggedWith(tag.label, site.title),
    description: tag === null ? site.description : wording.tagDescription(tag.label, site.title),
    language: site.language,
    homeUrl,
    feedUrls: addresses.feedUrls(tag?.slug ?? null),
    updated: latest([...items.map(({ updated }) => updated), ...tombstones.map(({ removed }) => removed)]),
    author: site.author,
    license: site.license,
    hubUrl: site.hubUrl,
    categoryScheme: addresses.categoryScheme,
    items,
    tombstones,
  }
}

function latest(dates: readonly Date[]): Date {
  return new Date(dates.reduce((time, date) => Math.max(time, date.getTime()), 0))
}
