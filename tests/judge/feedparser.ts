import { fileURLToPath } from 'node:url'
import type { Judge } from './document.ts'
import { python } from './python.ts'
import { everyAuthor, instant, type Reading, readingJudge } from './reader.ts'

interface Told {
  readonly items: readonly (Omit<Reading, 'published'> & { readonly published: number | null })[]
  readonly faults: readonly string[]
}

/** Python's feedparser, which fetches by itself: charset and media type count. */
export const feedparser: Judge = readingJudge({
  name: 'feedparser (Python)',
  formats: ['rss', 'atom'],
  install: 'apt-get install python3-feedparser',
  version: async () => (await python('feedparser', ['-c', 'import feedparser; print(feedparser.__version__)']))?.stdout.trim() ?? null,
  authors: everyAuthor,
  read: async (documents) => {
    const script = fileURLToPath(new URL('feedparser-items.py', import.meta.url))
    const ran = await python('feedparser', [script, ...documents.map(({ url }) => url)])
    if (!ran?.ok) return documents.map(() => ({ items: [], faults: [`failed: ${ran?.stderr.trim().split('\n').at(-1)}`] }))
    return (JSON.parse(ran.stdout) as Told[]).map(({ items, faults }) => ({
      items: items.map((item) => ({ ...item, published: instant(item.published === null ? null : new Date(item.published * 1000)) })),
      faults,
    }))
  },
})
