import { expect, test } from 'vitest'
import { paths } from '../../src/site/urls.ts'
import { feedsOf, origin, readers } from './channel-feeds.ts'

test.each(['rss', 'atom'] as const)(
  'RFC 5005 §4 in %s: an archive leads to the one before it, the one behind it, and the document that is polled',
  (format) => {
    const feeds = feedsOf([17], 5)
    const links = (number: number): unknown => readers[format](feeds.get(paths.archive(format, '', number)) as string).links
    const url = (number: number): string => origin + paths.archive(format, '', number)
    const current = origin + paths.feed(format, '')
    expect(links(1)).toMatchObject({ self: url(1), 'next-archive': url(2), current })
    expect(links(1)).not.toHaveProperty('prev-archive')
    expect(links(2)).toMatchObject({ self: url(2), 'prev-archive': url(1), 'next-archive': url(3), current })
    const subscription = readers[format](feeds.get(paths.feed(format, '')) as string).links
    expect(subscription).toMatchObject({ 'prev-archive': url(3) })
    expect(Object.keys(subscription)).not.toContain('next-archive')
  },
)
