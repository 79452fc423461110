import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beginningOf, exists } from './processes.ts'
import { Busy } from './refusals.ts'

/** Replaces a file in a folder, `manifest.json` or `bodies/…`. It appears as a whole; what was there stays until then. */
export type Replace = (name: string, content: string | Uint8Array) => void

/**
 * A process that writes into a folder, or waits to. Its claim is a folder there with a name that no other process ever
 * bears, `.unfinished-1234-98765-laptop`, and holds the file that it is writing.
 */
interface Claimant {
  readonly pid: number
  /** When it began, in whatever form its system says so: tells it from a later process with its number. Empty where unknown. */
  readonly began: string
  readonly host: string
}

const claimName = /^\.unfinished-(\d+)-(\w*)-([\w.-]+)$/

function nameOf({ pid, began, host }: Claimant): string {
  return `.unfinished-${pid}-${began}-${host}`
}

function claimantOf(name: string): Claimant | null {
  const [, pid, began, host] = claimName.exec(name) ?? []
  return pid === undefined || began === undefined || host === undefined ? null : { pid: Number(pid), began, host }
}

function thisHost(): string {
  return hostname().replace(/[^\w.-]/g, '_') || '_'
}

/** In milliseconds: how long a process waits for others. Most builds, and all recordings, are done by then. */
const patience = 2_000

/** In milliseconds, between two looks at who else is there. */
const pause = 20

/**
 * Does some work in a folder as the only process that writes there, and returns what the work returns. Waits two seconds
 * for another process, then throws {@link Busy}: whoever began a long build twice should know of it rather than wait. A
 * process that was killed is not waited for, and what it left is swept out.
 *
 * @param work what there is only one of at a time: `build`
 */
export function asSoleWriter<Result>(folder: string, work: string, write: (replace: Replace) => Result): Result {
  const mine = nameOf({ pid: process.pid, began: beginningOf(process.pid), host: thisHost() })
  const unfinished = join(folder, mine)
  try {
    awaitTurn(folder, mine, work)
    return write((name, content) => {
      const file = join(folder, name)
      explainedBy(file, () => {
        writeFileSync(join(unfinished, 'file'), content)
        renameSync(join(unfinished, 'file'), file)
      })
    })
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Returns once the claim is there and no other is. */
function awaitTurn(folder: string, mine: string, work: string): void {
  const end = performance.now() + patience
  let isClaimed = false
  for (;;) {
    const others = claimsOfOthers(folder, mine)
    const step = nextStep({ mine, isClaimed, others })
    if (step === 'work') return
    // A thread of this process that ended in the midst of its work may have left the claim.
    if (step === 'claim') explainedBy(folder, () => mkdirSync(join(folder, mine), { recursive: true }))
    else if (performance.now() > end) throw new Busy(refusalOf(folder, work, others[0] as string))
    if (step === 'step back') rmSync(join(folder, mine), { recursive: true })
    if (step !== 'wait') isClaimed = step === 'claim'
    if (step !== 'claim') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
}

/**
 * What a process does once it has seen the claims of others. It works only if it saw none after it had made its own: of
 * two processes, the one that made its claim later sees the other's. Of several that claim a folder at once each may see
 * another's; then all but the first by name step back, so that one goes on.
 */
export function nextStep({
  mine,
  isClaimed,
  others,
}: {
  readonly mine: string
  readonly isClaimed: boolean
  readonly others: readonly string[]
}): 'work' | 'claim' | 'step back' | 'wait' {
  if (others.length === 0) return isClaimed ? 'work' : 'claim'
  return isClaimed && others.some((name) => name < mine) ? 'step back' : 'wait'
}

/** The claims of other processes that still run. Those of processes that are no more are removed. */
function claimsOfOthers(folder: string, mine: string): readonly string[] {
  return readdirSync(folder).filter((name) => {
    const claimant = claimantOf(name)
    if (claimant === null || name === mine) return false
    const isHeld = isRunning(claimant, join(folder, name))
    if (!isHeld) rmSync(join(folder, name), { recursive: true, force: true })
    return isHeld
  })
}

/** In milliseconds. Of a process on another machine, or in another container, only what it writes can be seen. */
const longestSilence = 10 * 60_000

function isRunning({ pid, began, host }: Claimant, claim: string): boolean {
  if (host !== thisHost()) {
    const found = statSync(claim, { throwIfNoEntry: false })
    return found !== undefined && Date.now() - found.mtimeMs < longestSilence
  }
  if (!exists(pid)) return false
  const beganNow = beginningOf(pid)
  return beganNow === '' || began === '' || beganNow === began
}

function refusalOf(folder: string, work: string, name: string): string {
  const { pid, host } = claimantOf(name) as Claimant
  const where = host === thisHost() ? '' : ` on ${host}`
  return `${folder}: another ${work} is under way, by process ${pid}${where} (wait for it, or end it)`
}

/** Does something with files. An error of it is about this path, whatever the file it went by; a full disk names none. */
function explainedBy(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw Object.assign(error as Error, { path })
  }
}
