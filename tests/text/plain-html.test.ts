import { expect, test } from 'vitest'
import { plainHtml } from '../../src/text/plain-html.ts'

test.each([
  ['CO<sub>2</sub> capture &#x2013; if p<q and q>r', 'CO2 capture – if p<q and q>r'],
  ['H<jats:sub>2</jats:sub>O', 'H2O'],
  ['<p>One</p><p>Two</p>', 'One Two'],
  ['Deep <i>learning</i> &amp; more &quot;so&quot;&#39;s', 'Deep learning & more "so"\'s'],
  ['&#55296;&#9999999; &unknown;', '&#55296;&#9999999; &unknown;'],
])('%s is %s', (html, text) => {
  expect(plainHtml(html)).toBe(text)
})
