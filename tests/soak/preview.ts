/**
 * `npm run soak`: saves notes under a running preview in every way that programs save, one after another and then at a
 * pace that no build can follow, and counts the saves whose words came to be served. With `-- 20 3000` it saves 20 times in
 * each way beside 3,000 recorded entries of the benchmark's corpus.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { corpusEntries } from '../bench/corpus/entry.ts'
import { noteFiles } from '../bench/corpus/notes.ts'
import { freePort } from '../free-port.ts'
import { saves } from './saves.ts'

const [rounds = 30, entries = 0] = process.argv.slice(2).map(Number)
const project = fileURLToPath(new URL('../..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'paperwire-soak-'))
const folder = join(base, 'content')
mkdirSync(folder)
writeFileSync(join(folder, 'site.md'), '---\ntitle: Soak\nurl: https://notes.example\n---\n')
writeFileSync(join(folder, '2024-01-01.md'), '# 2024-01-01\n## First Paper\nText.\n#tag\n')
for (const [name, text] of noteFiles(corpusEntries(0, entries))) writeFileSync(join(folder, name), text)
if (entries > 0) spawnSync(process.execPath, ['src/cli/paperwire.js', 'record', '--content', folder], { cwd: project, stdio: 'ignore' })

const port = String(await freePort())
const preview = spawn(process.execPath, ['src/cli/paperwire.js', 'start', '--port', port, '--content', folder], {
  cwd: project,
  stdio: ['ignore', 'pipe', 'inherit'],
})
let said = ''
preview.stdout.on('data', (chunk: Buffer) => (said += String(chunk)))

async function until(holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await wait(10)) if (await holds()) return true
  return false
}

const note = (index: number, word: string): string =>
  `# 2024-02-${String(index + 1).padStart(2, '0')}\n## Paper ${word}\n${'Text. '.repeat(20)}\n#tag\n`
const isServed = async (word: string): Promise<boolean> => (await (await fetch(`http://localhost:${port}/rss.xml`)).text()).includes(word)

/** Of the preview and the processes that it started, in seconds; null where the system has no `/proc`. */
function cpuOfPreview(): number | null {
  const stats = readdirSync('/proc').flatMap((pid) => {
    try {
      // After the name, which may hold anything: state, parent, …, user and system time as the 12th and 13th (proc(5)).
      const [, fields = ''] = /^.*\) (.*)$/s.exec(/^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '') ?? []
      return fields === '' ? [] : [{ pid: Number(pid), fields: fields.split(' ').map(Number) }]
    } catch {
      return []
    }
  })
  const own = stats.filter(({ pid, fields }) => pid === preview.pid || fields[1] === preview.pid)
  return own.length === 0 ? null : own.reduce((sum, { fields }) => sum + (fields[11] as number) + (fields[12] as number), 0) / 100
}

let lost = 0
const began = performance.now()
try {
  if (!(await until(() => said.includes('Ctrl-C'), 120_000))) throw new Error(`the preview does not serve:\n${said}`)
  console.log(`The first site after ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  const [before, all]: [number | null, number[]] = [cpuOfPreview(), []]
  const kinds = Object.entries(saves)
  for (const [index, [kind, save]] of kinds.entries()) {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const word = `w${index}x${round}`
      await save(join(folder, `note-${index}.md`), note(index, word))
      const saved = performance.now()
      if (await until(() => isServed(word), 10_000)) times.push(performance.now() - saved)
      // Saves at all times after the last build, not in step with builds.
      await wait((round * 37) % 250)
    }
    lost += rounds - times.length
    all.push(...times)
    const sorted = times.toSorted((a, b) => a - b)
    const [median, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0].map((time) => time.toFixed(0))
    console.log(`${String(times.length).padStart(4)} of ${rounds} seen, half within ${median} ms, the slowest after ${slowest}: ${kind}`)
  }
  const cpu = cpuOfPreview()
  if (before !== null && cpu !== null) console.log(`CPU for a save: ${(((cpu - before) / all.length) * 1000).toFixed(0)} ms`)
  const many = rounds * kinds.length
  for (let round = 0; round < many; round += 1) {
    writeFileSync(join(folder, `note-${round % 7}.md`), note(round % 7, `fast${round}`))
    await wait(round % 23)
  }
  const isSeen = await until(() => isServed(`fast${many - 1}`), 20_000)
  if (!isSeen) lost += 1
  console.log(`${many} saves in a row: the last ${isSeen ? 'seen' : 'lost'}; ${said.match(/^Built /gm)?.length} builds in all`)
  console.log(preview.exitCode === null ? 'The preview lives.' : 'The preview has died.')
} finally {
  preview.kill()
  if (preview.exitCode === null) await once(preview, 'exit')
  rmSync(base, { recursive: true })
}
if (lost > 0) {
  console.log(`${lost} lost`)
  process.exitCode = 1
}
