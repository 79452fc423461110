import type { Catalog } from '../catalog/catalog.ts'
import { channelDocuments } from '../feed/channel-documents.ts'
import { groupsOfCalendar } from './calendar-groups.ts'
import { groupsOfChannel } from './channel-groups.ts'
import { groupsOfDays } from './day-groups.ts'
import { elsewhereByPack } from './elsewhere.ts'
import { type Group, groupMaker } from './group.ts'
import { type Manifest, readDays } from './manifest.ts'
import { manifestOf } from './manifest-of.ts'
import { chosenPictures, type PicturesThere } from './pictures.ts'
import { groupsOfSearch } from './search-groups.ts'
import { searchedOf } from './searched.ts'
import { groupsOfSelections } from './selection-groups.ts'
import { groupsOfAuthors, groupsOfSite } from './site-groups.ts'
import { addressesOn } from './urls.ts'
import { type KeptPapers, writtenOnce } from './written.ts'

/** A site that may have to be made yet: its manifest but for what only the packs tell, and its documents in groups. */
export interface SiteInGroups {
  /** Without versions, and with an empty hash for each channel. */
  readonly manifest: Omit<Manifest, 'versions'>
  /** One at a time, so that the bodies of a large site are never all in memory. */
  readonly groups: Iterable<Group>
}

/** Every document of the site, in groups that are made where and when they are needed. */
export function siteInGroups(catalog: Catalog, kept: KeptPapers, there: PicturesThere): SiteInGroups {
  const addresses = addressesOn(catalog.site.origin)
  const channels = catalog.channels.map((channel) => ({ channel, documents: channelDocuments(catalog, channel, addresses) }))
  const manifest = manifestOf(catalog, channels)
  const withEntries = new Set<string>(catalog.days.map(({ day }) => day))
  const emptyDays = readDays(manifest.days).filter((day) => !withEntries.has(day))
  return {
    manifest,
    groups: {
      *[Symbol.iterator]() {
        const pictures = chosenPictures(catalog, there)
        const framed = { ...catalog, picture: pictures.site }
        const group = groupMaker(framed, elsewhereByPack(catalog, manifest))
        const making = { catalog: framed, pictures, group, written: writtenOnce(catalog, kept) }
        const searched = searchedOf(catalog)
        yield* groupsOfSite(making, searched)
        yield* groupsOfSearch(making, searched)
        yield* groupsOfSelections(making, channels)
        for (const { channel, documents } of channels) yield* groupsOfChannel(making, channel, documents)
        yield* groupsOfAuthors(making, manifest.authorShards)
        yield* groupsOfDays(making, emptyDays)
        yield* groupsOfCalendar(making, manifest.days)
      },
    },
  }
}
