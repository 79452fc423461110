import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { arxivA, arxivB, both, catalogue, day, entry, idA, idB, idsByTitle, later, read, recorded } from './recorded.ts'

describe('an id is minted once and survives every edit', () => {
  test.each([
    ['its title', `${day}${entry('Renamed', { link: arxivA, text: 'A에 대한 글이다.' })}${entry('B', { link: arxivB })}`],
    ['its title and its text', `${day}${entry('Renamed', { link: arxivA, text: '달라진 글.' })}${entry('B', { link: arxivB })}`],
    ['its tags', `${day}${entry('A', { link: arxivA, tags: '#u #v' })}${entry('B', { link: arxivB })}`],
    ['its day', `2024-06-12\n${entry('A', { link: arxivA })}${day}${entry('B', { link: arxivB })}`],
    ['its day and its title', `2024-06-12\n${entry('Renamed', { link: arxivA })}${day}${entry('B', { link: arxivB })}`],
    ['its link', `${day}${entry('A', { link: 'https://arxiv.org/abs/2406.77777' })}${entry('B', { link: arxivB })}`],
    ['the version in its link', `${day}${entry('A', { link: `${arxivA}v3` })}${entry('B', { link: arxivB })}`],
    ['its link to none', `${day}${entry('A')}${entry('B', { link: arxivB })}`],
    ['the order', `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`],
    ['its text', `${day}${entry('A', { link: arxivA, text: '달라진 글.' })}${entry('B', { link: arxivB })}`],
  ])('%s', (_, edited) => {
    const ledger = recorded(both)
    const { entries } = catalogue(edited, { ledger, now: later })
    expect(entries.map(({ id }) => id).toSorted()).toEqual([idA, idB])
    expect(entries.find(({ title }) => title === 'B')?.id).toBe(idB)
  })

  test('the site’s host: new entries are minted under the first one too', () => {
    const ledger = recorded(both)
    const { entries, site } = catalogue(`${both}${entry('C')}`, { ledger, site: 'url: https://elsewhere.example' })
    expect(entries.map(({ id }) => id)).toEqual([idA, idB, 'tag:notes.example,2024-06-10:c'])
    expect([site.authority, site.origin]).toEqual(['notes.example', 'https://elsewhere.example'])
  })

  test.each([
    ['its title', `${day}${entry('Renamed', { text: 'A에 대한 글이다.' })}${entry('B')}`],
    ['its day', `2024-06-12\n${entry('A')}${day}${entry('B')}`],
    ['its text', `${day}${entry('A', { text: '달라진 글.' })}${entry('B')}`],
  ])('without a paper’s link as well: %s', (_, edited) => {
    const ledger = recorded(`${day}${entry('A')}${entry('B')}`)
    const ids = catalogue(edited, { ledger, now: later }).entries.map(({ id }) => id)
    expect(ids.toSorted()).toEqual([idA, idB])
  })

  describe('a title and a link that are corrected in one edit', () => {
    const long = '마흔 글자가 넘는 논평은 하루에 두 번 같은 말로 쓰일 일이 없으므로 그 글의 표지가 된다.'
    const wrong = `${day}${entry('A', { link: arxivA, text: long })}`
    const right = `${day}${entry('Right', { link: arxivB, text: long })}`

    test('keep the id where the text is long', () => {
      expect(idsByTitle(catalogue(right, { ledger: recorded(wrong), now: later }))).toEqual({ Right: idA })
    })

    test('so does an entry that is put back with them', () => {
      const removed = recorded(day, { ledger: recorded(wrong), now: later })
      expect(idsByTitle(catalogue(right, { ledger: removed, now: later }))).toEqual({ Right: idA })
    })

    test.each([
      [
        'the text is short',
        `${day}${entry('A', { link: arxivA, text: '짧다.' })}`,
        `${day}${entry('Right', { link: arxivB, text: '짧다.' })}`,
      ],
      ['the day is another', wrong, right.replace('06-10', '06-11')],
      ['two entries have it', wrong, `${right}${entry('Twin', { link: 'https://arxiv.org/abs/2406.00003', text: long })}`],
    ])('make another entry where %s', (_, before, after) => {
      const { entries } = catalogue(after, { ledger: recorded(before), now: later })
      expect(entries.map(({ id }) => id)).not.toContain(idA)
    })
  })

  test('a sentence that stands below several titles of a day tells nothing', () => {
    const text = '이번 주에 읽을 논문이다. 노트는 다 읽은 다음에 이 자리에 이어서 적기로 한다. 그때까지는 제목만 남긴다.'
    const ledger = recorded(`${day}${entry('A', { link: arxivA, text })}${entry('B', { link: arxivB, text })}`)
    const after = `${day}${entry('C', { link: 'https://arxiv.org/abs/2406.00003', text })}${entry('B', { link: arxivB, text })}`
    expect(idsByTitle(catalogue(after, { ledger, now: later }))).toEqual({ C: 'tag:notes.example,2024-06-10:c', B: idB })
  })

  test('an entry that gives itself a new id is none of those before it, whatever its text', () => {
    const text = '마흔 글자가 넘는 논평은 하루에 두 번 같은 말로 쓰일 일이 없으므로 그 글의 표지가 된다.'
    const ledger = recorded(`${day}${entry('A', { link: arxivA, text })}`)
    const id = 'tag:notes.example,2024-06-10:mine'
    const after = `${day}${entry('C', { link: arxivB, text }).replace('C\n', `C\nid: ${id}\n`)}`
    expect(idsByTitle(catalogue(after, { ledger, now: later }))).toEqual({ C: id })
  })

  test('a name that is free again gives another id', () => {
    const ledger = recorded(`${day}${entry('Renamed', { link: arxivA })}`, { ledger: recorded(`${day}${entry('A', { link: arxivA })}`) })
    const { entries } = catalogue(`${day}${entry('Renamed', { link: arxivA })}${entry('A', { link: arxivB })}`, { ledger })
    expect(entries.map(({ title, id }) => [title, id])).toEqual([
      ['Renamed', idA],
      ['A', `${idA}-2`],
    ])
  })

  test('an entry that is put back is the one it was', () => {
    const removed = recorded(`${day}${entry('B', { link: arxivB })}`, { ledger: recorded(both), now: later })
    expect(idsByTitle(catalogue(both, { ledger: removed }))).toEqual({ A: idA, B: idB })
    const back = recorded(both, { ledger: removed, now: new Date('2026-03-03T03:03:03Z') })
    expect(back.records.find(({ id }) => id === idA)).toMatchObject({ removed: null, updated: new Date('2026-03-03T03:03:03Z') })
  })

  test('new notes on a paper whose first notes still stand are another entry', () => {
    const ledger = recorded(both)
    expect(idsByTitle(catalogue(`2024-07-01\n${entry('A again', { link: arxivA })}${both}`, { ledger }))).toEqual({
      'A again': 'tag:notes.example,2024-07-01:a-again',
      A: idA,
      B: idB,
    })
  })

  test('two notes on one paper, both renamed, are told apart by their days', () => {
    const ledger = recorded(`2024-06-11\n${entry('B', { link: arxivA })}${day}${entry('A', { link: arxivA })}`)
    const renamed = `2024-06-11\n${entry('B2', { link: arxivA })}${day}${entry('A2', { link: arxivA })}`
    expect(idsByTitle(catalogue(renamed, { ledger }))).toEqual({ B2: 'tag:notes.example,2024-06-11:b', A2: idA })
  })
})

describe('the surest sign decides first', () => {
  const ids = (before: readonly string[], after: string): Readonly<Record<string, string>> => {
    let ledger: Ledger | null = null
    for (const notes of before) ledger = recorded(notes, { ledger })
    return idsByTitle(catalogue(after, { ledger }))
  }

  test('an entry that takes the title of a removed one is still itself', () => {
    const [a, b] = [entry('A', { link: arxivB }), entry('B', { link: arxivA })]
    expect(ids([day + a + b, day + b], `${day}${entry('A', { link: arxivA, text: 'B에 대한 글이다.' })}`)).toEqual({ A: idB })
    expect(ids([`${day}${entry('A')}${entry('B')}`, `${day}${entry('B')}`], `${day}${entry('A', { text: 'B에 대한 글이다.' })}`)).toEqual({
      A: idB,
    })
  })

  test('a new entry that takes the title of a renamed one is a doubt, not the renamed one', () => {
    const before = recorded(`${day}${entry('A', { text: '하나.' })}${entry('B', { text: '둘.' })}`)
    const after = `${day}${entry('A revised', { text: '하나.' })}${entry('A', { text: '셋.' })}${entry('B', { text: '둘.' })}`
    expect(read(after, { ledger: before }).catalog).toBeNull()
  })

  test('notes of one title that all move by a day keep their ids with their texts', () => {
    const days = ['10', '11', '12', '13']
    const notes = (shift: number): string =>
      [0, 1, 2].map((index) => `2024-06-${days[index + shift]}\n${entry('Weekly', { text: `글 ${index}.` })}`).join('')
    const moved = catalogue(notes(1), { ledger: recorded(notes(0)) }).entries
    expect(moved.map(({ day: of, id }) => [of.slice(8), id.slice(0, 31)])).toEqual([
      ['13', 'tag:notes.example,2024-06-12:we'],
      ['12', 'tag:notes.example,2024-06-11:we'],
      ['11', 'tag:notes.example,2024-06-10:we'],
    ])
  })

  test('two notes on one paper whose days are swapped keep their ids with their titles', () => {
    const [first, second] = [entry('First', { link: arxivA }), entry('Second', { link: arxivA })]
    expect(ids([`2024-06-10\n${first}2024-06-11\n${second}`], `2024-06-11\n${first}2024-06-10\n${second}`)).toEqual({
      First: 'tag:notes.example,2024-06-10:first',
      Second: 'tag:notes.example,2024-06-11:second',
    })
  })

  test('a title alone, or the same words, on different papers are no sign', () => {
    const before = recorded(`${day}${entry('Attention', { link: arxivA, text: '읽어볼 것.' })}`)
    expect(read(`2026-01-01\n${entry('Attention', { link: arxivB, text: '다른 글.' })}`, { ledger: before }).catalog).toBeNull()
    expect(idsByTitle(catalogue(`2026-01-01\n${entry('Other', { link: arxivB, text: '읽어볼 것.' })}`, { ledger: before }))).toEqual({
      Other: 'tag:notes.example,2026-01-01:other',
    })
  })

  test('an entry that brings an id of its own is no removed one', () => {
    const removed = recorded(day, { ledger: recorded(`${day}${entry('A')}`) })
    expect(catalogue(`${day}A\nid: https://old.example/?p=1\n글.\n#t`, { ledger: removed }).entries[0]?.id).toBe('https://old.example/?p=1')
  })

  test('a removed entry put back on another day is the one it was', () => {
    const removed = recorded(day, { ledger: recorded(`${day}${entry('A', { link: arxivA })}`) })
    expect(catalogue(`2024-06-12\n${entry('A', { link: arxivA })}`, { ledger: removed }).entries[0]?.id).toBe(idA)
  })
})
