/**
 * `npm run bench:search -- [--entries N,N] [--write]`: what a search finds and what it costs, for forty queries with the entry
 * that each wants, among so many entries. See README.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipped } from '../../../src/cli/gzip.ts'
import { TagNames } from '../../../src/search/tag-names.ts'
import { assets } from '../../../src/site/assets.ts'
import { foundEntry, searchedOf } from '../../../src/site/searched.ts'
import { catalogFrom } from '../../catalog/catalog-from.ts'
import { searchingIn, segmentsOf } from '../../search/searching-in.ts'
import { type CorpusEntry, corpusEntries } from '../corpus/entry.ts'
import { noteFiles } from '../corpus/notes.ts'
import { knownPapers } from './known-papers.ts'
import { type JudgedQuery, judgedQueries } from './queries.ts'

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '3000,10000' }, write: { type: 'boolean', default: false } },
})

/** The corpus with the known papers among it, at even distances. */
function corpusWithPapers(count: number): readonly CorpusEntry[] {
  const entries = [...corpusEntries(0, count)]
  for (const [index, paper] of knownPapers.entries()) {
    const number = Math.floor(((index + 0.5) * count) / knownPapers.length)
    const { day } = entries[number] as CorpusEntry
    entries[number] = { ...paper, number, day, commentary: [paper.commentary] }
  }
  return entries
}

const site = 'aliases: { 강화학습: rl, 정렬: alignment }'

const gzipLength = (body: Uint8Array): number => gzipped([body]).bytes.length
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

interface Row extends JudgedQuery {
  readonly rank: string
  readonly found: number
  readonly requests: number
  readonly bytes: number
  readonly milliseconds: number
}

/** How many results are fetched before anybody scrolls. */
const firstResults = 10

async function measured(count: number): Promise<string> {
  const { catalog } = catalogFrom(Object.fromEntries(noteFiles(corpusWithPapers(count))), site)
  const { tags } = searchedOf(catalog)
  const names = new TagNames(tags)
  const oldestFirst = catalog.entries.toReversed()
  const session = { bytes: 0, requests: 0 }
  const known = new Set<string>()
  const rows: Row[] = []
  const script = gzipLength(assets()['search.js'].body) + gzipLength(Buffer.from(JSON.stringify(tags)))
  const segments = segmentsOf(catalog.entries)
  const warm = searchingIn(catalog.entries, names, segments)
  for (const judged of judgedQueries) {
    // As somebody's first query: nothing is there but the page.
    const { answer, asked } = searchingIn(catalog.entries, names, segments)
    const { ranked } = await answer(judged.typed)
    const records = ranked.slice(0, firstResults).map(({ entry }): [string, Uint8Array] => {
      return [`entry ${entry}`, Buffer.from(JSON.stringify(foundEntry(catalog.words, oldestFirst[entry] as (typeof oldestFirst)[number])))]
    })
    const fetched = new Map([...asked, ...records].map(([name, body]) => [name, gzipLength(body)]))
    const bytes = [...fetched.values()].reduce((sum, length) => sum + length, 0)
    const place = ranked.findIndex(({ entry }) => oldestFirst[entry]?.title.startsWith(judged.title ?? '\n'))
    const isOffered = judged.tag === null || names.named(judged.typed)?.slug === judged.tag
    const rank = judged.title === null ? (isOffered ? 'offered' : 'not offered') : place === -1 ? 'none' : String(place + 1)
    for (const [name, length] of fetched) {
      if (known.has(name) || rows.length % 4 !== 0) continue
      known.add(name)
      session.bytes += length
      session.requests += 1
    }
    await warm.answer(judged.typed)
    const begun = performance.now()
    await warm.answer(judged.typed)
    rows.push({
      ...judged,
      rank,
      found: ranked.length,
      requests: fetched.size,
      bytes: bytes + script,
      milliseconds: performance.now() - begun,
    })
  }
  const first = rows.toSorted((one, other) => one.bytes - other.bytes)
  const at = (part: number): string => kilobytes((first[Math.min(first.length - 1, Math.floor(first.length * part))] as Row).bytes)
  const atTop = rows.filter(({ rank }) => rank === '1' || rank === 'offered').length
  return [
    `## ${count.toLocaleString('en')} entries`,
    '',
    `${atTop} of ${rows.length} wanted entries and tags stand first. Before a first result ${at(0.5)} kB come (half of the queries), ${at(0.9)} kB (nine of ten), ${at(1)} kB (the most), script and tags (${kilobytes(script)} kB) among them. Ten of the queries, one after another, take ${kilobytes(session.bytes + script)} kB in ${session.requests} requests. An answer from what is there takes ${Math.max(...rows.map(({ milliseconds }) => milliseconds)).toFixed(1)} ms at most.`,
    '',
    '| query | rank | found | requests | kB | ms |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows.map(
      ({ typed, rank, found, requests, bytes, milliseconds }) =>
        `| ${typed} | ${rank} | ${found} | ${requests} | ${kilobytes(bytes)} | ${milliseconds.toFixed(1)} |`,
    ),
    '',
  ].join('\n')
}

const sections: string[] = []
for (const count of values.entries.split(',').map(Number)) sections.push(await measured(count))
console.log(sections.join('\n'))
if (values.write) {
  const file = fileURLToPath(new URL('results.md', import.meta.url))
  const about = readFileSync(file, 'utf8').split(/^## /m)[0] as string
  writeFileSync(file, about + sections.join('\n'))
}
