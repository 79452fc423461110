import { type Catalog, type Entry, folderOf } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { citationLinks, entryParts } from './entry-parts.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { type Neighbour, pager } from './pager.ts'
import { linkElements, paperMetadata, signpostsOf } from './paper-metadata.ts'
import { backlinks } from './wiki-links.ts'

/** The entries before and after one in the order of the feeds; null where it is the oldest or the newest. */
export interface NeighbouringEntries {
  readonly older: Entry | null
  readonly newer: Entry | null
}

/** One entry, with the entries that link to it and its neighbours. */
export function entryPage(catalog: Catalog, entry: Entry, { older, newer }: NeighbouringEntries): string {
  const { site, words } = catalog
  const path = paths.entry(entry.day, entry.name)
  const signposts = signpostsOf(catalog, entry, (format) => site.origin + paths.citation(path, format))
  const ofTags = entry.tags.map(({ label, slug }) => {
    return feedOf(catalog, { key: { kind: 'tag', slug }, name: label, folder: folderOf('tag', slug) })
  })
  const first = entry.commentary[0] ?? entry.abstract[0]
  const neighbour = (to: Entry | null): Neighbour | null =>
    to === null ? null : { path: paths.entry(to.day, to.name), words: html`${to.title}`, language: to.titleLanguage }
  return layout(catalog, {
    kind: 'entry',
    path,
    title: entry.title,
    description: (first?.text ?? entry.title).replace(/\s+/g, ' ').slice(0, 300),
    feeds: [siteFeed(catalog), ...ofTags],
    head: html`${linkElements(signposts)}${paperMetadata(catalog, entry)}`,
    main: html`<article class="entry single h-entry">
<p class="day"><a href="${paths.day(entry.day)}"><time class="dt-published" datetime="${entry.published.toISOString()}">${words.day(entry.day)}</time></a></p>
<h1 class="p-name" lang="${entry.titleLanguage}">${entry.title}</h1>
${entryParts(catalog, entry, { isAbstractOpen: true })}
${citationLinks(catalog, path)}<a class="u-url" href="${site.origin}${path}" hidden></a>
</article>
${backlinks(catalog, entry)}${pager(catalog, entry.title, neighbour(older), neighbour(newer))}`,
  })
}
