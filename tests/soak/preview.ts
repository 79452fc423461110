/**
 * `npm run soak`: saves notes under a running preview in every way that programs save, one after another and then at a
 * pace that no build can follow, and counts the saves whose words came to be served.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'
import { saves } from './saves.ts'

const rounds = Number(process.argv[2] ?? 30)
const project = fileURLToPath(new URL('../..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'paperwire-soak-'))
const folder = join(base, 'content')
mkdirSync(folder)
writeFileSync(join(folder, 'site.md'), '---\ntitle: Soak\nurl: https://notes.example\n---\n')
writeFileSync(join(folder, '2024-01-01.md'), '# 2024-01-01\n## First Paper\nText.\n#tag\n')

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

let lost = 0
try {
  if (!(await until(() => said.includes('Ctrl-C'), 60_000))) throw new Error(`the preview does not serve:\n${said}`)
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
    const slowest = Math.max(0, ...times).toFixed(0)
    console.log(`${String(times.length).padStart(4)} of ${rounds} seen, the slowest after ${slowest} ms: ${kind}`)
  }
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
