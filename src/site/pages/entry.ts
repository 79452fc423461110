import { folderOf } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import type { EntryLink, PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import { citationLinks, entryParts } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { articleTags } from './link-preview.ts'
import { type Neighbour, pager } from './pager.ts'
import { linkElements, paperMetadata, signpostsOf } from './paper-metadata.ts'
import { backlinks } from './wiki-links.ts'

/** One entry, with the entries that link to it and its neighbours. */
export function entryPage(frame: Frame, placed: PlacedEntry): string {
  const { site, words } = frame
  const { entry, older, newer, picture } = placed
  const path = paths.entry(entry.day, entry.name)
  const signposts = signpostsOf(frame, entry, (format) => site.origin + paths.citation(path, format))
  const ofTags = entry.tags.map(({ label, slug }) => {
    return feedOf(frame, { key: { kind: 'tag', slug }, name: label, folder: folderOf('tag', slug) })
  })
  const first = entry.commentary[0] ?? entry.abstract[0]
  const neighbour = (to: EntryLink | null): Neighbour | null =>
    to === null ? null : { path: to.path, words: html`${to.title}`, language: to.language }
  return layout(frame, {
    kind: 'entry',
    picture,
    path,
    title: entry.title,
    description: (first?.text ?? entry.title).replace(/\s+/g, ' ').slice(0, 300),
    feeds: [siteFeed(frame), ...ofTags],
    head: html`${articleTags(frame, entry)}${linkElements(signposts)}${paperMetadata(frame, entry)}`,
    main: html`<article class="entry single h-entry">
<p class="day"><a href="${paths.day(entry.day)}"><time class="dt-published" datetime="${entry.published.toISOString()}">${words.day(entry.day)}</time></a></p>
<h1 class="p-name" lang="${entry.titleLanguage}">${entry.title}</h1>
${entryParts(frame, placed, { isAbstractOpen: true })}
${citationLinks(frame, path)}<a class="u-url" href="${site.origin}${path}" hidden></a>
</article>
${backlinks(frame, placed)}${pager(frame, entry.title, neighbour(older), neighbour(newer))}`,
  })
}
