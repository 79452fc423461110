import { describe, expect, test } from 'vitest'
import { feedText, sampleDocument, sampleItem } from '../feed/samples.ts'
import { type Body, whileCopied, whileServing } from './copies.ts'
import { type Download, type Fault, type Format, formats, type Judge, mediaTypes } from './document.ts'
import { judges } from './judges.ts'
import { evenly, offerOf } from './site.ts'

const origin = 'https://notes.example'
const files: Readonly<Record<Format, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }

const first = sampleItem({ title: 'Q&A: A < B' })
const second = sampleItem({
  id: 'tag:notes.example,2024-06-09:second',
  permalinkUrl: `${origin}/2024-06-09/second/`,
  title: '둘째 “제목”',
  published: new Date('2024-06-09T12:00:00Z'),
  authors: [],
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The feeds of a folder, and the page that announces them, as {@link offerOf} finds them. */
function folder(path: string, items: readonly (typeof first)[]): readonly [string, Body][] {
  const feedUrls = Object.fromEntries(formats.map((format) => [format, `${origin}${path}${files[format]}`])) as Record<Format, string>
  const links = formats.map((format) => `<link rel="alternate" type="${mediaTypes[format]}" href="${feedUrls[format]}">`)
  const list = items.map(({ permalinkUrl, title }) => `<li><a href="${permalinkUrl}">${escaped(title)}</a></li>`)
  const feeds = formats.map((format): [string, Body] => [
    `${path}${files[format]}`,
    { contentType: `${mediaTypes[format]}; charset=utf-8`, text: feedText(format, sampleDocument({ feedUrls, items })) },
  ])
  return [[path, { contentType: 'text/html', text: [...links, ...list].join('\n') }], ...feeds]
}

/** A small site of two items and one tag, in which nothing is wrong. */
const goodSite: ReadonlyMap<string, Body> = new Map([
  ...folder('/', [first, second]),
  ...folder('/tags/x/', [first]),
  ['/tags/', { contentType: 'text/html', text: `<a href="${origin}/tags/x/" rel="tag">#x</a>` }],
  ...[first, second].map(({ permalinkUrl, title, published }): [string, Body] => [
    new URL(permalinkUrl).pathname,
    { contentType: 'text/html', text: `<h1 lang="en">${escaped(title)}</h1>\n<time datetime="${published.toISOString().slice(0, 10)}">` },
  ]),
])

/** The site with one path's body changed; a change that finds nothing to change is a mistake of the test. */
function changed(site: ReadonlyMap<string, Body>, path: string, change: (body: Body) => Body): ReadonlyMap<string, Body> {
  const body = site.get(path) as Body
  expect(change(body), `${path} is changed`).not.toEqual(body)
  return new Map([...site, [path, change(body)]])
}

/** What a judge finds wrong with a site, shown only the documents that `shown` chooses; null is autodiscovery. */
function faultsOf(site: ReadonlyMap<string, Body>, name: string | null, shown = (_: Download): boolean => true): Promise<readonly Fault[]> {
  return whileServing(site, async (base) => {
    const { documents, faults } = await offerOf(base)
    if (name === null) return faults
    const { formats: its, judge } = judges.find((one) => one.name === name) as Judge
    return whileCopied(
      documents.filter((document) => its.includes(document.format) && shown(document)),
      (copies) => judge(copies, base),
    )
  })
}

const readersOfXml = [
  'feedparser (Python)',
  'newsboat',
  'rss2email',
  'rss-parser',
  'feedsmith',
  '@rowanmanning/feed-parser',
  '@extractus/feed-extractor',
]
const tellAuthors = ['feedparser (Python)', 'newsboat', 'rss-parser', 'feedsmith', '@rowanmanning/feed-parser']
const tellDates = [...tellAuthors, '@extractus/feed-extractor']

/** What is broken: in which document, what text, for what; and who must object. Null is autodiscovery alone. */
const broken: readonly (readonly [string, string, string | RegExp, string, readonly (string | null)[]])[] = [
  ['RSS with a bare ampersand', '/rss.xml', 'Q&#x26;A', 'Q&A', ['saxes', 'xmllint', 'feedparser (Python)', 'newsboat', 'rss2email']],
  ['Atom with an element left open', '/atom.xml', '</summary>', '', ['saxes', 'xmllint', 'jing (RFC 4287)', 'feedparser (Python)']],
  ['RSS with a prefix of no namespace', '/rss.xml', /xmlns:dc="[^"]*"/, '', ['saxes', 'xmllint', 'newsboat']],
  ['Atom without an entry’s updated', '/atom.xml', /(<entry[\s\S]*?)<updated>[^<]*<\/updated>/, '$1', ['jing (RFC 4287)']],
  ['Atom with a date of no time zone', '/atom.xml', /(<updated>[^<]*)Z</, '$1<', ['jing (RFC 4287)']],
  ['Atom with an entry’s id twice', '/atom.xml', /(<entry[\s\S]*?)(<id>[^<]*<\/id>)/, '$1$2$2', ['jing (RFC 4287)']],
  ['Atom with an id that is no IRI', '/atom.xml', /<id>[^<]*<\/id>/, '<id>first</id>', ['jing (RFC 4287)']],
  ['Atom whose feed has no author', '/atom.xml', /<author>[\s\S]*?<\/author>/, '', ['jing (RFC 4287)']],
  ['Atom with an element of its own invention', '/atom.xml', '<updated>', '<date/><updated>', ['jing (RFC 4287)']],
  ['JSON that isn’t any', '/feed.json', '{', '', ['jsonfeed-schema', 'feedsmith', '@extractus/feed-extractor', ...readersOfXml]],
  ['JSON Feed without its version', '/feed.json', '"version"', '"edition"', ['jsonfeed-schema']],
  ['JSON Feed with an item without id', '/feed.json', '"id"', '"di"', ['jsonfeed-schema', 'feedsmith', '@extractus/feed-extractor']],
  ['another title in RSS', '/rss.xml', 'Q&#x26;A: A &#x3C; B', 'Q and A', readersOfXml],
  ['another title in a tag’s Atom', '/tags/x/atom.xml', 'Q&#x26;A: A &#x3C; B', 'Q and A', readersOfXml],
  ['another title in the JSON Feed', '/feed.json', 'Q&A: A < B', 'Q and A', [...readersOfXml, 'HTML pages']],
  ['markup in an RSS title', '/rss.xml', 'Q&#x26;A: A &#x3C; B', '&lt;b&gt;Q&amp;A&lt;/b&gt;', readersOfXml],
  ['a title in Atom escaped twice', '/atom.xml', 'Q&#x26;A', 'Q&#x26;amp;A', readersOfXml],
  ['another guid in RSS', '/rss.xml', '>tag:notes.example,2024-06-09:second<', '>tag:notes.example,2024-06-09:other<', readersOfXml],
  ['another id in Atom', '/atom.xml', '>tag:notes.example,2024-06-09:second<', '>tag:notes.example,2024-06-09:other<', readersOfXml],
  [
    'another permalink in RSS',
    '/rss.xml',
    '<link>https://notes.example/2024-06-09/',
    '<link>https://notes.example/2024-06-10/',
    readersOfXml,
  ],
  ['another day in RSS', '/rss.xml', /(<pubDate>)Mon, 10/, '$1Tue, 11', tellDates],
  ['another day in Atom', '/atom.xml', '<published>2024-06-10', '<published>2024-06-11', tellAuthors],
  [
    'another update in Atom',
    '/atom.xml',
    /(?<=<entry[\s\S]*<updated>)2024-06-11/,
    '2024-06-12',
    ['feedsmith', '@extractus/feed-extractor'],
  ],
  ['a date in RSS that is none', '/rss.xml', /<pubDate>Mon[^<]*/, '<pubDate>yesterday', tellDates],
  [
    'another first author in RSS',
    '/rss.xml',
    '<dc:creator>Ada Lovelace<',
    '<dc:creator>Ada<',
    tellAuthors.filter((name) => name !== 'newsboat'),
  ],
  ['another last author in RSS', '/rss.xml', '<dc:creator>김연구<', '<dc:creator>김<', tellAuthors.filter((name) => name !== 'rss-parser')],
  ['another first author in Atom', '/atom.xml', '<name>Ada Lovelace<', '<name>Ada<', tellAuthors],
  ['an item less in RSS', '/rss.xml', /<item>[\s\S]*?<\/item>/, '', readersOfXml],
  ['an item less in Atom', '/atom.xml', /<entry[\s\S]*?<\/entry>/, '', readersOfXml],
  ['an item less in the JSON Feed', '/feed.json', /(?<="items":\[)\{.*?\},(?=\{"id")/, '', readersOfXml],
  [
    'the items of RSS in another order',
    '/rss.xml',
    /(<item>[\s\S]*?<\/item>)([\s\S]*)(<item>[\s\S]*?<\/item>)/,
    '$3$2$1',
    ['feedparser (Python)', 'rss-parser', 'feedsmith'],
  ],
  ['another title on an item’s page', '/2024-06-09/second/', '둘째', '셋째', ['HTML pages']],
  ['another day on an item’s page', '/2024-06-09/second/', '2024-06-09', '2024-06-10', ['HTML pages']],
  ['another instant on an item’s page', '/2024-06-09/second/', '2024-06-09', '2024-06-09T11:59:59Z', ['HTML pages']],
  ['another order on the home page', '/', /(<li>.*<\/li>)\n(<li>.*<\/li>)/, '$2\n$1', ['HTML pages']],
  ['a link that leads nowhere', '/feed.json', 'example/2024-06-09/', 'example/2024-06-08/', ['HTML pages']],
  ['no autodiscovery of Atom', '/tags/x/', mediaTypes.atom, 'text/xml', [null]],
  ['a feed that is gone', '/tags/x/', '/x/atom.xml', '/x/atom', [null]],
  ['an archive of one format only', '/rss.xml', '<item>', '<atom:link rel="prev-archive" href="/tags/x/rss.xml"/><item>', [null]],
  ['an archive that leads back', '/atom.xml', '<entry', '<link rel="prev-archive" href="/atom.xml"/><entry', [null]],
]

const objections = broken.flatMap(([what, path, from, to, names]) => names.map((name) => ({ what, path, from, to, name })))

const versions = new Map(await Promise.all(judges.map(async ({ name, version }) => [name, await version()] as const)))
// The reporter doesn't say why it skips.
for (const { name, install } of judges)
  if (versions.get(name) === null) console.log(`Tests of ${name} are skipped: not installed (${install})`)

test.for(judges)('$name finds nothing wrong with a site that has no fault', async ({ name }, { skip }) => {
  skip(versions.get(name) === null, 'not installed')
  expect(await faultsOf(goodSite, name)).toEqual([])
})

test('autodiscovery finds nothing wrong with it either', async () => {
  expect(await faultsOf(goodSite, null)).toEqual([])
})

describe('is objected to', () => {
  test.for(objections)('$what, by $name', async ({ path, from, to, name }, { skip }) => {
    skip(name !== null && versions.get(name) === null, 'not installed')
    const site = changed(goodSite, path, (body) => ({ ...body, text: body.text.replace(from, to) }))
    // Where the JSON Feed or a page is wrong, it is other documents that are found unlike it.
    const shown = (document: Download): boolean => !path.endsWith('.xml') || document.path === path
    expect(await faultsOf(site, name, shown)).not.toEqual([])
  })

  test('a feed of another media type', async () => {
    const site = changed(goodSite, '/rss.xml', (body) => ({ ...body, contentType: 'text/xml' }))
    expect(await faultsOf(site, null)).toEqual([{ path: '/rss.xml', what: 'is served as text/xml, not application/rss+xml' }])
  })
})

test('every judge is shown something to object to', () => {
  expect([...new Set(objections.map(({ name }) => name))].toSorted()).toEqual([null, ...judges.map(({ name }) => name)].toSorted())
})

test('archives are followed and judged against each other (RFC 5005 §4)', async () => {
  const archived = new Map([...goodSite, ...folder('/archive/1/', [second])])
  const link = (format: Format): [string | RegExp, string] => {
    const href = `${origin}/archive/1/${files[format]}`
    if (format === 'json') return ['"items"', `"next_url":"${href}","items"`]
    if (format === 'rss') return ['<item>', `<atom:link rel="prev-archive" href="${href}"/><item>`]
    return ['<entry', `<link rel="prev-archive" href="${href}"/><entry`]
  }
  const site = formats.reduce<ReadonlyMap<string, Body>>(
    (so, format) => changed(so, `/${files[format]}`, (body) => ({ ...body, text: body.text.replace(...link(format)) })),
    archived,
  )
  for (const name of [null, 'feedsmith', 'HTML pages']) expect(await faultsOf(site, name)).toEqual([])
  const worse = changed(site, '/archive/1/atom.xml', (body) => ({ ...body, text: body.text.replace('둘째', '셋째') }))
  expect(await faultsOf(worse, 'feedsmith')).toMatchObject([{ path: '/archive/1/atom.xml' }])
})

test('of many tags a few are judged, at even distances', () => {
  expect(evenly([0, 1, 2], 5)).toEqual([0, 1, 2])
  expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 5)).toEqual([0, 2, 4, 6, 8])
  expect(
    evenly(
      Array.from({ length: 100 }, (_, index) => index),
      5,
    ),
  ).toEqual([0, 25, 50, 74, 99])
})
