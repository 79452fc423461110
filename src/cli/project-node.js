// Imported first, this goes on in the Node that npm installed with the project where the present one is older than the
// project needs, and says what is needed where npm installed none. It is JavaScript because an old Node can't read
// TypeScript. (npm 11 puts the installed Node into node_modules/.bin, where scripts find it at once. npm 10 removes it
// from there together with the packages of the other platforms, which name their program alike.)
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = new URL('../../', import.meta.url)
const { devEngines } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8'))
const needed = Number.parseInt(devEngines.runtime.version.replace('>=', ''), 10)
const { node: version } = process.versions

if (Number.parseInt(version, 10) < needed) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = platform === 'win' ? 'node.exe' : 'node'
  const installed = fileURLToPath(new URL(`node_modules/node-${platform}-${process.arch}/bin/${program}`, project))
  if (existsSync(installed)) await goOnIn(installed)
  else console.error(`Paperwire needs Node ${needed} or newer; this is ${version} (install it from https://nodejs.org)`)
  process.exit(process.exitCode ?? 1)
}

/** Runs the present line in another Node, which whatever it starts finds first, and takes over its exit code. */
async function goOnIn(node) {
  const path = [dirname(node), process.env['PATH']].join(delimiter)
  // Before the child is there, so that no signal finds this process deaf: it would end and leave the child behind. A
  // terminal sends SIGINT to the child too; SIGTERM comes to this process alone.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, PATH: path } })
  const [exitCode] = await once(child, 'exit')
  process.exitCode = exitCode ?? 1
}
