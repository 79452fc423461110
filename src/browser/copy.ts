import { say } from './say.ts'

/** The buttons that copy something: the page's address, the text of an element by its id, or the text of a file by its path. */
const copying = '[data-copy-link], [data-copy-from], [data-copy-file]'

/**
 * Lets the buttons copy and share, and shows those that can. What was done is said in the words of `data-copied`,
 * `data-selected` and `data-failed` on the button or around it.
 */
export function copyButtons(): void {
  const canCopy = navigator.clipboard !== undefined
  for (const button of document.querySelectorAll<HTMLButtonElement>(copying)) {
    button.hidden = !canCopy && button.dataset['copyFrom'] === undefined
    button.addEventListener('click', () => void copy(button))
  }
  if (typeof navigator.share !== 'function') return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    button.hidden = false
    button.addEventListener('click', () => void share())
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const said = button.closest<HTMLElement>('[data-copied]')
  const from = document.getElementById(button.dataset['copyFrom'] ?? '')
  const done = await write(textFor(button.dataset, from)).then(
    () => 'copied',
    () => (from === null ? 'failed' : 'selected'),
  )
  if (done === 'selected' && from !== null) select(from)
  say(said?.dataset[done] ?? '', said?.closest<HTMLElement>('[lang]')?.lang ?? '')
}

function textFor({ copyFile: path }: DOMStringMap, from: HTMLElement | null): string | Promise<string> {
  if (from !== null) return from instanceof HTMLInputElement ? from.value : (from.textContent ?? '')
  return path === undefined ? permalink() : textOfFile(path)
}

async function textOfFile(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** Safari wants to be told of what is yet to come while the press still lasts: it isn't allowed to write once a file has come. */
async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text)
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }))
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

function select(from: HTMLElement): void {
  if (from instanceof HTMLInputElement) from.select()
  else getSelection()?.selectAllChildren(from)
}

/** The page's address as it names itself: not what somebody came by, with a fragment or a query. */
function permalink(): string {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href
}

async function share(): Promise<void> {
  // Rejects where the person thinks better of it: nothing has to be said.
  await navigator.share({ title: document.title, url: permalink() }).catch(() => {})
}

/** Lets a press on a field that can't be written in, or the keyboard's coming into it, select what stands there. */
export function selectingFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[readonly]')) {
    // Whoever selects a part of it with the mouse means that part.
    field.addEventListener('click', () => field.selectionStart === field.selectionEnd && field.select())
    field.addEventListener('focus', () => field.select())
  }
}
