import { afterEach, describe, expect, test, vi } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import { trustedHtml } from '../../src/text/html.ts'
import { atomEntryWith, feedText, rssItemWith, sampleDocument, sampleItem } from './samples.ts'
import { child, parseXml } from './xml.ts'

// What the library does of itself, each held by what must stand in our documents instead.

describe('feed splits only the first ]]> of a CDATA section', () => {
  test.each([']]>', 'a ]]> b ]]> c', ']]>]]>]]>'])('%s', (text) => {
    const item = { title: text, contentHtml: trustedHtml(text), summary: text }
    expect(child(rssItemWith(item), 'title').text).toBe(text)
    expect(child(rssItemWith(item), 'content:encoded').text).toBe(text)
    expect(child(atomEntryWith(item), 'content').text).toBe(text)
  })
})

describe('feed lets pass what no XML document may hold', () => {
  test.each([
    ['a control character', 'a\u0000\u0008b', 'ab'],
    ['a noncharacter', 'a\ufffe\uffffb', 'ab'],
    ['a lone surrogate', 'a\ud800b\udfffc', 'abc'],
    ['a whole pair, which stays', 'a🔬b', 'a🔬b'],
  ])('%s', (_, text, kept) => {
    expect(child(rssItemWith({ title: text }), 'title').text).toBe(kept)
    expect(child(atomEntryWith({ title: text }), 'title').text).toBe(kept)
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
  expect(child(atomEntryWith({ id }), 'id').text).toBe(id)
  expect(child(rssItemWith({ id }), 'guid').text).toBe(id)
})

describe('feed takes the time of the build for a missing date', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each(formats)('%s says the same whenever it is written, with and without an item to date it by', (format) => {
    const documents = [sampleDocument(), sampleDocument({ updated: null }), sampleDocument({ items: [], updated: null })]
    const [first, second] = ['2031-01-01', '2032-02-02'].map((now) => {
      vi.useFakeTimers({ now: new Date(now) })
      return documents.map((document) => feedText(format, document))
    })
    expect(second).toEqual(first)
  })
})

test('feed writes undefined for a missing link, and escapes no & in an address', () => {
  const url = 'https://notes.example/2024-06-10/a%26b/?x=1&y=<2>'
  const channel = sampleDocument({ items: [sampleItem({ permalinkUrl: url })] })
  for (const format of ['rss', 'atom', 'json'] as const) expect(feedText(format, channel)).not.toContain('undefined')
  expect(child(rssItemWith({ permalinkUrl: url }), 'link').text).toBe('https://notes.example/2024-06-10/a%26b/?x=1&y=%3C2%3E')
})

test('no document names a style sheet: the library would write XSLT, which browsers are dropping', () => {
  for (const format of ['rss', 'atom'] as const) expect(feedText(format, sampleDocument())).not.toContain('<?xml-stylesheet')
})

test('text is written with hexadecimal references, by which validators tell it from markup', () => {
  const channel = sampleDocument({ items: [sampleItem({ title: 'Vec<T> & &lt;b>' })] })
  for (const format of ['rss', 'atom'] as const) expect(feedText(format, channel)).toContain('Vec&#x3C;T&#x3E; &#x26; &#x26;lt;b&#x3E;')
})
