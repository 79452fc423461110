// The field on the page of all tags: it shows those that have what is typed in their names. Everything is on the page already.
import { type Matchable, matchable, matcherOf } from './tag-match.ts'

const form = required('form.tag-filter', HTMLFormElement)
const field = required('#filter', HTMLInputElement)
const output = required('form.tag-filter output', HTMLOutputElement)
const byUse = required('#by-use', HTMLElement)
const letters = required('nav.letters', HTMLElement)
const sections = [...document.querySelectorAll<HTMLElement>('section.letter')]
const rows: readonly (readonly [HTMLElement, Matchable])[] = [...document.querySelectorAll<HTMLElement>('section.letter li')].map((row) => [
  row,
  matchable([...Array.from(row.querySelectorAll('a'), (link) => link.textContent), ...(row.dataset['also'] ?? '').split(' ')]),
])

function filter(): void {
  const isAsked = field.value.trim() !== ''
  const matches = matcherOf(field.value)
  let found = 0
  for (const [row, tag] of rows) {
    row.hidden = isAsked && !matches(tag)
    if (!row.hidden) found += row.querySelectorAll('a').length
  }
  for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null
  byUse.hidden = isAsked
  letters.hidden = isAsked
  const said = found === 0 ? form.dataset['none'] : form.dataset['matching']
  output.value = isAsked ? (said ?? '').replace('{n}', String(found)) : ''
}

function required<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new TypeError(`no ${selector}`)
  return found
}

// Also while an input method composes: in Korean a word's last syllable is unfinished until something else is typed.
field.addEventListener('input', filter)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  document.querySelector<HTMLAnchorElement>('section.letter:not([hidden]) li:not([hidden]) a')?.click()
})
form.hidden = false
// A browser keeps what was typed when the page is loaded again.
filter()
