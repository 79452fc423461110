import { describe, expect, test } from 'vitest'
import { readNotes } from '../../src/notes/notes.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { type ReadingRules, standardRules } from '../../src/notes/rules.ts'
import { matter } from './read.ts'

/** The kind of a file below `content/`, and why. */
function kindOf(text: string, file: string, rules: ReadingRules = standardRules): readonly [string, string] {
  const { kind, why } = readNotes(`content/${file}`, text, { language: 'ko', origin: 'https://notes.example', folder: 'content/', rules })
  return [kind, why]
}

const signed = (title: string): string => `## ${title}\n(Ada Lovelace, Alan Turing)\n글.\n`

describe('the first rule that says something decides what a file holds', () => {
  test.each([
    ['a. its front matter', `${matter('kind: day', 'link: https://a.example/')}# T\n글.`, '240610 T.md', 'day', 'its front matter says so'],
    ['a. its front matter', `${matter('kind: paper')}${signed('A')}${signed('B')}`, '2024-06-10.md', 'paper', 'its front matter says so'],
    [
      'b. a link',
      `${matter('link: https://a.example/')}${signed('A')}${signed('B')}`,
      '2024-06-10.md',
      'paper',
      'its front matter gives link',
    ],
    ['b. a source that is an address', `${matter('source: https://a.example/')}글`, 'x.md', 'paper', 'its front matter gives source'],
    ['b. a DOI', `${matter('doi: 10.1000/182')}글`, '2024-06-10.md', 'paper', 'its front matter gives doi'],
    ['b. arXiv', `${matter('arxiv: "2406.00001"')}글`, '2024-06-10.md', 'paper', 'its front matter gives arxiv'],
    ['b. authors', `${matter('author: Ada Lovelace')}글`, '2024-06-10.md', 'paper', 'its front matter gives author'],
    ['c. two headings with authors below', signed('A') + signed('B'), '240610 T.md', 'day', 'papers begin at 2 lines, the first at line 1'],
    [
      'c. two headings with links',
      '## [A](https://a.example/)\n글.\n## [B](https://b.example/)\n',
      '240610 T.md',
      'day',
      'papers begin at 2 lines, the first at line 1',
    ],
    [
      'c. two headings above links',
      '# A\n\nhttps://a.example/\n글.\n# B\n- **Paper**: https://b.example/\n',
      '240610 T.md',
      'day',
      'papers begin at 2 lines, the first at line 1',
    ],
    [
      'c. two plain lines with authors',
      'A (Ada Lovelace, Alan Turing)\n글.\nB\n(Grace Hopper, Ada Lovelace)\n글.',
      '240610 T.md',
      'day',
      'papers begin at 2 lines, the first at line 1',
    ],
    [
      'd. a title in front matter',
      `${matter('title: T')}글`,
      '2024-06-10.md',
      'paper',
      'its front matter gives a title, and there is one date',
    ],
    ['d. a title in the name', '글', '240610 A Title.md', 'paper', 'its name holds a title, and there is one date'],
    ['d. a title in the name, a date in the path', '글', '2024/06/10 A Title.md', 'paper', 'its name holds a title, and there is one date'],
    [
      'd. a title in the name, a date on the first line',
      '2024-06-10\n글',
      'A Title.md',
      'paper',
      'its name holds a title, and there is one date',
    ],
    [
      'd. a title in the name, a labelled date',
      'Date: 2024-06-10\n글',
      'A Title.md',
      'paper',
      'its name holds a title, and there is one date',
    ],
    ['e. no title', 'T\n글', '2024-06-10.md', 'day', 'neither its front matter nor its name gives a title'],
    ['e. several dates', '2024-06-10\nA\n글\n#t\n2024-06-11\nB\n글', 'A Title.md', 'day', 'it has no date, or several'],
    ['e. no date', 'A\n글', 'A Title.md', 'day', 'it has no date, or several'],
  ])('%s', (_, text, file, kind, why) => {
    expect(kindOf(text, file)).toEqual([kind, why])
  })

  test('a. site.md, for the nearest folder', () => {
    const rules: ReadingRules = {
      ...standardRules,
      kinds: [
        ['daily/papers/', 'paper'],
        ['daily/', 'day'],
      ],
    }
    expect(kindOf('글', 'daily/240610 T.md', rules)).toEqual(['day', 'site.md says so for its folder'])
    expect(kindOf('글', 'daily/papers/2024-06-10.md', rules)[0]).toBe('paper')
    expect(kindOf('글', 'other/240610 T.md', rules)[0]).toBe('paper')
  })
})

describe('words that make no title in a name', () => {
  test.each([
    '2024-06-10 Monday.md',
    '2024-06-10 daily notes.md',
    '240610 논문.md',
    '2024-06-10 오늘의 논문 노트.md',
    '2024-06-10 論文メモ.md',
    '2024-06-10-日報.md',
    '2024-06-10 (3편).md',
    '2024-06-10 part 2.md',
  ])('%s', (file) => {
    expect(kindOf('A\n글', file)[0]).toBe(file.includes('part') ? 'paper' : 'day')
  })

  test('others make one, and site.md may add to them', () => {
    expect(kindOf('A\n글', '240610 세미나.md')[0]).toBe('paper')
    expect(kindOf('A\n글', '240610 세미나.md', { ...standardRules, dayWords: new Set([...standardRules.dayWords, '세미나']) })[0]).toBe(
      'day',
    )
  })
})

describe('a doubt about the kind is said with both cures', () => {
  const problemsOf = (text: string, file: string): readonly string[] =>
    readNotes(`content/${file}`, text, {
      language: 'ko',
      origin: 'https://notes.example',
      folder: 'content/',
      rules: standardRules,
    }).problems.map(formatProblem)

  test.each([
    [
      'papers that begin by sign overrule the name',
      signed('A') + signed('B'),
      /T\.md:4: warning: its name holds a title, but a second paper begins here \(the file is read as the papers of a day; if it is the note on one paper, write kind: paper/,
    ],
    [
      'a second tag line below text',
      '글.\n#a\n더.\n#b',
      /:4: warning: its name holds a title, but this is the second tag line below text \(the file is read as the note on one paper; if it holds several, write kind: day/,
    ],
    [
      'a second link of a paper',
      'https://arxiv.org/abs/2406.00001\n글.\nhttps://arxiv.org/abs/2406.00002\n글.',
      /:3: warning: its name holds a title, but a second paper's link stands alone/,
    ],
    [
      'authors deep in the text',
      '글.\n더.\n(Ada Lovelace, Alan Turing)\n글.',
      /:3: warning: its name holds a title, but a line of authors stands deep in the text/,
    ],
    [
      'many headings and no word of the paper',
      '# A\n글.\n# B\n글.\n# C\n글.',
      /:3: warning: its name holds a title, but nothing says the paper's link or authors, and there are 3 headings/,
    ],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text, '240610 T.md')).toEqual([expect.stringMatching(problem)])
  })

  test.each([
    ['a sure kind', `${matter('kind: paper')}글.\n#a\n더.\n#b`],
    ['tags at the head and at the foot', '#a\n글.\n#b'],
    ['three headings below the paper’s link', 'https://arxiv.org/abs/2406.00001\n# A\n글.\n# B\n글.\n# C\n글.'],
  ])('but not where there is %s', (_, text) => {
    expect(problemsOf(text, '240610 T.md')).toEqual([])
  })
})
