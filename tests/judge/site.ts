import { type Download, type Fault, type Format, formats, mediaTypes } from './document.ts'
import { get, onBase } from './fetching.ts'
import { elements } from './html.ts'
import { expectedOf } from './outline.ts'
import { type Series, seriesFrom, unlikeLengths } from './series.ts'

/** How many tags' feeds are judged: they are made alike, so of many a few tell as much. */
const tagLimit = 5

/** What a site offers to subscribers, and what is wrong with the offer itself. */
export interface Offer {
  readonly documents: readonly Download[]
  readonly faults: readonly Fault[]
  /** Of what there is more, what was taken. */
  readonly notes: readonly string[]
}

/** Downloads, each document once: the feeds that the home page and the pages of tags announce, and their archives. */
export async function offerOf(base: URL): Promise<Offer> {
  const index = await get(new URL('/tags/', base))
  const tags = tagPaths(index.ok ? await index.text() : '', base)
  const chosen = evenly(tags, tagLimit)
  const offers: Offer[] = []
  const selections = await selectionsOf(base)
  for (const path of ['/', ...chosen, ...selections.paths]) offers.push(await offerOn(path, base))
  return {
    documents: offers.flatMap(({ documents }) => documents),
    faults: [
      ...(index.status === 200 ? [] : [{ path: '/tags/', what: `answers ${index.status}` }]),
      ...selections.faults,
      ...offers.flatMap(({ faults }) => faults),
    ],
    notes: [
      ...(tags.length === 0 ? ['no tag, for /tags/ links to none'] : []),
      ...(chosen.length < tags.length ? [`${chosen.length} of ${tags.length} tags: ${chosen.join(' ')}`] : []),
      ...offers.flatMap(({ notes }) => notes),
    ],
  }
}

interface Offered {
  readonly paths: readonly string[]
  readonly faults: readonly Fault[]
}

/**
 * Selections of two tags in each way that there is, and what is left of notes in each view, by their addresses: those that have
 * entries, since some readers take no feed without one for a feed. The two are tags that an entry has; none where no entry has two.
 */
async function selectionsOf(base: URL): Promise<Offered> {
  const response = await get(new URL('/feed.json', base))
  if (!response.ok) return { paths: [], faults: [] }
  // By the links of each item, so that a feed which is no JSON is left for the judges to say.
  const text = await response.text()
  const tagsOfItems = text
    .split('{"id":"')
    .map((item) => [...item.matchAll(/\/tags\/([^/"\\]+)\/\\" rel=\\"tag\\"/g)].map(([, slug]) => slug as string))
  const both = tagsOfItems
    .find((slugs) => slugs.length > 1)
    ?.slice(0, 2)
    .toSorted((a, b) => (decodeURIComponent(a) < decodeURIComponent(b) ? -1 : 1))
  const hasTwo = /"tags":\["[^"]+","/.test(text)
  if (both === undefined)
    return { paths: [], faults: hasTwo ? [{ path: '/feed.json', what: 'has an item with two tags, and links to no two' }] : [] }
  const [, language] = /"language":"([\w-]+)","_paperwire"/.exec(text) ?? []
  const ofLanguage = language === undefined ? [] : [`/tags/lang:${language.toLowerCase()}/`]
  const views = ['titles', 'abstracts', 'commentary'].map((view) => `/tags/${both[0]}/${view}/`)
  const all = [`/tags/${both.join('+')}/`, `/tags/${both.join(',')}/`, `/tags/${both.join('+!')}/`, ...ofLanguage, ...views]
  const areThere = await Promise.all(all.map((path) => hasItems(path, base)))
  return { paths: all.filter((_, index) => areThere[index]), faults: [] }
}

/** Whether a feed has an item; one that can't be read is for the judges to say. */
async function hasItems(path: string, base: URL): Promise<boolean> {
  const response = await get(new URL(`${path}feed.json`, base))
  return !/"items":\[\]/.test(await response.text())
}

/** What one page announces. */
async function offerOn(path: string, base: URL): Promise<Offer> {
  const response = await get(new URL(path, base))
  if (response.status !== 200) return { documents: [], faults: [{ path, what: `answers ${response.status}` }], notes: [] }
  const announced = announcedFeeds(await response.text())
  const series: Series[] = []
  for (const format of formats) {
    const href = announced[format]
    series.push(
      href === undefined
        ? { pages: [], faults: [{ path, what: `announces no feed of type ${mediaTypes[format]}` }], notes: [] }
        : await seriesFrom(href, path, format, base),
    )
  }
  // The formats' archives correspond in order.
  const expected = series
    .flatMap(({ pages }) => pages.filter(({ format }) => format === 'json'))
    .map((page) => expectedOf(page.path, page.text))
  return {
    documents: series.flatMap(({ pages }) => pages.map((page, position) => ({ ...page, expected: expected[position] ?? null }))),
    faults: [...series.flatMap(({ faults }) => faults), ...unlikeLengths(series)],
    notes: series.flatMap(({ notes }) => notes),
  }
}

/** The feeds a page announces (rssboard.org/rss-autodiscovery), the first of each format. */
function announcedFeeds(html: string): Readonly<Partial<Record<Format, string>>> {
  const links = elements(html, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate')
  return Object.fromEntries(
    formats.flatMap((format) => {
      const href = links.find(({ attributes }) => attributes['type'] === mediaTypes[format])?.attributes['href']
      return href === undefined ? [] : [[format, href]]
    }),
  )
}

function tagPaths(html: string, base: URL): readonly string[] {
  const links = elements(html, 'a').map(({ attributes }) => onBase(attributes['href'] ?? '', base).pathname)
  return [...new Set(links.filter((path) => /^\/tags\/[^/]+\/$/.test(path)))]
}

/** So many of the values at even distances, the first and the last among them. */
export function evenly<Value>(values: readonly Value[], count: number): readonly Value[] {
  if (values.length <= count) return values
  return Array.from({ length: count }, (_, index) => values[Math.round((index * (values.length - 1)) / (count - 1))] as Value)
}
