/**
 * Adds one to the number in a folder's file `count`, many times, as the only one to write there:
 *
 *     node tests/cli/counter.ts FOLDER TIMES
 *
 * Prints how often it did, and what kept it from doing so the other times.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { explanationOf } from '../../src/cli/refusals.ts'
import { asSoleWriter } from '../../src/cli/sole-writer.ts'

const [folder = '', times = ''] = process.argv.slice(2)
const refusals: string[] = []
let counted = 0
for (let time = 0; time < Number(times); time += 1) {
  try {
    asSoleWriter(folder, 'count', (replace) => {
      const before = Number(readFileSync(join(folder, 'count'), 'utf8'))
      // Time for others to come in between.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
      replace('count', String(before + 1))
    })
    counted += 1
  } catch (error) {
    refusals.push(explanationOf(error))
  }
}
console.log(JSON.stringify({ counted, refusals }))
