import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { calledOutside, project } from './called.ts'

describe('the program', () => {
  test('is found and run by npx in the project, with its dependency’s Node', () => {
    const { status, stdout } = spawnSync('npx', ['--no', 'paperwire', 'check', '--content', 'content'], { cwd: project, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^content: \d+ entries, /)])
  })

  test('says on standard error what is wrong, and ends with the exit code', () => {
    expect(calledOutside(['biuld'])).toMatchObject({ status: 2, stdout: '', stderr: 'biuld: no command (did you mean build?)\n' })
  })
})
