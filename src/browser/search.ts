// The search page's form. What it looks through is fetched as words are typed, a few kilobytes for each.
import type { SearchPlaces } from '../search/found-entry.ts'
import { withoutParticle } from '../search/particles.ts'
import type { Clause } from '../search/query.ts'
import type { Answer } from '../search/searching.ts'
import type { TagNames } from '../search/tag-names.ts'
import { SearchData } from './search-data.ts'
import { type ResultWords, resultOf, tagOffer } from './search-results.ts'

/** How many results are shown at a time, how many of these before anybody scrolls, and for how many others wait that were shown before. */
const [step, firstStep, atOnce] = [20, 10, 3]

/**
 * In milliseconds: who types on within the first isn't interrupted by results to fetch; who types on within the second isn't told
 * that there are none, or of what another word finds.
 */
const [pause, patience] = [120, 900]

/** The most tags that are offered. */
const mostOffered = 3

/** What the page says, in its own language. `{n}`, `{typed}` and `{meant}` stand for what is put there. */
interface SearchWords extends ResultWords {
  readonly found: string
  readonly instead: string
  readonly nothing: string
  readonly busy: string
  readonly failed: string
}

/** What is kept of a search in the browser's history. */
interface Kept {
  readonly shown: number
  readonly scroll: number
}

const form = the<HTMLFormElement>('form[role="search"]')
const box = the<HTMLInputElement>('#q')
const status = the('#found')
const advice = the('#advice')
const offers = the('#offers')
const list = the('#results')
const more = the<HTMLButtonElement>('#more')
const words = wordsOn(form)
const data = new SearchData(JSON.parse(form.dataset['places'] as string) as SearchPlaces)

/** Results that nobody has scrolled to are fetched once somebody nearly has. */
const endOfList = more.parentElement as HTMLElement
const end = new IntersectionObserver((seen) => void (seen.at(-1)?.isIntersecting === true && showUpTo(shown).catch(fail)), {
  rootMargin: '300px',
})

/** Counts searches: the latest alone shows anything. */
let latest = 0
let answer: Answer | null = null
let shown = step

/**
 * Looks for what stands in the box, and shows it. What was shown before stays until then.
 *
 * @param isTyping whether more may be typed: then results wait a little, and that there are none is said later
 */
async function search(isTyping: boolean): Promise<void> {
  latest += 1
  const mine = latest
  if (box.value.trim() === '') return showNothing('')
  if (list.childElementCount === 0 && status.textContent === '') status.textContent = words.busy
  try {
    const [found, tags] = await Promise.all([data.answer(box.value.trimStart()), data.tags()])
    if (mine !== latest) return
    const { ranked, corrections, query } = found
    const first = ranked.slice(0, atOnce)
    const isDoubtful = ranked.length === 0 || corrections.length > 0
    showTags(query.wanted, tags)
    if (isTyping && isDoubtful) await paused(patience)
    else if (isTyping && !first.every(({ entry }) => data.known(entry) !== undefined)) await paused(pause)
    if (mine !== latest) return
    for (const { entry } of ranked.slice(atOnce, firstStep)) data.entry(entry).catch(() => {})
    await Promise.all(first.map(({ entry }) => data.entry(entry)))
    if (mine !== latest) return
    answer = found
    keep()
    if (ranked.length === 0) return showNothing(words.nothing)
    status.textContent = [correctionsIn(found), words.found.replace('{n}', String(ranked.length))].filter((text) => text !== '').join(' ')
    advice.hidden = true
    list.replaceChildren()
    await showUpTo(atOnce)
    await showUpTo(firstStep)
  } catch (error) {
    if (mine === latest) fail(error)
  }
}

function paused(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function fail(error: unknown): void {
  console.error(error)
  showNothing(words.failed)
  advice.hidden = true
}

function correctionsIn({ corrections }: Answer): string {
  return corrections.map(([typed, meant]) => words.instead.replace('{typed}', typed).replace('{meant}', meant)).join(' ')
}

/** Shows results up to a number, as far as there are so many, behind those that are shown. */
async function showUpTo(count: number): Promise<void> {
  if (answer === null) return
  const asked = answer
  const { ranked, query } = answer
  const from = list.childElementCount
  const wanted = ranked.slice(from, count)
  const entries = await Promise.all(wanted.map(({ entry }) => data.entry(entry)))
  if (answer !== asked || list.childElementCount !== from) return
  list.append(...wanted.map((one, index) => resultOf(entries[index] as (typeof entries)[number], one, query.wanted, words)))
  const isLeft = list.childElementCount < Math.min(shown, ranked.length)
  more.hidden = isLeft || ranked.length <= shown
  // An observer tells anew of what is in sight already.
  end.unobserve(endOfList)
  if (isLeft) end.observe(endOfList)
}

function showNothing(text: string): void {
  answer = null
  list.replaceChildren()
  status.textContent = text
  if (text === '') {
    offers.replaceChildren()
    keep()
  }
  advice.hidden = text === ''
  more.hidden = true
}

/** Offers the tags that the words name. A name may be several words: the longest names come first. */
function showTags(wanted: readonly Clause[], tags: TagNames): void {
  const names = wanted.flatMap((clause) => (clause.kind === 'word' ? [clause.term] : clause.kind === 'tag' ? [clause.name] : []))
  const runs = names.flatMap((_, length) =>
    names.flatMap((__, from) => (from > length ? [] : [names.slice(from, from + names.length - length)])),
  )
  const named = runs.flatMap((run) => {
    const name = run.join(' ')
    return [tags.named(name) ?? tags.named(withoutParticle(name) ?? '') ?? []].flat()
  })
  offers.replaceChildren(...[...new Set(named)].slice(0, mostOffered).map((tag) => tagOffer(tag, words)))
}

/** Keeps the words, how many results are shown, and where the page is scrolled to: Back returns there. */
function keep(): void {
  const typed = box.value.trim()
  const kept: Kept = { shown, scroll: scrollY }
  try {
    history.replaceState(kept, '', typed === '' ? location.pathname : `?q=${encodeURIComponent(typed)}`)
  } catch {
    // Safari takes a hundred in half a minute: the next one will tell.
  }
}

function wordsOn({ dataset }: HTMLElement): SearchWords {
  const word = (name: string): string => dataset[name] ?? ''
  return {
    found: word('found'),
    instead: word('instead'),
    nothing: word('nothing'),
    busy: word('busy'),
    failed: word('failed'),
    subscribe: word('subscribe'),
    why: { title: word('inTitle'), tags: word('inTags'), authors: word('inAuthors'), text: word('inText') },
  }
}

function the<Kind extends HTMLElement>(selector: string): Kind {
  const there = document.querySelector<Kind>(selector)
  if (there === null) throw new Error(`no ${selector}`)
  return there
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void search(false)
})
// Also while an input method composes: in Korean a word's last syllable is unfinished until something else is typed.
box.addEventListener('input', () => {
  shown = step
  void search(true)
})
// Before the first word, so that it doesn't wait for them.
data.tags().catch(() => {})

more.addEventListener('click', async () => {
  const from = list.childElementCount
  shown += step
  await showUpTo(shown).catch(fail)
  keep()
  // The button may be gone: then the keyboard's focus would be lost, so it goes to the first new result.
  list.children[from]?.querySelector('a')?.focus()
})

/** Arrows go through the results and back to the box, Escape to the box. */
document.addEventListener('keydown', (press) => {
  if (press.isComposing || press.altKey || press.ctrlKey || press.metaKey) return
  const links = [...list.querySelectorAll<HTMLElement>('h3 a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const isInBox = document.activeElement === box
  if (press.key === 'Escape' && at !== -1) box.focus()
  else if (press.key === 'ArrowDown' && (isInBox || at !== -1 || document.activeElement === document.body))
    (links[at + 1] ?? links.at(-1))?.focus()
  else if (press.key === 'ArrowUp' && at !== -1) (links[at - 1] ?? box).focus()
  else return
  press.preventDefault()
})

async function begin(): Promise<void> {
  const kept = history.state as Kept | null
  shown = kept?.shown ?? step
  const asked = new URLSearchParams(location.search).get('q')
  if (asked !== null) box.value = asked
  // Whoever comes with words is shown what they find, and reads.
  if (box.value === '') return box.focus()
  const searching = search(false)
  const mine = latest
  await searching
  if (kept === null || kept.scroll === 0) return
  await showUpTo(shown)
  if (mine === latest) scrollTo(0, kept.scroll)
}

history.scrollRestoration = 'manual'
addEventListener('pagehide', keep)
void begin()
