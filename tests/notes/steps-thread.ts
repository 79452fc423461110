import { Session } from 'node:inspector'
import { parentPort, workerData } from 'node:worker_threads'

// Only functions compiled after this have their branches and loops counted, so what is measured is imported below it.
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
const { read } = await import('./read.ts')

/** The code whose steps are counted: ours, and the parser of Markdown. */
const counted = /\/(?:src|markdown-it|linkify-it)\//

/** The steps taken since the last call. */
function steps(): number {
  let sum = 0
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error !== null) throw error
    for (const { url, functions } of result) {
      if (!counted.test(url)) continue
      for (const { ranges } of functions) for (const { count } of ranges) sum += count
    }
  })
  return sum
}

const texts: readonly string[] = workerData
// What happens once, at the first of its kind, is no growth.
for (const text of texts) read(text.slice(0, 2_000))
steps()
parentPort?.postMessage(
  texts.map((text) => {
    read(text)
    return steps()
  }),
)
