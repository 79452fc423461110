import { Ajv } from 'ajv'
import { parseFeed } from 'feedsmith'
import schema from 'jsonfeed-schema/v1.1.js'
import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import { feedWriter } from '../../src/feed/writer.ts'
import { feedText, sampleDocument, sampleItem } from './samples.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

const two = sampleDocument({
  hubUrl: 'https://hub.example/',
  items: [
    sampleItem(),
    sampleItem({
      id: 'tag:notes.example,2024-06-10:second',
      title: 'Q&A: A < B',
      authors: [],
      categories: [],
      paper: null,
      published: new Date('2024-06-10T11:59:59Z'),
      updated: new Date('2024-06-10T11:59:59Z'),
    }),
  ],
})

describe('RSS 2.0', () => {
  const rss = parseXml(feedText('rss', two))
  const channel = child(rss, 'channel')

  test('a channel has title, link and description, and its own address as atom:link self', () => {
    expect(child(channel, 'title').text).toBe('논문 노트')
    expect(child(channel, 'link').text).toBe('https://notes.example/')
    expect(child(channel, 'language').text).toBe('ko')
    expect(childrenNamed(channel, 'atom:link').map(({ attributes }) => [attributes['rel'], attributes['href']])).toEqual([
      ['self', 'https://notes.example/rss.xml'],
      ['hub', 'https://hub.example/'],
    ])
  })

  test('a channel without a description takes its title for it: the element is required', () => {
    expect(child(child(parseXml(feedText('rss', sampleDocument({ description: '' }))), 'channel'), 'description').text).toBe('논문 노트')
  })

  test('guid is no permalink; description stands before content:encoded; categories have a domain', () => {
    const item = childrenNamed(channel, 'item')[0] as ReturnType<typeof parseXml>
    expect(child(item, 'guid').attributes['isPermaLink']).toBe('false')
    const names = item.children.map(({ name }) => name)
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
    expect(child(item, 'category').attributes['domain']).toBe('https://notes.example/tags/')
  })

  test('no dc:date, no managingEditor: readers take them for something else', () => {
    expect(feedText('rss', two)).not.toMatch(/<(?:dc:date|managingEditor|webMaster|author)\b/)
  })
})

describe('Atom 1.0', () => {
  const feed = parseXml(feedText('atom', two))

  test('RFC 4287 §4.1.1: a feed has id, title, updated, an author, and one self link', () => {
    expect(child(feed, 'id').text).toBe('https://notes.example/')
    expect(child(feed, 'updated').text).toBe('2024-06-11T08:30:00.000Z')
    expect(child(child(feed, 'author'), 'uri').text).toBe('https://notes.example/about')
    expect(childrenNamed(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['type']])).toEqual([
      ['alternate', 'text/html'],
      ['self', 'application/atom+xml'],
      ['hub', undefined],
    ])
  })

  test('RFC 4287 §4.2.1: an entry without authors names none, and the feed’s stands for it', () => {
    const [first, second] = childrenNamed(feed, 'entry') as [typeof feed, typeof feed]
    expect(childrenNamed(first, 'author').map((author) => child(author, 'name').text)).toEqual(['Ada Lovelace', '김연구'])
    expect(childrenNamed(second, 'author')).toEqual([])
  })

  test('RFC 4287 §4.2.7: alternate is the permalink, related is the paper', () => {
    const [first, second] = childrenNamed(feed, 'entry') as [typeof feed, typeof feed]
    const links = (entry: typeof feed): unknown =>
      childrenNamed(entry, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']])
    expect(links(first)).toEqual([
      ['alternate', 'https://notes.example/2024-06-10/a-title/'],
      ['related', 'https://arxiv.org/abs/2406.00001'],
      ['enclosure', 'https://arxiv.org/pdf/2406.00001'],
    ])
    expect(links(second)).toEqual([['alternate', 'https://notes.example/2024-06-10/a-title/']])
  })
})

describe('JSON Feed 1.1', () => {
  const json = JSON.parse(feedText('json', two))

  test('is what the schema says, with and without everything that may be missing', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    const bare = sampleDocument({ items: [], description: '', rights: null, author: { name: 'A', url: null } })
    for (const channel of [two, bare]) {
      expect(validate(JSON.parse(feedText('json', channel))), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  test('has the hub, the paper as external_url, and no feed author in an item without one', () => {
    expect(json.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/' }])
    expect(json.items[0].external_url).toBe('https://arxiv.org/abs/2406.00001')
    expect(json.items[1]).not.toHaveProperty('authors')
    expect(json.items[1]).not.toHaveProperty('external_url')
  })
})

test('without a hub there is no trace of one', () => {
  for (const format of formats) expect(feedText(format, sampleDocument())).not.toContain('hub')
})

test('ids and their order are the same in all formats', () => {
  const ids = two.items.map(({ id }) => id)
  const channel = child(parseXml(feedText('rss', two)), 'channel')
  expect(childrenNamed(channel, 'item').map((item) => child(item, 'guid').text)).toEqual(ids)
  expect(childrenNamed(parseXml(feedText('atom', two)), 'entry').map((entry) => child(entry, 'id').text)).toEqual(ids)
  expect(JSON.parse(feedText('json', two)).items.map((item: { id: string }) => item.id)).toEqual(ids)
})

test('an item is written once and spliced into every document that carries it', () => {
  const items = two.items
  const write = feedWriter('rss')
  const whole = write(two)
  const part = write(
    sampleDocument({ items: items.slice(1), feedUrls: { rss: 'https://notes.example/tags/x/rss.xml', atom: '', json: '' } }),
  )
  const itemXml = (xml: Buffer): string => xml.toString('utf8', xml.lastIndexOf('<item>'), xml.lastIndexOf('</item>'))
  expect(itemXml(part)).toBe(itemXml(whole))
})

describe('readers that we did not write', () => {
  test.each(formats)('feedsmith reads %s', (format) => {
    const { feed } = parseFeed(feedText(format, two)) as { feed: Record<string, unknown> }
    const items = (feed['items'] ?? feed['entries']) as Record<string, unknown>[]
    expect(JSON.stringify(feed['title'])).toContain('논문 노트')
    expect(items.map((item) => JSON.stringify(item['title']))).toEqual([
      expect.stringContaining('A Title'),
      expect.stringContaining('Q&A: A < B'),
    ])
  })

  test.each(['rss', 'atom'] as const)('rss-parser reads %s', async (format) => {
    const feed = await new RssParser().parseString(feedText(format, two))
    expect(feed.title).toBe('논문 노트')
    expect(feed.items.map(({ title }) => title)).toEqual(['A Title', 'Q&A: A < B'])
    expect(feed.items[0]?.link).toBe('https://notes.example/2024-06-10/a-title/')
    expect(feed.items[0]?.isoDate).toBe('2024-06-10T12:00:00.000Z')
  })
})
