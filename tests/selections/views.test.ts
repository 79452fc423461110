import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { formatFacts, formats } from '../../src/feed/formats.ts'
import { itemsIn } from '../../src/selections/items.ts'
import { views } from '../../src/selections/views.ts'
import { type ServedFeed, served } from './served-json.ts'

const notes = `2024-06-12
Vec<T> & friends
(Ada Lovelace, Grace Hopper)
https://arxiv.org/abs/2406.04093
초록이 있는 논문.

> It quotes <b> & "marks" of one > other.

Abstract: We study the prefix < and & in the languages that we know.
#llm #a
2024-06-11
Only commentary
해설만 있다.
#llm
2024-06-11
Only abstract
(Ada Lovelace)
Abstract: This is the abstract of a paper that we have read, and there is nothing else.
#llm
2024-06-10
Nothing
#llm
`

const file = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const

describe('what a view leaves of entries', async () => {
  const { feedAt, catalog } = await served(notes)
  const [whole] = catalog.entries
  const told = async (path: string): Promise<readonly ServedFeed['items'][number][]> => (await feedAt(path)).items

  test('abstracts: the abstract alone, of entries that have one, in its language', async () => {
    const items = await told('/tags/llm/abstracts/feed.json')
    expect(items.map(({ title }) => title)).toEqual(['Vec<T> & friends', 'Only abstract'])
    const [first, second] = items
    expect(first?.content_html).toBe('<p lang="en">We study the prefix &lt; and &amp; in the languages that we know.</p>')
    expect([first?.summary, first?.language]).toEqual(['We study the prefix < and & in the languages that we know.', 'en'])
    expect(first?._paperwire.title_language).toBeUndefined()
    expect(second?.summary).toBe('This is the abstract of a paper that we have read, and there is nothing else.')
  })

  test('commentary: the commentary alone, quotations and all, of entries that have one', async () => {
    const items = await told('/tags/llm/commentary/feed.json')
    expect(items.map(({ title }) => title)).toEqual(['Vec<T> & friends', 'Only commentary'])
    expect(items[0]?.content_html).toBe(
      '<p lang="ko">초록이 있는 논문.</p>\n<blockquote lang="en"><p lang="en">It quotes &lt;b&gt; &amp; &quot;marks&quot; of one &gt; other.</p></blockquote>',
    )
  })

  test('titles: each entry’s title, which leads to it', async () => {
    const items = await told('/titles/feed.json')
    expect(items).toHaveLength(4)
    expect(items[0]?.content_html).toBe(
      `<p lang="en"><a href="https://notes.example/2024-06-12/vec-t-friends/">Vec&lt;T&gt; &amp; friends</a></p>`,
    )
  })

  test('items are items of their own: readers keep one content for an id', async () => {
    const ids = await Promise.all(views.map(async (view) => (await told(`/tags/a/${view}/feed.json`))[0]?.id))
    expect(ids).toEqual([`${whole?.id}#abstract`, `${whole?.id}#commentary`, `${whole?.id}#title`])
    const given = await served('2024-06-10\nT\nid: https://old.example/?p=1#x\n글.\n#a\n')
    expect((await given.feedAt('/tags/a/titles/feed.json')).items[0]?.id).toBe('https://old.example/?p=1#x.title')
  })
})

describe.each(formats)('in %s', async (format) => {
  const { ask } = await served(notes)
  const at = async (path: string): Promise<string> => (await ask(path + file[format])).text()

  test.each(views)('%s say the same as in JSON, and nothing more', async (view) => {
    const text = await at(`/tags/llm/${view}/`)
    const items = itemsIn(format, text)
    const told = ((await (await ask(`/tags/llm/${view}/feed.json`)).json()) as ServedFeed).items
    expect(items).toHaveLength(told.length)
    const { feed } = parseFeed(text) as { feed: { items?: Parsed[]; entries?: Parsed[] } }
    const read = (feed.items ?? feed.entries ?? []).map((one) => [
      typeof one.guid === 'object' ? one.guid.value : one.id,
      one.content_html ?? (typeof one.content === 'object' ? (one.content.encoded ?? one.content.value) : one.content),
    ])
    expect(read).toEqual(told.map((item) => [item.id, item.content_html]))
  })

  test('what is not shown stands in the item as it does elsewhere', async () => {
    const [own] = itemsIn(format, await at('/tags/a/abstracts/'))
    const [all] = itemsIn(format, await at('/tags/a/'))
    const without = (item: string | undefined): string | undefined =>
      format === 'json'
        ? JSON.stringify({
            ...(JSON.parse(item as string) as object),
            id: 0,
            content_html: 0,
            summary: 0,
            language: 0,
            _paperwire: 0,
          })
        : item
            ?.replace(/<(id|guid|content|content:encoded|summary|description)( [^>]*)?>[^<]*/g, '<$1>')
            .replace(/<entry [^>]*>/, '<entry>')
    expect(without(own)).toBe(without(all))
  })
})

interface Parsed {
  readonly id?: string
  readonly guid?: { readonly value: string } | string
  readonly content?: { readonly encoded?: string; readonly value?: string } | string
  readonly content_html?: string
}

describe('views of any channel', async () => {
  const { ask, feedAt, leadsTo } = await served(notes)
  test.each([
    ['of the site', '/commentary/'],
    ['of a tag', '/tags/llm/titles/'],
    ['of a selection', '/tags/a+llm/abstracts/'],
    ['day by day', '/titles/daily/'],
    ['of a selection, week by week', '/tags/llm+!a/titles/weekly/'],
  ])('%s: %s has a page and three feeds', async (_, path) => {
    for (const format of formats) {
      const response = await ask(path + formatFacts[format].file)
      const text = await response.text()
      expect([response.status, text.includes('paperwire-mark')]).toEqual([200, false])
      expect(text).toContain(`https://notes.example${path}`)
    }
    const page = await (await ask(path)).text()
    expect(page).toContain(`href="${path}atom.xml"`)
    expect(page).toContain('<meta name="robots" content="noindex">')
  })

  test('are called by what they show', async () => {
    expect((await feedAt('/tags/llm/titles/daily/feed.json')).title).toBe('#llm · 제목만 · 하루 모음 · T')
    expect((await feedAt('/abstracts/feed.json')).title).toBe('초록만 · T')
  })

  test('a digest of a view gathers what the view shows, as an item of its own', async () => {
    const [digest] = (await feedAt('/titles/daily/feed.json')).items
    expect(digest?.id).toBe('tag:notes.example,2024-06-11:day#title')
    expect(digest?.content_html).toContain('Only commentary')
    expect(digest?.content_html).not.toContain('해설만 있다')
    expect(digest?.content_html.match(/Only commentary/g)).toHaveLength(1)
  })

  test('have one address each', async () => {
    expect(await leadsTo('/Titles')).toBe('/titles/')
    expect(await leadsTo('/tags/LLM/Abstracts/rss.xml')).toBe('/tags/llm/abstracts/rss.xml')
    expect(await leadsTo('/titles/commentary/')).toBe(404)
    expect(await leadsTo('/daily/titles/')).toBe(404)
    expect(await leadsTo('/tags/never/titles/')).toBe(404)
  })

  test('a page of titles says each title once', async () => {
    const page = await (await ask('/titles/')).text()
    expect(page.match(/Only commentary/g)).toHaveLength(1)
  })

  test('an edit of the abstract leaves the feed of commentary as it was, but for the dates', async () => {
    const edited = await served(notes.replace('languages that we know', 'languages that we speak'))
    expect((await edited.feedAt('/commentary/feed.json')).items).toEqual((await feedAt('/commentary/feed.json')).items)
  })
})

test('a view has archives by which a reader finds every item once', async () => {
  const many = Array.from(
    { length: 23 },
    (_, index) => `2024-05-${String(index + 1).padStart(2, '0')}\nPaper ${index}\n${index % 2 === 0 ? `글 ${index}.\n` : ''}#a\n`,
  ).join('')
  const { feedAt } = await served(many, 'feedSize: 5')
  const seen: string[] = []
  let path: string | undefined = '/tags/a/commentary/feed.json'
  while (path !== undefined) {
    const feed: ServedFeed = await feedAt(path)
    seen.push(...feed.items.map(({ id }) => id))
    path = feed.next_url === undefined ? undefined : new URL(feed.next_url).pathname
  }
  expect([new Set(seen).size, seen.every((id) => id.endsWith('#commentary'))]).toEqual([12, true])
})
