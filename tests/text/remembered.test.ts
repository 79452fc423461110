import { expect, test } from 'vitest'
import { remembered } from '../../src/text/remembered.ts'

test('a text is looked at once, until as many are known as may be kept', () => {
  const asked: string[] = []
  const lengthOf = remembered((text) => {
    asked.push(text)
    return text.length
  }, 2)
  expect(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(lengthOf)).toEqual([1, 1, 2, 1, 3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})
