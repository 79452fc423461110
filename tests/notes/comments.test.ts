import { describe, expect, test } from 'vitest'
import { bodyOf, read, readOne, sources } from './read.ts'

describe('comments are left out of everything', () => {
  test.each([
    ['글 <!-- 나중에 --> 더', ['글  더']],
    ['글\n<!-- 나중에 -->\n더', ['글', '더']],
    ['글\n<!-- 여러\n\n줄 #tag\n-->\n더', ['글', '더']],
    ['글 %%나중에%% 더', ['글  더']],
    ['글\n%%\n여러 줄\n%%\n더', ['글', '더']],
    ['<!--a-->글<!--b--><!--c-->', ['글']],
  ])('%j', (text, body) => {
    expect(sources(bodyOf(readOne(`T\n${text}\n#t`)))).toEqual(body)
  })

  test.each([
    ['`<!-- x -->` 글', 'inline code'],
    ['``a ` <!-- x -->`` 글', 'inline code with a backtick in it'],
    ['50%% 글 60%% 글', 'numbers'],
    ['a %% b', 'a mark that nothing closes on its line'],
  ])('but not %j, which is %s', (text) => {
    expect(sources(bodyOf(readOne(`T\n${text}\n#t`)))).toEqual([text])
  })

  test('nor between fences, where a mark opens none', () => {
    const code = '```\n<!-- x\n%%\n```'
    expect(sources(bodyOf(readOne(`T\n글\n${code}\n#t`)))).toEqual(['글', code])
  })

  test.each([
    ['<!-- x', /:3: a comment that is never closed \(close it with -->\)$/],
    ['%% x', /:3: a comment that is never closed \(close it with %%\)$/],
  ])('one that is never closed is refused: %s', (text, problem) => {
    expect(read(`T\n글\n${text}\n#t`).problems).toEqual([expect.stringMatching(problem)])
  })
})

describe('a passage in another language keeps that language, and is no abstract', () => {
  test.each([
    ['english', 'en', 'It reads well.'],
    ['日本語', 'ja', '読みやすい。'],
    ['ENGLISH', 'en', 'It reads well.'],
  ])('<%s>', (name, language, text) => {
    const entry = readOne(`T\n<${name}>\n${text}\n</${name}>\n글.\n#t`)
    expect(entry.abstract).toEqual([])
    expect(entry.commentary.map((block) => [block.language, block.source])).toEqual([
      [language, text],
      ['ko', '글.'],
    ])
  })

  test('whatever its letters say', () => {
    expect(readOne('T\n글.\n<english>\n한글 이름\n</english>\n#t').commentary[1]?.html).toBe('<p lang="en">한글 이름</p>')
  })

  test('is refused where it is never closed; other tags are text', () => {
    expect(read('T\n<english>\n글\n#t').problems).toEqual([
      expect.stringMatching(/:2: a passage <english> that is never closed \(close it with a line <\/english>\)$/),
    ])
    expect(sources(bodyOf(readOne('T\n<details>\n글\n</details>\n#t')))).toEqual(['<details>', '글', '</details>'])
  })
})
