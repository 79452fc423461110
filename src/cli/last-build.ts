import { hash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isWhole, knownPacks, packFiles } from './pack-files.ts'
import { programDigest } from './program.ts'
import type { Terminal } from './terminal.ts'

/** Something that a build said, and where. */
interface Line {
  readonly to: 'say' | 'complain'
  readonly text: string
}

/** What is kept of a build beside what it wrote, so that the next one can tell whether it would write the same. */
interface LastBuild {
  /** See `digestOfInputs`. */
  readonly inputs: string
  /** From which instant on, and until which, the same inputs give the same site. In milliseconds. */
  readonly from: number
  readonly until: number
  /** What it said but for its last line. */
  readonly lines: readonly Line[]
  /** What its last line is about: `10 entries, 9 tags, 1 day`, and how many documents it wrote. */
  readonly counts: string
  readonly documents: number
  /** The state of the folder that it left. */
  readonly folder: FolderState
}

/** The digests of a folder's manifest and of what is kept of its packs. */
type FolderState = readonly [manifest: string, packs: string]

const fileName = 'last-build.json'

/**
 * What was kept of the last build into a folder, if a build of these inputs at this instant would write what is there: the
 * folder is as that build left it. Null where it isn't, or where nothing is kept.
 */
export function standingBuild(out: string, inputs: string, now: Date): LastBuild | null {
  try {
    const last = JSON.parse(readFileSync(join(out, fileName), 'utf8')) as LastBuild
    const isOfNow = last.from <= now.getTime() && now.getTime() < last.until
    return last.inputs === inputs && isOfNow && isAsLeft(out, last.folder) ? last : null
  } catch {
    return null
  }
}

/** Keeps what the next build has to know of this one. */
export function keepBuild(out: string, build: Omit<LastBuild, 'folder'>): void {
  const unfinished = join(out, `${fileName}.${process.pid}`)
  writeFileSync(unfinished, JSON.stringify({ ...build, folder: stateOf(out) } satisfies LastBuild))
  renameSync(unfinished, join(out, fileName))
}

/** Says what a build said. */
export function sayAgain(lines: readonly Line[], terminal: Terminal): void {
  for (const { to, text } of lines) terminal[to](text)
}

/** A terminal that remembers what is said on it. */
export function rememberingTerminal(terminal: Terminal): { readonly terminal: Terminal; readonly lines: readonly Line[] } {
  const lines: Line[] = []
  const remembered = (to: Line['to']) => (text: string) => {
    lines.push({ to, text })
    terminal[to](text)
  }
  return { terminal: { ...terminal, say: remembered('say'), complain: remembered('complain') }, lines }
}

function stateOf(out: string): FolderState {
  const digest = (name: string): string => hash('sha256', readFileSync(join(out, name)), 'hex')
  return [digest('manifest.json'), digest('packs.json')]
}

/** Whether a folder is as it was left: all packs whole, and no other. */
function isAsLeft(out: string, left: FolderState): boolean {
  if (!isDeepStrictEqual(stateOf(out), left)) return false
  const packs = Object.values(knownPacks(out, programDigest()))
  return packFiles(out).length === packs.length && packs.every((pack) => isWhole(out, pack))
}
