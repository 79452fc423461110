import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { FeedDocument, Judge } from './document.ts'
import { instant, type Reading, readingJudge } from './reader.ts'
import { run, versionOf, withFolder } from './tool.ts'

interface Row {
  readonly guid: string
  readonly url: string
  readonly title: string
  readonly author: string
  readonly pubDate: number
}

/** A reader for terminals, which fetches by itself and keeps what it read in a database. */
export const newsboat: Judge = readingJudge({
  name: 'newsboat',
  formats: ['rss', 'atom'],
  install: 'apt-get install newsboat',
  version: () => versionOf('newsboat', ['-v'], /^newsboat (\S+)/i),
  // Of several dc:creator it knows the last; of Atom's authors it makes one.
  authors: (authors, format) => (format === 'rss' ? authors.slice(-1) : authors.length === 0 ? [] : [authors.join(', ')]),
  read: async (documents) => {
    const all: Awaited<ReturnType<typeof readWithNewsboat>>[] = []
    for (const document of documents) all.push(await readWithNewsboat(document))
    return all
  },
})

/** Each feed into a database of its own: newsboat takes items of one guid in several feeds for one item. */
function readWithNewsboat({ url }: FeedDocument): Promise<{ items: readonly Reading[]; faults: readonly string[] }> {
  return withFolder(async (folder) => {
    const [urls, config, cache] = ['urls', 'config', 'cache.db'].map((name) => join(folder, name)) as [string, string, string]
    writeFileSync(urls, `${url}\n`)
    writeFileSync(config, '')
    const ran = await run('newsboat', ['-u', urls, '-C', config, '-c', cache, '-x', 'reload'], folder)
    const faults = ran?.ok ? [] : [`failed: ${(ran?.stderr || ran?.stdout)?.trim()}`]
    if (!existsSync(cache)) return { items: [], faults: ['kept nothing', ...faults] }
    const database = new DatabaseSync(cache, { readOnly: true })
    const rows = database.prepare('select guid, url, title, author, pubDate from rss_item order by pubDate desc').all() as unknown as Row[]
    database.close()
    const items = rows.map(({ guid, url: link, title, author, pubDate }) => ({
      id: guid,
      url: link,
      title,
      published: instant(new Date(pubDate * 1000)),
      authors: author === '' ? [] : [author],
    }))
    return { items, faults }
  })
}
