// The search page's form. The finder, with MiniSearch in it, and an index are loaded when someone begins to search.
import { element } from './element.ts'
import type { Finder, ListedEntry } from './finder.ts'

/** How many more results are shown at a time. */
const step = 20
const debounceMilliseconds = 200

const form = the<HTMLFormElement>('form[role="search"]')
const box = the<HTMLInputElement>('#q')
const status = the('#found')
const advice = the('#advice')
const list = the('#results')
const more = the<HTMLButtonElement>('#more')
/** The sentences to say, which the page gives in its own language. */
const words = form.dataset
/** The addresses of the indexes, the newest entries' first. */
const indexes = (words['indexes'] ?? '').split(' ').filter((path) => path !== '')

/** An index that has been loaded. */
interface Opened extends Finder {
  /** How many entries it holds. */
  readonly entries: number
}

const opened: (Promise<Opened> | undefined)[] = []

/** Opens an index once, and again only after a failure. A new query uses what an older one has begun to load. */
function finder(number: number): Promise<Opened> {
  const loading = opened[number] ?? load(indexes[number] as string)
  opened[number] = loading
  loading.catch(() => {
    opened[number] = undefined
  })
  return loading
}

async function load(path: string): Promise<Opened> {
  const [{ finderOf }, response] = await Promise.all([import('./finder.ts'), fetch(path)])
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  const index = await response.json()
  return { ...(await finderOf(index)), entries: index.entries.length }
}

let current = new AbortController()

/** Looks into one index after another, the newest first, until enough entries are found; the latest call alone shows any. */
async function search(wanted: number): Promise<void> {
  current.abort()
  current = new AbortController()
  const { signal } = current
  const query = box.value.trim()
  history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`)
  if (query === '') return show([], '', false)
  if (opened.length === 0 && indexes.length > 0) status.textContent = words['searching'] ?? ''
  try {
    const finders: Opened[] = []
    let found: readonly ListedEntry[] = []
    for (const number of indexes.keys()) {
      const one = await finder(number)
      if (signal.aborted) return
      finders.push(one)
      found = [...found, ...one.exactly(query)]
      if (found.length >= wanted) break
    }
    const isAll = finders.length === indexes.length
    const isExact = found.length > 0
    if (!isExact) found = finders.flatMap((one) => one.nearly(query))
    const said = found.length === 0 ? 'nothing' : !isExact ? 'foundNearly' : isAll ? 'found' : 'foundInLatest'
    const of = finders.reduce((sum, { entries }) => sum + entries, 0)
    const text = (words[said] ?? '').replace('{n}', String(found.length)).replace('{of}', String(of))
    show(found.slice(0, wanted), text, found.length > wanted || !isAll)
    advice.hidden = found.length > 0
  } catch (error) {
    if (signal.aborted) return
    console.error(error)
    show([], words['failed'] ?? '', false)
  }
}

function show(entries: readonly ListedEntry[], text: string, hasMore: boolean): void {
  list.replaceChildren(...entries.map(item))
  status.textContent = text
  advice.hidden = true
  more.hidden = !hasMore
}

function item({ path, day, date, title, language, by, gist: [text, ofText], tags }: ListedEntry): HTMLElement {
  return element(
    'li',
    { className: 'h-entry' },
    element('h3', {}, element('a', { href: path, lang: language }, title)),
    ...(text === undefined ? [] : [element('p', { className: 'gist', lang: ofText ?? '' }, text)]),
    element(
      'p',
      { className: 'facts' },
      element('time', { dateTime: day }, date),
      element('span', { className: 'by', lang: language }, by),
      ...tags.map(([label, address]) => element('a', { className: 'tag', href: address }, label)),
    ),
  )
}

function the<Kind extends HTMLElement>(selector: string): Kind {
  const there = document.querySelector<Kind>(selector)
  if (there === null) throw new Error(`no ${selector}`)
  return there
}

let timer: ReturnType<typeof setTimeout> | undefined

form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(timer)
  void search(step)
})
// Also while an input method composes: in Korean a word's last syllable is unfinished until something else is typed.
box.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void search(step), debounceMilliseconds)
})
box.addEventListener(
  'focus',
  () => {
    if (indexes.length > 0) finder(0).catch(() => {})
  },
  { once: true },
)
more.addEventListener('click', async () => {
  const shown = list.childElementCount
  await search(shown + step)
  // The button may be gone: then the keyboard's focus would be lost, so it goes to the first new result.
  list.children[shown]?.querySelector('a')?.focus()
})

const asked = new URLSearchParams(location.search).get('q')
if (asked !== null) box.value = asked
if (box.value !== '') void search(step)
