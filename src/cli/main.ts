import { enableCompileCache } from 'node:module'

/** The commands, by the name of the npm script that runs each. */
const commands = ['build', 'check', 'deploy', 'parse', 'record', 'start']

// Node keeps what it has compiled, types taken off, in the system's folder for temporary files: a third of a small
// site's build is loading. Only modules loaded after this call are kept, so the command comes by a dynamic import.
enableCompileCache()

const command = process.argv[2] ?? ''
if (commands.includes(command)) {
  process.argv.splice(2, 1)
  await import(`./${command}.ts`)
} else {
  console.error(`${command || 'no command'}: not one of ${commands.join(', ')}`)
  process.exitCode = 2
}
