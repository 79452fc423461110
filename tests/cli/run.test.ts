import { describe, expect, test } from 'vitest'
import { type Command, defineCommand } from '../../src/cli/command.ts'
import { called } from './called.ts'

describe('what a user can see to is one line with a cure, not a stack trace', () => {
  test.each([
    [[], 'no command'],
    [['--'], '-- no command'],
    [['help', 'biuld'], 'help biuld no command'],
    [['biuld'], "unknown command 'biuld'"],
    [['nonsense'], "unknown command 'nonsense'"],
    [['--nonsense'], "unknown option '--nonsense'"],
    [['build', '--nonsense'], "unknown option '--nonsense'"],
    [['build', '--acept'], "unknown option '--acept'"],
    [['build', '--accept=true'], "unknown option '--accept=true'"],
    [['build', '--content', '/nonexistent'], '/nonexistent: no such folder'],
    [['build', '--out', ''], '--out: empty'],
    [['build', '--out='], '--out: empty'],
    [['build', '--out', '--accept'], '--out --accept: an option, not a value'],
    [['build', '--url', 'nonsense'], '--url nonsense: not the address of a site'],
    [['build', '--url', 'https://notes.example/blog'], '--url https://notes\\.example/blog: not the address of a site'],
    [['parse', '--nonsense'], "unknown option '--nonsense'"],
    [['check', '--content', 'README.md'], 'README\\.md: no such folder'],
    [['check', '--content'], "option '--content <dir>' argument missing"],
    [['check', '--content', ''], '--content: empty'],
    [['check', '--content', '--out'], '--content --out: an option, not a value'],
    [['check', 'content'], "too many arguments for 'check'\\. .*"],
    [['start', '--port', 'abc'], '--port abc: not a port'],
    [['start', '--port', '70000'], '--port 70000: not a port'],
    [['start', '--port', '0'], '--port 0: not a port'],
    [['start', '--content', 'missing'], 'missing: no such folder'],
  ])('%j', async (line, what) => {
    const { status, stdout, stderr } = await called(line)
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(new RegExp(`^${what} \\(.*\\)\\n$`))])
  })

  test.each([
    [['biuld'], 'build'],
    [['recrod'], 'record'],
    [['build', '--acept'], '--accept'],
    [['check', '--contents', 'x'], '--content'],
    [['serve', '--form', 'x'], '--from'],
  ])('%j is answered with the nearest name, %s', async (line, nearest) => {
    expect((await called(line)).stderr).toContain(`(Did you mean ${nearest}?)`)
  })
})

/** A command that writes down how it was called. */
function spy(calls: unknown[], definition: Partial<Command> = {}): Command {
  return defineCommand({
    name: 'spy',
    description: 'writes down how it was called',
    arguments: null,
    options: {
      size: { description: 'a number', placeholder: 'n', default: '5', read: Number },
      where: { description: 'a place, or none', placeholder: 'place', read: async (text) => [text] },
      loud: { description: 'or quiet' },
    },
    example: 'spy --size 3',
    async run(options, _terminal, args) {
      calls.push(options, args)
      return 0
    },
    ...definition,
  })
}

describe('a command', () => {
  test.each([
    [[], { size: 5, where: null, loud: false }],
    [['--size', '3', '--where=here', '--loud'], { size: 3, where: ['here'], loud: true }],
    [['--size=3', '--size=4'], { size: 4, where: null, loud: false }],
  ])('called with %j gets the values of its options: %j', async (line, options) => {
    const calls: unknown[] = []
    expect(await called(['spy', ...line], [spy(calls)])).toMatchObject({ status: 0, stderr: '' })
    expect(calls).toEqual([options, []])
  })

  test.each([
    [
      ['--dry-run', '--outdir=x', 'script.js'],
      ['--dry-run', '--outdir=x', 'script.js'],
    ],
    [
      ['script.js', '--outdir', 'x', '-e', 'production'],
      ['script.js', '--outdir', 'x', '-e', 'production'],
    ],
    [
      ['--dry-run', '--loud', '--outdir', 'x', '--size', '3'],
      ['--dry-run', '--outdir', 'x'],
    ],
    [
      ['--var', 'KEY:a b', '--name='],
      ['--var', 'KEY:a b', '--name='],
    ],
  ])('that passes options on gets those which aren’t its own, in their order: %j', async (line, args) => {
    const calls: unknown[] = []
    const passing = { arguments: { placeholder: 'argument', description: 'passed on', withOptions: true } }
    expect(await called(['spy', ...line], [spy(calls, passing)])).toMatchObject({ status: 0, stderr: '' })
    expect(calls[1]).toEqual(args)
  })

  test('gives the exit code, and a fault of ours is thrown on', async () => {
    const fault = new TypeError('undefined is not a function')
    const failing = spy([], { run: () => Promise.reject(fault) })
    expect((await called(['spy'], [spy([], { run: async () => 1 })])).status).toBe(1)
    await expect(called(['spy'], [failing])).rejects.toBe(fault)
  })
})
