import { describe, expect, test } from 'vitest'
import {
  emptyPage,
  fieldsWithout,
  isNavigation,
  isPage,
  type Mistake,
  newsOf,
  type PreviewState,
  withScript,
} from '../../src/cli/preview/pages.ts'

const navigation = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }

describe('Fetch Metadata §2: only what a browser shows as a whole page is a navigation', () => {
  test.each([
    ['a browser that follows a link', 'GET', navigation, true],
    ['a feed reader', 'GET', { accept: 'text/html, application/atom+xml' }, false],
    ['a page in a frame', 'GET', { ...navigation, 'sec-fetch-dest': 'iframe' }, false],
    ['a script', 'GET', { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }, false],
    ['HEAD', 'HEAD', navigation, false],
  ])('%s', (_, method, headers, expected) => {
    expect(isNavigation(method, headers)).toBe(expected)
  })
})

test.each([
  ['text/html; charset=utf-8', true],
  ['text/htmlx', false],
  ['application/rss+xml; charset=utf-8', false],
  [undefined, false],
])('%s is a page: %s', (contentType, expected) => {
  expect(isPage({ 'content-type': contentType })).toBe(expected)
})

test('the script stands at the end of the body, and a page without an end gets it too', () => {
  expect(withScript('<body><p></body></p></body>\n', 7)).toMatch(/^<body><p><\/body><\/p><script [^>]*data-build="7"><\/script><\/body>\n$/)
  expect(withScript('<p>', 7)).toMatch(/^<p><script .*<\/script>$/)
  expect(emptyPage()).toContain('data-build="0"')
})

test('fields are left out with their values, whatever the case of their names', () => {
  expect(fieldsWithout(['ETag', '"a"', 'Vary', 'etag', 'etag', '"b"'], ['etag'])).toEqual(['Vary', 'etag'])
})

const mistake: Mistake = { place: 'content/a.md:3', what: 'no <date>', cure: 'write one', line: '# 2024-06-31 & more' }
const state: PreviewState = { build: 4, step: null, mistakes: [] }

describe('what pages are told', () => {
  test('nothing is shown over a page when nothing is wrong and nothing goes on', () => {
    expect(newsOf(state)).toEqual({ build: 4, overlay: '' })
  })

  test('a mistake is shown with its place, its cure and its line, all of it as text', () => {
    const { overlay } = newsOf({ ...state, mistakes: [mistake] })
    for (const part of ['content/a.md:3', 'no &lt;date&gt;', 'write one', '<pre># 2024-06-31 &amp; more</pre>', 'One mistake keeps'])
      expect(overlay).toContain(part)
  })

  test('of very many mistakes the first are shown, and the others counted', () => {
    const { overlay } = newsOf({ ...state, mistakes: Array.from({ length: 100 }, () => mistake) })
    expect(overlay.match(/<li>/g)).toHaveLength(30)
    expect(overlay).toContain('70 more on the terminal.')
  })

  test('what the preview is doing is shown while it does', () => {
    expect(newsOf({ ...state, step: 'Reading a & b' }).overlay).toContain('Reading a &amp; b…')
  })
})
