import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/notes/problem.ts'
import { readSite } from '../../src/notes/site.ts'
import { matter } from './read.ts'

describe('site.md is refused', () => {
  const titled = 'title: T'
  const addressed = 'url: https://notes.example'

  test.each([
    ['without a title', [addressed], /^site\.md:1: the site has no title \(add a field/],
    ['without an address', [titled], /^site\.md:1: the site has no address/],
    [
      'with a path in its address',
      [titled, 'url: https://notes.example/blog'],
      /^site\.md:3: “https:\/\/notes\.example\/blog” isn't the address of a site/,
    ],
    ['with a feed of no items', [titled, addressed, 'feedSize: 0'], /^site\.md:4: “0” isn't a number of items/],
    ['with a language that is none', [titled, addressed, 'language: "한국어"'], /^site\.md:4: “한국어” isn't a language tag/],
    ['with a hub that is no address', [titled, addressed, 'hub: hub'], /^site\.md:4: “hub” isn't a web address/],
    ['with slugs that are no table', [titled, addressed, 'slugs: c'], /^site\.md:4: slugs isn't a table \(.*slugs: \{ c: c-language \}\)$/],
    ['with a slug of no label', [titled, addressed, 'slugs: { "#": x }'], /^site\.md:4: the label “#?” names no tag/],
    ['with an empty slug', [titled, addressed, 'slugs: { c: "" }'], /^site\.md:4: “” can't be the address of the tag “c” \(.*c-language/],
    ['with no slug', [titled, addressed, 'slugs: { c: }'], /^site\.md:4: “” can't be the address of the tag “c”/],
    ['with a slug that is none', [titled, addressed, 'slugs: { c: C lang! }'], /^site\.md:4: “C lang!” can't .*“c” \(.*: c-lang\)$/],
    ['with an alias of an alias', [titled, addressed, 'aliases: { a: b, b: c }'], /^site\.md:4: the alias “a” leads to another alias/],
  ])('%s', (_, fields, problem) => {
    const { site, problems } = readSite('site.md', matter(...fields), null)
    expect([site, problems.map(formatProblem)]).toEqual([null, [expect.stringMatching(problem)]])
  })
})

test('the origin of a preview takes the place of the site’s, but ids stay under the site’s host', () => {
  const { site } = readSite('site.md', matter('title: T', 'url: https://notes.example'), 'http://localhost:8787')
  expect(site).toMatchObject({ origin: 'http://localhost:8787', authority: 'notes.example' })
})
