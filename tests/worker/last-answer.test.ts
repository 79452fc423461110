import { expect, test } from 'vitest'
import { rememberingLast } from '../../src/worker/last-answer.ts'

test('a text is read again only once another was asked for', () => {
  const read: (string | null)[] = []
  const lengthOf = rememberingLast((text) => {
    read.push(text)
    return text?.length ?? 0
  })
  expect([null, null, 'ab', 'ab', '', '', null, 'ab'].map((text) => lengthOf(text))).toEqual([0, 0, 2, 2, 0, 0, 0, 2])
  expect(read).toEqual([null, 'ab', '', null, 'ab'])
})
