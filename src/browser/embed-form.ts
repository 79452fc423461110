// The form of the page about embedding. The page holds the code for every feed: the form shows one, with the number that is
// chosen. The button that copies it is as on every page.

const form = required('embed', HTMLFormElement)
const snippet = required('snippet', HTMLElement)
const copy = required('copy', HTMLButtonElement)
const preview = required('preview', HTMLElement)

/** The number that the page's code is written with. */
const standardLimit = preview.getAttribute('limit') ?? ''

/** The code for each feed, by the tag's slug; the site's own feed has the empty one. */
const codes = new Map(
  Array.from(document.querySelectorAll<HTMLElement>('code[data-slug]'), (code) => [code.dataset['slug'], code.textContent]),
)

function update(): void {
  const slug = chosen('tag')
  const limit = form.checkValidity() ? chosen('limit') : standardLimit
  // Only the attribute is written so: a title inside the code has `&quot;` for its quotation marks.
  const code = (codes.get(slug) ?? '').replace(` limit="${standardLimit}"`, ` limit="${limit}"`)
  snippet.textContent = code
  preview.setAttribute('limit', limit)
  preview.setAttribute('tag', slug)
  showFallback(code)
}

/** Gives the preview the link inside the code, which shows where the feed can't be had, but on the host of this page. */
function showFallback(code: string): void {
  const link = new DOMParser().parseFromString(code, 'text/html').querySelector('paperwire-feed a')
  const shown = preview.querySelector('a')
  if (!(link instanceof HTMLAnchorElement) || shown === null) return
  shown.textContent = link.textContent
  shown.href = link.pathname
}

function chosen(name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

function required<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new TypeError(`no #${id}`)
  return found
}

form.addEventListener('input', update)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  copy.click()
})
form.hidden = false
// A browser keeps what was chosen when the page is loaded again.
update()
