import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from '../../src/text/html.ts'
import { bareItem, feedText, rssItemWith, type SampleDocument, sampleDocument, sampleItem, twoItems } from './samples.ts'
import { child, childrenNamed, parseXml, textsOf, type XmlElement } from './xml.ts'

const channelOf = (document: SampleDocument): XmlElement => child(parseXml(feedText('rss', document)), 'channel')

describe('RSS 2.0', () => {
  const channel = child(parseXml(feedText('rss', twoItems)), 'channel')

  test('a channel has title, link and description, and its own address as atom:link self', () => {
    expect(child(channel, 'title').text).toBe('논문 노트')
    expect(child(channel, 'link').text).toBe('https://notes.example/')
    expect(child(channel, 'language').text).toBe('ko')
    expect(childrenNamed(channel, 'atom:link').map(({ attributes }) => [attributes['rel'], attributes['href']])).toEqual([
      ['self', 'https://notes.example/rss.xml'],
      ['license', 'https://creativecommons.org/licenses/by/4.0/'],
      ['hub', 'https://hub.example/'],
    ])
  })

  test('a channel without a description takes its title for it: the element is required', () => {
    expect(child(child(parseXml(feedText('rss', sampleDocument({ description: '' }))), 'channel'), 'description').text).toBe('논문 노트')
  })

  test('guid is no permalink; description stands before content:encoded', () => {
    const item = childrenNamed(channel, 'item')[0] as ReturnType<typeof parseXml>
    expect(child(item, 'guid').attributes['isPermaLink']).toBe('false')
    const names = item.children.map(({ name }) => name)
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
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

  test('the DOI, and the PDF as its one enclosure', () => {
    const rss = rssItemWith()
    expect(textsOf(rss, 'dc:identifier')).toEqual(['doi:10.48550/arXiv.2406.00001'])
    expect(childrenNamed(rss, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      { url: 'https://arxiv.org/pdf/2406.00001', length: '0', type: 'application/pdf' },
    ])
  })

  test('no item-level atom:link: some readers take it for the item’s own', () => {
    expect(rssItemWith().children.map(({ name }) => name)).not.toContain('atom:link')
  })

  test.each([
    [{ titleLanguage: 'en', language: 'ko' }, ['en']],
    [{ titleLanguage: 'ko', language: 'ko' }, ['ko']],
    [{ titleLanguage: 'en', language: 'ko', paper: null }, ['en']],
  ] as const)(
    'the language is the paper’s, which its title is in, and never missing: Zotero would take the channel’s; %j',
    (item, languages) => {
      expect(textsOf(rssItemWith(item), 'dc:language')).toEqual(languages)
    },
  )

  test('no rights, of an item or of the channel, whose rights Zotero would take for the paper’s: the licence of the notes is a link', () => {
    for (const format of ['rss', 'atom'] as const) {
      expect(feedText(format, twoItems)).not.toMatch(/<(?:\w+:)?(?:rights|copyright)\b/)
      expect(feedText(format, twoItems)).toContain('rel="license" href="https://creativecommons.org/licenses/by/4.0/"')
      expect(feedText(format, sampleDocument({ licenseUrl: null, items: [] }))).not.toContain('license')
    }
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

describe('what readers of other kinds read', () => {
  test('a category is a name alone, which rss-parser gives as a string: beside a domain it would be an object', async () => {
    const feed = await new RssParser().parseString(feedText('rss', sampleDocument()))
    expect(feed.items[0]?.categories).toEqual(['정렬'])
  })

  test('RSS 2.0 `image`: it has the channel’s title and link, and at most 144 by 400 pixels', () => {
    const image = child(channelOf(sampleDocument()), 'image')
    expect(Object.fromEntries(image.children.map(({ name, text }) => [name, text]))).toEqual({
      title: '논문 노트',
      url: 'https://notes.example/icon-144.png',
      link: 'https://notes.example/',
      width: '144',
      height: '144',
    })
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

test('the namespaces that validators know are declared, even where there is no item, and no other', () => {
  const rss = feedText('rss', sampleDocument({ items: [] }))
  expect(parseXml(rss).attributes).toEqual({
    version: '2.0',
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

test.each(['논문 노트', 'Q&A: <Notes> "of" ]]> \'us\''])('RSS 2.0 `source`: a copy of an item says where it is from: %s', (title) => {
  const url = 'https://notes.example/rss.xml?a="1"&b=<2>'
  const source = { title, feedUrls: { ...sampleItem().source.feedUrls, rss: url } }
  expect(child(rssItemWith({ source }), 'source')).toMatchObject({ text: title, attributes: { url } })
})
