import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether this machine has a process of that number. */
export function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: there is one, which is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * When a process began, in letters and digits: the same for one process whenever it is asked for, and another for a later
 * process with its number. Empty where the system doesn't say. A process that has ended, and that its parent hasn't asked
 * about yet, began at no time: `ended`.
 */
export function beginningOf(pid: number): string {
  return process.platform === 'linux' ? beginningInProc(pid) : beginningByPs(pid)
}

/** From the third field on, proc(5): the state, Z for a zombie, and nineteen fields later the ticks since the system began. */
function beginningInProc(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return /^[ZX]$/.test(fields[0] as string) ? 'ended' : (fields[19] as string)
  } catch {
    return ''
  }
}

/** As ps(1) says it on macOS and the BSDs: `Sat Nov 28 14:15:56 2026`, without its signs. Windows has no ps. */
function beginningByPs(pid: number): string {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  return (stdout ?? '').replace(/\W/g, '')
}
