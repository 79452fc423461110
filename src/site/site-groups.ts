import type { AuthorEntries } from '../catalog/catalog.ts'
import { assets } from './assets.ts'
import { deployedEntries } from './deployed-entries.ts'
import { type Document, type Group, type Making, page, text } from './group.ts'
import { entryDigest } from './inputs.ts'
import { opmlMediaType, opmlOf, opmlOfAuthors } from './opml.ts'
import { packKeys, shardOf } from './pack-keys.ts'
import { authorPage } from './pages/author.ts'
import { daysPage } from './pages/calendar.ts'
import { embedPage } from './pages/embed.ts'
import { extensionPage } from './pages/extension.ts'
import type { FramedCatalog } from './pages/frame.ts'
import { missingPage } from './pages/missing.ts'
import { searchPage } from './pages/search.ts'
import { subscribePage } from './pages/subscribe.ts'
import { tagsPage } from './pages/tag-index.ts'
import type { Searched } from './searched.ts'
import { robotsOf, sitemapOf } from './sitemap.ts'
import { isAssetPath, paths } from './urls.ts'
import { webManifestOf } from './web-manifest.ts'

/** The groups of what there is once a site. */
export function* groupsOfSite({ catalog, group }: Making, searched: Searched): Generator<Group> {
  const all = Object.values(assets()).map((asset) => ({ ...asset, modified: null }))
  yield group(packKeys.assets, [], () => all.filter(({ path }) => isAssetPath(path)))
  yield group(packKeys.missing, [], () => [page(paths.notFound, missingPage(catalog, 404)), page(paths.gone, missingPage(catalog, 410))])
  const { entries, channels, feedsChanged } = catalog
  const everything = [
    entries.map(entryDigest),
    channels.map(({ folder, name, entries: gathered }) => [folder, name, gathered.length]),
    feedsChanged,
  ]
  yield group(packKeys.site, [everything, searched.places], () => [
    ...all.filter(({ path }) => !isAssetPath(path)),
    ...documentsOfSite(catalog, searched),
  ])
}

function documentsOfSite(catalog: FramedCatalog, { tags, places }: Searched): readonly Document[] {
  const ofAuthors = opmlOfAuthors(catalog)
  const opmlType = `${opmlMediaType}; charset=utf-8`
  return [
    page(paths.embed, embedPage(catalog)),
    page(paths.search, searchPage(catalog, places)),
    text(paths.searchTags(places.tags), 'application/json; charset=utf-8', JSON.stringify(tags)),
    page(paths.tags, tagsPage(catalog)),
    page(paths.days, daysPage(catalog)),
    page(paths.subscribe, subscribePage(catalog)),
    page(paths.extension, extensionPage(catalog)),
    text(paths.opml, opmlType, opmlOf(catalog)),
    ...(ofAuthors === null ? [] : [text(paths.authorsOpml, opmlType, ofAuthors)]),
    text(paths.deployedEntries, 'application/json; charset=utf-8', JSON.stringify(deployedEntries(catalog.entries))),
    text(paths.sitemap, 'application/xml; charset=utf-8', sitemapOf(catalog)),
    text(paths.webManifest, 'application/manifest+json; charset=utf-8', webManifestOf(catalog.site)),
    text(paths.robots, 'text/plain; charset=utf-8', robotsOf(catalog.site.origin)),
  ]
}

/** The groups of the pages of authors without feeds, cut into so many parts; whoever has feeds has a page with them. */
export function* groupsOfAuthors({ catalog, group }: Making, shards: number): Generator<Group> {
  const withoutFeeds = [...catalog.authors.values()].filter(({ hasFeeds }) => !hasFeeds)
  const inShards = Map.groupBy(withoutFeeds, ({ slug }) => shardOf(slug, shards))
  for (let shard = 0; shard < shards; shard += 1) {
    const authors: readonly AuthorEntries[] = inShards.get(shard) ?? []
    const inputs = authors.map(({ name, slug, entries }) => [name, slug, entries.map(entryDigest)])
    yield group(packKeys.authors(shard), inputs, () =>
      authors.map((author) => page(paths.author(author.slug), authorPage(catalog, author))),
    )
  }
}
