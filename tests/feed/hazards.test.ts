import { describe, expect, test } from 'vitest'
import { escapeHtml, trustedHtml } from '../../src/text/html.ts'
import { feedText, sampleDocument, sampleItem } from './samples.ts'
import { child, childrenNamed, parseXml, type XmlElement } from './xml.ts'

// What the library does of itself, each held by what must stand in our documents instead.

function rssItem(...items: readonly ReturnType<typeof sampleItem>[]): XmlElement {
  return child(child(parseXml(feedText('rss', sampleDocument({ items }))), 'channel'), 'item')
}

function atomEntry(...items: readonly ReturnType<typeof sampleItem>[]): XmlElement {
  return child(parseXml(feedText('atom', sampleDocument({ items }))), 'entry')
}

describe('feed splits only the first ]]> of a CDATA section', () => {
  test.each([']]>', 'a ]]> b ]]> c', ']]>]]>]]>'])('%s', (text) => {
    const item = sampleItem({ title: text, contentHtml: trustedHtml(text), summary: text })
    expect(child(rssItem(item), 'title').text).toBe(text)
    expect(child(rssItem(item), 'content:encoded').text).toBe(text)
    expect(child(atomEntry(item), 'content').text).toBe(text)
  })
})

test('feed escapes only the quotes of an attribute', () => {
  const label = `<"R&D" & 'co'>`
  expect(child(atomEntry(sampleItem({ categories: [{ term: 'r-d', label }] })), 'category').attributes).toEqual({
    label,
    scheme: 'https://notes.example/tags/',
    term: 'r-d',
  })
})

describe('feed lets pass what no XML document may hold', () => {
  test.each([
    ['a control character', 'a\u0000\u0008b', 'ab'],
    ['a noncharacter', 'a\ufffe\uffffb', 'ab'],
    ['a lone surrogate', 'a\ud800b\udfffc', 'abc'],
    ['a whole pair, which stays', 'a🔬b', 'a🔬b'],
  ])('%s', (_, text, kept) => {
    expect(child(rssItem(sampleItem({ title: text })), 'title').text).toBe(kept)
    expect(child(atomEntry(sampleItem({ title: text })), 'title').text).toBe(kept)
  })
})

describe('RFC 4287 §3.1.1: a title is text, not raw text labelled HTML', () => {
  test.each(['Vec<T> & <b>', 'Q&A: A < B', 'How to write &amp;', '<script>'])('%s', (title) => {
    const element = child(atomEntry(sampleItem({ title })), 'title')
    expect(element.attributes['type']).toBe('text')
    expect(element.text).toBe(title)
  })
})

describe('a title of RSS is written with numeric references only, outside CDATA', () => {
  test.each([
    ['Q&A: A < B', 'Q&#x26;A: A &#x3C; B'],
    ['How to write &amp;', 'How to write &#x26;amp;'],
    ['Vec<T>', 'Vec&#x3C;T&#x3E;'],
  ])('%s', (title, written) => {
    expect(feedText('rss', sampleDocument({ items: [sampleItem({ title })] }))).toContain(`<title>${written}</title>`)
  })
})

describe('feed takes &amp; in text for &', () => {
  test.each(['&amp;', '&amp;amp;', 'a&amp;b'])('%s', (text) => {
    const channel = sampleDocument({ title: text, description: text, author: { name: text, url: null } })
    expect(child(child(parseXml(feedText('rss', channel)), 'channel'), 'title').text).toBe(text)
    expect(child(parseXml(feedText('atom', channel)), 'title').text).toBe(text)
    expect(child(child(parseXml(feedText('atom', channel)), 'author'), 'name').text).toBe(text)
  })
})

test('feed puts ids through new URL(): ours come out as they went in', () => {
  const id = 'tag:notes.example,2024-06-10:a_title-with-x0123'
  expect(child(atomEntry(sampleItem({ id })), 'id').text).toBe(id)
  expect(child(rssItem(sampleItem({ id })), 'guid').text).toBe(id)
})

test('RFC 4287 §4.2.2.1: a category has a term, even one whose label has none of its letters', () => {
  expect(child(atomEntry(sampleItem({ categories: [{ term: 'c', label: 'C++' }] })), 'category').attributes['term']).toBe('c')
})

describe('RSS 2.0: author is an e-mail address, so persons are dc:creator, one each', () => {
  test('several', () => {
    const item = rssItem(sampleItem({ authors: ['Ada Lovelace', '김연구'] }))
    expect(childrenNamed(item, 'author')).toEqual([])
    expect(childrenNamed(item, 'dc:creator').map(({ text }) => text)).toEqual(['Ada Lovelace', '김연구'])
  })
  test('none', () => {
    expect(childrenNamed(rssItem(sampleItem({ authors: [] })), 'dc:creator')).toEqual([])
  })
})

test('feed declares xmlns:dc only where an item has content: ours always', () => {
  const rss = feedText('rss', sampleDocument({ items: [] }))
  expect(parseXml(rss).attributes).toMatchObject({
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
  })
})

test('feed writes JSON Feed 1.0 with the first author only: ours is 1.1 with all', () => {
  const json = JSON.parse(feedText('json', sampleDocument()))
  expect(json.version).toBe('https://jsonfeed.org/version/1.1')
  expect(json.items[0].authors).toEqual([{ name: 'Ada Lovelace' }, { name: '김연구' }])
  expect(json.items[0].author).toBeUndefined()
})

test('feed has no xml:lang anywhere: feed, entry, title and summary say theirs', () => {
  const feed = parseXml(feedText('atom', sampleDocument()))
  const entry = child(feed, 'entry')
  const languages = [feed, entry, child(entry, 'title'), child(entry, 'summary')].map(({ attributes }) => attributes['xml:lang'])
  expect(languages).toEqual(['ko', 'ko', 'en', 'en'])
})

describe('feed takes the time of the build for a missing update', () => {
  test('a channel without items was last updated at the epoch', () => {
    const channel = sampleDocument({ items: [], updated: new Date(0) })
    expect(child(parseXml(feedText('atom', channel)), 'updated').text).toBe('1970-01-01T00:00:00.000Z')
    expect(child(child(parseXml(feedText('rss', channel)), 'channel'), 'lastBuildDate').text).toBe('Thu, 01 Jan 1970 00:00:00 GMT')
  })
  test('an item has its own dates', () => {
    expect(child(atomEntry(sampleItem()), 'published').text).toBe('2024-06-10T12:00:00.000Z')
    expect(child(atomEntry(sampleItem()), 'updated').text).toBe('2024-06-11T08:30:00.000Z')
    expect(child(rssItem(sampleItem()), 'pubDate').text).toBe('Mon, 10 Jun 2024 12:00:00 GMT')
  })
})

test('feed writes undefined for a missing link, and addresses with & keep theirs', () => {
  const url = 'https://notes.example/2024-06-10/a%26b/?x=1&y=<2>'
  const channel = sampleDocument({ items: [sampleItem({ permalinkUrl: url })] })
  for (const format of ['rss', 'atom', 'json'] as const) expect(feedText(format, channel)).not.toContain('undefined')
  expect(child(rssItem(sampleItem({ permalinkUrl: url })), 'link').text).toBe('https://notes.example/2024-06-10/a%26b/?x=1&y=%3C2%3E')
})

test('no document names a style sheet: the library would write XSLT, which browsers are dropping', () => {
  for (const format of ['rss', 'atom'] as const) expect(feedText(format, sampleDocument())).not.toContain('<?xml-stylesheet')
})

test('the description is HTML of plain text, so that RSS readers show its signs', () => {
  expect(child(rssItem(sampleItem({ summary: 'p < 0.05 & <b>' })), 'description').text).toBe(escapeHtml('p < 0.05 & <b>'))
})
