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
    ['/tags/llm,rl+!rl/', '/tags/llm+!rl/'],
    ['/tags/@Ada%20Lovelace/', '/authors/ada-lovelace/'],
  ])('%s to %s', async (path, to) => {
    const response = await ask(path)
    expect([response.status, response.headers.get('Location')]).toEqual([308, to])
  })

  test.each([
    ['a tag that there is not', '/tags/llm+never/', 404],
    ['an author that there is not', '/tags/@nobody+llm/', 404],
    ['an empty name', '/tags/llm++rl/', 400],
    ['nothing but a sign', '/tags/+/', 400],
    ['a tag left out with nothing behind it', '/tags/!llm,/', 400],
    ['two signs', '/tags/!!llm/feed.json', 400],
    ['an author who is a tag', '/tags/@llm/atom.xml', 404],
    ['a sign within a tag left out', '/tags/!c%2B%2B/', 400],
    ['too many', `/tags/${'llm,'.repeat(8)}rl/`, 400],
    ['an archive that there is not', '/tags/llm+rl/archive/1/rss.xml', 404],
    ['another file', '/tags/llm+rl/citation.bib', 404],
  ])('%s: %s is answered %d', async (_, path, status) => {
    expect((await ask(path)).status).toBe(status)
  })

  test.each([
    ['tag=llm&tag=rl&match=all', '/tags/llm+rl/'],
    ['tag=llm&tag=rl&match=any', '/tags/llm,rl/'],
    ['tag=llm&tag=rl', '/tags/llm,rl/'],
    ['tag=llm&tags=rl,%20benchmark', '/tags/llm,rl,benchmark/'],
    ['tag=llm&match=all&without=%23benchmark,%20%40Ada%20Lovelace', '/tags/llm+!benchmark+!@Ada%20Lovelace/'],
    ['tag=llm%2C%20%EC%A0%95%EB%A0%AC', '/tags/llm,%EC%A0%95%EB%A0%AC/'],
    ['author=Ada%20Lovelace,%20%40Grace%20Hopper', '/tags/@Ada%20Lovelace,@Grace%20Hopper/'],
    ['word=diffusion%20models,%20c%2B%2B!,%20_', '/tags/word:diffusion-models+word:c/'],
    ['lang=ko&lang=en&venue=..', '/tags/lang:ko/'],
    ['venue=iclr-2024&lang=ko', '/tags/venue:iclr-2024+lang:ko/'],
    ['tag=rl%2Blm&tag=c%2B%2B&match=all', '/tags/rl-lm+cpp/'],
    ['view=titles', '/titles/'],
    ['tag=llm&view=abstracts&digest=weekly', '/tags/llm/abstracts/weekly/'],
    ['digest=daily&venue=&lang=&view=&without=&author=&word=', '/daily/'],
    ['view=../x&digest=%2F%2Fevil.example', '/subscribe/'],
    ['tag=..', '/subscribe/'],
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
  const now = new Date('2024-06-01T00:00:00Z')
  const { recorded } = catalogFrom(many, 'feedSize: 5', { now })
  const { ask } = await servedSelections(many, 'feedSize: 5', { ledger: recorded, now })

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

describe('a selection is polled as any channel is', () => {
  const now = new Date('2024-06-12T10:00:00Z')
  const titlesOf = async (text: string, path: string): Promise<readonly string[]> => {
    const { recorded } = catalogFrom(text, 'feedSize: 5', { now })
    return titlesIn(await (await servedSelections(text, 'feedSize: 5', { ledger: recorded, now })).ask(path))
  }

  test('with the two latest days whole, however many entries they have', async () => {
    const text = `2024-06-12\n${Array.from({ length: 12 }, (_, index) => `New ${index}\n글 ${index}.\n#a #b\n`).join('')}2024-05-01\nOld\n옛글.\n#a #b\n`
    expect((await titlesOf(text, '/tags/a+b/feed.json')).filter((title) => title.startsWith('New'))).toHaveLength(12)
    expect(await titlesOf(text, '/tags/a+b/feed.json')).toEqual(await titlesOf(text, '/tags/a/feed.json'))
  })
})

test('a selection whose entries are strewn over the years reads twelve documents at most, and has the newest', async () => {
  const text = Array.from({ length: 600 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
    return `${day}\nPaper ${index}\n글 ${index}.\n${index % 30 === 0 ? '#rare' : index % 2 === 0 ? '#x' : '#y'}\n`
  }).join('')
  const { ask, reads } = await servedSelections(text, 'feedSize: 10')
  reads()
  const titles = await titlesIn(await ask('/tags/!x+!y/feed.json'))
  expect(titles.slice(0, 5)).toEqual([19, 18, 17, 16, 15].map((index) => `Paper ${index * 30}`))
  expect(reads().filter((key) => /^(?:channel|archive)/.test(key)).length).toBeLessThanOrEqual(12)
})

test('an answer keeps its entity tag while its bytes stay: what others gain doesn’t count', async () => {
  const etags = async (text: string): Promise<readonly (string | null)[]> => {
    const { ask } = await servedSelections(text, site)
    return Promise.all(formats.map(async (format) => (await ask(`/tags/llm+정렬/${formatFacts[format].file}`)).headers.get('ETag')))
  }
  const before = await etags(notes)
  expect(await etags(`2024-06-13\nFourth\n네 번째.\n#zzz\n${notes}`)).toEqual(before)
  expect(await etags(notes.replace('세 번째', '셋째'))).not.toEqual(before)
})

test('tags that are called as marks are do no harm', async () => {
  const { ask } = await servedSelections('2024-06-10\nT\n글.\n#paperwire-mark-title #paperwire-mark-place #909090909\n')
  const path = '/tags/909090909+paperwire-mark-place+paperwire-mark-title/'
  const html = await (await ask(path)).text()
  expect(html).toContain('<h1>#909090909 + #paperwire-mark-place + #paperwire-mark-title</h1>')
  expect(html).toContain(`href="${path}atom.xml"`)
  expect(((await (await ask(`${path}feed.json`)).json()) as { title: string }).title).toBe(
    '#909090909 + #paperwire-mark-place + #paperwire-mark-title · T',
  )
})

describe('digests: one item for a day or a week', async () => {
  const days = ['2024-06-03', '2024-06-04', '2024-06-10', '2024-06-11', '2024-06-17']
  const text = days.map((day, index) => `${day}\nPaper ${index} & <b>\n글 ${index}.\n#a${index % 2 === 0 ? ' #b' : ''}\n`).join('')
  const { ask, catalog } = await servedSelections(text, 'feedSize: 5')
  const itemsOf = async (
    path: string,
  ): Promise<readonly { id: string; title: string; url: string; content_html: string; date_published: string }[]> =>
    ((await (await ask(path)).json()) as { items: [] }).items
  const publishedOf = (title: string): string =>
    catalog.entries.find((entry) => entry.title.startsWith(title))?.published.toISOString() as string

  test('a day is there once a later one has an entry, and has the moment of that entry', async () => {
    const items = await itemsOf('/daily/feed.json')
    expect(items.map(({ id, title, url, date_published: published }) => [id, title, url, published])).toEqual(
      [3, 2, 1, 0].map((index) => [
        `tag:notes.example,${days[index]}:day`,
        `${days[index]} (1)`,
        `https://notes.example/${days[index]}/`,
        publishedOf(`Paper ${index + 1}`),
      ]),
    )
    expect(items[0]?.content_html).toContain(
      '<h3 lang="en"><a href="https://notes.example/2024-06-11/paper-3-b/">Paper 3 &amp; &lt;b&gt;</a></h3>\n<p lang="ko">글 3.</p>',
    )
  })

  test('a week is one of ISO 8601, with all its entries', async () => {
    const items = await itemsOf('/weekly/feed.json')
    expect(items.map(({ id, title, url }) => [id, title, url])).toEqual([
      ['tag:notes.example,2024-06-10:week', '2024-W24 (2)', 'https://notes.example/days/2024-06/'],
      ['tag:notes.example,2024-06-03:week', '2024-W23 (2)', 'https://notes.example/days/2024-06/'],
    ])
  })

  test('a tag and a selection have digests of their own, with ids of their own', async () => {
    expect((await itemsOf('/tags/b/daily/feed.json')).map(({ id }) => id)).toEqual([
      'tag:notes.example,2024-06-10:day/b',
      'tag:notes.example,2024-06-03:day/b',
    ])
    expect((await itemsOf('/tags/a+!b/weekly/feed.json')).map(({ id }) => id)).toEqual(['tag:notes.example,2024-06-03:week/a+!b'])
  })

  test.each(formats)('in %s hold what JSON Feed says, where they say that they are', async (format) => {
    const path = `/tags/b/daily/${formatFacts[format].file}`
    const response = await ask(path)
    const body = await response.text()
    expect([response.status, body.includes('paperwire-mark')]).toEqual([200, false])
    expect(body).toContain(`https://notes.example${path}`)
    const items = itemsIn(format, body)
    expect(items).toHaveLength(2)
    expect(items[0]).toContain('2024-06-10 (1)')
  })

  test('their addresses are one each, and what there is not is 404', async () => {
    const to = async (path: string): Promise<unknown> => {
      const response = await ask(path)
      return response.headers.get('Location') ?? response.status
    }
    expect(await to('/Daily/rss.xml')).toBe('/daily/rss.xml')
    expect(await to('/tags/B/Weekly')).toBe('/tags/b/weekly/')
    expect(await to('/daily')).toBe('/daily/')
    expect(await to('/daily/archive/1/rss.xml')).toBe(404)
    expect(await to('/daily/other.txt')).toBe(404)
    expect(await to('/tags/never/daily/')).toBe(404)
    expect(await (await ask('/daily/')).text()).toContain('2024-06-11 (1)')
  })

  test('an edit of an entry changes its digest, another day’s entry does not', async () => {
    const etagOf = async (notes: string): Promise<string | null> =>
      (await (await servedSelections(notes, 'feedSize: 5')).ask('/daily/rss.xml')).headers.get('ETag')
    const before = await etagOf(text)
    expect(await etagOf(text.replace('글 2', '글 둘'))).not.toBe(before)
    expect(await etagOf(text)).toBe(before)
  })
})

test('a week whose first day is in a month without entries links to the month of its newest entry', async () => {
  const { ask } = await servedSelections('2024-03-05\nNew\n글.\n#a\n2024-03-01\nOld\n글.\n#a\n')
  const { items } = (await (await ask('/weekly/feed.json')).json()) as { items: { title: string; url: string }[] }
  expect(items.map(({ title, url }) => [title, url])).toEqual([['2024-W09 (1)', 'https://notes.example/days/2024-03/']])
  expect((await ask('/days/2024-03/')).status).toBe(200)
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
