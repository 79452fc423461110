import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginningOf, exists } from '../../src/cli/processes.ts'
import { asSoleWriter, nextStep } from '../../src/cli/sole-writer.ts'
import { newFolder } from './folders.ts'
import { spawned } from './spawned.ts'

test('of processes that race for a folder only one at a time works in it', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'count'), '0')
  const racing = Array.from({ length: 4 }, () => spawned('tests/cli/counter.ts', folder, '30').said)
  const results = (await Promise.all(racing)).map((said) => JSON.parse(said) as { counted: number; refusals: readonly string[] })
  const counted = results.reduce((sum, result) => sum + result.counted, 0)
  expect(readFileSync(join(folder, 'count'), 'utf8')).toBe(String(counted))
  expect(counted).toBeGreaterThanOrEqual(30)
  for (const refusal of results.flatMap(({ refusals }) => refusals))
    expect(refusal).toMatch(/: another count is under way, by process \d+ \(wait for it, or end it\)$/)
  expect(readdirSync(folder)).toEqual(['count'])
})

test.each([
  ['nobody is there', false, [], 'claim'],
  ['nobody is there after it made its claim', true, [], 'work'],
  ['another is there already', false, ['a'], 'wait'],
  ['another is there already, which is later by name', false, ['c'], 'wait'],
  ['another came at once', true, ['a'], 'step back'],
  ['another came at once, which is later by name and will step back', true, ['c'], 'wait'],
  ['others came at once, and it is neither first nor last', true, ['a', 'c'], 'step back'],
] as const)('where %s', (_, isClaimed, others, step) => {
  expect(nextStep({ mine: 'b', isClaimed, others })).toBe(step)
})

describe('a claim of another', () => {
  let other: ChildProcess
  beforeAll(async () => {
    other = spawn(process.execPath, ['-e', 'console.log(); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(other.stdout as NodeJS.ReadableStream, 'data')
  })
  afterAll(() => other.kill('SIGKILL'))

  /** What becomes of the work in a folder with a claim: `done`, or why not; and what is in the folder afterwards. */
  function tried(pid: number, began: string, host: string, age = 0): { readonly result: string; readonly left: readonly string[] } {
    const folder = newFolder()
    const claim = join(folder, `.unfinished-${pid}-${began}-${host}`)
    mkdirSync(claim)
    writeFileSync(join(claim, 'file'), 'half')
    utimesSync(claim, Date.now() / 1000 - age, Date.now() / 1000 - age)
    let result: string
    try {
      result = asSoleWriter(folder, 'build', () => 'done')
    } catch (error) {
      result = (error as Error).message.replace(folder, 'dist')
    }
    return { result, left: readdirSync(folder) }
  }
  const minutes = 60

  test('that runs holds the folder', () => {
    const [pid, began] = [other.pid as number, beginningOf(other.pid as number)]
    expect(tried(pid, began, hostname())).toEqual({
      result: `dist: another build is under way, by process ${pid} (wait for it, or end it)`,
      left: [`.unfinished-${pid}-${began}-${hostname()}`],
    })
  })

  test('that a thread of this very process left, as it ended in the midst of its work, is taken over', () => {
    expect(tried(process.pid, beginningOf(process.pid), hostname())).toEqual({ result: 'done', left: [] })
  })

  test('that was killed doesn’t, though another process may have its number by now', async () => {
    const ended = spawn(process.execPath, ['-e', ''])
    await once(ended, 'exit')
    expect(tried(ended.pid as number, '12345', hostname())).toEqual({ result: 'done', left: [] })
    expect(tried(other.pid as number, '12345', hostname())).toEqual({ result: 'done', left: [] })
  })

  test('that was killed, and whose parent hasn’t asked about it, doesn’t', async () => {
    // The shell's child ends while the shell has become a program that asks about no children.
    const parent = spawn('sh', ['-c', 'sh -c "sleep 0.1" & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const [pid, began] = [Number(said), beginningOf(Number(said))]
    while (beginningOf(pid) === began) await new Promise((resolve) => setTimeout(resolve, 20))
    expect([exists(pid), tried(pid, began, hostname()).result]).toEqual([true, 'done'])
    parent.kill('SIGKILL')
  })

  test('on another machine holds it until ten minutes after its last file', () => {
    expect(tried(7, '12345', 'other.example', 9 * minutes).result).toBe(
      'dist: another build is under way, by process 7 on other.example (wait for it, or end it)',
    )
    expect(tried(7, '12345', 'other.example', 11 * minutes)).toEqual({ result: 'done', left: [] })
  })
})

test('work that fails leaves nothing behind', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'a'), 'before')
  const work = (): never =>
    asSoleWriter(folder, 'build', (replace) => {
      replace('a', 'after')
      throw new Error('broken')
    })
  expect(work).toThrow('broken')
  expect([readdirSync(folder), readFileSync(join(folder, 'a'), 'utf8')]).toEqual([['a'], 'after'])
})
