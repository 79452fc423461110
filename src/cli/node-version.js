// Says in a line that Node is too old for the project, and ends. This is JavaScript because such a Node can't read TypeScript.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const needed = Number.parseInt(engines.node.replace('>=', ''), 10)
const { node: version } = process.versions
if (Number.parseInt(version, 10) < needed) {
  console.error(`Paperwire needs Node ${needed} or newer; this is ${version} (install it from https://nodejs.org)`)
  process.exit(1)
}
