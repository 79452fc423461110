import { mf2 } from 'microformats-parser'
import { describe, expect, test } from 'vitest'
import { sampleSite } from '../sample-site.ts'

const { catalog, pages } = sampleSite
const baseUrl = 'https://notes.example'
type Root = ReturnType<typeof mf2>['items'][number]
const itemsAt = (path: string): readonly Root[] => mf2(pages.get(path) as string, { baseUrl: baseUrl + path }).items
const [entry] = catalog.entries

describe('what a parser of microformats reads of an entry’s page', () => {
  const items = itemsAt('/2024-06-10/vec-t-b/')

  test('is one entry, with all that it says', () => {
    expect(items.map(({ type }) => type)).toEqual([['h-entry']])
    const { properties } = items[0] as Root
    expect(properties).toMatchObject({
      name: ['Vec<T> & "b"'],
      url: ['https://notes.example/2024-06-10/vec-t-b/'],
      uid: ['https://notes.example/2024-06-10/vec-t-b/'],
      published: [entry?.published.toISOString()],
      updated: [entry?.updated.toISOString()],
      category: ['정렬', 'c'],
      'bookmark-of': ['https://arxiv.org/abs/2406.00001'],
      summary: ['An abstract.'],
      author: [{ type: ['h-card'], value: catalog.site.author.name, properties: { name: [catalog.site.author.name] } }],
    })
    const [content] = properties['content'] as [{ html: string; value: string }]
    expect(content.value).toContain('논평')
    expect(content.value).toContain('An abstract.')
  })
})

describe.each([
  ['home', '/'],
  ['a tag', '/tags/정렬/'],
  ['a month', '/days/2024-06/'],
  ['a day', '/2024-06-10/'],
  ['a day with several entries', '/2024-06-08/'],
])('what a parser of microformats reads of the page of %s', (_, path) => {
  const feeds = itemsAt(encodeURI(path)).filter(({ type }) => type?.includes('h-feed'))

  test('is one feed with a name and an author', () => {
    expect(feeds).toHaveLength(1)
    expect(feeds[0]?.properties['name']?.[0]).not.toBe('')
    expect(feeds[0]?.properties['author']).toMatchObject([{ type: ['h-card'], value: catalog.site.author.name }])
  })

  test('holds entries, each with its name, its address and its date', () => {
    const entries = feeds[0]?.children ?? []
    expect(entries.length).toBeGreaterThan(0)
    for (const { type, properties } of entries) {
      const known = catalog.entries.find(({ title }) => title === properties['name']?.[0])
      expect(type).toEqual(['h-entry'])
      expect(properties['url']).toEqual([`${baseUrl}/${known?.day}/${encodeURIComponent(known?.name ?? '')}/`])
      expect(properties['published']).toEqual([known?.published.toISOString()])
    }
  })
})
