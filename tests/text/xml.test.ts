import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeXml, hasIllegalXml, legalXml } from '../../src/text/xml.ts'
import { anyCharacter } from '../any-character.ts'
import { parseXml } from '../feed/xml.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", ']]>', '&amp;', '\t', '\n', '\r', '\0', '\u0008', '\u000b', '\u001f', '\u007f', '\u0085'),
    fc.constantFrom('\ufffe', '\uffff', '\ud800', '\udfff', '\u{1f600}', '가', ' '),
    fc.string({ unit: anyCharacter, maxLength: 2 }),
  ),
})

describe('XML 1.0 §2.2: characters', () => {
  test.each(['\0', '\u0001', '\u0008', '\u000b', '\u000c', '\u001f', '\ufffe', '\uffff', '\ud800', '\udc00'])(
    '%j is left out',
    (character) => {
      expect(hasIllegalXml(`a${character}b`)).toBe(true)
      expect(legalXml(`a${character}b`)).toBe('ab')
    },
  )

  test.each(['\t', '\n', '\r', ' ', '\u007f', '\u0085', '\ud7ff', '\ue000', '\ufffd', '\u{1f600}', '\u{10ffff}'])(
    '%j stays',
    (character) => {
      expect(hasIllegalXml(character)).toBe(false)
      expect(legalXml(character)).toBe(character)
    },
  )

  test('a text holds an illegal character exactly when something is left out of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hasIllegalXml(text)).toBe(legalXml(text) !== text)
      }),
    )
  })
})

test('XML 1.0 §2.4, §3.3.3: an escaped text reads back the same from an element and from an attribute', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const element = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)
      expect(element.text).toBe(legalXml(text))
      expect(element.attributes['b']).toBe(legalXml(text))
    }),
    { numRuns: 500 },
  )
})
