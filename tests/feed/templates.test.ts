import fc from 'fast-check'
import { Feed, type Item as FeedItem, type FeedOptions } from 'feed'
import { expect, test } from 'vitest'
import { shield } from '../../src/feed/library.ts'
import { templatedRender } from '../../src/feed/templates.ts'

const frame = { title: '', link: 'https://paperwire.invalid/', id: '', updated: new Date(0), generator: false as const }

/** What the library makes of an item by itself, in each format. */
const libraries: Readonly<Record<'item' | 'entry', (item: FeedItem) => string>> = {
  item: (item) => rendered(item, 'item', (feed) => feed.rss2()),
  entry: (item) => rendered(item, 'entry', (feed) => feed.atom1()),
}

function rendered(item: FeedItem, name: string, write: (feed: Feed) => string): string {
  const feed = new Feed(frame)
  feed.addItem(item)
  const xml = write(feed)
  return xml.slice(xml.indexOf(`<${name}>`), xml.indexOf(`</${name}>`) + name.length + 3)
}

const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '<b>', '&amp;', ']]>', '$&', '1970-01-01T00:00:00.000Z', 'a\tb\nc'))
  .map(shield)
const date = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((one) => new Date(Math.floor(one.getTime() / 1000) * 1000))
const path = fc.array(fc.string({ minLength: 1 }).map(encodeURIComponent), { maxLength: 3 })
const url = fc.oneof(
  path.map((parts) => `https://notes.example/${parts.map((part) => `${part}/`).join('')}`),
  fc.constantFrom(
    'https://NOTES.example',
    'https://notes.example/a/../b/',
    'https://notes.example/?a=1&b=2',
    'https://notes.example/%7e/',
    'https://notes.example/한/',
    'https://notes.example/atom.xml',
    'https://notes.example/a/..',
    'https://notes.example:443/a/',
    'https://notes.example:8080/rss.xml',
    'http://127.1/',
    'http://127.0.0.1:8787/',
  ),
)
const item: fc.Arbitrary<FeedItem> = fc.record(
  {
    title: text,
    id: url,
    guid: text,
    link: url,
    date,
    published: date,
    description: text,
    content: text,
    category: fc.array(
      fc.record({ name: text, term: text, scheme: fc.constantFrom('https://notes.example/tags/', 'https://other.example/x') }),
      { maxLength: 3 },
    ),
    author: fc.array(fc.record({ name: text }, { noNullPrototype: true }), { maxLength: 3 }),
    extensions: fc.array(
      fc.record({
        name: fc.constantFrom('dc:creator', 'dc:language'),
        objects: fc.array(fc.record({ _text: text }, { noNullPrototype: true }), { minLength: 1, maxLength: 2 }) as unknown as fc.Arbitrary<
          Record<string, unknown>
        >,
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['title', 'link', 'date'], noNullPrototype: true },
) as fc.Arbitrary<FeedItem>

test.each(['item', 'entry'] as const)('every %s is, byte for byte, what the library makes of it', (format) => {
  const textOf = { item: (one: Date) => one.toUTCString(), entry: (one: Date) => one.toISOString() }[format]
  const library = libraries[format]
  const render = templatedRender(library, textOf)
  fc.assert(
    fc.property(item, (one) => {
      expect(render(one)).toBe(library(one))
    }),
    { numRuns: 2_000 },
  )
})

const options = fc.record(
  {
    title: text,
    id: url,
    link: url,
    feed: url,
    hub: url,
    description: text,
    language: fc.constantFrom('ko', 'en'),
    updated: date,
    ttl: fc.constantFrom(60, 90),
    generator: fc.constantFrom('Paperwire', 'Other'),
    favicon: fc.constantFrom('https://notes.example/icon.png'),
    image: fc.constantFrom('https://notes.example/icon-144.png'),
    author: fc.record({ name: text, link: url }, { requiredKeys: ['name'], noNullPrototype: true }),
  },
  { requiredKeys: ['title', 'id', 'link', 'updated', 'generator'], noNullPrototype: true },
) as fc.Arbitrary<FeedOptions>

test.each(['rss2', 'atom1'] as const)('what stands around the items of a feed is, byte for byte, what the library makes: %s', (format) => {
  const library = (one: FeedOptions): string => new Feed(one)[format]()
  const render = templatedRender(library, (one) => (format === 'rss2' ? one.toUTCString() : one.toISOString()))
  fc.assert(
    fc.property(options, (one) => {
      expect(render(one)).toBe(library(one))
    }),
    { numRuns: 2_000 },
  )
})

test('of many items of one shape the library renders two: the shapes differ by what is there, not by what it says', () => {
  let calls = 0
  const render = templatedRender<FeedItem>(
    (one) => {
      calls += 1
      return libraries.entry(one)
    },
    (one) => one.toISOString(),
  )
  const like = (index: number, tags: number): FeedItem => ({
    title: `T${index}`,
    id: `https://notes.example/${index}/`,
    link: `https://notes.example/${index}/`,
    date: new Date(index * 1000),
    category: Array.from({ length: tags }, (_, number) => ({
      name: `${number}`,
      term: `${number}`,
      scheme: 'https://notes.example/tags/',
    })),
  })
  for (let index = 0; index < 100; index += 1) render(like(index, index % 2))
  expect(calls).toBe(2)
  render({ ...like(1, 1), link: 'https://notes.example/a/../b/' })
  expect(calls).toBe(3)
})
