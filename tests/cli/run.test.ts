import { describe, expect, test } from 'vitest'
import { type Command, defineCommand } from '../../src/cli/command.ts'
import { called } from './called.ts'

describe('what a user can see to is one line with a cure, not a stack trace', () => {
  test.each([
    [[], 'no command'],
    [['--'], '-- no command'],
    [[''], "unknown command ''"],
    [['biuld'], 'biuld: no command'],
    [['biuld', '--help'], 'biuld: no command'],
    [['help', 'biuld'], 'biuld: no command'],
    [['nonsense'], 'nonsense: no command'],
    [['nonsense', '-h'], 'nonsense: no command'],
    [['help', 'nonsense'], 'nonsense: no command'],
    [['--nonsense'], '--nonsense: no option'],
    [['build', '--nonsense'], '--nonsense: no option'],
    [['build', '--acept'], '--acept: no option'],
    [['build', '--accept=true'], '--accept true: nothing that can be accepted'],
    [['build', '--content', '/nonexistent'], '/nonexistent: no such folder'],
    [['build', '--out', ''], '--out: empty'],
    [['build', '--out='], '--out: empty'],
    [['build', '--out', '--accept'], '--out --accept: an option, not a value'],
    [['build', '--url', 'nonsense'], '--url nonsense: not the address of a site'],
    [['build', '--url', 'https://notes.example/blog'], '--url https://notes\\.example/blog: not the address of a site'],
    [['parse', '--nonsense'], '--nonsense: no option'],
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
    [['biuld', '--help'], 'build'],
    [['help', 'biuld'], 'build'],
    [['recrod'], 'record'],
    [['build', '--acept'], '--accept'],
    [['check', '--contents', 'x'], '--content'],
    [['serve', '--form', 'x'], '--from'],
    [['deploy', '--dry-rnu'], '--dry-run'],
    [['deploy', '--out-dir=x'], '--outdir'],
  ])('%j is answered with the nearest name, %s', async (line, nearest) => {
    expect((await called(line)).stderr).toContain(`(did you mean ${nearest}?)`)
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
      'as-it-is': { description: 'a name with hyphens' },
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
    [[], { size: 5, where: null, loud: false, 'as-it-is': false }],
    [['--size', '3', '--where=here', '--loud', '--as-it-is'], { size: 3, where: ['here'], loud: true, 'as-it-is': true }],
    [['--size=3', '--size=4'], { size: 4, where: null, loud: false, 'as-it-is': false }],
  ])('called with %j gets the values of its options: %j', async (line, options) => {
    const calls: unknown[] = []
    expect(await called(['spy', ...line], [spy(calls)])).toMatchObject({ status: 0, stderr: '' })
    expect(calls).toEqual([options, []])
  })

  describe('whose arguments stand behind a bare --', () => {
    const passing = { arguments: { placeholder: 'argument', description: 'passed on', behindDashes: true } }

    test.each([
      [['--loud'], []],
      [['--loud', '--'], []],
      [
        ['--', '--env', 'staging'],
        ['--env', 'staging'],
      ],
      [
        ['--size', '3', '--', '--loud', 'script.js', '--', '-x='],
        ['--loud', 'script.js', '--', '-x='],
      ],
    ])('called with %j gets what stands there, as it stands: %j', async (line, args) => {
      const calls: unknown[] = []
      expect(await called(['spy', ...line], [spy(calls, passing)])).toMatchObject({ status: 0, stderr: '' })
      expect(calls).toEqual([expect.objectContaining({ loud: line[0] === '--loud', size: line[0] === '--size' ? 3 : 5 }), args])
    })

    test.each([
      [['spy', 'script.js'], 'script.js: an argument before -- (write it behind: spy -- script.js)'],
      [['spy', 'script.js', '--', '--env'], 'script.js: an argument before -- (write it behind: spy -- script.js)'],
      [['spy', '--env', '--', '--env'], '--env: no option (npx --no paperwire help spy says what there is)'],
      [['spy', '--size', '--', '3'], '--size --: an option, not a value (write one after --size; a name that begins so as ./--)'],
    ])('is not called with %j', async (line, refusal) => {
      const calls: unknown[] = []
      expect(await called(line, [spy(calls, passing)])).toEqual({ status: 2, stdout: '', stderr: `${refusal}\n` })
      expect(calls).toEqual([])
    })
  })

  test('gives the exit code, and a fault of ours is thrown on', async () => {
    const fault = new TypeError('undefined is not a function')
    const failing = spy([], { run: () => Promise.reject(fault) })
    expect((await called(['spy'], [spy([], { run: async () => 1 })])).status).toBe(1)
    await expect(called(['spy'], [failing])).rejects.toBe(fault)
  })
})
