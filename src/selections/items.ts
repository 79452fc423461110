import type { Format } from '../feed/formats.ts'

/** Where each item of a feed begins, and how it ends. In no text of ours stands such a tag, or such a bracket: it is escaped there. */
const boundaries: Readonly<Record<Format, { readonly begin: string; readonly end: string }>> = {
  rss: { begin: '<item>', end: '</item>' },
  atom: { begin: '<entry ', end: '</entry>' },
  json: { begin: '{"id":"', end: '' },
}

/** The items of a feed that we wrote, in their order, as they stand there. */
export function itemsIn(format: Format, feed: string): readonly string[] {
  const { begin, end } = boundaries[format]
  if (format === 'json') {
    const items = feed.slice(feed.indexOf('"items":[') + '"items":['.length, feed.lastIndexOf(']}'))
    return items === '' ? [] : items.split(/,(?=\{"id":")/)
  }
  const items: string[] = []
  let from = feed.indexOf(begin)
  while (from !== -1) {
    const to = feed.indexOf(end, from) + end.length
    items.push(feed.slice(from, to))
    from = feed.indexOf(begin, to)
  }
  return items
}
