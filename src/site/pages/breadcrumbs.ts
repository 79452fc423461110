import type { Entry } from '../../catalog/catalog.ts'
import { type Day, firstOf } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { dataBlock } from './paper-metadata.ts'

/** A page on the way from the site's home down to another. */
export interface Crumb {
  readonly path: string
  readonly name: string
}

/** The way down to all days. */
export function crumbsOfDays({ words }: Frame): readonly Crumb[] {
  return [
    { path: paths.home, name: words.home },
    { path: paths.days, name: words.allDays },
  ]
}

/** The way down to a year: behind all days the year. */
export function crumbsOfYear(frame: Frame, year: string): readonly Crumb[] {
  return [...crumbsOfDays(frame), { path: paths.year(year), name: frame.words.calendar.year(firstOf(year)) }]
}

/** The way down to a month: behind its year the month. */
export function crumbsOfMonth(frame: Frame, month: string): readonly Crumb[] {
  return [...crumbsOfYear(frame, month.slice(0, 4)), { path: paths.month(month), name: frame.words.calendar.month(firstOf(month)) }]
}

/** The way down to a day: the home, its month, the day itself. */
export function crumbsOfDay({ words }: Frame, day: Day): readonly Crumb[] {
  return [
    { path: paths.home, name: words.home },
    { path: paths.month(day.slice(0, 7)), name: words.calendar.month(day) },
    { path: paths.day(day), name: words.day(day) },
  ]
}

/** The way down to an entry: behind its day the entry itself. */
export function crumbsOfEntry(frame: Frame, { day, name, title }: Entry): readonly Crumb[] {
  return [...crumbsOfDay(frame, day), { path: paths.entry(day, name), name: title }]
}

/** Links to the pages above the last of these, whose own name stands in its heading. */
export function breadcrumbs({ words }: Frame, crumbs: readonly Crumb[]): Markup {
  const links = crumbs.slice(0, -1).map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>\n`)
  return html`<nav class="crumbs" aria-label="${words.moving.breadcrumbs}" lang="${words.language}"><ol class="plain">${links}</ol></nav>\n`
}

/**
 * The same for search engines (schema.org/BreadcrumbList), the page itself among them: the last, which needs no address
 * (developers.google.com/search/docs/appearance/structured-data/breadcrumb).
 */
export function breadcrumbData({ site }: Frame, crumbs: readonly Crumb[]): Markup {
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ path, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: index === crumbs.length - 1 ? undefined : site.origin + path,
    })),
  })
}
