import { type Catalog, catalogOf, type Entry, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { paperAt } from '../../src/notes/paper.ts'
import type { Day } from '../../src/text/day.ts'
import { trustedHtml } from '../../src/text/html.ts'
import { slugOf } from '../../src/text/slug.ts'

/** What a sample says otherwise; authors by their names. */
type SampleFields = Partial<Omit<Entry, 'authors'>> & { readonly authors?: readonly string[] }

/** An entry with everything, but for what a test says otherwise. */
export function sampleEntry({ authors = ['Ada Lovelace', '김연구'], ...overrides }: SampleFields = {}): Entry {
  return {
    id: 'tag:notes.example,2024-06-10:a-title',
    name: 'a-title',
    day: '2024-06-10' as Day,
    published: new Date('2024-06-10T12:00:00Z'),
    updated: new Date('2024-06-11T08:30:00Z'),
    changed: new Date('2024-06-11T08:30:00Z'),
    recorded: new Date('2024-06-10T12:00:00Z'),
    isTimely: true,
    isImported: false,
    content: 'a digest',
    title: 'A Title',
    titleLanguage: 'en',
    authors: authors.map((name) => ({ name, slug: slugOf(name) })),
    paper: paperAt('https://arxiv.org/abs/2406.00001'),
    venue: null,
    links: ['https://arxiv.org/abs/2406.00001'],
    abstract: [
      {
        source: 'What it is.',
        line: 4,
        language: 'en',
        html: trustedHtml('<p lang="en">What it is.</p>'),
        text: 'What it is.',
        wikiLinks: [],
      },
    ],
    commentary: [{ source: '논평', line: 6, language: 'ko', html: trustedHtml('<p lang="ko">논평</p>'), text: '논평', wikiLinks: [] }],
    tags: [
      { label: '정렬', slug: '정렬' },
      { label: 'RLHF', slug: 'rlhf' },
    ],
    ...overrides,
  }
}

/** The catalog of a site with this front matter and no notes. */
export function sampleCatalog(fields = 'author: { name: 지은이, url: https://notes.example/about }\nlicense: CC-BY-4.0'): Catalog {
  const text = `---\ntitle: 논문 노트\nurl: https://notes.example\n${fields}\n---\n`
  const { content } = readContent('content', [{ path: 'site.md', bytes: new TextEncoder().encode(text) }], { origin: null, drafts: false })
  const { catalog } = content === null ? { catalog: null } : catalogOf(content.site, content.entries, noLedger)
  if (catalog === null) throw new Error('no catalog')
  return catalog
}
