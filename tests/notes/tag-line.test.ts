import { describe, expect, test } from 'vitest'
import { readTagLine, tagKey } from '../../src/notes/tag-line.ts'

describe('a tag line holds tags and nothing else', () => {
  test.each([
    ['#llm', ['llm']],
    ['#llm #정렬 #日本語', ['llm', '정렬', '日本語']],
    ['  #a   #b ', ['a', 'b']],
    ['#a, #b', ['a', 'b']],
    ['#a,#b，#c、#d', ['a', 'b', 'c', 'd']],
    ['#a#b', ['a', 'b']],
    ['#a · #b', ['a', 'b']],
    ['#a / #b | #c', ['a', 'b', 'c']],
    ['#a; #b', ['a', 'b']],
    ['#a #b.', ['a', 'b']],
    ['#정렬 #평가。', ['정렬', '평가']],
    ['#C# #F#', ['C#', 'F#']],
    ['#c++ #.net #l’été', ['c++', '.net', 'l’été']],
    ['#c++ #node.js #c# #RL/HF #_private #🔥', ['c++', 'node.js', 'c#', 'RL/HF', '_private', '🔥']],
    ['#node.js #v1.0', ['node.js', 'v1.0']],
    ['＃정렬 #日本語 #हिन्दी #🔥', ['정렬', '日本語', 'हिन्दी', '🔥']],
    ['#정렬'.normalize('NFD'), ['정렬']],
    ['Tags: #a', ['a']],
    ['Tags: #a #b', ['a', 'b']],
    ['태그： #a', ['a']],
    ['#!', ['!']],
  ])('%s', (line, labels) => {
    expect(readTagLine(line)).toEqual(labels)
  })

  test.each(['', '#', '# a', '##', '##a', '#a b', 'a #b', '#1 문제는', 'Tags: a', '- #a', '> #a', '#a # #b', '#a ##b'])(
    '%j is no tag line',
    (line) => {
      expect(readTagLine(line)).toBeNull()
    },
  )
})

test.each([
  ['LLM', 'llm'],
  ['정렬'.normalize('NFD'), '정렬'],
  ['ÉTÉ', 'e\u0301te\u0301'],
])('%s and %s are one tag', (one, other) => {
  expect(tagKey(one)).toBe(tagKey(other))
})

test('c++ and c are two tags', () => {
  expect(tagKey('c++')).not.toBe(tagKey('c'))
})
