import { paths } from '../../src/site/urls.ts'
import { type MadeSite, siteOf } from './site-of.ts'

const site = '---\ntitle: <노트> & "Notes"\nurl: https://notes.example\n---\n소개 글.\n\nAn About text in English.\n'
const notes =
  '# 2024-06-10\n## Vec<T> & "b"\nhttps://arxiv.org/abs/2406.00001\nAuthors: Ada <Lovelace>\n> An abstract.\n\n논평 <script>alert(1)</script>.\n#정렬 #c\n\n# 2024-06-09\n## 어제의 글\n본문.\n#정렬\n\n# 2024-06-08\n## One\n(Grace Hopper)\n글.\n#many\n## Two\n(Grace Hopper, Alan Turing)\n글 둘.\n#many\n'

/** A site with text in two languages, markup in its names, and an author of two papers. */
export const sampleSite: MadeSite = siteOf({ 'site.md': site, 'a.md': notes })

/** The pages of its most used tag, and of the entry with everything. */
export const tagPath: string = paths.tag('정렬')
export const entryPath = '/2024-06-10/vec-t-b/'
export const olderEntryPath: string = paths.entry('2024-06-09', '어제의-글')
