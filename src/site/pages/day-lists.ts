import type { Catalog, Entry } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { dayRail } from './day-rail.ts'
import { entryList } from './entry-list.ts'
import { firstFitting } from './fitting.ts'
import type { Frame } from './frame.ts'

/** A day with its entries. */
export type DayOfList = Catalog['days'][number]

/** So many entries a list shows with what they are about: more are titles, so that each day is shown alike. */
const mostWhole = 30

/** How many titles of a day are shown where all of them don't fit. */
const titlesOfDay = [30, 20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]

/**
 * The entries of some days, in as much detail as a page has room for: with what they are about, their titles alone, or some
 * of each day's titles and how many more there are.
 */
export function listOfDays(frame: Frame, days: readonly DayOfList[]): Markup {
  const entries = days.flatMap((day) => day.entries)
  const written = days.map(({ day, entries: ofDay }) => ({ day, rail: dayRail(frame, day), ...titlesOf(ofDay) }))
  const brief = (most: number): Markup =>
    html`<ol class="plain days brief">${written.map(
      ({ day, rail, language, titles }) => html`<li><p class="rail">${rail}</p>
<div>${list(language, titles.slice(0, most))}${
        titles.length <= most
          ? null
          : html`<p class="more"><a href="${paths.day(day)}">${frame.words.calendar.andMore(titles.length - most)}</a></p>\n`
      }</div></li>
`,
    )}</ol>`
  return firstFitting([
    ...(entries.length > mostWhole ? [] : [() => entryList(frame, entries)]),
    ...[Number.POSITIVE_INFINITY, ...titlesOfDay].map((most) => () => brief(most)),
  ])
}

/** Entries as their titles alone. */
export function titleList(entries: readonly Entry[]): Markup {
  const { language, titles } = titlesOf(entries)
  return list(language, titles)
}

/** The titles of entries as items of a list, and the language that all of them are in; null where they are in several. */
function titlesOf(entries: readonly Entry[]): { readonly language: Entry['titleLanguage'] | null; readonly titles: readonly Markup[] } {
  const languages = new Set(entries.map(({ titleLanguage }) => titleLanguage))
  const language = languages.size === 1 ? (entries[0]?.titleLanguage ?? null) : null
  const titles = entries.map(
    ({ day, name, title, titleLanguage }) =>
      html`<li><a href="${paths.entry(day, name)}"${language === null ? html` lang="${titleLanguage}"` : null}>${title}</a></li>\n`,
  )
  return { language, titles }
}

function list(language: Entry['titleLanguage'] | null, titles: readonly Markup[]): Markup {
  return html`<ul class="plain titles"${language === null ? null : html` lang="${language}"`}>${titles}</ul>\n`
}
