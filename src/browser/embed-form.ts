// The form of the page about embedding. The page holds the code of the site's feed and the pattern of every tag's: the form
// shows the code of the one that is chosen, with the number that is chosen. The button that copies it is as on every page.

const form = required('embed', HTMLFormElement)
const snippet = required('snippet', HTMLElement)
const copy = required('copy', HTMLButtonElement)
const preview = required('preview', HTMLElement)

/** The number that the page's code is written with. */
const standardLimit = preview.getAttribute('limit') ?? ''

const choice = form.elements.namedItem('tag') as HTMLSelectElement
const codeOfSite = snippet.textContent

/** The code of what is chosen: the first choice is the site. */
function chosenCode(): string {
  const [option] = choice.selectedOptions
  if (option === undefined || option.value === '') return codeOfSite
  const parts: Readonly<Record<string, string>> = {
    slug: escaped(option.value),
    path: encodeURIComponent(option.value),
    label: escaped(option.text.replace(/^#/, '')),
  }
  return (form.dataset['code'] ?? '').replace(/\{(slug|path|label)\}/g, (_, part: string) => parts[part] as string)
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] as string)
}

function update(): void {
  const limit = form.checkValidity() ? chosen('limit') : standardLimit
  // Only the attribute is written so: a title inside the code has `&quot;` for its quotation marks.
  const code = chosenCode().replace(` limit="${standardLimit}"`, ` limit="${limit}"`)
  snippet.textContent = code
  preview.setAttribute('limit', limit)
  preview.setAttribute('tag', choice.value)
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
