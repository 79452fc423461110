import { type Command, commandOf } from './commands.ts'
import { store, stored } from './stored.ts'

/** The name under which it is kept that keys do nothing. */
const keysName = 'keys'

/** Whether keys do something. */
export function areKeysOn(): boolean {
  return stored(keysName) !== 'off'
}

/** Turns the keys on or off, on every page from now on. */
export function turnKeys(areOn: boolean): void {
  store(keysName, areOn ? null : 'off')
}

/** Entries in lists, as their titles alone too, on days, and among what a search has found. */
const entries = '.h-entry, .titles > li'

/**
 * Lets keys move through the page. A press does nothing in a field, under a dialog, with a modifier, or where keys are
 * switched off (WCAG 2.2, criterion 2.1.4).
 *
 * @param help opens the help
 */
export function moveByKeys(help: () => void): void {
  const does: Readonly<Record<Command, () => void>> = {
    next: () => step(1),
    previous: () => step(-1),
    open: () => linkOf(document.activeElement?.closest<HTMLElement>(entries) ?? null)?.click(),
    older: () => follow('prev'),
    newer: () => follow('next'),
    search,
    help,
  }
  addEventListener('keydown', (press) => {
    const command = commandOf(press)
    if (command === null || press.isComposing || press.defaultPrevented || !areKeysOn()) return
    if (isField(press.target) || document.querySelector('dialog[open]') !== null) return
    // What a browser itself does at such a key, as Firefox begins to look for words at a slash.
    press.preventDefault()
    does[command]()
  })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
}

/** The link to an entry; null where it doesn't show, as on the entry's own page. */
function linkOf(entry: HTMLElement | null): HTMLElement | null {
  const link = entry?.querySelector<HTMLElement>('.u-url') ?? entry?.querySelector<HTMLElement>('a') ?? null
  return link?.checkVisibility() === true ? link : null
}

/**
 * Goes to the next or the previous entry: from the one that has the focus, or from what is read where that is on no entry in
 * sight. The link takes the focus: Enter opens it, Tab goes on from there, and a screen reader says it.
 */
function step(by: 1 | -1): void {
  const all = Array.from(document.querySelectorAll<HTMLElement>(entries)).filter((entry) => linkOf(entry) !== null)
  const at = all.findIndex((entry) => entry.contains(document.activeElement) && isInSight(entry))
  const above = all.findLastIndex((entry) => entry.getBoundingClientRect().top < 0)
  const entry = all[at !== -1 ? at + by : by === 1 ? above + 1 : above] ?? null
  if (entry === null) return
  linkOf(entry)?.focus({ preventScroll: true })
  const isTall = entry.offsetHeight > innerHeight / 2
  // At once: whoever holds the key down would outrun a smooth scroll.
  entry.scrollIntoView({ block: isTall ? 'start' : 'nearest', behavior: 'instant' })
}

function isInSight(entry: HTMLElement): boolean {
  const { top, bottom } = entry.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

function follow(rel: 'prev' | 'next'): void {
  document.querySelector<HTMLElement>(`.pager a[rel="${rel}"]`)?.click()
}

/** Goes to the search box: a fragment that names a field gives it the focus (HTML §7.4.6.4, “scroll to the fragment”). */
function search(): void {
  const box = document.querySelector<HTMLInputElement>('#q')
  const link = document.querySelector<HTMLAnchorElement>('a[rel~="search"]')
  if (box !== null) {
    box.focus()
    box.select()
  } else if (link !== null) location.assign(`${link.href}#q`)
}
