import { isLikely } from './likely.ts'

/** How long a pointer or the focus has to stay on a link before the link is taken to be meant. */
const intentMilliseconds = 65

/**
 * Fetches pages as soon as someone seems to mean to open them, where a browser knows no speculation rules. By `fetch` and not
 * by `<link rel="prefetch">`, which Safari doesn't know and which the policy of the pages (`default-src 'none'`) may refuse: a
 * page may be kept for half an hour, so the browser shows what was fetched.
 */
export function prefetchLikely(): void {
  if (HTMLScriptElement.supports?.('speculationrules') || isToSave()) return
  const fetched = new Set<string>([location.pathname])
  let timer: ReturnType<typeof setTimeout> | undefined
  const consider = ({ target }: Event): void => {
    clearTimeout(timer)
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
    if (link === null || fetched.has(link.pathname) || !isLikely(link, location)) return
    timer = setTimeout(() => {
      fetched.add(link.pathname)
      fetch(link.pathname, { priority: 'low' }).catch(() => {})
    }, intentMilliseconds)
  }
  document.addEventListener('pointerover', consider, { passive: true })
  document.addEventListener('focusin', consider)
}

/** Whether the person wants to spend no more bytes than they must (Save Data API; Media Queries 5 §11.7). */
function isToSave(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches
}
