import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixed } from '../../src/cli/fixes.ts'
import { type Called, called, calledIn } from './called.ts'
import { content, newFolder } from './folders.ts'
import { gathering } from './gathering.ts'
import { type StandIn, startLibraries } from './libraries.ts'

let stand = null as unknown as StandIn
beforeAll(async () => {
  stand = await startLibraries([
    { id: '2406.00001', title: 'Attention: Is It All You Need?', authors: ['A'], summary: 'S.' },
    { id: '2406.00002', title: 'Twice', authors: ['A'], summary: 'S.' },
    { id: '2406.00003', title: 'Twice', authors: ['B'], summary: 'S.' },
  ])
})
afterAll(() => stand.stop())

async function fixing(folder: string, { answer = null as boolean | null, resolve = false, yes = false } = {}): Promise<Called> {
  const { terminal, said } = gathering(answer)
  let time = 0
  const pause = (milliseconds: number): Promise<void> => {
    time += milliseconds
    return Promise.resolve()
  }
  const asking = { get: fetch, pause, now: () => 1_000_000 + time, folder: newFolder() }
  const status = await fixed({ content: folder, resolve: resolve ? { asking, api: stand.arxiv } : null, yes }, terminal)
  return { status, ...said() }
}

const textIn = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

const dated = (form: (day: number) => string): string =>
  Array.from({ length: 7 }, (_, index) => `${form(index + 1)}\n## Paper ${index}\n글이다.\n#t\n`).join('\n')

describe('check --fix', () => {
  test('writes dates that are written otherwise than most as these are, and shows where', async () => {
    const folder = content({ 'notes.md': dated((day) => (day === 4 ? '# 2024. 6. 4. (화)' : `# 2024년 6월 ${day}일`)) })
    const { status, stdout } = await fixing(folder, { answer: true })
    expect(status).toBe(0)
    expect(stdout).toContain(
      'notes.md:16: the date is written as most others are\n  -# 2024. 6. 4. (화)\n  +# 2024년 6월 4일 (화)\nOne file in ',
    )
    expect(textIn(folder, 'notes.md')).toContain('# 2024년 6월 4일 (화)\n## Paper 3')
    expect((await fixing(folder, { answer: true })).stdout).toContain('nothing to mend')
  })

  test('leaves dates where no form is most people’s', async () => {
    const folder = content({ 'notes.md': dated((day) => (day % 2 === 0 ? `# 2024. 6. ${day}.` : `# 2024-06-0${day}`)) })
    expect((await fixing(folder, { answer: true })).stdout).toContain('nothing to mend')
  })

  test('adds an alias for tags that are likely one, and leaves the rest of site.md as it was', async () => {
    const site = '---\ntitle: 노트 # ours\nurl: https://notes.example\n# old names\naliases: { a: b }\n---\n소개.\n'
    const notes = '# 2024-06-10\n## A\n글.\n#object-detection\n## B\n글 둘.\n#object-detection\n## C\n글 셋.\n#object_detection\n'
    const folder = content({ 'site.md': site, 'a.md': notes })
    const { stdout } = await fixing(folder, { answer: true })
    expect(stdout).toContain(
      'site.md:5: tags that are likely one get an alias\n  -aliases: { a: b }\n  +aliases: { a: b, object_detection: object-detection }\n',
    )
    expect(textIn(folder, 'site.md')).toBe(site.replace('{ a: b }', '{ a: b, object_detection: object-detection }'))
    expect(await called(['check', '--content', folder])).toMatchObject({ status: 0, stderr: '' })
  })

  test.each([
    ['none', '', 'aliases: { object_detection: object-detection }\n'],
    ['on lines of their own', 'aliases:\n  a: b # old\n  c: d\n', 'aliases:\n  a: b # old\n  c: d\n  object_detection: object-detection\n'],
    ['none, behind the name', 'aliases: # none yet\n', 'aliases: { object_detection: object-detection } # none yet\n'],
    ['an empty list', 'aliases: {}\n', 'aliases: { object_detection: object-detection }\n'],
  ])('adds an alias where there are %s, and touches no other line, nor line ends', async (_, before, after) => {
    const site = (aliases: string): string => `---\ntitle: 노트\nurl: https://notes.example\nslugs: {c:   c-lang}\n${aliases}---\n소개.\n`
    const notes = '# 2024-06-10\n## A\n글.\n#object-detection\n## B\n글 둘.\n#object-detection\n## C\n글 셋.\n#object_detection\n'
    const folder = content({ 'site.md': `\ufeff${site(before).replaceAll('\n', '\r\n')}`, 'a.md': notes })
    expect((await fixing(folder, { answer: true })).status).toBe(0)
    expect(textIn(folder, 'site.md')).toBe(`\ufeff${site(after).replaceAll('\n', '\r\n')}`)
  })

  test('leaves aliases in another form, and says what to add', async () => {
    const site = '---\ntitle: 노트\nurl: https://notes.example\nslugs: &one {}\naliases: *one\n---\n'
    const folder = content({ 'site.md': site, 'a.md': '# 2024-06-10\n## A\n글.\n#object-detection\n## C\n글 셋.\n#object_detection\n' })
    const { stderr } = await fixing(folder, { answer: true })
    expect([stderr, textIn(folder, 'site.md')]).toEqual([expect.stringMatching(/add by hand: "object[-_]detection": /), site])
  })

  test('loses nothing that is saved while it asks', async () => {
    const folder = content({ 'notes.md': dated((day) => (day === 4 ? '# 2024. 6. 4.' : `# 2024년 6월 ${day}일`)) })
    const saved = `${textIn(folder, 'notes.md')}\n나중에 쓴 글.\n`
    const { fixed: fix } = await import('../../src/cli/fixes.ts')
    const ask = (): Promise<boolean> => {
      writeFileSync(join(folder, 'notes.md'), saved)
      return Promise.resolve(true)
    }
    const terminal = { say: () => {}, complain: () => {}, ask, onEnd: () => {} }
    await expect(fix({ content: folder, resolve: null, yes: false }, terminal)).rejects.toThrow(
      /changed meanwhile \(run the command again\)/,
    )
    expect(textIn(folder, 'notes.md')).toBe(saved)
  })

  test('with --resolve adds the link that arXiv has for a title, where it is the only one', async () => {
    const folder = content({
      'a.md':
        '# 2024-06-10\n## Attention: is it all you need?\n글.\n#t\n## Twice\n글 둘.\n#t\n## Nobody’s\n글 셋.\n#t\n## Linked\nhttps://x.example/\n글 넷.\n#t\n',
    })
    const { status, stdout } = await fixing(folder, { answer: true, resolve: true })
    expect(status).toBe(0)
    expect(stdout).toContain(
      'a.md:2: arXiv has a paper with this title\n   ## Attention: is it all you need?\n  +https://arxiv.org/abs/2406.00001\n',
    )
    expect(textIn(folder, 'a.md')).toContain('need?\nhttps://arxiv.org/abs/2406.00001\n글.\n')
    expect(textIn(folder, 'a.md').match(/arxiv\.org/g)).toHaveLength(1)
    expect(stand.asked.filter((asked) => /Linked/.test(asked))).toEqual([])
  })

  test('with --resolve finds the file among others of its name', async () => {
    const other = '# 2024-06-09\n## Other\nhttps://x.example/\n글.\n'
    const folder = content({ 'a.md': other, 'old/a.md': '# 2024-06-10\n## Attention: Is It All You Need?\n글.\n#t\n' })
    expect((await fixing(folder, { answer: true, resolve: true })).status).toBe(0)
    expect([textIn(folder, 'a.md'), textIn(folder, 'old/a.md')]).toEqual([other, expect.stringContaining('arxiv.org/abs/2406.00001')])
  })

  test.each([
    ['where the answer is no', { answer: false }, 'Nothing was written.'],
    ['where nobody can be asked', {}, 'nothing was written (add --yes to write'],
  ])('writes nothing %s', async (_, options, said) => {
    const folder = content({ 'notes.md': dated((day) => (day === 4 ? '# 2024. 6. 4.' : `# 2024년 6월 ${day}일`)) })
    const before = textIn(folder, 'notes.md')
    const { status, stdout, stderr } = await fixing(folder, options)
    expect([status, textIn(folder, 'notes.md')]).toEqual([1, before])
    expect(stdout + stderr).toContain(said)
    expect((await fixing(folder, { yes: true })).status).toBe(0)
  })

  test('does nothing while there are errors', async () => {
    const { status, stderr } = await fixing(content({ 'a.md': '# 2024-06-31\n## A\n글.\n' }), { answer: true })
    expect([status, stderr]).toEqual([1, expect.stringContaining('there are errors, which come first')])
  })

  test.each([['--resolve'], ['--yes']])('%s alone is refused', async (option) => {
    expect(await calledIn(content({}), ['check', '--content', '.', option])).toMatchObject({
      status: 2,
      stderr: `${option}: means nothing without --fix (add it)\n`,
    })
  })
})
