// Runs in the second thread (see `SecondThread`): does what it is sent, and counts its answers for those who wait.
import { receiveMessageOnPort, type Transferable, workerData } from 'node:worker_threads'
import { writePaper } from '../citations/formats.ts'
import { givenBytes } from './given-bytes.ts'
import { gzipped } from './gzip.ts'
import { paperRecord } from './paper-record.ts'
import { type Answer, type ThreadData, type Work, type WorkKind, workKinds } from './second-thread.ts'

const {
  ports,
  counts: { sent, answered, awaited },
} = workerData as ThreadData

/** An answer, and what of it is given away. */
type Given<Kind extends WorkKind> = readonly [answer: Answer<Kind>, memory: readonly Transferable[]]

const work: { readonly [Kind in WorkKind]: (job: Work[Kind]['job']) => Given<Kind> } = {
  gzip(bodies) {
    const { bytes, ...facts } = gzipped(bodies)
    const { runs, memory } = givenBytes([bytes])
    return [{ result: { ...facts, bytes: runs[0] as Uint8Array } }, memory]
  },
  papers(items) {
    const { runs, memory } = givenBytes(items.map((item) => paperRecord(writePaper(item))))
    return [{ result: runs }, memory]
  },
}

for (;;) {
  const before = Atomics.load(sent, 0)
  const first = workKinds[Atomics.load(awaited, 0)] as WorkKind
  if (!answers(first) && !workKinds.some(answers)) Atomics.wait(sent, 0, before)
}

/** Does the next job of a kind; tells whether there was one. */
function answers<Kind extends WorkKind>(kind: Kind): boolean {
  const received = receiveMessageOnPort(ports[kind]) as { readonly message: Work[Kind]['job'] } | undefined
  if (received === undefined) return false
  ports[kind].postMessage(...answerTo(kind, received.message))
  Atomics.add(answered[kind], 0, 1)
  Atomics.notify(answered[kind], 0)
  return true
}

function answerTo<Kind extends WorkKind>(kind: Kind, job: Work[Kind]['job']): Given<Kind> {
  try {
    return work[kind](job)
  } catch (error) {
    return [{ error }, []]
  }
}
