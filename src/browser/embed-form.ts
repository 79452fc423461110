// The page that makes the code for another blog: every feed's code stands in it already, so this only picks and counts.

const form = required('embed', HTMLFormElement)
const snippet = required('snippet', HTMLElement)
const copy = required('copy', HTMLButtonElement)
const status = required('copy-status', HTMLElement)
const preview = required('preview', HTMLElement)

const codes = new Map(
  Array.from(document.querySelectorAll<HTMLElement>('code[data-slug]'), (code) => [code.dataset['slug'], code.textContent]),
)

function update(): void {
  const slug = chosen('tag')
  const count = form.checkValidity() ? chosen('limit') : '5'
  // The code's own attribute: in what it quotes, a quotation mark is a reference.
  const code = (codes.get(slug) ?? '').replace(' limit="5"', ` limit="${count}"`)
  snippet.textContent = code
  status.textContent = ''
  preview.setAttribute('limit', count)
  preview.setAttribute('tag', slug)
  showFallback(code)
}

/** What the preview shows where the feed can't be had is the link in the code, but on the host that serves this page. */
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

async function copySnippet(): Promise<void> {
  try {
    await navigator.clipboard.writeText(snippet.textContent)
    status.textContent = copy.dataset['copied'] ?? ''
  } catch {
    // No permission, or a page that isn't served over HTTPS.
    getSelection()?.selectAllChildren(snippet)
    status.textContent = copy.dataset['selected'] ?? ''
  }
}

function required<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new TypeError(`no #${id}`)
  return found
}

form.addEventListener('input', update)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void copySnippet()
})
form.hidden = false
copy.hidden = false
// What was chosen before the page was loaded again.
update()
