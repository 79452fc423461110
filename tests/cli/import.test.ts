import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { imported } from '../../src/cli/imported-notes.ts'
import { type Called, called } from './called.ts'
import { content, newFolder, readSite } from './folders.ts'
import { gathering } from './gathering.ts'

async function importing(
  folder: string,
  feeds: readonly string[],
  { dryRun = false, origin = null as string | null } = {},
): Promise<Called> {
  const { terminal, said } = gathering()
  const status = await imported({ content: folder, origin, dryRun, feeds }, terminal, { get: fetch, pause: () => Promise.resolve() })
  return { status, ...said() }
}

/** A file with this text, and its path. */
function file(text: string, name = 'feed.xml'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, text)
  return path
}

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

interface Item {
  readonly id: string
  readonly title: string
  readonly date: Date
  readonly html: string
  readonly tags: readonly string[]
}

const rss = (
  items: readonly Item[],
): string => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Old</title><link>https://old.example/</link><description>d</description>
${items
  .map(
    ({ id, title, date, html, tags }) =>
      `<item><title>${escaped(title)}</title><link>https://old.example/x</link><guid isPermaLink="false">${escaped(id)}</guid><pubDate>${date.toUTCString()}</pubDate>${tags.map((tag) => `<category>${escaped(tag)}</category>`).join('')}<content:encoded>${escaped(html)}</content:encoded></item>`,
  )
  .join('\n')}</channel></rss>`

const item = (number: number): Item => ({
  id: `https://old.example/?p=${number}`,
  title: `Entry ${number}`,
  date: new Date(Date.UTC(2020, 0, 1, 9, 30, 15) + number * 36 * 3_600_000),
  html: `<p>Text of ${number}, with <a href="/about">a link</a>.</p>`,
  tags: ['llm', 'notes'],
})

describe('an import', () => {
  const five = [0, 1, 2, 3, 4].map(item)

  test('takes each entry into a file of its own, with its id and its moment', async () => {
    const folder = content({})
    expect(await importing(folder, [file(rss(five))])).toMatchObject({ status: 0, stderr: '' })
    const files = filesIn(folder)
    expect(Object.keys(files)).toHaveLength(6)
    expect(files['imported/2020/2020-01-01-entry-0.md']).toBe(`---
kind: "paper"
title: "Entry 0"
date: "2020-01-01"
id: "https://old.example/?p=0"
published: "2020-01-01T09:30:15Z"
tags: ["llm","notes"]
abstract: "none"
---

Text of 0, with [a link](https://old.example/about).
`)
  })

  test('run twice changes nothing, and a feed with more takes what is new', async () => {
    const folder = content({})
    await importing(folder, [file(rss(five))])
    const before = filesIn(folder)
    const again = await importing(folder, [file(rss(five))])
    expect([again.status, again.stdout, filesIn(folder)]).toEqual([
      0,
      expect.stringContaining('0 entries taken, 5 there already, 0 left out'),
      before,
    ])
    expect((await importing(folder, [file(rss([...five, item(5)]))])).stdout).toContain('1 entry taken, 5 there already')
    expect(filesIn(folder)).toMatchObject(before)
  })

  test('overwrites nothing, and takes nothing that was removed', async () => {
    const folder = content({ 'imported/2020/2020-01-01-entry-0.md': '# Mine\n글.\n' })
    await importing(folder, [file(rss(five))])
    expect(filesIn(folder)).toMatchObject({
      'imported/2020/2020-01-01-entry-0.md': '# Mine\n글.\n',
      'imported/2020/2020-01-01-entry-0-2.md': expect.stringContaining('?p=0'),
    })
    const removed = content({})
    await importing(removed, [file(rss(five))])
    await called(['record', '--content', removed])
    const { rmSync } = await import('node:fs')
    rmSync(join(removed, 'imported/2020/2020-01-01-entry-0.md'))
    await called(['record', '--content', removed])
    expect((await importing(removed, [file(rss(five))])).stdout).toContain('0 entries taken, 5 there already')
  })

  test('that is dry says what it would take, and writes nothing', async () => {
    const folder = content({})
    expect((await importing(folder, [file(rss(five))], { dryRun: true })).stdout).toContain('5 entries would be taken')
    expect(Object.keys(filesIn(folder))).toEqual(['site.md'])
  })

  test('of 500 entries gives feeds in which each has the id and the moment that it had', async () => {
    const many = Array.from({ length: 500 }, (_, number) => item(number))
    const folder = content({})
    await importing(folder, [file(rss(many))])
    expect(await called(['record', '--content', folder])).toMatchObject({ status: 0, stderr: '' })
    const out = newFolder()
    expect(await called(['build', '--content', folder, '--out', out])).toMatchObject({ status: 0, stderr: '' })
    const { bodies } = readSite(out)
    const found = new Map<string, string>()
    for (const [path, body] of bodies) {
      if (!/^\/(?:archive\/\d+\/)?feed\.json$/.test(path)) continue
      for (const one of (JSON.parse(body) as { items: { id: string; date_published: string }[] }).items)
        found.set(one.id, one.date_published)
    }
    expect(found).toEqual(new Map(many.map(({ id, date }) => [id, date.toISOString()])))
    const { feed } = parseFeed(bodies.get('/rss.xml') as string) as { feed: { items: { guid: { value: string } }[] } }
    expect(feed.items[0]?.guid.value).toBe('https://old.example/?p=499')
  })
})

describe('whatever text an entry has, it is one entry with its id, its title and its tags', () => {
  test.each([
    ['a date alone on its line', '<p>2024-06-11</p><p>text</p>'],
    ['a heading that is a date', '<h1>2024년 6월 11일</h1><p>text</p>'],
    ['headings', '<h1>One</h1><p>text</p><h2>Two</h2><p>text</p>'],
    ['labels', '<p>Authors: Ada Lovelace</p><p>id: tag:x</p><p>published: 2020-01-01T00:00:00Z</p><p>Tags: a, b</p>'],
    ['lines of tags', '<p>#one #two</p>'],
    ['rules', '<hr><p>---</p><hr>'],
    ['a comment that doesn’t end', '<p>&lt;!-- never closed</p>'],
    ['code', '<pre><code># 2024-06-11\n## Title\n```\n</code></pre>'],
    ['a table and a picture', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table><img src="/a.png" alt="x">'],
    ['labels with full-width colons', '<p>저자：김연구</p><p>태그：가나</p>'],
    ['names alone', '<p>Ada Lovelace, Alan Turing</p><p>text</p>'],
    ['names in parentheses', '<p>(Ada Lovelace, Alan Turing)</p>'],
    ['a parenthesis that doesn’t end', '<p>(Update: this was wrong</p>'],
    ['nothing', ''],
    ['a script', '<script>alert(1)</script><p>text</p>'],
  ])('%s', async (_, html) => {
    const folder = content({})
    const { status, stderr } = await importing(folder, [file(rss([{ ...item(0), html, tags: ['a', 'b'] }]))])
    expect([status, stderr]).toEqual([0, ''])
    const { stdout } = await called(['parse', join(folder, 'imported/2020/2020-01-01-entry-0.md')])
    expect(JSON.parse(stdout)).toMatchObject([{ title: 'Entry 0', date: '2020-01-01', authors: [], abstract: [], tags: ['a', 'b'] }])
  })

  test('of any characters, or it is said that it can’t be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        async (title, text) => {
          const folder = content({})
          const feed = JSON.stringify({
            version: 'https://jsonfeed.org/version/1.1',
            title: 'x',
            items: [{ id: 'https://old.example/1', title, content_text: text, date_published: '2020-01-01T00:00:00Z' }],
          })
          const { status, stderr } = await importing(folder, [file(feed, 'feed.json')])
          if (status === 0) expect((await called(['check', '--content', folder])).status).toBe(0)
          else expect(stderr).not.toBe('')
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what an entry says is kept', () => {
  test.each([
    [
      'formulas',
      '<p>Let $\\alpha_i + x_1^2 &lt; 3$ and $$\\sum_{i=1}^n x_i$$.</p>',
      'Let $\\alpha_i + x_1^2 < 3$ and $$\\sum_{i=1}^n x_i$$.',
    ],
    ['prices', '<p>It costs $5 and $6.</p>', 'It costs $5 and $6.'],
    [
      'a table',
      '<table><tr><th>Model</th><th>Acc</th></tr><tr><td>A</td><td>1</td></tr></table>',
      '| Model | Acc |\n| --- | --- |\n| A | 1 |',
    ],
    ['preformatted text', '<pre>one\n  two</pre>', '```\none\n  two\n```'],
    ['code in a line', '<p>Say <code>%%a%% #b</code>.</p>', 'Say `%%a%% #b`.'],
  ])('%s', async (_, html, markdown) => {
    const folder = content({})
    await importing(folder, [file(rss([{ ...item(0), html }]))])
    expect(filesIn(folder)['imported/2020/2020-01-01-entry-0.md']?.split('---\n\n')[1]).toBe(`${markdown}\n`)
  })

  test.each([
    [
      'Latin-1 by its declaration',
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?>${rss([{ ...item(0), title: 'Café' }]).replace(/^<\?xml[^>]*>/, '')}`,
        'latin1',
      ),
    ],
    ['UTF-16 by its mark', Buffer.from(`\ufeff${rss([{ ...item(0), title: 'Café' }])}`, 'utf16le')],
    ['gzip', gzipSync(rss([{ ...item(0), title: 'Café' }]))],
  ])('in %s', async (_, bytes) => {
    const folder = content({})
    const path = file('')
    writeFileSync(path, bytes)
    expect(await importing(folder, [path])).toMatchObject({ status: 0, stderr: '' })
    expect(filesIn(folder)['imported/2020/2020-01-01-café.md']).toContain('title: "Café"')
  })

  test('bytes of another encoding than they say are refused', async () => {
    const path = file('')
    writeFileSync(path, Buffer.from(rss([{ ...item(0), title: 'Café' }]), 'latin1'))
    await expect(importing(content({}), [path])).rejects.toThrow(/its encoding can’t be told/)
  })

  test('one that is nested too deeply is left out, and the others are taken', async () => {
    const deep = `${'<ul><li>'.repeat(20_000)}x`
    const { status, stdout, stderr } = await importing(content({}), [file(rss([{ ...item(0), html: deep }, item(1)]))])
    expect([status, stdout, stderr]).toEqual([
      1,
      expect.stringContaining('1 entry taken, 0 there already, 1 left out'),
      expect.stringContaining('nested too deeply'),
    ])
  })

  test('a day alone is that day in any zone, and an address with other letters is an id', async () => {
    const folder = content({ 'site.md': '---\ntitle: T\nurl: https://notes.example\ntimezone: America/New_York\n---\n' })
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: 'https://old.example/글/1', title: 'T', content_text: 'a <b> literal', date_published: '2024-06-10' }],
    }
    expect(await importing(folder, [file(JSON.stringify(feed), 'feed.json')])).toMatchObject({ status: 0 })
    expect(filesIn(folder)['imported/2024/2024-06-10-t.md']).toMatch(/id: "https:\/\/old\.example\/%EA%B8%80\/1"[\s\S]*a <b> literal\n$/)
  })
})

describe('what is taken', () => {
  test('of Atom: ids, dates, labels of categories, titles of HTML as plain text', async () => {
    const folder = content({})
    await importing(folder, [
      file(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>x</id><updated>2024-06-10T00:00:00Z</updated><entry><id>tag:old.example,2024:1</id><title type="html">A &amp;amp; &amp;lt;b&amp;gt;</title><link href="https://old.example/1"/><published>2024-06-10T00:00:00Z</published><updated>2024-06-11T00:00:00Z</updated><author><name>Me</name></author><category term="t" label="T"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>`,
      ),
    ])
    const { stdout } = await called(['parse', join(folder, 'imported/2024/2024-06-10-a-b.md')])
    expect(JSON.parse(stdout)).toMatchObject([{ title: 'A & <b>', authors: ['Me'], tags: ['T'], commentary: ['x'] }])
  })

  test('of an export of WordPress: what is published, with its tags', async () => {
    const post = (id: number, status: string, type = 'post'): string =>
      `<item><title><![CDATA[Post ${id}]]></title><link>https://old.example/${id}/</link><pubDate>Mon, 10 Jun 2024 01:02:03 +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid><description></description><content:encoded><![CDATA[<!-- wp:paragraph --><p>Text</p><!-- /wp:paragraph -->]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status><![CDATA[${status}]]></wp:status><wp:post_type><![CDATA[${type}]]></wp:post_type><category domain="category" nicename="u"><![CDATA[Uncategorized]]></category><category domain="post_tag" nicename="llm"><![CDATA[LLM]]></category></item>`
    const folder = content({})
    await importing(folder, [
      file(
        `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>B</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>${post(1, 'publish')}${post(2, 'draft')}${post(3, 'publish', 'page')}</channel></rss>`,
      ),
    ])
    expect(Object.keys(filesIn(folder))).toEqual(['imported/2024/2024-06-10-post-1.md', 'site.md'])
    expect(filesIn(folder)['imported/2024/2024-06-10-post-1.md']).toMatch(/tags: \["LLM"\]\n.*\n\nText\n$/s)
  })

  test('of an export of Ghost: what is published, by the addresses of the old site', async () => {
    const folder = content({})
    const feed = file(
      JSON.stringify({
        db: [
          {
            data: {
              posts: [
                {
                  id: 'a',
                  title: 'One',
                  slug: 'one',
                  html: '<p><a href="__GHOST_URL__/x/">x</a></p>',
                  status: 'published',
                  type: 'post',
                  published_at: '2024-06-10T00:00:00.000Z',
                },
                { id: 'b', title: 'Draft', slug: 'draft', html: '', status: 'draft', type: 'post', published_at: null },
              ],
              tags: [
                { id: 't', name: 'LLM' },
                { id: 'i', name: '#internal' },
              ],
              posts_tags: [
                { post_id: 'a', tag_id: 't' },
                { post_id: 'a', tag_id: 'i' },
              ],
            },
          },
        ],
      }),
      'ghost.json',
    )
    await importing(folder, [feed], { origin: 'https://old.example' })
    const text = filesIn(folder)['imported/2024/2024-06-10-one.md']
    expect(text).toContain('id: "https://old.example/one/"\n')
    expect(text).toMatch(/tags: \["LLM"\]/)
    expect(text).toContain('[x](https://old.example/x/)')
    const without = await importing(content({}), [feed])
    expect(without).toMatchObject({ status: 1, stderr: 'One: it has no id that is an address (write it by hand)\n' })
  })

  test.each([
    ['without a date', '<item><title>T</title><guid>https://old.example/1</guid></item>', 'T: it has no date that can be read'],
    [
      'with a number for an id, and no address',
      '<item><title>T</title><guid>17</guid><pubDate>Mon, 10 Jun 2024 01:02:03 +0000</pubDate></item>',
      'T: it has no id that is an address',
    ],
  ])('an entry %s is left out, and that is said', async (_, xml, said) => {
    const { status, stderr } = await importing(content({}), [
      file(`<rss version="2.0"><channel><title>x</title><link>https://x.example/</link><description/>${xml}</channel></rss>`),
    ])
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)])
  })
})

describe('a feed', () => {
  test('is got by its address, again where it fails for a while', async () => {
    const statuses = [503, 200]
    const server = createServer((_, response) => response.writeHead(statuses.shift() ?? 200).end(rss([item(1)])))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { status, stdout } = await importing(content({}), [`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`])
    server.close()
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 entry taken')])
  })

  test.each([
    ['that isn’t there', () => '/nowhere.xml', /no such file/],
    ['that is a page', () => file('<!DOCTYPE html><title>x</title>'), /no feed, and no export/],
    ['at an address that doesn’t answer', () => 'http://127.0.0.1:1/feed', /it doesn’t answer \(look whether a browser gets it/],
  ])('%s is refused with what to do', async (_, feed, said) => {
    await expect(importing(content({}), [feed()])).rejects.toThrow(said)
  })
})
