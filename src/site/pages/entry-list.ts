import type { Entry } from '../../catalog/catalog.ts'
import { authorsLine } from '../../feed/authors-line.ts'
import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import { paths } from '../urls.ts'
import { dayRail } from './day-rail.ts'
import { tagLink } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { gistOf } from './gist.ts'

/**
 * How many entries of a list say what they are about; those behind are titles, and behind these stands the way to all
 * days. A feed may hold 500 entries, and with 30 and 120 a page has at most 60 kB.
 */
const [mostWithGist, mostTitles] = [30, 120]

/** How many entries a list shows at all. */
export const mostListed: number = mostWithGist + mostTitles

/** Entries under their days, each with the beginning of its commentary. */
export function entryList(frame: Frame, entries: readonly Entry[]): Markup {
  const { words } = frame
  if (entries.length === 0) return html`<p class="empty">${words.noEntries}</p>`
  const titles = entries.slice(mostWithGist, mostWithGist + mostTitles)
  const left = entries.length - mostWithGist - titles.length
  return html`${daysOf(frame, entries.slice(0, mostWithGist), 'whole')}${
    titles.length === 0 ? null : html`\n<h2 class="further">${words.further}</h2>\n${daysOf(frame, titles, 'brief')}`
  }${left <= 0 ? null : html`\n<p><a href="${paths.days}">${words.allDays}</a></p>`}`
}

/** How an entry stands in a list. */
type Form = 'whole' | 'brief'

function daysOf(frame: Frame, entries: readonly Entry[], form: Form): Markup {
  const runs: { readonly day: Day; readonly entries: Entry[] }[] = []
  // A day may have several runs: an entry that gives its instant can part another day's entries.
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last?.day === entry.day) last.entries.push(entry)
    else runs.push({ day: entry.day, entries: [entry] })
  }
  return html`<ol class="plain days ${form}">${runs.map(
    ({ day, entries: ofDay }) => html`<li>
<p class="rail">${dayRail(frame, day)}</p>
<ul class="plain titles">${ofDay.map((entry) => listed(frame, entry, form))}</ul>
</li>
`,
  )}</ol>`
}

/** What was written of entries for lists, in the words of a site: an entry stands in a dozen of them, and is written once. */
const written: Readonly<Record<Form, WeakMap<Words, WeakMap<Entry, Markup>>>> = { whole: new WeakMap(), brief: new WeakMap() }

function listed({ words }: Frame, entry: Entry, form: Form): Markup {
  const ofWords = written[form].get(words) ?? new WeakMap<Entry, Markup>()
  written[form].set(words, ofWords)
  const markup = ofWords.get(entry) ?? forms[form](words, entry)
  ofWords.set(entry, markup)
  return markup
}

const forms: Readonly<Record<Form, (words: Words, entry: Entry) => Markup>> = { whole: listedWhole, brief: listedBrief }

function listedWhole(words: Words, entry: Entry): Markup {
  const { day, titleLanguage, authors, tags, published } = entry
  const gist = gistOf(entry)
  return html`<li class="h-entry"><h3>${titleLink(entry)}</h3>
${gist === null ? null : html`<p class="gist p-summary" lang="${gist.language}">${gist.text}</p>\n`}${
  authors.length === 0 && tags.length === 0
    ? null
    : html`<p class="facts">${authors.length === 0 ? null : html`<span class="by" lang="${titleLanguage}">${authorsLine(authors.map((author) => author.name))}</span> `}${tags.map(tagLink)}</p>\n`
}<time class="dt-published" datetime="${published.toISOString()}" hidden>${words.day(day)}</time></li>
`
}

function listedBrief(_: Words, entry: Entry): Markup {
  return html`<li class="h-entry">${titleLink(entry)}</li>\n`
}

function titleLink({ day, name, title, titleLanguage }: Entry): Markup {
  return html`<a class="u-url p-name" href="${paths.entry(day, name)}" lang="${titleLanguage}">${title}</a>`
}
