import { describe, expect, test } from 'vitest'
import { paperAt } from '../../src/notes/paper.ts'
import { atomEntryWith, feedText, sampleDocument, twoItems } from './samples.ts'
import { child, childrenNamed, parseXml, textsOf, type XmlElement } from './xml.ts'

describe('Atom 1.0', () => {
  const feed = parseXml(feedText('atom', twoItems))

  test('RFC 4287 §4.1.1: a feed has id, title, updated, an author, and one self link', () => {
    expect(child(feed, 'id').text).toBe('https://notes.example/')
    expect(child(feed, 'updated').text).toBe('2024-06-11T08:30:00.000Z')
    expect(child(child(feed, 'author'), 'uri').text).toBe('https://notes.example/about')
    expect(childrenNamed(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['type']])).toEqual([
      ['alternate', 'text/html'],
      ['self', 'application/atom+xml'],
      ['license', undefined],
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

describe('an entry of Atom', () => {
  const links = (entry: XmlElement): unknown =>
    childrenNamed(entry, 'link').map(({ attributes: { rel, type, href, length } }) => [rel, type, href, length])

  test('RFC 4287 §4.2.7.2: alternate first, the paper related, its PDF an enclosure; its length is unknown and left out', () => {
    expect(links(atomEntryWith())).toEqual([
      ['alternate', 'text/html', 'https://notes.example/2024-06-10/a-title/', undefined],
      ['related', 'text/html', 'https://arxiv.org/abs/2406.00001', undefined],
      ['enclosure', 'application/pdf', 'https://arxiv.org/pdf/2406.00001', undefined],
    ])
    expect(links(atomEntryWith({ paper: paperAt('https://a.example/p.pdf') }))).toEqual([
      ['alternate', 'text/html', 'https://notes.example/2024-06-10/a-title/', undefined],
      ['related', 'application/pdf', 'https://a.example/p.pdf', undefined],
      ['enclosure', 'application/pdf', 'https://a.example/p.pdf', undefined],
    ])
    expect(links(atomEntryWith({ paper: paperAt('https://a.example/p') }))).toContainEqual([
      'related',
      undefined,
      'https://a.example/p',
      undefined,
    ])
  })

  test('§4.2.2: categories with scheme and label; one author a person, and no dc:creator, which would double them', () => {
    const atom = atomEntryWith()
    expect(childrenNamed(atom, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: '정렬', scheme: 'https://notes.example/tags/', label: '정렬' },
    ])
    expect(childrenNamed(atom, 'author').map((author) => child(author, 'name').text)).toEqual(['Ada Lovelace', '김연구'])
    expect(textsOf(atom, 'dc:creator')).toEqual([])
    expect(textsOf(atom, 'dc:identifier')).toEqual(['doi:10.48550/arXiv.2406.00001'])
  })
})

describe('RFC 4287 §3.1.1: a title is text, not raw text labelled HTML', () => {
  test.each(['Vec<T> & <b>', 'Q&A: A < B', 'How to write &amp;', '<script>'])('%s', (title) => {
    const element = child(atomEntryWith({ title }), 'title')
    expect(element.attributes['type']).toBe('text')
    expect(element.text).toBe(title)
  })
})

test('an attribute keeps its signs: the library would escape only the quotes', () => {
  const label = `<"R&D" & 'co'>`
  expect(child(atomEntryWith({ categories: [{ term: 'r-d', label }] }), 'category').attributes).toEqual({
    label,
    scheme: 'https://notes.example/tags/',
    term: 'r-d',
  })
})

test('RFC 4287 §4.2.2.1: a category has a term, even one whose label has none of its letters', () => {
  expect(child(atomEntryWith({ categories: [{ term: 'c', label: 'C++' }] }), 'category').attributes['term']).toBe('c')
})

test('RFC 4287 §3.1.1: a summary is HTML, as the content is, so that no reader takes it for all there is in plain text; a title is text', () => {
  const entry = atomEntryWith({ summary: 'p < 0.05 & <b>' })
  expect(['summary', 'content', 'title'].map((name) => child(entry, name).attributes['type'])).toEqual(['html', 'html', 'text'])
  expect(child(entry, 'summary').text).toBe('p &lt; 0.05 &amp; &lt;b&gt;')
})

test('feed, entry, title and summary say their languages: the library writes no xml:lang', () => {
  const feed = parseXml(feedText('atom', sampleDocument()))
  const entry = child(feed, 'entry')
  const languages = [feed, entry, child(entry, 'title'), child(entry, 'summary')].map(({ attributes }) => attributes['xml:lang'])
  expect(languages).toEqual(['ko', 'ko', 'en', 'en'])
})

test('RFC 4287 §4.2.9, §4.2.15: an entry has the instant of its publication and the one of its last change', () => {
  expect(child(atomEntryWith(), 'published').text).toBe('2024-06-10T12:00:00.000Z')
  expect(child(atomEntryWith(), 'updated').text).toBe('2024-06-11T08:30:00.000Z')
})

test('RFC 4287 §4.1.1: a feed that never held an entry has the day that it must have, one that validators believe', () => {
  expect(child(parseXml(feedText('atom', sampleDocument({ items: [], updated: null }))), 'updated').text).toBe('2000-01-01T00:00:00.000Z')
})

test('RFC 4946: a copy of an entry says what may be done with it', () => {
  const entry = atomEntryWith({ licenseUrl: 'https://creativecommons.org/licenses/by/4.0/' })
  expect(childrenNamed(entry, 'link').at(-1)?.attributes).toEqual({
    rel: 'license',
    href: 'https://creativecommons.org/licenses/by/4.0/',
  })
})
