import { describe, expect, test } from 'vitest'
import { servedSelections } from './served.ts'

describe('polls are counted where a dataset is bound', async () => {
  const served = await servedSelections('2024-06-10\nA\n글.\n#llm #rl\n')
  const agent = { 'User-Agent': 'Feedbin feed-id:1 - 12 subscribers' }

  test.each<[string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ['/atom.xml', agent, [['/atom.xml', 'atom.xml', 'Feedbin', '200'], [12]]],
    ['/tags/llm/feed.json', { 'If-None-Match': '*' }, [['/tags/llm/feed.json', 'feed.json', 'other', '304'], [0]]],
    ['/tags/llm+rl/rss.xml', agent, [['/tags/llm+rl/rss.xml', 'rss.xml', 'Feedbin', '200'], [12]]],
    ['/tags/LLM/rss.xml', agent, [['/tags/llm/rss.xml', 'rss.xml', 'Feedbin', '308'], [12]]],
  ])('%s', async (path, headers, point) => {
    served.points.length = 0
    await served.ask(path, headers)
    expect(served.points).toEqual([{ indexes: [(point[0] as string[])[0]], blobs: point[0], doubles: point[1] }])
  })

  test.each(['/', '/tags/llm/', '/robots.txt', '/nothing.xml', '/opml.xml'])('%s is no feed, and not counted', async (path) => {
    served.points.length = 0
    await served.ask(path)
    expect(served.points).toEqual([])
  })

  test('without a dataset the answer is the very same', async () => {
    const [withOne, without] = await Promise.all([served.ask('/atom.xml'), served.askWithout('/atom.xml')])
    expect([withOne.status, await withOne.text()]).toEqual([without.status, await without.text()])
  })

  test('where they can’t be, the answer is the very same too', async () => {
    served.points.push = () => {
      throw new Error('the dataset is full')
    }
    expect((await served.ask('/atom.xml')).status).toBe(200)
    expect((await served.ask('/atom.xml', { 'If-None-Match': '*' })).status).toBe(304)
  })
})
