import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import { writeFeed, writeItem } from '../../src/feed/writer.ts'
import { feedText, sampleDocument, twoItems } from './samples.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

test('without a hub there is no trace of one', () => {
  for (const format of formats) expect(feedText(format, sampleDocument())).not.toContain('hub')
})

test('ids and their order are the same in all formats', () => {
  const ids = twoItems.items.map(({ id }) => id)
  const channel = child(parseXml(feedText('rss', twoItems)), 'channel')
  expect(childrenNamed(channel, 'item').map((item) => child(item, 'guid').text)).toEqual(ids)
  expect(childrenNamed(parseXml(feedText('atom', twoItems)), 'entry').map((entry) => child(entry, 'id').text)).toEqual(ids)
  expect(JSON.parse(feedText('json', twoItems)).items.map((item: { id: string }) => item.id)).toEqual(ids)
})

test('an item is spliced as it is into every document that carries it', () => {
  const items = twoItems.items.map((item) => writeItem(item, twoItems))
  const ofTag = sampleDocument({ feedUrls: { rss: 'https://notes.example/tags/x/rss.xml', atom: '', json: '' } })
  for (const format of formats)
    for (const part of [items, items.slice(1)]) expect(writeFeed(format, ofTag, part).includes(items[1]?.[format] as Buffer)).toBe(true)
})

describe('readers that we did not write', () => {
  test.each(formats)('feedsmith reads %s', (format) => {
    const { feed } = parseFeed(feedText(format, twoItems)) as { feed: Record<string, unknown> }
    const items = (feed['items'] ?? feed['entries']) as Record<string, unknown>[]
    expect(JSON.stringify(feed['title'])).toContain('논문 노트')
    expect(items.map((item) => JSON.stringify(item['title']))).toEqual([
      expect.stringContaining('A Title'),
      expect.stringContaining('Q&A: A < B'),
    ])
  })

  test.each(['rss', 'atom'] as const)('rss-parser reads %s', async (format) => {
    const feed = await new RssParser().parseString(feedText(format, twoItems))
    expect(feed.title).toBe('논문 노트')
    expect(feed.items.map(({ title }) => title)).toEqual(['A Title', 'Q&A: A < B'])
    expect(feed.items[0]?.link).toBe('https://notes.example/2024-06-10/a-title/')
    expect(feed.items[0]?.isoDate).toBe('2024-06-10T12:00:00.000Z')
  })
})
