import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksIn, snippetOf } from '../../src/search/marks.ts'
import { queryOf } from '../../src/search/query.ts'
import { anyCharacter } from '../any-character.ts'

const marked = (text: string, typed: string): readonly string[] =>
  marksIn(text, queryOf(typed).wanted).map(({ from, to }) => text.slice(from, to))

describe('what was found is marked', () => {
  test.each([
    ['Swin Transformer: Hierarchical', 'swin transf', ['Swin', 'Transformer']],
    ['FlashAttention', 'attention', ['FlashAttention']],
    ['João Araújo', 'araujo', ['Araújo']],
    ['심층강화학습을 다룬다', '강화학습', ['강화학습']],
    ['강화 학습을 다룬다', '강화학습', ['강화', '학습']],
    ['트랜스포머의 출발', '트랜스포머를', ['트랜스포머']],
    ['트랜스포머의 출발', 'ㅌㄹㅅ', ['트랜스포머의']],
    ['Attention is all', 'attention is', ['Attention']],
    ['state space models', '"space models"', ['space', 'models']],
    ['C++ and c', 'c++', ['C++']],
    ['nothing here', 'diffusion', []],
    ['anything', 'tag:llm year:2024', []],
  ])('%s for %s', (text, typed, found) => {
    expect(marked(text, typed)).toEqual(found)
  })
})

describe('a part of a text is shown', () => {
  const long = `${'앞말 '.repeat(120)}여기에 강화학습 이야기가 있다. ${'뒷말 '.repeat(120)}`

  test('around what was found', () => {
    const { text, marks } = snippetOf(long, queryOf('강화학습').wanted)
    expect(marks.map(({ from, to }) => text.slice(from, to))).toEqual(['강화학습'])
    expect(text).toMatch(/^….*….?$/)
    expect(text.length).toBeLessThan(150)
  })

  test('from its beginning where nothing of it was found', () => {
    expect(snippetOf(long, queryOf('diffusion').wanted)).toEqual({ text: expect.stringMatching(/^앞말 앞말.*…$/), marks: [] })
    expect(snippetOf('짧은 글', [])).toEqual({ text: '짧은 글', marks: [] })
  })

  test('marks are stretches of it, one behind another, whatever the text', () => {
    const text = fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom('강화 ', '학습', 'attention ', ' ')), maxLength: 300 })
    fc.assert(
      fc.property(text, (whole) => {
        const snippet = snippetOf(whole, queryOf('강화학습 attention').wanted)
        let at = 0
        for (const { from, to } of snippet.marks) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(at).toBeLessThanOrEqual(snippet.text.length)
      }),
    )
  })
})
