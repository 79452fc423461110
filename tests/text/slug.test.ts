import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nfc } from '../../src/text/nfc.ts'
import { slugOf, tagSlugOf } from '../../src/text/slug.ts'
import { anyCharacter } from '../any-character.ts'

const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'grapheme', maxLength: 200 }))

describe('the slug of a tag or title', () => {
  test.each([
    ['RLHF', 'rlhf'],
    ['object detection', 'object-detection'],
    ['object_detection', 'object_detection'],
    ['node.js', 'node-js'],
    ['RL/HF', 'rl-hf'],
    ['c++', 'c'],
    ['c#', 'c'],
    ["don't", 'dont'],
    ['don’t', 'dont'],
    ['--a--b--', 'a-b'],
    ['정렬', '정렬'],
    ['정렬'.normalize('NFD'), '정렬'],
    ['日本語', '日本語'],
    ['ＬＬＭ', 'llm'],
    ['Araújo', 'araújo'],
    ['हिन्दी', 'हिन्दी'],
    ['🔥', '🔥'],
    ['👩‍🔬', '👩🔬'],
    ['🇰🇷', '🇰🇷'],
    ['x²', 'x²'],
    ['ReST-MCTS*: LLM Self-Training', 'rest-mcts-llm-self-training'],
    ['<script>', 'script'],
    ['../..', ''],
    ['!?…', ''],
    ['', ''],
    ['\u200d\ufe0f', ''],
  ])('of %j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  test('is in NFC even where a vanished character stood between a letter and its mark', () => {
    expect(slugOf('e\u200d\u0301')).toBe('é')
  })

  test('is cut at the last hyphen before eighty characters, or at eighty characters if it has none', () => {
    expect(slugOf(`${'abcd '.repeat(16)}tail`)).toBe('abcd-'.repeat(16).slice(0, -1))
    expect(slugOf(`${'abcdefghi '.repeat(9)}`)).toBe('abcdefghi-'.repeat(8).slice(0, -1))
    expect(slugOf('가'.repeat(100))).toBe('가'.repeat(80))
    expect(slugOf(`${'𝒪 '.repeat(39)}𝒪𝒪`)).toBe(`${'𝒪-'.repeat(39)}𝒪𝒪`)
    expect(slugOf('𝒪'.repeat(100))).toBe('𝒪'.repeat(80))
  })

  test('is its own slug, in NFC, and safe as one segment of a path', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const slug = slugOf(text)
        expect(slugOf(slug)).toBe(slug)
        expect(slug.normalize('NFC')).toBe(slug)
        expect(slug.isWellFormed()).toBe(true)
        expect(Array.from(slug).length).toBeLessThanOrEqual(80)
        expect(slug).not.toMatch(/^-|-$|--|[\s/\\.?#%&<>"'\p{Cc}\p{Cf}]/u)
      }),
      { numRuns: 2_000 },
    )
  })

  test('UAX #15 §1.3: is in NFC and its own slug, even if the text has too many marks to be put in order', () => {
    const part = fc.constantFrom('a', '-', '가', '\u0301', '\u0323', '\u0327', '\u0958', '\u0344', '\u{1d15e}')
    const overloaded = fc
      .tuple(fc.array(part, { maxLength: 90 }), fc.array(part, { maxLength: 20 }))
      .map(([head, tail]) => [...head, '\u0301\u0323'.repeat(501), ...tail].join(''))
    fc.assert(
      fc.property(overloaded, (text) => {
        const slug = slugOf(text)
        expect(nfc(text)).toBe(text)
        expect(slug.normalize('NFC')).toBe(slug)
        expect(slugOf(slug)).toBe(slug)
        expect(Array.from(slug).length).toBeLessThanOrEqual(80)
      }),
    )
  })

  test('UAX #15 §1.1: is one for all canonically equivalent texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slugOf(text.normalize('NFD'))).toBe(slugOf(text))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the slug of a tag spells out what tells names apart', () => {
  test.each([
    ['c', 'c'],
    ['c++', 'cpp'],
    ['C++', 'cpp'],
    ['Ｃ＋＋', 'cpp'],
    ['g++', 'gpp'],
    ['c++20', 'cpp20'],
    ['c++/cli', 'cpp-cli'],
    ['notepad++', 'notepadpp'],
    ['a+', 'ap'],
    ['é+', 'ép'],
    ['c\u200d++', 'cpp'],
    ['rl+lm', 'rl-lm'],
    ['a+정렬', 'a-정렬'],
    ['+1', '1'],
    ['정렬+', '정렬'],
    ['c#', 'csharp'],
    ['C＃', 'csharp'],
    ['f#', 'fsharp'],
    ['c#.net', 'csharp-net'],
    ['a#b', 'a-b'],
    ['no#1', 'no-1'],
    ['标签#', '标签'],
    ['.net', 'dotnet'],
    ['．NET', 'dotnet'],
    ['asp.net', 'asp-net'],
    ['node.js', 'node-js'],
    ['..net', 'net'],
    ['...', ''],
    ['+', ''],
    ['#', ''],
  ])('of %j is %j', (label, slug) => {
    expect(tagSlugOf(label)).toBe(slug)
  })

  const sign = fc.constantFrom('+', '#', '.', '＋', '＃', '．', 'c', 'é', '1', '정', ' ', '\u0301', '\u200d')
  const signed = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), anyText)

  test('and leaves every other label its slug', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const label = text.replace(/[+#＋＃]/g, '').replace(/^[.．\p{Cf}\p{Variation_Selector}'’ʼ]+/u, '')
        expect(tagSlugOf(label)).toBe(slugOf(label))
      }),
      { numRuns: 2_000 },
    )
  })

  test('is a slug, the same for all canonically equivalent labels, and empty only where a title’s is', () => {
    fc.assert(
      fc.property(signed, (label) => {
        const slug = tagSlugOf(label)
        expect([slugOf(slug), tagSlugOf(slug), tagSlugOf(label.normalize('NFD'))]).toEqual([slug, slug, slug])
        expect(slug === '').toBe(slugOf(label) === '')
      }),
      { numRuns: 2_000 },
    )
  })

  test('is found in linear time, whatever stands in a row', () => {
    for (const part of ['+', 'c+', '#', 'c#', '.', `c${'\u0301'.repeat(99)}`, 'c++1'])
      expect(tagSlugOf(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(200)
  })
})

describe('NFC of a text', () => {
  test('is Unicode’s', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(nfc(text)).toBe(text.normalize('NFC'))
      }),
    )
  })

  test('is Unicode’s for a long text too', () => {
    expect(nfc('정렬'.normalize('NFD').repeat(1_000))).toBe('정렬'.repeat(1_000))
  })

  test('is not taken of a long text with a million marks on one letter: to put them in order takes quadratic time', () => {
    const overloaded = `a${'\u0301\u0323'.repeat(500_000)}`
    expect(nfc(overloaded) === overloaded).toBe(true)
  })
})
