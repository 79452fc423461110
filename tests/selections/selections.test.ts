import fc from 'fast-check'
import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { formatFacts, formats } from '../../src/feed/formats.ts'
import { itemsIn } from '../../src/selections/items.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { servedSelections } from './served.ts'

const notes = `2024-06-12
Third
(Ada Lovelace)
세 번째.
#llm #정렬
2024-06-11
Second
(Ada Lovelace)
두 번째.
#llm #benchmark #c++
2024-06-10
First
첫 번째.
#rl #정렬
`
const site = 'aliases: { 강화학습: rl }\nauthorFeeds: 2'

const titlesIn = async (response: Response): Promise<readonly string[]> =>
  ((await response.json()) as { items: { title: string }[] }).items.map(({ title }) => title)

describe('what a selection has', async () => {
  const { ask } = await servedSelections(notes, site)
  test.each([
    ['llm+정렬', ['Third']],
    ['llm,rl', ['Third', 'Second', 'First']],
    ['llm+!benchmark', ['Third']],
    ['!benchmark', ['Third', 'First']],
    ['benchmark,rl+!정렬', ['Second']],
    ['@ada-lovelace+정렬', ['Third']],
    ['benchmark+rl', []],
  ])('%s', async (expression, titles) => {
    const response = await ask(
      `/tags/${expression
        .split(/(?=[+,!@])|(?<=[+,!@])/)
        .map((part) => (/[+,!@]/.test(part) ? part : encodeURIComponent(part)))
        .join('')}/feed.json`,
    )
    expect([response.status, await titlesIn(response)]).toEqual([200, titles])
  })
})

describe('each selection has one address, and all others lead there for good', async () => {
  const { ask } = await servedSelections(notes, site)
  test.each([
    ['/tags/rl+llm/', '/tags/llm+rl/'],
    ['/tags/LLM+rl/rss.xml', '/tags/llm+rl/rss.xml'],
    ['/tags/llm%2Crl/', '/tags/llm,rl/'],
    ['/tags/llm+rl', '/tags/llm+rl/'],
    ['/tags/llm+llm,rl+정렬/', '/tags/llm+%EC%A0%95%EB%A0%AC/'],
    ['/tags/강화학습+llm/', '/tags/llm+rl/'],
    ['/tags/!rl+llm/', '/tags/llm+!rl/'],
    ['/tags/llm+!rl,benchmark/', '/tags/llm+!benchmark+!rl/'],
    ['/tags/llm,llm/atom.xml', '/tags/llm/atom.xml'],
    ['/tags/llm+llm/', '/tags/llm/'],
  ])('%s to %s', async (path, to) => {
    const response = await ask(path)
    expect([response.status, response.headers.get('Location')]).toEqual([308, to])
  })

  test.each([
    ['a tag that there is not', '/tags/llm+never/', 404],
    ['an author that there is not', '/tags/@nobody+llm/', 404],
    ['an empty name', '/tags/llm++rl/', 400],
    ['nothing but a sign', '/tags/+/', 400],
    ['too many', `/tags/${'llm,'.repeat(8)}rl/`, 400],
    ['an archive that there is not', '/tags/llm+rl/archive/1/rss.xml', 404],
    ['another file', '/tags/llm+rl/citation.bib', 404],
  ])('%s: %s is answered %d', async (_, path, status) => {
    expect((await ask(path)).status).toBe(status)
  })

  test.each([
    ['all=llm,rl', '/tags/llm+rl/'],
    ['all=llm&all=rl&without=%23benchmark', '/tags/llm+rl+!benchmark/'],
    ['any=llm%2C%20%EC%A0%95%EB%A0%AC', '/tags/llm,%EC%A0%95%EB%A0%AC/'],
    ['all=%40Ada%20Lovelace', '/tags/@Ada%20Lovelace/'],
    ['all=a%2Fb%2Bc', '/tags/a%2Fb%2Bc/'],
    ['', '/subscribe/'],
  ])('the form with %s leads to %s', async (query, to) => {
    const response = await ask(`/subscribe/select/?${query}`)
    expect([response.status, response.headers.get('Location')]).toEqual([303, to])
  })

  test('a tag that is written like a selection stays that tag’s', async () => {
    const response = await ask('/tags/c++/')
    expect([response.status, response.headers.get('Location')]).toEqual([308, '/tags/cpp/'])
  })
})

describe('its feeds', async () => {
  const { ask, catalog } = await servedSelections(notes, site)
  const path = (format: (typeof formats)[number]): string => `/tags/llm+!benchmark/${formatFacts[format].file}`

  test.each(formats)('in %s say what they are, and where', async (format) => {
    const response = await ask(path(format))
    expect(response.headers.get('Content-Type')).toBe(`${formatFacts[format].mediaType}; charset=utf-8`)
    expect(response.headers.get('Link')).toBe(`<https://notes.example${path(format)}>; rel="self"`)
    const text = await response.text()
    expect(text).not.toContain('paperwire-mark')
    const { feed } = parseFeed(text) as { feed: { title?: unknown } }
    expect(typeof feed.title === 'string' ? feed.title : (feed.title as { value: string }).value).toBe(
      `#llm − #benchmark · ${catalog.site.title}`,
    )
  })

  test.each(formats)('in %s carry items byte for byte as the site’s feed does', async (format) => {
    const [own, all] = await Promise.all([ask(path(format)), ask(`/${formatFacts[format].file}`)])
    const [items, others] = [itemsIn(format, await own.text()), itemsIn(format, await all.text())]
    expect(items).toHaveLength(1)
    expect(others).toContain(items[0])
  })

  test('a second asking with what came is answered 304 by the index alone', async () => {
    const now = new Date('2024-06-12T13:00:00Z')
    const { recorded } = catalogFrom(notes, site, { now })
    const served = (): ReturnType<typeof servedSelections> => servedSelections(notes, site, { ledger: recorded, now })
    const first = await (await served()).ask(path('atom'), { 'Accept-Encoding': 'gzip' })
    const etag = first.headers.get('ETag') as string
    for (const condition of [{ 'If-None-Match': etag }, { 'If-Modified-Since': first.headers.get('Last-Modified') as string }]) {
      const fresh = await served()
      const again = await fresh.ask(path('atom'), { 'Accept-Encoding': 'gzip', ...condition })
      expect([again.status, again.headers.get('ETag'), await again.text()]).toEqual([304, etag, ''])
      expect(fresh.reads()).toEqual(['selections'])
    }
  })

  test('gzipped and plain are two representations of the same', async () => {
    const [zipped, plain] = await Promise.all([ask(path('rss'), { 'Accept-Encoding': 'gzip' }), ask(path('rss'))])
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(plain.headers.get('ETag')).toBe(zipped.headers.get('ETag')?.replace(/"$/, '-plain"'))
    expect(Number(plain.headers.get('Content-Length'))).toBe((await plain.arrayBuffer()).byteLength)
  })

  // RFC 3229: feedparser, newsboat and Liferea ask for deltas, partly on behalf of programs that refuse the answer: rss2email 3.13
  // raises an error on 226, and its user gets no more mail.
  test('A-IM changes nothing, of a selection or of any other feed', async () => {
    for (const feed of [path('rss'), '/rss.xml', '/tags/llm/atom.xml']) {
      const [asked, plain] = await Promise.all([ask(feed, { 'A-IM': 'feed', 'If-None-Match': '"x"' }), ask(feed)])
      expect([asked.status, asked.headers.get('IM'), await asked.text()]).toEqual([200, null, await plain.text()])
    }
  })

  test('a browser is shown a page instead, which no search engine keeps', async () => {
    const asked = await ask(path('rss'), { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' })
    const page = await ask('/tags/llm+!benchmark/')
    const html = await page.text()
    expect([page.status, page.headers.get('Content-Type'), await asked.text()]).toEqual([200, 'text/html; charset=utf-8', html])
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<h1>#llm − #benchmark</h1>')
    expect(html).toContain('href="/2024-06-12/third/"')
    expect(html).not.toContain('paperwire-mark')
    expect(html).toContain('https%3A%2F%2Fnotes.example%2Ftags%2Fllm%2B!benchmark%2Fatom.xml')
  })

  test('HEAD and other methods are answered as everywhere', async () => {
    const head = await ask(path('rss'), {}, 'HEAD')
    expect([head.status, await head.text(), Number(head.headers.get('Content-Length')) > 0]).toEqual([200, '', true])
    expect((await ask(path('rss'), {}, 'POST')).status).toBe(405)
    expect((await ask(path('rss'), { Origin: 'https://other.example', 'Access-Control-Request-Method': 'GET' }, 'OPTIONS')).status).toBe(
      204,
    )
  })
})

describe('a long selection', async () => {
  const many = Array.from(
    { length: 23 },
    (_, index) => `2024-05-${String(index + 1).padStart(2, '0')}\nPaper ${index}\n글 ${index}.\n#a ${index % 2 === 0 ? '#b' : '#c'}\n`,
  ).join('')
  const { ask } = await servedSelections(many, 'feedSize: 5')

  test('has archives by which a reader finds every item once (RFC 5005 §4, JSON Feed’s next_url)', async () => {
    const seen: string[] = []
    let url: string | undefined = 'https://notes.example/tags/a+!c/feed.json'
    while (url !== undefined) {
      const feed = (await (await ask(new URL(url).pathname)).json()) as { items: { title: string }[]; next_url?: string }
      seen.push(...feed.items.map(({ title }) => title))
      url = feed.next_url
    }
    expect(new Set(seen)).toEqual(new Set(Array.from({ length: 12 }, (_, index) => `Paper ${2 * index}`)))
    const archive = await (await ask('/tags/a+!c/archive/1/atom.xml')).text()
    expect(archive).toContain('<fh:archive/>')
    expect(archive).toContain('rel="next-archive" type="application/atom+xml" href="https://notes.example/tags/a+!c/archive/2/atom.xml"')
    expect(archive).toContain('rel="self" type="application/atom+xml" href="https://notes.example/tags/a+!c/archive/1/atom.xml"')
  })
})

test('whatever is selected, a feed equals what a filter of all entries gives, item by item, byte for byte', async () => {
  const tags = ['a', 'b', 'c', '정렬']
  const entry = fc.record({ day: fc.integer({ min: 1, max: 28 }), tags: fc.uniqueArray(fc.constantFrom(...tags), { minLength: 1 }) })
  const group = fc.uniqueArray(fc.constantFrom(...tags), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 4, maxLength: 25 }),
      fc.array(group, { maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 2 }),
      fc.constantFrom(...formats),
      async (entries, groups, without, format) => {
        const days = Map.groupBy(entries.entries(), ([, { day }]) => day)
        const text = [...days]
          .map(
            ([day, ofDay]) =>
              `2024-05-${String(day).padStart(2, '0')}\n${ofDay.map(([index, one]) => `Paper ${index}\n글 ${index}.\n${one.tags.map((tag) => `#${tag}`).join(' ')}\n`).join('')}`,
          )
          .join('')
        const there = new Set(entries.flatMap((one) => one.tags))
        const used = [...groups.flat(), ...without]
        const operands = groups.length + without.length
        if (
          operands === 0 ||
          used.length > 8 ||
          !used.every((tag) => there.has(tag)) ||
          (groups.length === 1 && groups[0]?.length === 1 && without.length === 0)
        )
          return
        const { catalog, ask } = await servedSelections(text, 'feedSize: 50')
        const expression = [
          ...groups.map((one) => one.map(encodeURIComponent).join(',')),
          ...without.map((tag) => `!${encodeURIComponent(tag)}`),
        ].join('+')
        const first = await ask(`/tags/${expression}/${formatFacts[format].file}`)
        const response = first.status === 308 ? await ask(first.headers.get('Location') as string) : first
        const all = itemsIn(format, await (await ask(`/${formatFacts[format].file}`)).text())
        const wanted = catalog.entries.flatMap((one, index) => {
          const slugs = new Set(one.tags.map(({ slug }) => slug))
          const isIn = groups.every((alternatives) => alternatives.some((tag) => slugs.has(tag))) && !without.some((tag) => slugs.has(tag))
          return isIn ? [all[index] as string] : []
        })
        expect(itemsIn(format, await response.text())).toEqual(wanted)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
