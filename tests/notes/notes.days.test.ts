import { describe, expect, test } from 'vitest'
import { matter, read, readOne, sources } from './read.ts'

const entry = 'Title\n본문\n#t'
const daysOf = (text: string, file: string): readonly string[] => read(text, file).entries.map(({ day }) => day)

describe('a date alone on its line opens a day, with or without marks', () => {
  test.each([
    ['2024년 6월 10일', '2024-06-10'],
    ['2024년 6월 10일 월요일', '2024-06-10'],
    ['2024년 6월 10일 (월)', '2024-06-10'],
    ['2024년 6월 10일'.normalize('NFD'), '2024-06-10'],
    ['2024-06-10', '2024-06-10'],
    ['2024-06-10\u200b', '2024-06-10'],
    ['\u200e2024-06-10', '2024-06-10'],
    ['2024-6-1', '2024-06-01'],
    ['2024. 6. 10.', '2024-06-10'],
    ['2024.06.10 (Mon)', '2024-06-10'],
    ['June 10, 2024', '2024-06-10'],
    ['Monday, June 10, 2024', '2024-06-10'],
    ['10 June 2024', '2024-06-10'],
    ['# 2024-02-29', '2024-02-29'],
    ['### 2024년 6월 10일 ###', '2024-06-10'],
    ['**2024년 6월 11일**', '2024-06-11'],
    ['[[2024-06-11]]', '2024-06-11'],
    ['2024-06-11:', '2024-06-11'],
    ['**2024-06-11:**', '2024-06-11'],
    ['## __2024. 6. 11.__', '2024-06-11'],
    ['2024-06-11 (화):', '2024-06-11'],
    ['２０２４년 6월 11일', '2024-06-11'],
    ['2024–06–11', '2024-06-11'],
    ['11th of June 2024', '2024-06-11'],
    ['Date: 2024-06-11', '2024-06-11'],
  ])('%j', (heading, day) => {
    expect(daysOf(`${heading}\n${entry}`, 'notes.md')).toEqual([day])
  })

  test('and several may stand in one file', () => {
    expect(daysOf(`2024-06-10\n${entry}\n\n2024-06-09\n${entry}`, 'notes.md')).toEqual(['2024-06-10', '2024-06-09'])
  })
})

describe('a date that isn’t one day of the calendar is refused rather than published as a title', () => {
  test.each(['2024-06-31', '2023년 2월 29일', '2024. 13. 1.', 'June 31, 2024', '# 2024-06-00'])('%s', (heading) => {
    expect(read(`${heading}\n${entry}`, 'n.md')).toMatchObject({
      entries: [],
      problems: [expect.stringMatching(/^n\.md:1: .* is no day of the calendar \(write the day that was meant\)$/)],
    })
  })

  test.each([
    '6월 11일',
    '6월 11일 (화)',
    '6/11',
    '06/11',
    '240611',
    '24.06.11',
    '24-06-11',
    '24년 6월 11일',
    '## 24/6/11',
    'June 11',
    'Jun 11th',
    '2024년 6월',
    '20240611',
    '6月11日',
    '2024年6月',
    '11 June',
    '06/11/2024',
    '11.06.2024',
    '2024 06 11',
  ])('%s, which doesn’t tell the year or the day', (heading) => {
    expect(read(`2024-06-10\nA\n본문\n#t\n${heading}\nB\n본문\n#t`, 'n.md').problems).toEqual([
      expect.stringMatching(/^n\.md:5: “.+” is no whole date \(write the year in four digits, the month and the day, such as 2024-06-11;/),
    ])
  })

  test.each([
    '# 2024-06-10 오늘의 논문',
    '2024-06-10 (3편)',
    '2024년 6월 10일 [3]',
    '2024-06-10（세 편）',
    '2024-06-10 오늘',
    '2024-06-10 09:00',
    '2024年6月10日 (3)',
  ])('%s, with more than a date on its line', (heading) => {
    expect(read(`2024-06-09\nA\n본문\n#t\n${heading}\n${entry}`, 'n.md').problems).toEqual([
      expect.stringMatching(/^n\.md:5: a date heading with more than a date/),
    ])
  })

  test.each(['2024-06-10 기준으로 가장 좋다.', '2024-06-10 (수정) 다시 읽음.', '241399', '13/1', '6/32', '24/7', '1/0'])(
    'but %s is text',
    (line) => {
      expect(sources(readOne(`A\n본문\n${line}\n#t`).commentary)).toEqual(['본문', line])
    },
  )
})

test.each(['Mathematics 24', '13월 1일', '99.99.99', 'GPT 4', '24.6', 'v24.06.11'])('%s is a title, and no date', (title) => {
  expect(readOne(`${title}\n본문\n#t`).title).toBe(title)
})

describe('without a date heading, the day', () => {
  test.each([
    ['content/2024-06-10.md', '2024-06-10'],
    ['content/240606 A Title.md', '2024-06-06'],
    ['content/sub/20240610.txt', '2024-06-10'],
    ['content/2024년 6월 10일.txt'.normalize('NFD'), '2024-06-10'],
  ])('is in the file’s name: %s', (file, day) => {
    expect(readOne(entry, file).day).toBe(day)
  })

  test.each([
    '2024-06-11',
    '"2024-06-11"',
    '2024-06-11T01:00:00+09:00',
    '2024-06-11 23:59:59 -11:00',
    '2024년 6월 11일',
    '20240611',
    'June 11, 2024',
  ])('is in front matter before the name, and stays as written: date: %s', (date) => {
    expect(readOne(`${matter(`date: ${date}`)}${entry}`).day).toBe('2024-06-11')
  })

  test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Seoul', 'America/St_Johns'])(
    'is the same in the time zone %s',
    (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        expect(readOne(`${matter('date: 2024-06-11T01:00:00+09:00')}${entry}`).day).toBe('2024-06-11')
        expect(daysOf(`2011-12-30\n${entry}`, 'n.md')).toEqual(['2011-12-30'])
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )

  test.each([
    ['notes.md', /^notes\.md:1: text before any date: “Title” \(put the day above it/],
    ['241399 Title.md', /^241399 Title\.md:1: the file's name begins with 241399/],
  ])('is missing in %s', (file, problem) => {
    expect(read(entry, file).problems).toEqual([expect.stringMatching(problem)])
  })

  test('is refused in front matter where it doesn’t exist', () => {
    expect(read(`${matter('date: 2024-06-31')}${entry}`, 'n.md').problems).toEqual([
      expect.stringMatching(/^n\.md:2: “2024-06-31” isn't a date/),
    ])
  })
})
