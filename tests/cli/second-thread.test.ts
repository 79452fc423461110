import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { CslItem } from '../../src/citations/csl-item.ts'
import { writePaper } from '../../src/citations/formats.ts'
import { gzipped } from '../../src/cli/gzip.ts'
import { paperOfRecord } from '../../src/cli/paper-record.ts'
import { SecondThread } from '../../src/cli/second-thread.ts'
import { bodyOf } from './body-of.ts'
import { itemOf } from './item-of.ts'

function begun(...args: ConstructorParameters<typeof SecondThread>): SecondThread {
  const thread = new SecondThread(...args)
  onTestFinished(() => thread.end())
  return thread
}

const papersFrom = (thread: SecondThread): unknown => thread.receive('papers').map((record) => paperOfRecord(Buffer.from(record)))
const gzippedFrom = (thread: SecondThread): unknown => {
  const { bytes, ...facts } = thread.receive('gzip')
  return { bytes: Buffer.from(bytes), ...facts }
}

test('jobs of both kinds come out as if they were done here, each kind in its order, whichever is waited for', () => {
  const thread = begun()
  const job = fc.oneof(fc.record({ size: fc.nat(30_000) }), fc.record({ papers: fc.nat(4) }))
  fc.assert(
    fc.property(fc.array(job, { maxLength: 12 }), fc.boolean(), (jobs, isGzipFirst) => {
      const expected = { gzip: [] as unknown[], papers: [] as unknown[] }
      for (const [number, one] of jobs.entries()) {
        if ('size' in one) {
          const bodies = [bodyOf(one.size, number), bodyOf(10, number)]
          thread.send('gzip', bodies, [])
          expected.gzip.push(gzipped(bodies))
        } else {
          const items = Array.from({ length: one.papers }, (_, index) => itemOf(number * 10 + index))
          thread.send('papers', items, [])
          expected.papers.push(items.map(writePaper))
        }
      }
      const gzips = (): unknown[] => expected.gzip.map(() => gzippedFrom(thread))
      const papers = (): unknown[] => expected.papers.map(() => papersFrom(thread))
      const found = isGzipFirst ? { gzip: gzips(), papers: papers() } : { papers: papers(), gzip: gzips() }
      expect(found).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('a job that fails is told to whoever waits for it, and the next is done', () => {
  const thread = begun()
  const bad = { ...itemOf(1), title: null } as unknown as CslItem
  thread.send('papers', [bad], [])
  thread.send('papers', [itemOf(2)], [])
  expect(() => thread.receive('papers')).toThrow(TypeError)
  expect(papersFrom(thread)).toEqual([writePaper(itemOf(2))])
})

test('a thread that is no more is told to whoever waits for it', () => {
  const thread = begun(new URL('data:text/javascript,process.exit()'), 100)
  thread.send('gzip', [bodyOf(10, 1)], [])
  expect(() => thread.receive('gzip')).toThrow('the second thread has been silent for 0.1 s')
})
