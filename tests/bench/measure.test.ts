import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandLine } from './generators/generator.ts'
import { measured } from './measure.ts'

function node(script: string): CommandLine {
  return { program: process.execPath, arguments: ['-e', script] }
}

// Elsewhere no /proc says how much memory a process has.
describe.runIf(process.platform === 'linux')('a measured command (on Linux)', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'paperwire-measure-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('has written what is new or was written again, even with what it held before', async () => {
    for (const file of ['kept', 'again']) writeFileSync(join(folder, file), 'four')
    const run = await measured(node("for (const file of ['again', 'new']) require('fs').writeFileSync(file, 'four')"), folder)
    expect(run).toMatchObject({ files: 2, bytes: 8 })
  })

  test('has used what its children used', async () => {
    const busy = 'const all = Buffer.alloc(200e6, 1); while (process.cpuUsage().user < 400_000) all.indexOf(2)'
    const run = await measured(node(`require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`), folder)
    expect(run.cpuSeconds).toBeGreaterThan(0.4)
    expect(run.peakBytes).toBeGreaterThan(200e6)
  })

  test('that fails says why', async () => {
    await expect(measured(node("throw new Error('no such notes')"), folder)).rejects.toThrow('no such notes')
  })
})
