import type { Catalog, DayEntries, Entry, Tag } from '../../catalog/catalog.ts'
import type { Channel } from '../../feed/channel.ts'
import { blocksHtml } from '../../feed/item.ts'
import { html, type Markup } from '../../text/html.ts'
import type { AuthorEntries } from '../authors.ts'
import { paths } from '../urls.ts'
import { pageWordingFor } from '../wording.ts'
import { citationLinks, dayText, entryList, type PageContext, tagLink } from './entry-parts.ts'
import { feedAnchors, layout, siteFeed } from './layout.ts'

/** How many entries the home page lists, in whole days. */
const latestOnHome = 30

/** How many tags the home page shows, the most used first. */
const tagsOnHome = 40

/** What the site is, its latest entries by day, its tags by use, and its feeds. */
export function homePage(catalog: Catalog, context: PageContext, archives: number): string {
  const { site, entries, tags } = catalog
  const wording = pageWordingFor(site.language)
  const about =
    site.about.length === 0
      ? html``
      : html`<section class="about" aria-labelledby="about"><h2 id="about">${wording.about}</h2>\n${blocksHtml(site.about)}</section>\n`
  const last = entries[latestOnHome - 1]?.day
  const latest = entries.filter(({ day }, index) => index < latestOnHome || day === last)
  const byUse = tags.toSorted((a, b) => b.entries.length - a.entries.length).slice(0, tagsOnHome)
  return layout(catalog, {
    path: paths.home,
    title: site.title,
    description: site.description || site.title,
    feeds: [siteFeed(catalog)],
    main: html`<div class="lead">
<h1>${site.title}</h1>
${site.description === '' ? html`` : html`<p class="description">${site.description}</p>\n`}${subscribeBox(catalog, null)}
</div>
<div class="columns">
<section class="h-feed" aria-labelledby="latest"><h2 id="latest" class="p-name">${wording.latest}</h2>
${entryList(latest, context)}
<p><a href="${paths.days}">${wording.allDays}</a></p>
${olderLink(catalog, null, archives)}</section>
<div class="aside">
${
  tags.length === 0
    ? html``
    : html`<section aria-labelledby="tags"><h2 id="tags">${wording.tags}</h2>
<ul class="plain cloud">${byUse.map(({ tag, entries: ofTag }) => html`<li>${tagLink(tag)}<span class="count">${ofTag.length}</span></li>\n`)}</ul>
<p><a href="${paths.tags}">${wording.allTags}</a></p></section>\n`
}${about}</div>
</div>`,
  })
}

/** Every day, by month. */
export function daysPage(catalog: Catalog): string {
  const wording = pageWordingFor(catalog.site.language)
  const months: { month: string; days: DayEntries[] }[] = []
  for (const day of catalog.days) {
    const month = day.day.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.days.push(day)
    else months.push({ month, days: [day] })
  }
  return layout(catalog, {
    path: paths.days,
    title: wording.allDays,
    description: `${wording.allDays} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<h1>${wording.allDays}</h1>
${months.map(
  ({ month, days }) => html`<section><h2><time datetime="${month}">${month}</time></h2>
<ul class="plain grid">${days.map(
    ({ day, entries }) =>
      html`<li><a href="${paths.day(day)}">${dayText(day, catalog.site)}</a> <span class="count">${wording.count(entries.length)}</span></li>\n`,
  )}</ul></section>
`,
)}`,
  })
}

/** All tags with counts, each with its feeds. */
export function tagsPage(catalog: Catalog): string {
  const wording = pageWordingFor(catalog.site.language)
  return layout(catalog, {
    path: paths.tags,
    title: wording.allTags,
    description: `${wording.allTags} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<h1>${wording.allTags}</h1>
<ul class="plain index">${catalog.tags.map(
      ({ tag, entries }) =>
        html`<li>${tagLink(tag)}<span class="count">${wording.count(entries.length)}</span> ${feedAnchors(tag.slug)}</li>\n`,
    )}</ul>`,
  })
}

/** One tag: its feeds, and the entries in them. */
export function tagPage(
  catalog: Catalog,
  context: PageContext,
  channel: Channel,
  tag: Tag,
  entries: readonly Entry[],
  archives: number,
): string {
  return layout(catalog, {
    path: paths.tag(tag.slug),
    title: `#${tag.label}`,
    description: channel.description,
    feeds: [{ title: channel.title, tagSlug: tag.slug }],
    main: html`<div class="lead">
<h1>#${tag.label}</h1>
<p class="description">${channel.description}</p>
${subscribeBox(catalog, tag.slug)}
</div>
<section class="h-feed">
<h2 class="p-name">${pageWordingFor(catalog.site.language).latest}</h2>
${entryList(entries, context)}
${olderLink(catalog, tag.slug, archives)}</section>
${citationLinks(paths.tag(tag.slug), catalog.site)}`,
  })
}

/** The entries of one archive: an older page of the site or of a tag. */
export function archivePage(
  catalog: Catalog,
  context: PageContext,
  channel: Channel,
  tag: Tag | null,
  entries: readonly Entry[],
  number: number,
  archives: number,
): string {
  const wording = pageWordingFor(catalog.site.language)
  const slug = tag?.slug ?? null
  const newer = number === archives ? (slug === null ? paths.home : paths.tag(slug)) : paths.archiveFolder(slug, number + 1)
  return layout(catalog, {
    path: paths.archiveFolder(slug, number),
    title: tag === null ? wording.archive(number) : `#${tag.label} · ${wording.archive(number)}`,
    description: `${wording.archive(number)} · ${channel.title}`,
    feeds: [{ title: channel.title, tagSlug: slug }],
    main: html`<h1>${tag === null ? '' : `#${tag.label} · `}${wording.archive(number)}</h1>
<section class="h-feed">
${entryList(entries, context)}
</section>
<nav class="pager" aria-label="${wording.older}"><ul class="plain"><li><a href="${newer}" rel="next">${wording.newer}</a></li>
${number === 1 ? html`` : html`<li><a href="${paths.archiveFolder(slug, number - 1)}" rel="prev">${wording.older}</a></li>`}</ul></nav>`,
  })
}

/** All entries on papers of one author. */
export function authorPage(catalog: Catalog, context: PageContext, author: AuthorEntries): string {
  const wording = pageWordingFor(catalog.site.language)
  return layout(catalog, {
    path: paths.author(author.slug),
    title: author.name,
    description: wording.papersBy(author.name),
    feeds: [siteFeed(catalog)],
    main: html`<h1>${author.name}</h1>
<p class="description">${wording.count(author.entries.length)}</p>
<section class="h-feed" aria-label="${wording.papersBy(author.name)}">
${entryList(author.entries, context)}
</section>`,
  })
}

/** A feed's addresses, where a person can't miss them. */
function subscribeBox({ site }: Catalog, tagSlug: string | null): Markup {
  const wording = pageWordingFor(site.language)
  return html`<p class="subscribe"><strong>${wording.subscribe}</strong> ${feedAnchors(tagSlug)}</p>`
}

/** The way from a channel's latest entries to the newest of its archives. */
function olderLink({ site }: Catalog, slug: string | null, archives: number): Markup {
  if (archives === 0) return html``
  const { older } = pageWordingFor(site.language)
  return html`<nav class="pager" aria-label="${older}"><ul class="plain"><li><a href="${paths.archiveFolder(slug, archives)}" rel="prev">${older}</a></li></ul></nav>`
}
