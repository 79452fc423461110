import { describe, expect, test } from 'vitest'
import { pollingReader } from '../../src/worker/feed-readers.ts'

describe('a reader is known by its User-Agent', () => {
  test.each([
    ['Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)', 'Feedly', 16],
    ['Mozilla/5.0 (compatible; inoreader.com; 6 subscribers)', 'Inoreader', 6],
    ['NewsBlur Feed Fetcher - 1 subscriber - http://www.newsblur.com/site/1/notes (Mozilla/5.0 …)', 'NewsBlur', 1],
    ['Feedbin feed-id:1373711 - 12 subscribers', 'Feedbin', 12],
    ['Mozilla/5.0 (compatible; theoldreader.com; 3 subscribers; feed-id=1)', 'The Old Reader', 3],
    ['Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 2 subscribers)', 'BazQux', 2],
    ['Mozilla/5.0 (compatible; Miniflux/2.2.9; +https://miniflux.app)', 'Miniflux', 0],
    ['FreshRSS/1.24.1 (Linux; https://freshrss.org)', 'FreshRSS', 0],
    ['NetNewsWire (RSS Reader; https://netnewswire.com/)', 'NetNewsWire', 0],
    ['newsboat/2.21.0 (Linux x86_64)', 'newsboat', 0],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'a browser', 0],
    ['curl/8.1', 'other', 0],
    ['', 'other', 0],
    ['x'.repeat(100_000), 'other', 0],
  ])('%.60s', (userAgent, name, subscribers) => {
    expect(pollingReader(userAgent)).toEqual({ name, subscribers })
  })

  test('one that sends none is another', () => {
    expect(pollingReader(null)).toEqual({ name: 'other', subscribers: 0 })
  })
})
