import type { Catalog, DayEntries, Entry } from '../../catalog/catalog.ts'
import { wordingFor } from '../../feed/wording.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { pageWordingFor } from '../wording.ts'
import { citationLinks, dayText, dayWords, entryArticle, entryParts, type PageContext } from './entry-parts.ts'
import { layout, siteFeed } from './layout.ts'
import { linkElements, paperMetadata, signpostsOf } from './paper-metadata.ts'

/** One day: its entries whole, in the notes' order, and the ways to the days before and after. */
export function dayPage(
  catalog: Catalog,
  context: PageContext,
  { day, entries }: DayEntries,
  previous: DayEntries | null,
  next: DayEntries | null,
): string {
  const { site } = catalog
  const wording = pageWordingFor(site.language)
  const contents =
    entries.length < 4
      ? html``
      : html`<nav class="contents" aria-label="${wording.count(entries.length)}"><ol>${entries.map(
          (entry, index) => html`<li><a href="#entry-${index + 1}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`,
        )}</ol></nav>\n`
  const [before, after] = [previous, next].map((to) =>
    to === null ? null : { path: paths.day(to.day), words: dayText(to.day, site), language: null },
  )
  return layout(catalog, {
    path: paths.day(day),
    title: day,
    description: entries
      .map(({ title }) => title)
      .join(' · ')
      .slice(0, 300),
    feeds: [siteFeed(catalog)],
    main: html`<div class="h-feed">
<h1 class="p-name">${dayText(day, site)}</h1>
${contents}${entries.map((entry, index) => html`<div id="entry-${index + 1}">${entryArticle(entry, context)}</div>\n`)}</div>
${pager(wording.days, before ?? null, after ?? null, catalog)}`,
  })
}

/** One entry, with its neighbours. */
export function entryPage(catalog: Catalog, context: PageContext, entry: Entry, previous: Entry | null, next: Entry | null): string {
  const { site } = catalog
  const folder = paths.entry(entry.day, entry.name)
  const signposts = signpostsOf(catalog, entry, (format) => site.origin + paths.citation(folder, format))
  const ofTags = entry.tags.map(({ label, slug }) => ({ title: wordingFor(site.language).taggedWith(label, site.title), tagSlug: slug }))
  const first = entry.commentary[0] ?? entry.abstract[0]
  const [before, after] = [previous, next].map((to) =>
    to === null ? null : { path: paths.entry(to.day, to.name), words: html`${to.title}`, language: to.titleLanguage },
  )
  return layout(catalog, {
    path: folder,
    title: entry.title,
    description: (first?.text ?? entry.title).replace(/\s+/g, ' ').slice(0, 300),
    kind: 'article',
    feeds: [siteFeed(catalog), ...ofTags],
    head: html`${linkElements(signposts)}${paperMetadata(catalog, entry)}`,
    main: html`<article class="entry single h-entry">
<p class="day"><a href="${paths.day(entry.day)}"><time class="dt-published" datetime="${entry.published.toISOString()}">${dayWords(entry.day, site)}</time></a></p>
<h1 class="p-name" lang="${entry.titleLanguage}">${entry.title}</h1>
${entryParts(entry, context, true)}
${citationLinks(folder, site)}<a class="u-url" href="${site.origin}${paths.entry(entry.day, entry.name)}" hidden></a>
</article>
${pager(entry.title, before ?? null, after ?? null, catalog)}`,
  })
}

interface Neighbour {
  readonly path: string
  readonly words: Markup
  readonly language: string | null
}

function pager(label: string, previous: Neighbour | null, next: Neighbour | null, { site }: Catalog): Markup {
  const wording = pageWordingFor(site.language)
  const item = (rel: 'prev' | 'next', words: string, to: Neighbour | null): Markup =>
    to === null
      ? html``
      : html`<li class="${rel}"><span class="hint">${words}</span> <a href="${to.path}" rel="${rel}"${
          to.language === null ? '' : html` lang="${to.language}"`
        }>${to.words}</a></li>\n`
  if (previous === null && next === null) return html``
  return html`<nav class="pager" aria-label="${label}: ${wording.previous}, ${wording.next}"><ul class="plain">${item('prev', wording.previous, previous)}${item('next', wording.next, next)}</ul></nav>`
}
