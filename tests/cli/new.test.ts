import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { begun } from '../../src/cli/begun-notes.ts'
import type { Side } from '../../src/writing/insertion.ts'
import { type Called, calledIn } from './called.ts'
import { content, newFolder } from './folders.ts'
import { gathering } from './gathering.ts'
import { type StandIn, startLibraries } from './libraries.ts'

const papers = [
  {
    id: '2406.04093',
    title: 'Scaling & evaluating sparse autoencoders',
    authors: ['Ada Lovelace', 'Grace Hopper'],
    summary: 'We find that $k < n$ helps. It helps more than we thought it would.',
    journal: 'J. Test 1 (2024)',
  },
  { id: '2406.00002', title: '2024-06-10', authors: ['A B'], summary: 'Short.' },
  { id: '2406.00001', title: '# of parameters', authors: ['Alan Turing'], summary: 'Short.' },
]
const works = {
  '10.1038/nature14539': {
    DOI: '10.1038/nature14539',
    title: ['Deep <i>learning</i>'],
    author: [{ given: 'Yann', family: 'LeCun' }, { name: 'A Group' }],
    abstract: '<jats:title>Abstract</jats:title><jats:p>Deep learning &amp; more.</jats:p>',
    'container-title': ['Nature'],
    published: { 'date-parts': [[2015, 5, 27]] },
  },
}

let stand = null as unknown as StandIn
beforeAll(async () => {
  stand = await startLibraries(papers, works)
})
afterAll(() => stand.stop())
beforeEach(() => {
  stand.asked.length = 0
  stand.statuses.length = 0
})

interface Began extends Called {
  readonly waited: number
}

/** Begins notes on 2024-06-11 in a folder of content, in which time stands but for waiting. */
async function began(
  folder: string,
  written: readonly string[],
  { side = 'below' as Side, asked = newFolder(), apis = { arxiv: stand.arxiv, crossref: stand.crossref } } = {},
): Promise<Began> {
  const { terminal, said } = gathering()
  let waited = 0
  const pause = (milliseconds: number): Promise<void> => {
    waited += milliseconds
    return Promise.resolve()
  }
  const asking = { get: fetch, pause, now: () => 1_000_000 + waited, folder: asked }
  const beginning = { content: folder, day: null, side, papers: written, now: new Date('2024-06-11T03:00:00Z') }
  const status = await begun(beginning, terminal, { asking, apis })
  return { status, ...said(), waited }
}

const textIn = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

const entry = `## Scaling & evaluating sparse autoencoders
Authors: Ada Lovelace, Grace Hopper
Venue: J. Test 1 (2024)
https://arxiv.org/abs/2406.04093

> We find that $k < n$ helps. It helps more than we thought it would.
`

describe('new notes', () => {
  test.each([
    ['a file for each day', { '2024-06-10.md': '# 2024년 6월 10일\n## A\n글.\n' }, '2024-06-11.md', '# 2024년 6월 11일\n'],
    ['files in folders', { '2024/06/240610.md': '## A\n글.\n' }, '2024/06/240611.md', '\n'],
    ['nothing yet', {}, '2024-06-11.md', '# 2024-06-11\n'],
    [
      'one file, the newest above',
      { 'notes.md': '# 2024-06-10\n## A\n글.\n\n# 2024-06-09\n## B\n글.\n' },
      'notes.md',
      '# 2024-06-11\n\n# 2024-06-10\n## A\n글.\n\n# 2024-06-09\n## B\n글.\n',
    ],
    [
      'one file, the newest below',
      { 'notes.md': '# 2024-06-09\n## B\n글.\n\n# 2024-06-10\n## A\n글.\n' },
      'notes.md',
      '# 2024-06-09\n## B\n글.\n\n# 2024-06-10\n## A\n글.\n\n# 2024-06-11\n',
    ],
  ])('of a site with %s have its form', async (_, files, path, text) => {
    const folder = content(files)
    expect(await began(folder, [])).toMatchObject({ status: 0, stderr: '', stdout: `${folder}/${path}: begun\n` })
    expect(textIn(folder, path)).toBe(text)
    expect((await began(folder, [])).status).toBe(0)
    expect(textIn(folder, path)).toBe(text)
  })

  test('on a paper have what arXiv says of it', async () => {
    const folder = content({ '2024-06-10.md': '# 2024년 6월 10일\n## A\n글.\n' })
    expect(await began(folder, ['2406.04093'])).toMatchObject({ status: 0, stderr: '' })
    expect(textIn(folder, '2024-06-11.md')).toBe(`# 2024년 6월 11일\n\n${entry}`)
    const { stdout } = await calledIn(folder, ['parse', '2024-06-11.md'])
    expect(JSON.parse(stdout)).toMatchObject([
      {
        title: 'Scaling & evaluating sparse autoencoders',
        authors: ['Ada Lovelace', 'Grace Hopper'],
        links: ['https://arxiv.org/abs/2406.04093'],
        abstract: ['We find that $k < n$ helps. It helps more than we thought it would.'],
        commentary: [],
      },
    ])
  })

  test('on a paper with a DOI have what Crossref says of it', async () => {
    const folder = content({})
    await began(folder, ['https://doi.org/10.1038/nature14539'])
    expect(textIn(folder, '2024-06-11.md')).toBe(
      '# 2024-06-11\n\n## Deep learning\nAuthors: Yann LeCun, A Group\nVenue: Nature 2015\nhttps://doi.org/10.1038/nature14539\n\n> Deep learning & more.\n',
    )
  })

  test('on several papers ask arXiv once for all of its own', async () => {
    const folder = content({})
    await began(folder, ['2406.04093', 'https://arxiv.org/abs/2406.00001v3'])
    expect(stand.asked).toEqual(['/api/query?id_list=2406.04093,2406.00001&max_results=2'])
    expect(textIn(folder, '2024-06-11.md')).toMatch(/sparse autoencoders\n.*## # of parameters\n/s)
  })

  test.each<[Side, RegExp]>([
    ['below', /## Mine\n글\.\n\n## Scaling/],
    ['above', /^# 2024-06-11\n\n## Scaling.*\n\n## Mine\n글\.\n$/s],
  ])('are written %s the others of the day, which stay as they are', async (side, expected) => {
    const folder = content({ 'notes.md': '# 2024-06-11\n\n## Mine\n글.\n' })
    await began(folder, ['2406.04093'], { side })
    expect(textIn(folder, 'notes.md')).toMatch(expected)
  })

  test('of a day between others stand at its end', async () => {
    const folder = content({ 'notes.md': '# 2024-06-12\n## Later\n글.\n\n# 2024-06-11\n## Mine\n글.\n\n# 2024-06-10\n## A\n글.\n' })
    await began(folder, ['2406.04093'])
    expect(textIn(folder, 'notes.md')).toBe(
      `# 2024-06-12\n## Later\n글.\n\n# 2024-06-11\n## Mine\n글.\n\n${entry}\n# 2024-06-10\n## A\n글.\n`,
    )
  })

  test('in a file of plain titles have plain titles', async () => {
    const folder = content({ 'a.txt': '2024-06-10\nA paper\n(Ada Lovelace)\n글이다.\n#a\n' })
    await began(folder, ['2406.00001'])
    expect(textIn(folder, 'a.txt')).toMatch(/#a\n\n2024-06-11\n\n\\# of parameters\nAuthors: Alan Turing\n/)
    const { stdout } = await calledIn(folder, ['parse', 'a.txt'])
    expect((JSON.parse(stdout) as { title: string }[]).map(({ title }) => title)).toEqual(['A paper', '# of parameters'])
  })

  test('go on in a file that somebody has begun', async () => {
    const folder = content({ '2024-06-10.md': '# 2024-06-10\n## A\n글.\n' })
    await began(folder, [])
    writeFileSync(join(folder, '2024-06-11.md'), '# 2024-06-11\n\n<!-- mine -->\n')
    await began(folder, ['2406.04093'])
    expect(textIn(folder, '2024-06-11.md')).toBe(`# 2024-06-11\n\n<!-- mine -->\n\n${entry}`)
  })

  test('on a paper that there are notes on already aren’t written', async () => {
    const folder = content({ '2024-06-10.md': '# 2024-06-10\n## A\nhttps://arxiv.org/abs/2406.04093\n글.\n' })
    expect(await began(folder, ['2406.04093'])).toMatchObject({ status: 0, stderr: '2406.04093: there are notes on it already\n' })
    expect([existsSync(join(folder, '2024-06-11.md')), stand.asked]).toEqual([false, []])
  })
})

describe('new notes lose nothing', () => {
  const lost = { '2024-06-10.md': '# 2024-06-10\n## A\n글.\n' }

  test.each([
    ['the note on one paper', '---\ntitle: Essay\nkind: paper\ndate: 2024-01-01\n---\nIrreplaceable\n'],
    ['notes of another day', '# 2024-06-09\n\n## Precious\nIrreplaceable\n#t\n'],
  ])('a file that is called as the day and holds %s is left as it is', async (_, text) => {
    const folder = content({ ...lost, '2024-06-11.md': text })
    await expect(began(folder, ['2406.04093'])).rejects.toThrow(/is called as the notes of 2024-06-11 are, and holds other ones/)
    await expect(began(folder, [])).rejects.toThrow(/holds other ones/)
    expect(textIn(folder, '2024-06-11.md')).toBe(text)
  })

  test('what isn’t UTF-8 is refused', async () => {
    const folder = content(lost)
    writeFileSync(join(folder, '2024-06-11.md'), Buffer.from([0x23, 0x20, 0xc0, 0xcc, 0x0a]))
    await expect(began(folder, ['2406.04093'])).rejects.toThrow(/isn't UTF-8/)
  })

  test('line ends and a byte order mark stay', async () => {
    const folder = content({ '2024-06-11.md': '\ufeff# 2024-06-11\r\n\r\n## Old\r\n글.\r\n' })
    await began(folder, ['2406.04093'])
    expect(textIn(folder, '2024-06-11.md')).toBe(`\ufeff${`# 2024-06-11\n\n## Old\n글.\n\n${entry}`.replaceAll('\n', '\r\n')}`)
  })

  test('what is saved while libraries are asked stays', async () => {
    const folder = content({ '2024-06-11.md': '# 2024-06-11\n\n## Old\n글.\n' })
    const pending = began(folder, ['2406.04093'])
    writeFileSync(join(folder, '2024-06-11.md'), '# 2024-06-11\n\n## Old\n글.\n나중에 쓴 글.\n')
    await pending
    expect(textIn(folder, '2024-06-11.md')).toContain('나중에 쓴 글.\n\n## Scaling')
  })

  test('the same paper twice on a line is one', async () => {
    const folder = content({})
    await began(folder, ['2406.04093', '2406.04093v2', 'https://arxiv.org/abs/2406.04093'])
    expect(textIn(folder, '2024-06-11.md').match(/autoencoders/g)).toHaveLength(1)
  })

  test('a paper that can’t be an entry is named, and the others are written', async () => {
    const folder = content({})
    const { status, stderr } = await began(folder, ['2406.00002', '2406.04093'])
    expect([status, stderr]).toEqual([
      1,
      'https://arxiv.org/abs/2406.00002: “2024-06-10” can’t be written as an entry (write it by hand)\n',
    ])
    expect(textIn(folder, '2024-06-11.md')).toBe(`# 2024-06-11\n\n${entry}`)
  })

  test.each([
    ['# 2024-06-12\n## L\n글.\n\n# 2024-06-10\n## A\n글.\n', '# 2024-06-12 # 2024-06-11 # 2024-06-10'],
    ['# 2024-06-10\n## A\n글.\n\n# 2024-06-12\n## L\n글.\n', '# 2024-06-10 # 2024-06-11 # 2024-06-12'],
  ])('a day between others gets its heading between them', async (text, headings) => {
    const folder = content({ 'notes.md': text })
    await began(folder, ['2406.04093'])
    expect(
      textIn(folder, 'notes.md')
        .match(/^# .*$/gm)
        ?.join(' '),
    ).toBe(headings)
  })
})

test('papers one behind the other in a file of plain titles are entries each', async () => {
  const folder = content({ 'a.txt': '2024-06-10\nOld\nText of it.\n#t\n' })
  expect((await began(folder, ['2406.04093', '2406.00001'])).status).toBe(0)
  expect((await began(folder, ['10.1038/nature14539'])).status).toBe(0)
  const { stdout } = await calledIn(folder, ['parse', 'a.txt'])
  expect((JSON.parse(stdout) as { title: string }[]).map(({ title }) => title)).toEqual([
    'Old',
    'Scaling & evaluating sparse autoencoders',
    '# of parameters',
    'Deep learning',
  ])
})

test('a paper that arXiv doesn’t know yet is asked for again', async () => {
  const [folder, asked] = [content({}), newFolder()]
  await began(folder, ['2406.77777'], { asked })
  await began(folder, ['2406.77777'], { asked })
  expect(stand.asked).toHaveLength(2)
})

test('notes with a file for each paper get a file for the day beside them', async () => {
  const folder = content({ 'papers/2024-06-10 A Title.md': '# A Title\n글.\n' })
  await began(folder, ['2406.04093'])
  expect(textIn(folder, '2024-06-11.md')).toBe(`# 2024-06-11\n\n${entry}`)
})

describe('libraries that can’t be asked', () => {
  test.each([
    ['there is no such paper', '2406.99999', [], /2406\.99999: arXiv has no such paper \(nothing was written of it\)/],
    ['there is no such DOI', '10.1/none', [], /10\.1\/none: no paper’s identifier/],
    ['Crossref knows nothing of it', '10.9999/none', [], /Crossref can’t tell of it; there is no such paper/],
    ['they fail again and again', '2406.04093', [503, 500, 429], /arXiv can’t be asked; it is answered 429/],
  ])('%s: that is said, and nothing is written', async (_, written, statuses, said) => {
    const folder = content({})
    stand.statuses.push(...statuses)
    const answer = await began(folder, [written]).catch((error: Error) => ({ status: 2, stderr: error.message }))
    expect(answer.status).toBeGreaterThan(0)
    expect(answer.stderr).toMatch(said)
    expect(existsSync(join(folder, '2024-06-11.md'))).toBe(false)
  })

  test('one of several papers fails: the others are written', async () => {
    const folder = content({})
    const { status, stderr } = await began(folder, ['2406.04093', '2406.99999'])
    expect([status, stderr]).toEqual([1, '2406.99999: arXiv has no such paper (nothing was written of it)\n'])
    expect(textIn(folder, '2024-06-11.md')).toContain('sparse autoencoders')
  })

  test('offline is said so', async () => {
    const { stderr } = await began(content({}), ['2406.04093'], { apis: { arxiv: 'http://127.0.0.1:1/', crossref: 'http://127.0.0.1:1/' } })
    expect(stderr).toBe('2406.04093: arXiv can’t be asked; there is no way there: is this machine offline? (nothing was written of it)\n')
  })

  test('they fail for a while: they are asked again, later each time', async () => {
    stand.statuses.push(503, 429)
    const { status, waited } = await began(content({}), ['2406.04093'])
    expect([status, stand.asked.length]).toEqual([0, 3])
    expect(waited).toBeGreaterThanOrEqual(12_000)
  })

  test('one request in three seconds, in another run too; a kept answer takes none', async () => {
    const asked = newFolder()
    const first = await began(content({}), ['2406.04093', '10.1038/nature14539'], { asked })
    expect([stand.asked.length, first.waited]).toEqual([2, 3_000])
    const second = await began(content({}), ['2406.04093', '10.1038/nature14539'], { asked })
    expect([stand.asked.length, second.waited, second.status]).toEqual([2, 0, 0])
  })

  test.each([
    [['--day', '2024-06-31'], /--day 2024-06-31: no day/],
    [['nonsense'], /nonsense: no paper’s identifier \(write one of arXiv, a DOI/],
  ])('%j is refused', async (line, said) => {
    const folder = content({})
    const { status, stderr } = await calledIn(folder, ['new', '--content', '.', ...line])
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)])
  })
})
