import type { Expected, Fault, Item, Judge } from './document.ts'
import { get, onBase } from './fetching.ts'
import { elements } from './html.ts'
import { instant } from './reader.ts'

/** The site's own pages: each item's link leads to a page of its title and day, and lists of items are in one order. */
export const pages: Judge = {
  name: 'HTML pages',
  formats: ['json'],
  install: 'npm ci',
  version: async () => '',
  judge: async (documents, base) => {
    const faults: Fault[] = []
    const html = async (url: URL, from: string): Promise<string | null> => {
      const response = await get(url)
      if (response.status === 200) return response.text()
      faults.push({ path: from, what: `${url.pathname} answers ${response.status}` })
      return null
    }
    const seen = new Set<string>()
    for (const { path, announcedOn, expected } of documents) {
      if (expected === null) continue
      for (const item of expected.items.filter(({ url }) => !seen.has(url))) {
        seen.add(item.url)
        const page = await html(onBase(item.url, base), path)
        if (page !== null) faults.push(...ofItem(page, item).map((what) => ({ path, what: `${onBase(item.url, base).pathname} ${what}` })))
      }
      const page = announcedOn === null ? null : await html(new URL(announcedOn, base), path)
      if (page !== null && !listsLatest(page, expected, base))
        faults.push({ path, what: `${announcedOn} doesn't list the latest items in this order` })
    }
    return faults
  },
}

function ofItem(page: string, { title, published }: Item): readonly string[] {
  const heading = elements(page, 'h1')[0]?.text
  const time = elements(page, 'time')[0]?.attributes['datetime'] ?? ''
  return [
    ...(heading === title ? [] : [`has the title ${JSON.stringify(heading)}, not ${JSON.stringify(title)}`]),
    // A page says the day, or the instant.
    ...(time === published.slice(0, 10) || instant(time) === published ? [] : [`says ${time || 'no time'}, not ${published}`]),
  ]
}

/** A page may list fewer items than the feed has, or more, but not others before them. */
function listsLatest(page: string, { items }: Expected, base: URL): boolean {
  const paths = items.map(({ url }) => onBase(url, base).pathname)
  const listed = elements(page, 'a')
    .map(({ attributes }) => onBase(attributes['href'] ?? '', base).pathname)
    .filter((path) => paths.includes(path))
  return items.length === 0 || (listed.length > 0 && listed.join() === paths.slice(0, listed.length).join())
}
