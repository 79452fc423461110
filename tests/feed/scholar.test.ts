import { describe, expect, test } from 'vitest'
import { paperAt } from '../../src/notes/paper.ts'
import { feedText, sampleDocument, sampleItem } from './samples.ts'
import { child, childrenNamed, parseXml, type XmlElement } from './xml.ts'

const written = (
  overrides: Parameters<typeof sampleItem>[0] = {},
): { readonly rss: XmlElement; readonly atom: XmlElement; readonly json: Record<string, unknown> } => {
  const channel = sampleDocument({ items: [sampleItem(overrides)] })
  return {
    rss: child(child(parseXml(feedText('rss', channel)), 'channel'), 'item'),
    atom: child(parseXml(feedText('atom', channel)), 'entry'),
    json: JSON.parse(feedText('json', channel)).items[0],
  }
}
const texts = (element: XmlElement, name: string): readonly string[] => childrenNamed(element, name).map(({ text }) => text)
const alone = { titleLanguage: 'ko', authors: [], paper: null, rights: null, abstractText: '', commentaryText: '' }

describe('RSS: what Zotero and its kin read of an item', () => {
  test('one dc:creator an author, and no author beside it', () => {
    const { rss } = written()
    expect(texts(rss, 'dc:creator')).toEqual(['Ada Lovelace', '김연구'])
    expect([texts(rss, 'author'), texts(rss, 'dc:date')]).toEqual([[], []])
  })

  test('language, rights, DOI, and the PDF as its one enclosure', () => {
    const { rss } = written()
    expect(texts(rss, 'dc:language')).toEqual(['ko'])
    expect(texts(rss, 'dc:rights')).toEqual(['지은이, CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)'])
    expect(texts(rss, 'dc:identifier')).toEqual(['doi:10.48550/arXiv.2406.00001'])
    expect(texts(rss, 'prism:doi')).toEqual(['10.48550/arXiv.2406.00001'])
    expect(childrenNamed(rss, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      { url: 'https://arxiv.org/pdf/2406.00001', length: '0', type: 'application/pdf' },
    ])
  })

  test('no item-level atom:link: some readers take it for the item’s own', () => {
    expect(written().rss.children.map(({ name }) => name)).not.toContain('atom:link')
  })

  test.each([
    ['https://arxiv.org/abs/2406.00001', ['2024-06']],
    ['https://arxiv.org/abs/0704.0001v2', ['2007-04']],
    ['https://arxiv.org/abs/hep-th/9901001', ['1999-01']],
    ['https://arxiv.org/abs/math.GT/0309136', ['2003-09']],
    ['https://doi.org/10.1145/3597503.3639187', []],
    ['https://example.org/paper', []],
  ])('prism:publicationDate only when known: of %s', (url, dates) => {
    const { rss, json } = written({ paper: paperAt(url) })
    expect(texts(rss, 'prism:publicationDate')).toEqual(dates)
    expect((json['_paperwire'] as Record<string, unknown>)['publication_month']).toBe(dates[0])
  })

  test('an item without them has none of these', () => {
    expect(written(alone).rss.children.map(({ name }) => name)).toEqual([
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

describe('Atom', () => {
  const links = (entry: XmlElement): unknown =>
    childrenNamed(entry, 'link').map(({ attributes: { rel, type, href, length } }) => [rel, type, href, length])

  test('RFC 4287 §4.2.7.2: alternate first, the paper related, its PDF an enclosure; its length is unknown and left out', () => {
    expect(links(written().atom)).toEqual([
      ['alternate', 'text/html', 'https://notes.example/2024-06-10/a-title/', undefined],
      ['related', 'text/html', 'https://arxiv.org/abs/2406.00001', undefined],
      ['enclosure', 'application/pdf', 'https://arxiv.org/pdf/2406.00001', undefined],
    ])
    expect(links(written({ paper: paperAt('https://a.example/p.pdf') }).atom)).toEqual([
      ['alternate', 'text/html', 'https://notes.example/2024-06-10/a-title/', undefined],
      ['related', 'application/pdf', 'https://a.example/p.pdf', undefined],
      ['enclosure', 'application/pdf', 'https://a.example/p.pdf', undefined],
    ])
    expect(links(written({ paper: paperAt('https://a.example/p') }).atom)).toContainEqual([
      'related',
      undefined,
      'https://a.example/p',
      undefined,
    ])
  })

  test('§4.2.10: rights; §4.2.2: categories with scheme and label; one author a person, and no dc:creator, which would double them', () => {
    const { atom } = written()
    expect(texts(atom, 'rights')).toEqual(['지은이, CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)'])
    expect(childrenNamed(atom, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: '정렬', scheme: 'https://notes.example/tags/', label: '정렬' },
    ])
    expect(childrenNamed(atom, 'author').map((author) => child(author, 'name').text)).toEqual(['Ada Lovelace', '김연구'])
    expect(texts(atom, 'dc:creator')).toEqual([])
    expect(texts(atom, 'dc:identifier')).toEqual(['doi:10.48550/arXiv.2406.00001'])
  })
})

describe('JSON Feed 1.1', () => {
  test('attachments, and what the extension adds, described at `about`', () => {
    expect(written().json).toMatchObject({
      external_url: 'https://arxiv.org/abs/2406.00001',
      attachments: [{ url: 'https://arxiv.org/pdf/2406.00001', mime_type: 'application/pdf' }],
      authors: [{ name: 'Ada Lovelace' }, { name: '김연구' }],
      language: 'ko',
      _paperwire: {
        about: 'https://notes.example/json-feed-extension/',
        title_language: 'en',
        doi: '10.48550/arXiv.2406.00001',
        arxiv_id: '2406.00001',
        publication_month: '2024-06',
        abstract: 'What it is about.',
        commentary: '논평',
      },
    })
  })

  test('nothing stands for what is missing', () => {
    const { json } = written(alone)
    expect(json['_paperwire']).toEqual({ about: 'https://notes.example/json-feed-extension/' })
    for (const name of ['authors', 'attachments', 'external_url']) expect(json).not.toHaveProperty(name)
  })

  test('the feed names no author, whom readers would put beside each paper’s', () => {
    expect(JSON.parse(feedText('json', sampleDocument()))).not.toHaveProperty('authors')
  })
})

test('a copy of an item says where it is from, and what may be done with it (RSS 2.0 `source`; RFC 4946)', () => {
  const { rss, atom } = written({ licenseUrl: 'https://creativecommons.org/licenses/by/4.0/' })
  expect(child(rss, 'source')).toMatchObject({ text: '논문 노트', attributes: { url: 'https://notes.example/rss.xml' } })
  expect(childrenNamed(atom, 'link').at(-1)?.attributes).toEqual({ rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' })
})

test('a channel that never held an item says no day on which it changed', () => {
  const empty = sampleDocument({ items: [], updated: null })
  expect(feedText('rss', empty)).not.toContain('lastBuildDate')
  expect(child(parseXml(feedText('atom', empty)), 'updated').text).toBe('2000-01-01T00:00:00.000Z')
})

test('text is written with hexadecimal references, by which validators tell it from markup', () => {
  const channel = sampleDocument({ items: [sampleItem({ title: 'Vec<T> & &lt;b>' })] })
  for (const format of ['rss', 'atom'] as const) expect(feedText(format, channel)).toContain('Vec&#x3C;T&#x3E; &#x26; &#x26;lt;b&#x3E;')
})
