/**
 * `npm run bench:selections -- [--entries N] [--each N] [--write]`: what the first answer for a selection costs, and a poll
 * after it, by kinds of selections of a generated site. The files that the worker reads are counted in Node, by an app that has
 * answered nothing; CPU is a bare workerd's, which knows the index. On Linux. See README.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Manifest } from '../../src/site/manifest.ts'
import { createApp } from '../../src/worker/app.ts'
import { type BareWorkerd, serveBuilt } from '../bare-workerd.ts'
import { chanceOf, zipfOver } from './corpus/chance.ts'
import { paperwire } from './generators/paperwire.ts'
import { cpuMilliseconds } from './process-figures.ts'
import { prepared, run } from './race.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    each: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
})
const project = fileURLToPath(new URL('../..', import.meta.url))
const gzip = { 'Accept-Encoding': 'gzip' }

/** Draws tags, the ones that many entries have more often, and words that titles of the corpus have. */
interface Draw {
  readonly tag: () => string
  readonly word: () => string
}

const titleWords = 'attention calibration context diffusion graph language learning robust study transcription vision'.split(' ')

/** Kinds of selections, as the table calls them. */
const kinds: Readonly<Record<string, (draw: Draw) => string>> = {
  'two tags at once': ({ tag }) => `tags/${tag()}+${tag()}/`,
  'three tags at once': ({ tag }) => `tags/${tag()}+${tag()}+${tag()}/`,
  'one of three tags': ({ tag }) => `tags/${tag()},${tag()},${tag()}/`,
  'a tag without another': ({ tag }) => `tags/${tag()}+!${tag()}/`,
  'all but a tag': ({ tag }) => `tags/!${tag()}/`,
  'a word': ({ word }) => `tags/word:${word()}/`,
  'a tag and a word': ({ tag, word }) => `tags/${tag()}+word:${word()}/`,
  'a tag, in Korean': ({ tag }) => `tags/${tag()}+lang:ko/`,
  'titles of one of two tags': ({ tag }) => `tags/${tag()},${tag()}/titles/`,
  'a tag day by day': ({ tag }) => `tags/${tag()}/daily/`,
  'one of two tags week by week': ({ tag }) => `tags/${tag()},${tag()}/weekly/`,
}

const feedFiles = ['atom.xml', 'rss.xml', 'feed.json']

/** Paths of one kind, drawn until there are as many as wanted, in the three formats in turn. */
function pathsOf(pathOf: (draw: Draw) => string, tags: readonly string[]): ReadonlySet<string> {
  const chance = chanceOf(14)
  const oneOfTags = zipfOver(tags)
  const draw: Draw = { tag: () => encodeURIComponent(oneOfTags(chance)), word: () => chance.oneOf(titleWords) }
  const each = Number(values.each)
  const paths = new Set<string>()
  for (let tries = 0; tries < 20 * each && paths.size < each; tries += 1) paths.add(`/${pathOf(draw)}${feedFiles[tries % 3]}`)
  return paths
}

/** The files of a site that was built into a folder, as the worker's binding gives them, and how many were read. */
class CountedAssets {
  read = 0
  readonly #bodies: string
  constructor(site: string) {
    this.#bodies = join(site, 'bodies')
  }
  fetch(url: string): Promise<Response> {
    this.read += 1
    return Promise.resolve(new Response(readFileSync(join(this.#bodies, new URL(url).pathname.slice(1)))))
  }
}

/** How many files an answer takes in a worker that has answered nothing. */
async function readsFor(path: string, manifest: Manifest, site: string): Promise<number> {
  const assets = new CountedAssets(site)
  const response = await createApp(manifest).fetch(new Request(`https://notes.example${path}`, { headers: gzip }), { ASSETS: assets })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return assets.read
}

interface Cost {
  readonly cpu: number
  readonly bytes: number
  readonly etag: string
}

/** What one answer of a bare workerd costs, in milliseconds of CPU and bytes on the way. */
async function costOf({ origin, pid }: BareWorkerd, path: string, etag: string | null): Promise<Cost> {
  const before = cpuMilliseconds(pid)
  const response = await fetch(origin + path, { headers: { ...gzip, ...(etag === null ? {} : { 'If-None-Match': etag }) } })
  await response.arrayBuffer()
  const cpu = cpuMilliseconds(pid) - before
  if (response.status !== (etag === null ? 200 : 304)) throw new Error(`${path}: ${response.status}`)
  return { cpu, bytes: Number(response.headers.get('Content-Length') ?? 0), etag: response.headers.get('ETag') as string }
}

function quantile(figures: readonly number[], share: number): number {
  return figures.toSorted((one, other) => one - other)[Math.min(figures.length - 1, Math.floor(share * figures.length))] as number
}

async function rowOf(kind: string, site: string, tags: readonly string[]): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as Manifest
  const worker = await serveBuilt(site, project)
  const [reads, first, polls, bytes]: [number[], number[], number[], number[]] = [[], [], [], []]
  try {
    const canonical = new Set<string>()
    for (const path of pathsOf(kinds[kind] as (draw: Draw) => string, tags)) {
      const response = await fetch(worker.origin + path, { redirect: 'manual', headers: { 'If-None-Match': '*' } })
      const to = response.headers.get('Location') ?? path
      // One tag alone is no selection, and 404 is what a word gets that there is not.
      if (selected.test(decodeURIComponent(to))) canonical.add(to)
    }
    for (const path of canonical) {
      reads.push(await readsFor(path, manifest, site))
      const cold = await costOf(worker, path, null)
      first.push(cold.cpu)
      bytes.push(cold.bytes)
      polls.push((await costOf(worker, path, cold.etag)).cpu)
    }
  } finally {
    await worker.stop()
  }
  const three = (figures: readonly number[], digits: number): string =>
    [0.5, 0.9, 0.99].map((share) => quantile(figures, share).toFixed(digits)).join(' / ')
  return `| ${kind} | ${first.length} | ${three(reads, 0)} | ${three(first, 1)} | ${three(polls, 2)} | ${(quantile(bytes, 0.5) / 1000).toFixed(0)} |`
}

const selected = /[+,!:]|\/(?:titles|daily|weekly)\//

const folder = mkdtempSync(join(tmpdir(), 'paperwire-bench-'))
try {
  const content = prepared(paperwire, Number(values.entries), folder)
  run(paperwire.build, content)
  const site = join(content, 'out')
  const { channels } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as Manifest
  const tags = channels.tag.map(([slug]) => slug)
  const rows: string[] = []
  for (const kind of Object.keys(kinds)) {
    rows.push(await rowOf(kind, site, tags))
    console.error(rows.at(-1))
  }
  const table = `# What selections cost

Made by \`npm run bench:selections\`: selections drawn by chance from a generated site of ${values.entries} entries. Each figure is what half of
them, nine of ten, and ninety-nine of a hundred stay within. Files are those that a worker reads which has answered nothing, the
index among them; CPU is a bare workerd's, in milliseconds, with the index at hand, the compression of the answer included.

| selected | how many | files read | CPU of the first answer | CPU of a poll answered 304 | kB on the way, half |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
  console.log(table)
  if (values.write) writeFileSync(new URL('selections.md', import.meta.url), table)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
