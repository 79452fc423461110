import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { called, calledOutside } from './called.ts'
import { type BuiltSite, built, content, newFolder, readSite } from './folders.ts'

describe('the same content gives the same bytes', () => {
  test.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ])('in %j', async (environment) => {
    const out = newFolder()
    expect(calledOutside(['build', '--out', out], environment)).toMatchObject({ status: 0, stderr: '' })
    expect(readSite(out).files).toEqual((await built('content')).files)
  })

  test('whatever order the files were written in, within a day too', async () => {
    const [a, b] = ['# 2024-06-10\n## A\n본문.\n#t\n', '# 2024-06-10\n## B\n본문.\n#t\n']
    const one = await built(content({ 'a.md': a, 'Z.md': b, 'sub/ㄱ.md': a.replaceAll('A', 'C') }))
    const other = await built(content({ 'sub/ㄱ.md': a.replaceAll('A', 'C'), 'Z.md': b, 'a.md': a }))
    expect(one.files).toEqual(other.files)
  })
})

test('every tag has its page and three feeds, whatever its script', async () => {
  const { bodies } = await built(
    content({ 'a.md': '# 2024-06-10\n## 논문의 제목\n(김연구, 이영희)\nAbstract in English.\n본문.\n#정렬 #C++\n' }),
  )
  const tag = `/tags/${encodeURIComponent('정렬')}/`
  expect([...bodies.keys()]).toEqual(
    expect.arrayContaining([
      '/',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/tags/',
      tag,
      `${tag}rss.xml`,
      `${tag}atom.xml`,
      `${tag}feed.json`,
      '/tags/cpp/',
      '/2024-06-10/',
      `/2024-06-10/${encodeURIComponent('논문의-제목')}/`,
      '/embed.js',
    ]),
  )
  expect(bodies.get(`${tag}rss.xml`)).toContain('<category>정렬</category>')
  expect(JSON.parse(bodies.get(`${tag}feed.json`) as string).items[0].tags).toEqual(['정렬', 'C++'])
})

test('items have the day of their notes, newest first, each a second before the one above it', async () => {
  const { bodies } = await built(content({ 'a.md': '2024-06-09\nOld\n본문.\n#t\n2024-06-10\nFirst\n본문.\n#t\nSecond\n본문.\n#t\n' }))
  const items = JSON.parse(bodies.get('/feed.json') as string).items as { title: string; date_published: string }[]
  expect(items.map((item) => [item.title, item.date_published])).toEqual([
    ['First', '2024-06-10T12:00:00.000Z'],
    ['Second', '2024-06-10T11:59:59.000Z'],
    ['Old', '2024-06-09T12:00:00.000Z'],
  ])
})

test('a feed carries the latest items only, as many as site.md says', async () => {
  const site = '---\ntitle: T\nurl: https://notes.example\nfeedSize: 2\n---\n'
  const { bodies } = await built(
    content({ 'site.md': site, 'a.md': '2024-06-10\nA\n본문.\n#t\n2024-06-09\nB\n본문.\n#t\n2024-06-08\nC\n본문.\n#t\n' }),
  )
  for (const path of ['/feed.json', '/tags/t/feed.json']) {
    expect((JSON.parse(bodies.get(path) as string).items as { title: string }[]).map(({ title }) => title)).toEqual(['A', 'B'])
  }
})

test('a site built for another origin leads there, but keeps every id', async () => {
  const from = content({ 'a.md': '# 2024-06-10\n## A\n[x](/about) 본문.\n#t\n' })
  const [home, preview] = [await built(from), await built(from, '--url', 'http://localhost:8787')]
  const ids = (site: typeof home): unknown =>
    JSON.parse(site.bodies.get('/feed.json') as string).items.map((item: { id: string }) => item.id)
  expect(ids(preview)).toEqual(ids(home))
  expect(ids(home)).toEqual(['tag:notes.example,2024-06-10:a'])
  expect([...preview.bodies.values()].join('').replaceAll('<id>https://notes.example/', '')).not.toContain('https://notes.example')
})

test('a site without entries is a site', async () => {
  const { bodies } = await built(content({}))
  expect(bodies.get('/atom.xml')).toContain('<updated>2000-01-01T00:00:00.000Z</updated>')
  expect(JSON.parse(bodies.get('/feed.json') as string).items).toEqual([])
})

test('an alias is merged into its tag, and its address leads there', async () => {
  const site = '---\ntitle: T\nurl: https://notes.example\naliases: { object_detection: object-detection }\n---\n'
  const { bodies, moved } = await built(
    content({ 'site.md': site, 'a.md': '2024-06-10\nA\n본문.\n#object_detection\nB\n본문.\n#object-detection\n' }),
  )
  expect(JSON.parse(bodies.get('/tags/object-detection/feed.json') as string).items).toHaveLength(2)
  expect(moved).toEqual({ '/tags/object_detection/': '/tags/object-detection/' })
})

test('where there is an error nothing is written, and every error is said', async () => {
  const [from, out] = [content({ 'a.md': '2024-06-31\nA\n본문.\n#t\n', 'b.md': 'B\n' }), join(newFolder(), 'never')]
  const { status, stderr } = await called(['build', '--content', from, '--out', out])
  expect(status).toBe(1)
  expect(stderr.split('\n').filter((line) => /:\d+: /.test(line))).toHaveLength(2)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(existsSync(out)).toBe(false)
})

test('without a ledger a build says so, and serves no Last-Modified, which could hide a change', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n' })
  const modified = ({ resources }: BuiltSite): ReadonlySet<number | null> =>
    new Set([...resources.values()].map((resource) => resource.modified))
  const [out, said] = [
    newFolder(),
    `${from}/ledger.json: nothing is recorded yet, so ids and dates may change (npm run record, then commit the file)\n`,
  ]
  expect((await called(['build', '--content', from, '--out', out])).stdout).toContain(said)
  expect(modified(readSite(out))).toEqual(new Set([null]))
  await called(['record', '--content', from])
  expect((await called(['build', '--content', from, '--out', out])).stdout).not.toContain('recorded')
  expect(modified(readSite(out)).size).toBe(2)
})
