/** What matters of an address that a link leads to. */
export type Target = Pick<URL, 'origin' | 'pathname' | 'search'>

/**
 * Whether what a link leads to is a page that is worth having before it is asked for: another page of the site, whose paths
 * end in a slash. Feeds, citations and whatever has a query aren't, nor the pages that stand in for feeds. The rules that
 * `src/site/speculation.ts` gives to browsers that know such say the same.
 */
export function isLikely({ origin, pathname, search }: Target, here: Target): boolean {
  const isPage = origin === here.origin && pathname.endsWith('/') && search === '' && !pathname.startsWith('/view/')
  return isPage && pathname !== here.pathname
}
