import { describe, expect, test } from 'vitest'
import { isLatin, isSameLanguage, languageOf } from '../../src/text/language.ts'

const korean = { site: 'ko', latin: 'en' }

describe('the script of a passage tells its language', () => {
  test.each([
    ['This is English.', 'en'],
    ['한국어다.', 'ko'],
    ['한국어다.'.normalize('NFD'), 'ko'],
    ['これは日本語です。', 'ja'],
    ['カタカナ', 'ja'],
    ['这是中文。', 'zh'],
    ['Это по-русски.', 'ru'],
    ['Ελληνικά', 'el'],
    ['هذا بالعربية', 'ar'],
    ['यह हिन्दी है', 'hi'],
    ['Tiếng Việt', 'en'],
    ['Self-Rewarding Language Models (Yuan et al., 2024)와 비슷하다.', 'ko'],
    ['dynamic convolution 기반 panoptic segmentation.', 'ko'],
    ['We train on KorQuAD (한국어 질의응답이다) and report the F1 of each model.', 'en'],
    ['the prefix 한 is rare', 'en'],
    ['GPT를 the reader로 쓴다', 'ko'],
    ['Transformer ベースの segmentation model', 'ja'],
    ['本文提出的 vision transformer for the segmentation of images', 'zh'],
    ['We call it 道, with the meaning of way', 'en'],
    ['«БЕРТ» is the model of this paper', 'en'],
    ['"사람 같다"', 'ko'],
    ['We translate 한국어 into English and measure how well that works on a benchmark.', 'en'],
    ['2024', null],
    ['$x^2$ 😀 — 42%', null],
    ['', null],
    ['https://arxiv.org/abs/2406.00001', null],
    ['`code` 가', 'ko'],
    ['(https://example.org/a-very-long-address-in-latin-letters) 참고', 'ko'],
  ])('%j is %j', (text, language) => {
    expect(languageOf(text, korean)).toBe(language)
  })

  test.each([
    ['A Z a z À ɏ Ö Ø ö ø ÿ', 'en'],
    ['가 힣 ㄱ ㆎ ᄀ ᇿ', 'ko'],
    ['ぁ ん ァ ヺ ー ヿ', 'ja'],
    ['㐀 一 鿿 豈 﫿 𠀀 𯨟', 'zh'],
    ['Ͱ Ω Ͽ ἀ ῾', 'el'],
  ])('each letter of %s tells %s', (letters, language) => {
    for (const letter of letters.split(' ')) expect(languageOf(letter, korean), letter).toBe(language)
  })

  test.each(Array.from('0@[_{~×÷・\u0301\u2028—🔥'))('%j is no letter', (character) => {
    expect(languageOf(character, korean)).toBeNull()
  })

  test('ideographs alone are Japanese on a Japanese site, else Chinese', () => {
    expect(languageOf('自然言語処理', { site: 'ja', latin: 'en' })).toBe('ja')
    expect(languageOf('自然言語処理', korean)).toBe('zh')
  })

  test('the site’s own tag stays whole, and so does the tag that Latin letters are taken for', () => {
    expect(languageOf('中文', { site: 'zh-Hant', latin: 'en' })).toBe('zh-Hant')
    expect(languageOf('Українською', { site: 'uk', latin: 'en' })).toBe('uk')
    expect(languageOf('Auf Deutsch', { site: 'ko', latin: 'de-AT' })).toBe('de-AT')
  })
})

test.each([
  ['ko', 'ko-KR', true],
  ['EN-us', 'en', true],
  ['zh-Hans', 'zh-Hant', true],
  ['ko', 'en', false],
  ['k', 'ko', false],
])('RFC 4647 §3.3.1: %s and %s name one language: %s', (one, other, same) => {
  expect(isSameLanguage(one, other)).toBe(same)
})

test.each([
  ['en', true],
  ['de-AT', true],
  ['vi', true],
  ['ko', false],
  ['ja-JP', false],
  ['ru', false],
])('%s is written in Latin letters: %s', (language, latin) => {
  expect(isLatin(language)).toBe(latin)
})
