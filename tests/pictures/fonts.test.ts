import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { codePointsIn } from '../../src/pictures/characters.ts'
import { Fonts } from '../../src/pictures/fonts.ts'
import { typefacesFor } from '../../src/pictures/typefaces.ts'

const opened: string[] = []
const fonts = new Fonts((name) => opened.push(name))

test.each([
  ['as it is', 'Attention, 주의 注意 αβγ Привет ∇ℝ', 'Attention, 주의 注意 αβγ Привет ∇ℝ'],
  ['composed (Unicode NFC)', 'e\u0301 \u1112\u1161\u11ab', 'é 한'],
  ['a compatibility character that no typeface has, plain', 'x₁ 𝟘', 'x1 𝟘'],
  ['without emoji, controls and what joins them', 'A 👩‍🔬\u0000\u202e\u{e0061} B', 'A B'],
  ['without Arabic, although a typeface of signs has single Arabic letters', 'A نص B', 'A B'],
  ['without half a character', 'A\ud83dB', 'AB'],
  ['nothing', '', ''],
])('what of a text can be drawn: %s', (_, text, drawn) => {
  expect(fonts.drawable(text, typefacesFor('serif', 'ko', 'ko')).text).toBe(drawn)
})

test('only the files that a text needs are opened, Latin ones first, each once', () => {
  opened.length = 0
  const few = new Fonts((name) => opened.push(name))
  const { fonts: named } = few.drawable('Attention 주의', typefacesFor('serif', 'ko', 'ko'))
  expect(named[0]).toBe('literata-latin')
  expect(named.length).toBeLessThanOrEqual(4)
  expect(opened.toSorted()).toEqual(expect.arrayContaining(named.toSorted()))
  const before = opened.length
  few.drawable('Attention 주의', typefacesFor('serif', 'ko', 'ko'))
  expect(opened).toHaveLength(before)
})

test.each([
  ['ja', 'ko', ['noto-serif-jp', 'noto-serif-sc', 'noto-serif-kr']],
  ['zh-Hant', 'ko', ['noto-serif-sc', 'noto-serif-jp', 'noto-serif-kr']],
  ['en', 'ja', ['noto-serif-jp', 'noto-serif-sc', 'noto-serif-kr']],
  ['en', 'en', ['noto-serif-kr', 'noto-serif-jp', 'noto-serif-sc']],
])('ideographs in %s on a site in %s are looked for in %j', (language, around, names) => {
  const packages = typefacesFor('serif', language, around).map((typeface) => typeface.package.replace(/^.*\//, ''))
  expect(packages).toEqual(['literata', ...names, 'noto-sans-math'])
})

describe('a WOFF2 file', () => {
  const file = createRequire(import.meta.url).resolve('@fontsource-variable/literata/files/literata-latin-wght-normal.woff2')

  test('tells which characters it has', () => {
    const codePoints = codePointsIn(readFileSync(file))
    for (const character of 'AZaz09é—') expect(codePoints.has(character.codePointAt(0) as number)).toBe(true)
    for (const character of '한あ\uffff') expect(codePoints.has(character.codePointAt(0) as number)).toBe(false)
  })

  test('that is none, or has no table of characters, is refused', () => {
    expect(() => codePointsIn(new Uint8Array(64))).toThrow('not a WOFF2 file')
    const tables = brotliCompressSync(Buffer.alloc(4))
    const head = Buffer.alloc(48)
    head.write('wOF2')
    head.writeUInt32BE(tables.length, 20)
    expect(() => codePointsIn(Buffer.concat([head, tables]))).toThrow('without a table of characters')
  })
})
