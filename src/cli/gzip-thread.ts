// Gzips what it is sent, in the order in which it is sent, and counts what it has sent back for those who wait.
import { type MessagePort, workerData } from 'node:worker_threads'
import { gzipped } from './gzip.ts'
import type { Job, ThreadData } from './gzip-queue.ts'

const { port, answered } = workerData as ThreadData & { readonly port: MessagePort }

port.on('message', ({ bytes, lengths }: Job) => {
  let from = 0
  const bodies = lengths.map((length) => {
    from += length
    return bytes.subarray(from - length, from)
  })
  const result = gzipped(bodies)
  // A small pack may share its memory with others, which must not be sent along.
  const own = new Uint8Array(result.bytes)
  port.postMessage({ ...result, bytes: own }, [own.buffer])
  Atomics.add(answered, 0, 1)
  Atomics.notify(answered, 0)
})
