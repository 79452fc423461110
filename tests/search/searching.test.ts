import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termsOf } from '../../src/search/terms.ts'
import { entriesOf, entryWith } from './searched-entries.ts'
import { searchingIn, searchingInNotes } from './searching-in.ts'

const notes = `2024-06-10
Large Language Models Must Be Taught to Know What They Don’t Know
(Sanyam Kapoor, Andrew Gordon Wilson)
We fine-tune a transformer with GPT-4 and \`C++\`.
제안하자마자 철회하는 논문은 처음 본다.
#정렬 #uncertainty-estimation
ReST-MCTS*: LLM Self-Training
(João G. M. Araújo, Łukasz Kaiser, Søren Kierkegaard)
심층강화학습을 다룬다.
#rl
Reinforcement Notes
(김연구, 이저자)
심층 강화 학습의 메모. 🤖
#rl #c++
`

describe('finds', () => {
  const { titles, answer } = searchingInNotes(notes)
  const [taught, rest, memo] = [
    'Large Language Models Must Be Taught to Know What They Don’t Know',
    'ReST-MCTS*: LLM Self-Training',
    'Reinforcement Notes',
  ] as const

  test.each([
    ['the inside of a Korean word', '철회', [taught]],
    ['its end', '회하는', [taught]],
    ['one syllable', '철', [taught]],
    ['a part between two others', '강화', [memo, rest]],
    ['Korean that is spaced otherwise', '심층강화', [memo, rest]],
    ['in three parts, too', '심층강화학습', [memo, rest]],
    ['the same with spaces', '심층 강화 학습', [memo, rest]],
    ['Korean with a particle', '강화학습은', [memo, rest]],
    ['a word by its initial consonants', 'ㅊㅎ', [taught]],
    ['decomposed Hangul', '강화'.normalize('NFD'), [memo, rest]],
    ['a syllable whose next one is half typed', '철ㅎ', [taught]],
    ['words that aren’t neighbours', '논문 제안', [taught]],
    ['words across fields', '강화 김연구', [memo]],
    ['a Korean author', '연구', [memo]],
    ['an author', 'kapoor', [taught]],
    ['an author with accents', 'Araujo', [rest]],
    ['as they are written, too', 'Araújo', [rest]],
    ['an author with a stroke', 'lukasz', [rest]],
    ['a tag', '정렬', [taught]],
    ['a tag with its mark', '#정렬', [taught]],
    ['a tag with signs of its own', 'c++', [memo, taught]],
    ['the beginning of a word', 'transf', [taught]],
    ['the beginning of a hyphenated tag', 'uncertainty-est', [taught]],
    ['a name without the hyphen', 'gpt4', [taught]],
    ['and with a particle', 'GPT-4 논문은', [taught]],
    ['an emoji', '🤖', [memo]],
    ['apostrophes of either form', "don't", [taught]],
  ])('%s: %s', async (_, query, expected) => {
    expect((await titles(query)).toSorted()).toEqual(expected.toSorted())
    expect((await answer(query)).corrections).toEqual([])
  })

  test.each([
    ['another word', 'diffusion'],
    ['one word of two', 'transformer diffusion'],
    ['the end of a Latin word', 'former'],
    ['syllables that meet over no word', '회는'],
    ['part of a number', '40'],
    ['nothing but punctuation', '?!'],
    ['nothing', ' '],
  ])('nothing by %s', async (_, query) => {
    expect(await titles(query)).toEqual([])
  })

  test.each([
    ['a letter that is wrong', 'tranzformer', [taught]],
    ['letters that are swapped', 'trasnformer', [taught]],
    ['a misspelt author', 'Kapor', [taught]],
  ])('nearly, by %s', async (_, query, expected) => {
    expect((await titles(query)).toSorted()).toEqual(expected.toSorted())
    expect((await answer(query)).corrections).not.toEqual([])
  })

  test('nothing nearly by a short word that is wrong, or by nonsense', async () => {
    for (const query of ['gpd', '뷁뷁뷁뷁', 'qqqqqqqq', '가'.repeat(1000)]) expect(await titles(query), query).toEqual([])
  })

  test('titles before text', async () => {
    const searching = searchingInNotes('2024-06-10\nA\nAbout the attention of others.\n#t\nAttention\n본문.\n#t\n')
    expect(await searching.titles('attention')).toEqual(['Attention', 'A'])
  })

  test('any entry of the real notes by each of its words', async () => {
    const entries = entriesOf(readFileSync(new URL('../../content/2024-06-10.md', import.meta.url), 'utf8'))
    const searching = searchingIn(entries)
    for (const { title, authors, tags, commentary } of entries) {
      const texts = [title, ...authors.map(({ name }) => name), ...tags.map(({ label }) => label), ...commentary.map(({ text }) => text)]
      for (const word of texts.flatMap((text) => text.split(/\s+/)).filter((word) => termsOf(word).length > 0))
        expect(await searching.titles(word), word).toContain(title)
    }
  })
})

const hangul = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 6,
})
const particle = fc.constantFrom('는', '를', '에서', 'GPT-4', 'c++', '(2024)', ',')

test('every entry is found by any two syllables and more of its Korean, spaces or not, composed or not', async () => {
  const text = fc.array(fc.oneof({ weight: 3, arbitrary: hangul }, { weight: 1, arbitrary: particle }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async (texts, at, length, decomposed) => {
        const bodies = texts.map((words) => words.join(' '))
        const entries = bodies.map((body, number) => entryWith(number, body))
        const searching = searchingIn(entries)
        for (const [number, body] of bodies.entries()) {
          for (const [run] of body.matchAll(/[가-힣][가-힣 ]*[가-힣]/g)) {
            const from = at % (run.length - 1)
            const part = run.slice(from, from + 2 + (length % (run.length - from - 1)))
            const query = decomposed ? part.normalize('NFD') : part
            expect(await searching.titles(query), `${part} in ${body}`).toContain(`t${number}`)
          }
        }
      },
    ),
  )
})

// None of these syllables is a particle, which a word may have or not.
test('what is found by one Korean word has it, and nothing else is', async () => {
  const part = fc.string({ unit: fc.constantFrom('바', '나', '다'), minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom('바나', '나다', '바나다', '다바', '나'), { minLength: 1 }), { minLength: 1 }),
      part,
      async (texts, part) => {
        const entries = texts.map((words, number) => entryWith(number, words.join(' ')))
        const having = texts.flatMap((words, number) => (words.some((word) => word.includes(part)) ? [`t${number}`] : []))
        const searching = searchingIn(entries)
        expect((await searching.titles(part)).toSorted()).toEqual(having.toSorted())
      },
    ),
  )
})
