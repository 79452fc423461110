import { describe, expect, test } from 'vitest'
import { bodyOf, labels, matter, read, readOne, sources } from './read.ts'

const named = (title: string): string => `content/240610 ${title}.md`

describe('the title of a note on one paper', () => {
  test.each([
    ['a heading', '# The Whole Title: of it\n글.', 'x', 'The Whole Title: of it'],
    ['a heading with the label that says so', '# Title: The Whole\n글.', 'x', 'The Whole'],
    ['a label', 'Title: The Whole\n글.', 'x', 'The Whole'],
    ['an emphasised line', '*The Whole*\n글.', 'x', 'The Whole'],
    ['a linked line', '[The Whole](https://a.example/)\n글.', 'x', 'The Whole'],
    ['a line with authors behind it', 'The Whole (Ada Lovelace, Alan Turing)\n글.', 'x', 'The Whole'],
    ['a line with authors below it', 'The Whole\n(Ada Lovelace)\n글.', 'x', 'The Whole'],
    ['a line with labelled authors below it', 'The Whole\nAuthors: Ada Lovelace\n글.', 'x', 'The Whole'],
    ['a line that says what the name says', 'Attention: all of it?\n글.', 'Attention', 'Attention: all of it?'],
    ['an underlined line', 'The Whole\n=========\n글.', 'x', 'The Whole'],
    [
      'a wrapped line',
      'A Title That Is So Long That Its Author Has Wrapped It Over\n  Two Lines (Ada Lovelace, Alan Turing)\n글.',
      'x',
      'A Title That Is So Long That Its Author Has Wrapped It Over Two Lines',
    ],
    ['the name, where the first line is text', '글이다.\n더.', 'The Name', 'The Name'],
    ['the name, where the first heading is a section among others', '## 요약\n글.\n## 방법\n글.', 'The Name', 'The Name'],
    ['the name, where the first heading is a label’s word', '## Abstract\nText of it.\n', 'The Name', 'The Name'],
    ['the heading among others that says what the name says', '# The Name!\n글.\n# 방법\n글.', 'The Name', 'The Name!'],
    ['the heading among others with a link below it', '# The Whole\nhttps://a.example/\n# 방법\n글.', 'x', 'The Whole'],
    ['the name, without its number', '글이다.', '007_The Name', 'The Name'],
  ])('is %s', (_, text, name, title) => {
    expect(readOne(text, named(name)).title).toBe(title)
  })

  test('a heading of nothing but a label’s word above labelled lines is none', () => {
    const entry = readOne('# Paper\n* **Title**: The Whole\n* **Authors**: Ada Lovelace\n\n# Summary\n글.', named('x'))
    expect([entry.title, entry.authors, bodyOf(entry).map(({ text }) => text)]).toEqual(['The Whole', ['Ada Lovelace'], ['Summary', '글.']])
  })

  test('behind the title that the name gives, a parenthesis holds the authors, be it one', () => {
    expect(readOne('Attention: all of it (Ada Lovelace)\n글.', named('Attention')).authors).toEqual(['Ada Lovelace'])
    expect(readOne('Attention (Revisited)\n글.', named('Attention (Revisited)'))).toMatchObject({
      title: 'Attention (Revisited)',
      authors: [],
    })
  })

  test.each([
    ['A Title (Ada Lovelace, Alan Turing\n글.', /:1: an authors line with a parenthesis too many or too few/],
    ['# [A Title](ttp://a.example/)\n글.', /:1: warning: a title with a link that isn't whole/],
  ])('is doubted where it is half a mark: %j', (text, problem) => {
    expect(read(text, named('x')).problems).toEqual([expect.stringMatching(problem)])
  })

  test('is doubted where a heading is nothing but a label', () => {
    expect(read('# Title\n글.').problems).toEqual([expect.stringMatching(/:1: warning: a title that is nothing but a label: “Title”/)])
  })

  test('is missed where there is none', () => {
    expect(read(`${matter('kind: paper')}> 인용뿐이다.`, 'content/2024-06-10.md').problems).toEqual([
      expect.stringMatching(/:4: a note on one paper without a title \(write the title in front matter, as title: A Title/),
    ])
  })
})

describe('everything in the note on one paper is that paper’s', () => {
  test('tags at the ends of lines, on lines, behind a label; and text behind them', () => {
    const entry = readOne(`${matter('kind: paper')}# T\n#a\n글이다. #b #c-d\n- 항목 #e\n## 방법 #1\n#f\n더. #2\n태그: #g\n끝.`, named('T'))
    expect(labels(entry)).toEqual(['a', 'b', 'c-d', 'e', 'f', 'g'])
    expect(bodyOf(entry).map(({ text }) => text)).toEqual(['글이다.', '항목', '방법 #1', '더. #2', '끝.'])
  })

  test('rules, tables, dates deep in it, links and tags alone', () => {
    expect(bodyOf(readOne('# T\n글.\n---\n더.\n2024-06-12\n또.', named('T'))).map(({ source }) => source)).toEqual([
      '글.',
      '---',
      '더.',
      '2024-06-12',
      '또.',
    ])
    expect(readOne('https://a.example/\n\n#t', named('T'))).toMatchObject({
      title: 'T',
      links: ['https://a.example/'],
      tags: [{ label: 't' }],
    })
  })
})

describe('its date', () => {
  test.each([
    ['the first line, before the name’s', '2024-06-11\n# T\n글.', named('T'), '2024-06-11'],
    ['a folder', '# T\n글.', 'content/20240612_meeting/Some Title.md', '2024-06-12'],
    ['three parts of the path', '# T\n글.', 'content/2024/06/13 Some Title.md', '2024-06-13'],
    ['a labelled line, where nothing else says it', '# T\nDate: 2024-06-14\n글.', 'content/Some Title.md', '2024-06-14'],
    ['with the month first, where the other reading is no day', '# T\nDate: 6/24/2024\n글.', 'content/Some Title.md', '2024-06-24'],
  ])('is %s', (_, text, file, day) => {
    expect(readOne(text, file).day).toBe(day)
  })

  test('a labelled line beside another date is text', () => {
    expect(sources(readOne('# T\nDate: 2015-01-01\n글.', named('T')).commentary)).toEqual(['Date: 2015-01-01', '글.'])
  })

  test.each([
    [
      '# T\nDate: 06/10/2024\n글.',
      'content/Some Title.md',
      /:2: “06\/10\/2024” is no whole date \(write it as Date: 2024-06-10, or say in site\.md which comes first: dateOrder:/,
    ],
    [
      `${matter('doi: 10.1000/182')}# T\n글.`,
      'content/Some Title.md',
      /:4: the note on “T” has no date \(write date: 2024-06-10 in its front matter, or begin its name with the date\)$/,
    ],
    [
      `${matter('doi: 10.1000/182')}# T\n글.`,
      'content/241399 T.md',
      /:1: the file's name begins with 241399, which is no day of the calendar \(rename the file/,
    ],
  ])('is refused where it is missing or open: %j', (text, file, problem) => {
    expect(read(text, file).problems).toEqual([expect.stringMatching(problem)])
  })

  test('is missed beside another problem, be there a date in that problem’s words', () => {
    expect(read(`${matter('kind: paper', 'id: an update')}# T\n글.`, 'content/Some Title.md').problems).toEqual([
      expect.stringMatching(/:3: “an update” is no id/),
      expect.stringMatching(/:5: the note on “T” has no date/),
    ])
  })
})

describe('its abstract', () => {
  test.each([
    [
      'a section named so, up to the next heading',
      '# T\n글.\n## Abstract\nOne.\n\nTwo.\n## 방법\n더.',
      ['One.', 'Two.'],
      ['글.', '## 방법', '더.'],
    ],
    ['a section named so, quoted', '# T\n## 초록\n> One.\n## 방법\n더.', ['One.'], ['## 방법', '더.']],
    ['a labelled line', '# T\n**Abstract:** We do it.\n글.', ['We do it.'], ['글.']],
    ['what stands below a label, up to the site’s language', '# T\n초록:\nOne.\n\nTwo.\n글.', ['One.', 'Two.'], ['글.']],
    ['a callout named so', '# T\n> [!abstract]\n> One.\n\n글.', ['One.'], ['글.']],
    ['no other callout', '# T\n> [!note] 메모\n> One.\n\n글.', [], ['[!note] 메모\nOne.', '글.']],
    ['no list', '# T\n- One thing, said in English at some length.\n글.', [], ['- One thing, said in English at some length.', '글.']],
    ['no heading', '# T\n## Summary of it\n글.', [], ['## Summary of it', '글.']],
    ['no affiliation', '# T\nUniversity of Somewhere\n글.', [], ['University of Somewhere', '글.']],
    ['no word that there is none', '# T\n> [!abstract] Abstract\n> (no abstract in Zotero)\n\n글.', [], ['글.']],
    [
      'nothing, where the author says so',
      '# T\nabstract: none\nEnglish that is commentary, all of it.\n글.',
      [],
      ['English that is commentary, all of it.', '글.'],
    ],
  ])('is %s', (_, text, abstract, commentary) => {
    const entry = readOne(text, named('T'))
    expect(sources(entry.abstract)).toEqual(abstract)
    expect(sources(entry.commentary).map((source) => source.replace('[!note] 메모\n', '[!note] 메모\n'))).toEqual(
      commentary.map((source) => source.replace('[!note] ', '')),
    )
  })

  test('is front matter’s, where it gives one', () => {
    const entry = readOne(`${matter('title: T', 'abstract: We do it.')}> 인용.\n글.`)
    expect([sources(entry.abstract), sources(entry.commentary)]).toEqual([['We do it.'], ['인용.', '글.']])
    expect(sources(readOne(`${matter('title: T', 'abstract: none')}English that is commentary, all of it.`).abstract)).toEqual([])
  })
})
