/**
 * Writes a made-up site as a build does, in a process of its own that may be killed:
 *
 *     node tests/cli/site-writer.ts FOLDER one|other TIMES [CALL]
 *
 * With CALL it kills itself at that call, counted from 1, of a function of `node:fs` that changes a disk; a file is half
 * written then. It prints how many such calls it made, or what kept it from writing.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { explanationOf } from '../../src/cli/refusals.ts'
import { SecondThread } from '../../src/cli/second-thread.ts'
import { writeSite } from '../../src/cli/site-folder.ts'
import { madeUpSite } from './made-up-site.ts'

const [folder = '', site = '', times = '1', deadly] = process.argv.slice(2)
const writeFile = fs.writeFileSync
let calls = 0

function counted<Args extends readonly unknown[], Result>(change: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    calls += 1
    if (String(calls) === deadly) {
      if (change === (writeFile as unknown)) writeFile(args[0] as string, (args[1] as string | Buffer).slice(0, 100))
      process.kill(process.pid, 'SIGKILL')
    }
    return change(...args)
  }
}

Object.assign(fs, {
  mkdirSync: counted(fs.mkdirSync),
  renameSync: counted(fs.renameSync),
  rmSync: counted(fs.rmSync),
  writeFileSync: counted(writeFile),
})
syncBuiltinESMExports()

for (let time = 0; time < Number(times); time += 1) {
  try {
    writeSite(folder, madeUpSite(site), { program: 'this program', keepLast: false, thread: new SecondThread() })
  } catch (error) {
    console.log(explanationOf(error))
  }
}
console.log(calls)
