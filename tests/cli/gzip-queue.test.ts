import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Gzipped, gzipped } from '../../src/cli/gzip.ts'
import { GzipQueue } from '../../src/cli/gzip-queue.ts'
import { SecondThread } from '../../src/cli/second-thread.ts'
import { bodyOf } from './body-of.ts'

function through(jobs: readonly (readonly Uint8Array[])[]): readonly Gzipped[] {
  const thread = new SecondThread()
  const queue = new GzipQueue(thread)
  const results = [...jobs.flatMap((job) => queue.add(job)), ...queue.end()]
  thread.end()
  return results
}

const plain = (results: readonly Gzipped[]): unknown =>
  results.map(({ bytes, lengths }) => [Buffer.from(bytes).toString('base64'), lengths])

test.each([
  ['nothing', []],
  ['a job of nothing', [[]]],
  ['an empty body', [[new Uint8Array()]]],
  ['few bytes, which need no thread', [[bodyOf(1_000, 1), bodyOf(10, 2)], [bodyOf(5_000, 3)]]],
  [
    'more than one thread is begun for',
    [[bodyOf(13_000_000, 1)], [bodyOf(100, 2)], [], [bodyOf(300_000, 3), new Uint8Array(), bodyOf(7, 4)]],
  ],
  ['more than may wait, so that both threads gzip', Array.from({ length: 9 }, (_, index) => [bodyOf(5_000_000, index)])],
])('%s comes out as if it was gzipped here, in the order in which it was taken', (_, jobs) => {
  expect(plain(through(jobs))).toEqual(plain(jobs.map(gzipped)))
})

test('whatever the jobs, each body is what it was', () => {
  const body = fc.uint8Array({ maxLength: 2_000 })
  fc.assert(
    fc.property(fc.array(fc.array(body, { maxLength: 3 }), { maxLength: 5 }), (jobs) => {
      const results = through([[bodyOf(12_000_001, 1)], ...jobs])
      const unpacked = results.map(({ bytes, lengths }) => {
        let from = 0
        return lengths.map((length) => {
          from += length
          return new Uint8Array(gunzipSync(bytes.subarray(from - length, from)))
        })
      })
      expect(unpacked.slice(1)).toEqual(jobs)
    }),
    { numRuns: 20 },
  )
})

test('a body that is sent along stays where it was', () => {
  const body = Buffer.from('shared with others')
  const thread = new SecondThread()
  const queue = new GzipQueue(thread)
  queue.add([bodyOf(13_000_000, 1)])
  queue.add([body])
  queue.end()
  thread.end()
  expect(body.toString()).toBe('shared with others')
})
