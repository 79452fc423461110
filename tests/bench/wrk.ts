import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

const connections = 16

/** What one run of wrk saw. */
interface Load {
  readonly requests: number
  readonly p99Milliseconds: number
}

/** Whether wrk is installed on this machine. */
export function hasWrk(): boolean {
  return spawnSync('wrk', ['--version']).error === undefined
}

/** Asks for an address as fast as it is answered. A script in Lua may choose other paths. */
export async function load(url: string, headers: Readonly<Record<string, string>>, seconds: number, script?: string): Promise<Load> {
  const fields = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`])
  const scripts = script === undefined ? [] : ['--script', script]
  const { stdout } = await promisify(execFile)('wrk', [
    ...['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`, '--latency'],
    ...fields,
    ...scripts,
    url,
  ])
  if (stdout.includes('Socket errors')) throw new Error(`${url} failed under load:\n${stdout}`)
  return { requests: Number(found(/(\d+) requests in/, stdout)), p99Milliseconds: inMilliseconds(found(/99%\s+(\S+)/, stdout)) }
}

function found(form: RegExp, text: string): string {
  const [, part] = form.exec(text) ?? []
  if (part === undefined) throw new Error(`wrk said something else:\n${text}`)
  return part
}

/** wrk says `950.00us`, `3.21ms` or `1.05s`. */
function inMilliseconds(text: string): number {
  const unit = text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000
  return Number.parseFloat(text) * unit
}
