import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wranglerLine } from '../../src/cli/deploy.ts'
import { liveAfter } from '../../src/cli/deployment/deployed.ts'
import { prepared } from '../../src/cli/deployment/prepared.ts'
import { calledIn } from './called.ts'
import { newFolder, readSite } from './folders.ts'

/** A new folder with a `content/` that holds a site and one note, nothing of it recorded. */
function unrecordedSite(note: string): string {
  const folder = newFolder()
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content', 'site.md'), '---\ntitle: 노트\nurl: https://notes.example\n---\n')
  writeFileSync(join(folder, 'content', 'a.md'), note)
  return folder
}

/** A new folder whose `content/` was recorded once, and now holds this note. */
async function siteWith(note: string): Promise<string> {
  const folder = unrecordedSite('# 2024-06-10\n## A\n글.\n#t\n')
  expect(await calledIn(folder, ['record'])).toMatchObject({ status: 0 })
  writeFileSync(join(folder, 'content', 'a.md'), note)
  return folder
}

/** Every file and folder in a folder. */
const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

const untouched = ['content', 'content/a.md', 'content/ledger.json', 'content/site.md']

test.each([['deploy'], ['deploy', '--dry-run']])('%s %s never runs without a ledger', async (...line) => {
  const folder = unrecordedSite('# 2024-06-10\n## A\n글.\n#t\n')
  expect(await calledIn(folder, line)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^content\/ledger\.json: nothing is recorded yet, or the file is lost \(npm run record .*\)\n$/),
  })
  expect(filesIn(folder)).toEqual(['content', 'content/a.md', 'content/site.md'])
})

test.each([
  [0, '0 seconds'],
  [1, 'one second'],
  [11_001, '12 seconds'],
])('what is live %d ms after its recording is said to be so', (later, said) => {
  expect(liveAfter(new Date(5_000), new Date(5_000 + later))).toBe(`Live ${said} after the recording.`)
})

test('pictures are drawn before pages are made, which name them', async () => {
  const folder = await siteWith('# 2024-06-10\n## A\n다른 글.\n#t\n')
  const before = process.cwd()
  process.chdir(folder)
  const [said, complained]: [string[], string[]] = [[], []]
  try {
    const terminal = {
      say: (text: string) => said.push(text),
      complain: (text: string) => complained.push(text),
      ask: null,
      onEnd: () => {},
    }
    expect(await prepared({ content: 'content', out: 'dist', accept: null }, terminal)).not.toBeNull()
  } finally {
    process.chdir(before)
  }
  expect([said[0], complained]).toEqual(['dist: 4 pictures for link previews, 4 of them new', []])
  const home = readSite(join(folder, 'dist')).bodies.get('/')
  const [, picture] = /og:image" content="https:\/\/notes\.example\/pictures\/([^"]+)"/.exec(home as string) ?? []
  expect(readdirSync(join(folder, 'dist', 'bodies', 'pictures'))).toContain(picture)
})

test('content with an error is not written, recorded or deployed', async () => {
  const folder = await siteWith('# 2024-06-31\n')
  const { status, stdout, stderr } = await calledIn(folder, ['deploy', '--dry-run'])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^content\/a\.md:1: .* \(.*\)\n1 error: nothing was written, nothing deployed\.\n$/)
  expect(filesIn(folder)).toEqual(untouched)
})

test.each([
  [['--dry-rnu'], '--dry-rnu: no option (did you mean --dry-run?)'],
  [['--env', 'staging'], '--env: no option (npx --no paperwire help deploy says what there is)'],
  [['staging.js'], 'staging.js: an argument before -- (write it behind: deploy -- staging.js)'],
  [['--outdir='], '--outdir: empty (write a value after it)'],
  [['--', '--dry-run'], '-- --dry-run: an option of deploy itself (write it before --)'],
  [['--', '--dryRun=true'], '-- --dryRun=true: an option of deploy itself (write it before --)'],
])('%j is refused before anything is written', async (line, refusal) => {
  const folder = await siteWith('# 2024-06-10\n## A\n글.\n#t\n')
  expect(await calledIn(folder, ['deploy', ...line])).toMatchObject({ status: 2, stdout: '', stderr: `${refusal}\n` })
  expect(filesIn(folder)).toEqual(untouched)
})

test.each([
  [{ dryRun: false, outdir: null }, [], ['deploy']],
  [{ dryRun: true, outdir: null }, [], ['deploy', '--dry-run']],
  [{ dryRun: true, outdir: 'a b' }, ['--env', 'staging'], ['deploy', '--dry-run', '--outdir', 'a b', '--env', 'staging']],
])('wrangler is called with what it is to know of %j, then with what stands behind --: %j', (options, args, line) => {
  expect(wranglerLine(options, args)).toEqual(line)
})

test('a folder without content is refused in one line with a cure', async () => {
  expect(await calledIn(newFolder(), ['deploy', '--dry-run'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^content: no such folder \(.*\)\n$/),
  })
})
