/**
 * `npm run bench:serve`: what an answer of the worker costs under raw workerd, beside the answer of a worker that only
 * says hello. CPU a request is what counts: it hardly moves where rates scatter with whatever else the machine does.
 *
 * `--against DIR` measures another checkout of this project in the same rounds, `--hold SECONDS` says how long memory is
 * watched under one hot path (0: not at all), `--held TEXT` keeps to the paths whose names hold the text.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openPack } from '../../src/site/pack.ts'
import { isEntryPath, isFeedPath } from '../../src/site/urls.ts'
import { type BareWorkerd, serveBuilt, serveScript } from '../bare-workerd.ts'
import { corpusEntries } from './corpus/entry.ts'
import { noteFiles, siteFile } from './corpus/notes.ts'
import { cpuMilliseconds, residentMegabytes } from './process-figures.ts'
import { hasWrk, load } from './wrk.ts'

/** A request, and the status and coding that its answer must have for the figure to mean anything. */
interface Case {
  readonly name: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
  readonly coding: string | null
}

/** A case asked of one worker. */
interface Task {
  readonly name: string
  readonly worker: BareWorkerd
  readonly asked: Pick<Case, 'path' | 'headers'>
}

interface Sample {
  readonly cpuMicroseconds: number
  readonly p99Milliseconds: number
}

const gzip = { 'Accept-Encoding': 'gzip' }
const project = fileURLToPath(new URL('../..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    hold: { type: 'string', default: '60' },
    held: { type: 'string', default: '' },
  },
})

const paperwire = (checkout: string, ...args: readonly string[]): Buffer =>
  execFileSync(process.execPath, ['src/cli/main.ts', ...args], { cwd: checkout })

/** 600 generated entries, recorded: without a ledger nothing has a date. */
function recordedContent(folder: string): string {
  const content = join(folder, 'content')
  mkdirSync(content)
  // So many entries in a feed that the site's is about 54 kB, gzipped.
  writeFileSync(join(content, 'site.md'), siteFile.replace('\n---\n', '\nfeedSize: 60\n---\n'))
  for (const [name, text] of noteFiles(corpusEntries(0, 600))) writeFileSync(join(content, name), text)
  paperwire(project, 'record', '--content', content)
  return content
}

async function casesOf(origin: string, entry: string): Promise<readonly Case[]> {
  const feed = '/rss.xml'
  const { headers } = await fetch(origin + feed, { method: 'HEAD', headers: gzip })
  const [tag, date] = [headers.get('ETag') as string, headers.get('Last-Modified') as string]
  return [
    { name: '304 by tag', path: feed, headers: { ...gzip, 'If-None-Match': tag }, status: 304, coding: null },
    { name: '304 by date', path: feed, headers: { ...gzip, 'If-Modified-Since': date }, status: 304, coding: null },
    { name: 'feed, gzipped', path: feed, headers: gzip, status: 200, coding: 'gzip' },
    { name: 'entry page, gzipped', path: entry, headers: gzip, status: 200, coding: 'gzip' },
    { name: 'feed, plain', path: feed, headers: {}, status: 200, coding: null },
    { name: '404, gzipped', path: '/nothing', headers: gzip, status: 404, coding: 'gzip' },
  ]
}

/** Throws unless an answer is what the case says, and says how many bytes its body has on the way. */
async function lengthOf(origin: string, { name, path, headers, status, coding }: Case): Promise<string> {
  const response = await fetch(origin + path, { headers: { 'Accept-Encoding': 'identity', ...headers } })
  const seen = [response.status, response.headers.get('Content-Encoding')]
  await response.arrayBuffer()
  if (seen[0] !== status || seen[1] !== coding) throw new Error(`${name}: answered ${seen.join(', ')}`)
  return response.headers.get('Content-Length') ?? '0'
}

async function sample({ worker: { origin, pid }, asked: { path, headers } }: Task): Promise<Sample> {
  const before = cpuMilliseconds(pid)
  const { requests, p99Milliseconds } = await load(origin + path, headers, Number(options.seconds))
  return { cpuMicroseconds: ((cpuMilliseconds(pid) - before) * 1000) / requests, p99Milliseconds }
}

/** Every case of every worker, one case after another. Says how many bytes each answer's body has on the way. */
async function tasksOf(workers: ReadonlyMap<string, BareWorkerd>, entry: string): Promise<readonly Task[]> {
  const tasks: Task[][] = []
  for (const [name, worker] of workers) {
    for (const [index, one] of (await casesOf(worker.origin, entry)).entries()) {
      console.log(`${one.name} (${name}): ${await lengthOf(worker.origin, one)} bytes`)
      tasks[index] = [...(tasks[index] ?? []), { name: `${one.name} (${name})`, worker, asked: one }]
    }
  }
  return tasks.flat()
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

/** Rounds in which every task is done once, so that whatever else the machine does meets all of them alike. */
async function compare(tasks: readonly Task[]): Promise<void> {
  const samples = new Map<Task, Sample[]>(tasks.map((task) => [task, []]))
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [task, all] of samples) all.push(await sample(task))
  }
  const figures = [...samples].map(([{ name }, all]) => {
    const cpu = all.map(({ cpuMicroseconds }) => cpuMicroseconds)
    return { name, least: Math.min(...cpu), cpu: median(cpu), p99: median(all.map(({ p99Milliseconds }) => p99Milliseconds)) }
  })
  const hello = figures[0] as (typeof figures)[number]
  // What else the machine does adds to a figure and takes nothing from it: where it does much, the least says more.
  console.log(`${'CPU µs a request'.padEnd(30)} median  hello/it   least  hello/it   p99 ms`)
  for (const { name, least, cpu, p99 } of figures) {
    const [ofMedian, ofLeast] = [hello.cpu / cpu, hello.least / least].map((share) => share.toFixed(2).padStart(9))
    console.log(
      `${name.padEnd(30)} ${cpu.toFixed(1).padStart(6)} ${ofMedian} ${least.toFixed(1).padStart(7)} ${ofLeast} ${p99.toFixed(2).padStart(8)}`,
    )
  }
}

/** What is resident at each quarter of a long load, by a workerd that has answered nothing before. */
async function hold(site: string, checkout: string, name: string, { path, headers }: Task['asked'], script?: string): Promise<void> {
  const worker = await serveBuilt(site, checkout)
  const resident: number[] = []
  try {
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await load(worker.origin + path, headers, Math.max(1, Math.round(Number(options.hold) / 4)), script)
      resident.push(residentMegabytes(worker.pid))
    }
  } finally {
    await worker.stop()
  }
  console.log(`${name.padEnd(46)} ${resident.join(', ')}`)
}

/** A script for wrk that asks for one path after another, each gzipped and plain. */
function scriptAskingFor(paths: readonly string[]): string {
  return `local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }
local asked = 0
request = function()
  asked = asked + 1
  local coding = math.floor(asked / #paths) % 2 == 0 and "gzip" or "identity"
  return wrk.format("GET", paths[asked % #paths + 1], { ["Accept-Encoding"] = coding })
end
`
}

if (!hasWrk()) {
  console.error('nothing was measured: wrk is not installed (on Debian: apt-get install wrk)')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'paperwire-bench-'))
const running: BareWorkerd[] = []
try {
  const content = recordedContent(folder)
  const checkouts = new Map([['this', project], ...(options.against === undefined ? [] : [['other', resolve(options.against)] as const])])
  const siteOf = (name: string): string => join(folder, name)
  const workers = new Map<string, BareWorkerd>()
  for (const [name, checkout] of checkouts) {
    paperwire(checkout, 'build', '--content', content, '--out', siteOf(name))
    const worker = await serveBuilt(siteOf(name), checkout)
    running.push(worker)
    workers.set(name, worker)
  }
  mkdirSync(join(siteOf('hello'), 'bodies'), { recursive: true })
  writeFileSync(join(siteOf('hello'), 'worker.js'), "export default { fetch: () => new Response('hello') }\n")
  const hello = await serveScript(siteOf('hello'), project)
  running.push(hello)

  const packs = join(siteOf('this'), 'bodies')
  const paths = readdirSync(packs).flatMap((name) => openPack(readFileSync(join(packs, name))).table.resources.map(({ path }) => path))
  const entry = paths.find(isEntryPath) as string
  const greeting = { name: 'hello', worker: hello, asked: { path: '/', headers: {} } }
  const tasks = await tasksOf(workers, entry)
  await compare([greeting, ...tasks])
  console.log('MB resident at the end')
  for (const [name, { pid }] of [['hello', hello] as const, ...workers]) console.log(`${name.padEnd(28)} ${residentMegabytes(pid)}`)
  for (const { stop } of running.splice(0)) await stop()

  if (Number(options.hold) > 0) {
    console.log(`MB resident at each quarter of ${options.hold} seconds`)
    const feeds = paths.filter(isFeedPath).slice(0, 1_000)
    const script = join(folder, 'feeds.lua')
    writeFileSync(script, scriptAskingFor(feeds))
    for (const [name, checkout] of checkouts) {
      const isHeld = (text: string): boolean => text.includes(options.held)
      const held = tasks.filter((task) => task.worker === workers.get(name) && isHeld(task.name))
      for (const task of held) await hold(siteOf(name), checkout, task.name, task.asked)
      const ofFeeds = `${feeds.length} feeds, gzipped and plain (${name})`
      if (isHeld(ofFeeds)) await hold(siteOf(name), checkout, ofFeeds, { path: '/', headers: {} }, script)
    }
  }
} finally {
  for (const { stop } of running) await stop()
  rmSync(folder, { recursive: true, force: true })
}
