import { describe, expect, test } from 'vitest'
import { paperAt } from '../../src/notes/paper.ts'
import { escapeHtml } from '../../src/text/html.ts'
import { bareItem, feedText, jsonItemWith, rssItemWith, sampleDocument, sampleItem, twoItems } from './samples.ts'
import { child, childrenNamed, parseXml, textsOf } from './xml.ts'

describe('RSS 2.0', () => {
  const channel = child(parseXml(feedText('rss', twoItems)), 'channel')

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
    expect(feedText('rss', twoItems)).not.toMatch(/<(?:dc:date|managingEditor|webMaster|author)\b/)
  })
})

describe('RSS: what Zotero and its kin read of an item', () => {
  test('one dc:creator an author, and no author beside it, which would be an e-mail address', () => {
    const rss = rssItemWith()
    expect(textsOf(rss, 'dc:creator')).toEqual(['Ada Lovelace', '김연구'])
    expect(textsOf(rssItemWith({ authors: [] }), 'dc:creator')).toEqual([])
    expect([textsOf(rss, 'author'), textsOf(rss, 'dc:date')]).toEqual([[], []])
  })

  test('language, rights, DOI, and the PDF as its one enclosure', () => {
    const rss = rssItemWith()
    expect(textsOf(rss, 'dc:language')).toEqual(['ko'])
    expect(textsOf(rss, 'dc:rights')).toEqual(['지은이, CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)'])
    expect(textsOf(rss, 'dc:identifier')).toEqual(['doi:10.48550/arXiv.2406.00001'])
    expect(textsOf(rss, 'prism:doi')).toEqual(['10.48550/arXiv.2406.00001'])
    expect(childrenNamed(rss, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      { url: 'https://arxiv.org/pdf/2406.00001', length: '0', type: 'application/pdf' },
    ])
  })

  test('no item-level atom:link: some readers take it for the item’s own', () => {
    expect(rssItemWith().children.map(({ name }) => name)).not.toContain('atom:link')
  })

  test.each([
    ['https://arxiv.org/abs/2406.00001', ['2024-06']],
    ['https://arxiv.org/abs/0704.0001v2', ['2007-04']],
    ['https://arxiv.org/abs/hep-th/9901001', ['1999-01']],
    ['https://arxiv.org/abs/math.GT/0309136', ['2003-09']],
    ['https://doi.org/10.1145/3597503.3639187', []],
    ['https://example.org/paper', []],
  ])('the month of publication stands only where the address tells it: %s', (url, dates) => {
    const rss = rssItemWith({ paper: paperAt(url) })
    const json = jsonItemWith({ paper: paperAt(url) })
    expect(textsOf(rss, 'prism:publicationDate')).toEqual(dates)
    expect((json['_paperwire'] as Record<string, unknown>)['publication_month']).toBe(dates[0])
  })

  test('nothing stands for what an item lacks', () => {
    expect(rssItemWith(bareItem).children.map(({ name }) => name)).toEqual([
      'title',
      'link',
      'guid',
      'pubDate',
      'description',
      'content:encoded',
      'category',
      'dc:language',
      'source',
    ])
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

test('every namespace is declared, even where there is no item: the library would declare xmlns:dc only beside content', () => {
  const rss = feedText('rss', sampleDocument({ items: [] }))
  expect(parseXml(rss).attributes).toMatchObject({
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
  })
})

test('the description is HTML of plain text, so that RSS readers show its signs', () => {
  expect(child(rssItemWith({ summary: 'p < 0.05 & <b>' }), 'description').text).toBe(escapeHtml('p < 0.05 & <b>'))
})

test('RFC 822 §5: an item is dated by when it was published, in GMT', () => {
  expect(child(rssItemWith(), 'pubDate').text).toBe('Mon, 10 Jun 2024 12:00:00 GMT')
})

test('a channel that never held an item says no day on which it changed', () => {
  expect(feedText('rss', sampleDocument({ items: [], updated: null }))).not.toContain('lastBuildDate')
})

test('RSS 2.0 `source`: a copy of an item says where it is from', () => {
  expect(child(rssItemWith(), 'source')).toMatchObject({ text: '논문 노트', attributes: { url: 'https://notes.example/rss.xml' } })
})
