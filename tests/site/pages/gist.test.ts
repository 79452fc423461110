import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/catalog/catalog.ts'
import { gistOf } from '../../../src/site/pages/gist.ts'
import { trustedHtml } from '../../../src/text/html.ts'
import type { Language } from '../../../src/text/language.ts'

function block(text: string, language: string): Block {
  return { source: text, line: 1, language: language as Language, html: trustedHtml(''), text, wikiLinks: [] }
}

const width = (text: string): number => [...text].reduce((sum, character) => sum + (/[가-힣]/.test(character) ? 2 : 1), 0)

describe('the gist of an entry', () => {
  test.each([
    ['is the commentary where there is one', [block('논평이다.', 'ko')], [block('An abstract.', 'en')], '논평이다.'],
    ['is the abstract where there is no commentary', [], [block('An abstract.', 'en')], 'An abstract.'],
    ['is the abstract where the commentary has no words', [block('', 'ko')], [block('An abstract.', 'en')], 'An abstract.'],
    ['is on one line', [block('첫 줄\n둘째 줄', 'ko'), block('다음', 'ko')], [], '첫 줄 둘째 줄 다음'],
    ['ends where the language changes', [block('한국어다.', 'ko'), block('English.', 'en')], [], '한국어다.'],
    [
      'passes over a short line in another language',
      [block('A short quotation.', 'en'), block(`${'길게 말한다. '.repeat(5)}끝.`, 'ko')],
      [],
      `${'길게 말한다. '.repeat(5)}끝.`,
    ],
    ['begins behind what has no words', [block(' ', 'ko'), block('여기부터.', 'ko')], [], '여기부터.'],
  ])('%s', (_, commentary, abstract, text) => {
    expect(gistOf({ commentary, abstract })?.text).toBe(text)
  })

  test('is no table and no code where there are sentences', () => {
    const table: Block = { ...block('a b c', 'ko'), html: trustedHtml('<table><tr><td>a</td></tr></table>') }
    expect(gistOf({ commentary: [table, block('문장이다.', 'ko')], abstract: [] })?.text).toBe('문장이다.')
    expect(gistOf({ commentary: [table], abstract: [] })?.text).toBe('a b c')
  })

  test('is nothing where there is neither', () => {
    expect(gistOf({ commentary: [], abstract: [] })).toBeNull()
  })

  test('of a long text is its beginning, cut between words, at most 240 wide, with an ellipsis', () => {
    const words = fc.array(fc.stringMatching(/^[a-z가-힣]{1,12}$/), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(words, (written) => {
        const text = written.join(' ')
        const gist = gistOf({ commentary: [block(text, 'ko')], abstract: [] })?.text ?? ''
        if (width(text) <= 240) return gist === text
        const kept = gist.slice(0, -1)
        return gist.endsWith('…') && width(kept) <= 240 && width(kept) > 200 && text.startsWith(`${kept} `)
      }),
    )
  })

  test('of a script without spaces is cut at the width', () => {
    expect(gistOf({ commentary: [block('문'.repeat(300), 'ko')], abstract: [] })?.text).toBe(`${'문'.repeat(120)}…`)
  })
})
