import { type Catalog, channelsOfKind, type Entry, siteChannel } from '../../../src/catalog/catalog.ts'
import { channelDocuments } from '../../../src/feed/channel-documents.ts'
import { formats } from '../../../src/feed/formats.ts'
import { type Item, itemOf } from '../../../src/feed/item.ts'
import { feedWriter } from '../../../src/feed/writer.ts'
import { entryPage } from '../../../src/site/pages/entry.ts'
import { homePage } from '../../../src/site/pages/home.ts'
import { tagPage } from '../../../src/site/pages/tags.ts'
import { addressesOn, paths } from '../../../src/site/urls.ts'

interface PathAndBody {
  readonly path: string
  readonly body: string | Uint8Array
}

/**
 * The documents that any generator of sites can be asked for: a page for each entry, a page for each tag and the home page,
 * and beside these two the latest entries in the three formats. Each is, byte for byte, what `documentsOf` has at its path.
 */
export function* documentsAlike(catalog: Catalog): Generator<PathAndBody> {
  const addresses = addressesOn(catalog.site.origin)
  const items = new Map<Entry, Item>()
  const itemOnce = (entry: Entry): Item => {
    const item = items.get(entry) ?? itemOf(entry, catalog, addresses)
    items.set(entry, item)
    return item
  }
  const writers = formats.map((format) => ({ format, write: feedWriter(format) }))
  for (const channel of [siteChannel(catalog), ...channelsOfKind(catalog, 'tag')]) {
    const documents = channelDocuments(catalog, channel, addresses, itemOnce)
    yield { path: paths.at(channel.folder), body: (channel.key.kind === 'site' ? homePage : tagPage)(catalog, documents) }
    for (const { format, write } of writers)
      yield { path: paths.feed(format, channel.folder), body: write(documents.subscription.document) }
  }
  const { entries } = catalog
  for (const [position, entry] of entries.entries()) {
    const neighbours = { newer: entries[position - 1] ?? null, older: entries[position + 1] ?? null }
    yield { path: paths.entry(entry.day, entry.name), body: entryPage(catalog, entry, neighbours) }
  }
}
