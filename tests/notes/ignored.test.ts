import { describe, expect, test } from 'vitest'
import { isIgnored, standardIgnore } from '../../src/notes/ignored.ts'

describe('what people keep beside their notes is left out unless site.md says otherwise', () => {
  test.each([
    ['README.md', true],
    ['papers/readme.ko.md', true],
    ['LICENSE.txt', true],
    ['_drafts/2024-06-10.md', true],
    ['papers/_index.md', true],
    ['templates/paper.md', true],
    ['Template.md', true],
    ['2024-06-10.md', false],
    ['240610 Template Matching.md', false],
    ['papers/240610 README as a Language.md', false],
  ])('%s: %s', (path, is) => {
    expect(isIgnored(path, standardIgnore)).toBe(is)
  })
})

describe('a glob', () => {
  test.each([
    ['drafts', 'drafts/a.md', true],
    ['drafts', 'old/drafts/a.md', true],
    ['drafts', 'my drafts/a.md', false],
    ['*.txt', 'a/b.TXT', true],
    ['2023/*.md', '2023/a.md', true],
    ['2023/*.md', '2023/x/a.md', false],
    ['2023/*.md', 'x/2023/a.md', false],
    ['/2023/**', '2023/x/a.md', true],
    ['**/notes/*.md', 'x/notes/a.md', true],
    ['정렬*', '정렬 논문.md', true],
    ['{a,b}.md', 'b.md', true],
  ])('%s and %s: %s', (glob, path, is) => {
    expect(isIgnored(path, [glob])).toBe(is)
  })
})
