import { type Catalog, channelsOfKind, type Entry, siteChannel } from '../../../src/catalog/catalog.ts'
import { channelDocuments } from '../../../src/feed/channel-documents.ts'
import { formats } from '../../../src/feed/formats.ts'
import { itemOf } from '../../../src/feed/item.ts'
import { type WrittenItem, writeFeed, writeItem } from '../../../src/feed/writer.ts'
import { partsOf } from '../../../src/site/channel-groups.ts'
import { entryPage } from '../../../src/site/pages/entry.ts'
import { homePage } from '../../../src/site/pages/home.ts'
import { tagPage } from '../../../src/site/pages/tag.ts'
import { chosenPictures, noPictures } from '../../../src/site/pictures.ts'
import { placing } from '../../../src/site/placed-entries.ts'
import { addressesOn, paths } from '../../../src/site/urls.ts'

interface PathAndBody {
  readonly path: string
  readonly body: string | Uint8Array
}

/**
 * The documents that any generator of sites can be asked for: a page for each entry, a page for each tag and the home page,
 * and beside these two the latest entries in the three formats. Each is, byte for byte, what `siteInGroups` has at its path.
 */
export function* documentsAlike(catalog: Catalog): Generator<PathAndBody> {
  const pictures = chosenPictures(catalog, noPictures)
  const frame = { ...catalog, picture: pictures.site }
  const addresses = addressesOn(catalog.site.origin)
  const items = new Map<Entry, WrittenItem>()
  for (const channel of [siteChannel(catalog), ...channelsOfKind(catalog, 'tag')]) {
    const documents = channelDocuments(catalog, channel, addresses)
    const { document, entries } = documents.subscription
    const body = (channel.key.kind === 'site' ? homePage : tagPage)(frame, documents, partsOf(catalog, channel, pictures))
    yield { path: paths.at(channel.folder), body }
    for (const entry of entries) if (!items.has(entry)) items.set(entry, writeItem(itemOf(entry, catalog, addresses), document))
    const written = entries.map((entry) => items.get(entry) as WrittenItem)
    for (const format of formats) yield { path: paths.feed(format, channel.folder), body: writeFeed(format, document, written) }
  }
  const { place } = placing(catalog, pictures)
  for (const entry of catalog.entries) yield { path: paths.entry(entry.day, entry.name), body: entryPage(frame, place(entry)) }
}
