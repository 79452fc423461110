import { folderOf } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import type { EntryLink, PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import { breadcrumbData, breadcrumbs, crumbsOfEntry } from './breadcrumbs.ts'
import { dayRail } from './day-rail.ts'
import { citationLinks, entryParts } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { gistOf } from './gist.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { articleTags } from './link-preview.ts'
import { notesAuthor } from './microformats.ts'
import { type Neighbour, pager } from './pager.ts'
import { linkElements, paperMetadata, signpostsOf } from './paper-metadata.ts'
import { relatedNotes } from './related.ts'
import { shareTools } from './share.ts'
import { siteSubscribeButton } from './subscribe-button.ts'
import { backlinks } from './wiki-links.ts'

/** One entry, and beside it what leads on: its tags, its citations, the entries that link to it and that have to do with it, the others of its day. */
export function entryPage(frame: Frame, placed: PlacedEntry): string {
  const { site } = frame
  const { entry, older, newer, picture } = placed
  const path = paths.entry(entry.day, entry.name)
  const signposts = signpostsOf(frame, entry, (format) => site.origin + paths.citation(path, format))
  const ofTags = entry.tags.map(({ label, slug }) => {
    return feedOf(frame, { key: { kind: 'tag', slug }, name: label, folder: folderOf('tag', slug) })
  })
  const crumbs = crumbsOfEntry(frame, entry)
  const neighbour = (to: EntryLink | null): Neighbour | null =>
    to === null ? null : { path: to.path, words: html`${to.title}`, language: to.language }
  return layout(frame, {
    kind: 'entry',
    picture,
    path,
    title: entry.title,
    description: gistOf(entry)?.text ?? entry.title,
    feeds: [siteFeed(frame), ...ofTags],
    head: html`${articleTags(frame, entry)}${linkElements(signposts)}<link rel="alternate" type="application/json+oembed" href="${site.origin}${paths.oembed(path)}">\n${paperMetadata(frame, entry)}${breadcrumbData(frame, crumbs)}\n`,
    main: html`${breadcrumbs(frame, crumbs)}<div class="columns">
<article class="entry single h-entry">
<p class="rail">${dayRail(frame, entry.day, entry.published)}</p>
<div class="whole">
<h1 class="p-name" lang="${entry.titleLanguage}">${entry.title}</h1>
${entryParts(frame, placed)}
<a class="u-url u-uid" href="${site.origin}${path}" hidden></a><time class="dt-updated" datetime="${entry.updated.toISOString()}" hidden></time>${notesAuthor(frame)}
</div>
</article>
<div class="aside">
${siteSubscribeButton(frame)}
${followTags(frame, placed)}${citationLinks(frame, path)}${shareTools(frame, path, true)}${backlinks(frame, placed)}${relatedNotes(frame, placed)}${ofSameDay(frame, placed)}</div>
</div>
${pager(frame, entry.title, neighbour(older), neighbour(newer))}`,
  })
}

function followTags({ words }: Frame, { entry: { tags } }: PlacedEntry): Markup | null {
  if (tags.length === 0) return null
  return html`<section aria-labelledby="follow"><h2 id="follow">${words.followTags}</h2>
<ul class="plain brief">${tags.map(({ label, slug }) => {
    const folder = folderOf('tag', slug)
    return html`<li><a href="${paths.feed('atom', folder)}">${words.subscribeTo(`#${label}`)}</a></li>\n`
  })}</ul></section>
`
}

function ofSameDay({ words }: Frame, { entry, sameDay, related }: PlacedEntry): Markup | null {
  const others = sameDay.filter(({ path }) => !related.some((note) => note.path === path))
  if (others.length === 0) return null
  return html`<section aria-labelledby="same-day"><h2 id="same-day">${words.sameDay}</h2>
<ul class="plain brief">${others.map(({ path, title, language }) => html`<li><a href="${path}" lang="${language}">${title}</a></li>\n`)}</ul>
<p><a href="${paths.day(entry.day)}">${words.wholeDay}</a></p></section>
`
}
