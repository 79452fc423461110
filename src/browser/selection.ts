// The form that combines tags: shows what is selected while it is written.
import { expressionOf } from '../selections/form.ts'
import { element } from './element.ts'

/** How many entries are shown. */
const latest = 5

/** In milliseconds: who types on within it asks for nothing yet. */
const pause = 400

const week = 7 * 86_400_000

interface ShownFeed {
  readonly title: string
  readonly items: readonly { readonly url: string; readonly title: string; readonly date_published: string }[]
}

const form = document.querySelector<HTMLFormElement>('#select')
const shown = document.querySelector<HTMLElement>('#selected')
let asked = ''
let timer: ReturnType<typeof setTimeout> | undefined

if (form !== null && shown !== null) {
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void show(form, shown), pause)
  })
}

async function show(from: HTMLFormElement, to: HTMLElement): Promise<void> {
  const value = (name: string): string => from.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? ''
  const expression = expressionOf({ all: value('all'), any: value('any'), without: value('without') })
  asked = expression
  if (expression === '') return to.replaceChildren()
  try {
    const response = await fetch(`/tags/${expression}/feed.json`)
    if (asked !== expression) return
    if (response.status === 404 || response.status === 400) return to.replaceChildren(element('p', {}, from.dataset['unknown'] ?? ''))
    const feed = (await response.json()) as ShownFeed
    if (asked === expression) to.replaceChildren(...described(from, feed, new URL(response.url).pathname.replace(/feed\.json$/, '')))
  } catch (error) {
    // The form leads to the page of the selection all the same.
    console.error(error)
    if (asked === expression) to.replaceChildren()
  }
}

function described({ dataset }: HTMLFormElement, { title, items }: ShownFeed, path: string): readonly HTMLElement[] {
  const heading = element('h3', {}, element('a', { href: path }, title))
  const [newest] = items
  if (newest === undefined) return [heading, element('p', {}, dataset['nothing'] ?? '')]
  const oldest = items.at(-1) as ShownFeed['items'][number]
  const weeks = Math.max(1, (Date.parse(newest.date_published) - Date.parse(oldest.date_published)) / week)
  const often = items.length / weeks
  const found = (dataset['found'] ?? '')
    .replace('{n}', String(items.length))
    .replace('{week}', often < 1 ? often.toFixed(1) : String(Math.round(often)))
  const address = element('input', { readOnly: true, value: `${dataset['origin'] ?? location.origin}${path}atom.xml`, ariaLabel: title })
  address.addEventListener('click', () => address.select())
  return [
    heading,
    element('p', {}, found),
    element('p', { className: 'address' }, address),
    element(
      'ul',
      { className: 'plain brief' },
      ...items.slice(0, latest).map((item) => element('li', {}, element('a', { href: new URL(item.url).pathname }, item.title))),
    ),
  ]
}
