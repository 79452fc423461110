import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, html, markupOf, trustedHtml } from '../../src/text/html.ts'

const undo: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

describe('HTML §13.3: an escaped text', () => {
  test('holds no markup, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'amp;', 'a', '가') }), (text) => {
        const escaped = escapeHtml(text)
        expect(escaped).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/)
        expect(escaped.replace(/&(?:amp|lt|gt|quot);/g, (reference) => undo[reference] as string)).toBe(text)
      }),
    )
  })
})

describe('a template of HTML', () => {
  test('escapes every text and number, in elements and attributes alike', () => {
    expect(html`<a title="${'"<'}">${'&'}${1}</a>`.html).toBe('<a title="&quot;&lt;">&amp;1</a>')
  })

  test('null is nothing, where an element or a whole attribute may be missing', () => {
    expect(html`<p${null}>${null}</p>`.html).toBe('<p></p>')
  })

  test('takes markup as it is, alone or in a list', () => {
    const bold = html`<b>${'<'}</b>`
    expect(html`${bold}${[bold, markupOf(trustedHtml('<i>x</i>'))]}${[]}`.html).toBe('<b>&lt;</b><b>&lt;</b><i>x</i>')
  })
})
