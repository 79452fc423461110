// The form that makes addresses of selections: shows what is selected while it is filled in, and the ways to subscribe to it.
import { formOf, pathAsked } from '../selections/form.ts'
import { element } from './element.ts'
import { matchable, matcherOf } from './tag-match.ts'

/** How many entries are shown. */
const latest = 5

/** In milliseconds: who types on within it asks for nothing yet. */
const pause = 400

const week = 7 * 86_400_000

const form = required('#select', HTMLFormElement)
const shown = required('#selected', HTMLElement)
const ways = required('#selected-ways', HTMLElement)
const address = required('#selected-address', HTMLInputElement)
const opml = required('#selected-opml', HTMLAnchorElement)
/** Each link to a reader as the page has it, with a mark in the place of the address. */
const readers = [...ways.querySelectorAll<HTMLAnchorElement>('.readers a')].map((link) => [link, link.href] as const)
let asked: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

async function show(): Promise<void> {
  const data = new FormData(form)
  const path = pathAsked(formOf((field) => data.getAll(field).filter((value) => typeof value === 'string')))
  if (path === asked) return
  asked = path
  if (path === null) return say(null)
  try {
    const response = await fetch(path)
    if (asked !== path) return
    if (response.status === 404 || response.status === 400) return say(null, element('p', {}, form.dataset['unknown'] ?? ''))
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (asked === path) say(new URL(response.url).pathname, ...described(page, new URL(response.url).pathname))
  } catch (error) {
    // The form leads to the page of the selection all the same.
    console.error(error)
    if (asked !== path) return
    asked = null
    say(null)
  }
}

/** Shows what is said of a selection, and the ways to its feed where there is one. */
function say(path: string | null, ...parts: readonly HTMLElement[]): void {
  shown.replaceChildren(...parts)
  ways.hidden = path === null
  if (path === null) return
  const feed = `${shown.dataset['origin'] ?? location.origin}${path}atom.xml`
  const mark = shown.dataset['mark'] ?? ''
  address.value = feed
  for (const [link, pattern] of readers) link.href = pattern.replace(encodeURIComponent(mark), encodeURIComponent(feed)).replace(mark, feed)
  opml.download = 'paperwire.opml'
  opml.href = `data:text/x-opml;charset=utf-8,${encodeURIComponent(opmlOf(parts[0]?.textContent ?? '', feed))}`
}

/** The name of a selection, how many entries it has and how often one comes, and the latest, all as its page has them. */
function described(page: Document, path: string): readonly HTMLElement[] {
  const name = page.querySelector('h1')?.textContent ?? ''
  const count = page.querySelector('.subscribe .count')?.textContent ?? ''
  const entries = [...page.querySelectorAll('.h-feed .h-entry')]
  const heading = element('h3', {}, element('a', { href: path }, name))
  if (entries.length === 0) return [heading, element('p', {}, shown.dataset['nothing'] ?? '')]
  const items = entries.slice(0, latest).flatMap((entry) => {
    const link = entry.querySelector('a.u-url')
    return link === null
      ? []
      : [
          element(
            'li',
            {},
            element('a', { href: link.getAttribute('href') ?? '', lang: link.getAttribute('lang') ?? '' }, link.textContent),
          ),
        ]
  })
  const often = (shown.dataset['often'] ?? '').replace('{week}', perWeek(entries))
  return [heading, element('p', {}, `${count} · ${often}`), element('ul', { className: 'plain brief' }, ...items)]
}

/** How many entries come in a week, by the dates of some that follow one another. */
function perWeek(entries: readonly Element[]): string {
  const dates = entries.map((entry) => Date.parse(entry.querySelector('time')?.dateTime ?? ''))
  const weeks = Math.max(1, (Math.max(...dates) - Math.min(...dates)) / week)
  const often = entries.length / weeks
  return often < 1 ? often.toFixed(1) : String(Math.round(often))
}

/** A list of one feed, for readers that import lists (OPML 2.0). */
function opmlOf(name: string, feed: string): string {
  const list = document.implementation.createDocument(null, 'opml')
  const root = list.documentElement
  root.setAttribute('version', '2.0')
  const [head, body] = [list.createElement('head'), list.createElement('body')]
  const title = list.createElement('title')
  title.textContent = name
  head.append(title)
  const outline = list.createElement('outline')
  for (const [attribute, value] of [
    ['type', 'rss'],
    ['text', name],
    ['title', name],
    ['xmlUrl', feed],
  ] as const)
    outline.setAttribute(attribute, value)
  body.append(outline)
  root.append(head, body)
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(list)}`
}

function filterTicks(typed: string): void {
  const matches = matcherOf(typed)
  for (const [row, tag] of ticks) row.hidden = !matches(tag) && row.querySelector('input')?.checked !== true
}

function required<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new TypeError(`no ${selector}`)
  return found
}

/** Null on a site without tags. */
const filter = form.querySelector<HTMLInputElement>('#tick-filter')
const ticks = [...form.querySelectorAll<HTMLElement>('.ticks li')].map((row) => [row, matchable([row.textContent])] as const)
if (filter !== null) {
  required('.tick-filter', HTMLElement).hidden = false
  filter.addEventListener('input', (event) => {
    event.stopPropagation()
    filterTicks(filter.value)
  })
  // Enter would leave with what is chosen so far.
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}
form.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void show(), pause)
})
// A browser keeps what was chosen when the page is loaded again.
filterTicks(filter?.value ?? '')
void show()
