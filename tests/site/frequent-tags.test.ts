import { expect, test } from 'vitest'
import { frequentTags } from '../../src/site/frequent-tags.ts'
import { sampleEntry } from './entries.ts'

const tagged = (...labels: readonly string[]) => sampleEntry({ tags: labels.map((label) => ({ label, slug: label })) })

test('the tags that most entries have come first, between equals by their slugs, without the one left out', () => {
  const entries = [tagged('a', 'rl'), tagged('a', 'b'), tagged('a', 'rl', 'c')]
  expect(frequentTags(entries, 'a').map(({ slug }) => slug)).toEqual(['rl', 'b', 'c'])
  expect(frequentTags(entries, null).map(({ slug }) => slug)).toEqual(['a', 'rl', 'b', 'c'])
})

test('ten are named at most', () => {
  const many = tagged(...Array.from({ length: 30 }, (_, index) => `t${index}`))
  expect(frequentTags([many], null)).toHaveLength(10)
})
