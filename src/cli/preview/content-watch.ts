import { realpathSync, type Stats, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type FSWatcher, watch } from 'chokidar'
import { isNotes } from '../../notes/ignored.ts'

/** In milliseconds. How often it is looked whether the folder is still the one that is watched. */
const lookMilliseconds = 500

/**
 * Calls back whenever something in a folder of content may have changed, until the signal says to stop: also where a file
 * is replaced by a rename, a folder is new, or the whole folder vanishes and comes back. A watcher clings to the folder
 * that it was given, wherever that is moved; so what stands at the path is compared twice a second.
 *
 * @param fail is told why changes may not be seen, such as a limit of the system
 */
export function watchContent(folder: string, change: () => void, fail: (error: unknown) => void, signal: AbortSignal): void {
  // What was changed before the watcher had seen all of the folder, it takes for what was there.
  const began = Date.now()
  let standing = standingAt(folder, null)
  let watcher = standing === null ? null : watcherOf(folder, began, change, fail)
  const timer = setInterval(() => {
    const last = standing
    standing = standingAt(folder, last)
    if (isDeepStrictEqual(standing, last)) return
    void watcher?.close()
    watcher = standing === null ? null : watcherOf(folder, Date.now(), change, fail)
    change()
  }, lookMilliseconds)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    void watcher?.close()
  })
}

/** The folder that stands at a path. */
interface Standing {
  /** Is another text once another folder stands there. */
  readonly identity: string
  /** When it was put there, in nanoseconds. */
  readonly moved: bigint
}

/**
 * What stands at a path; null while nothing does. To move a folder away and back changes the time of its own last change,
 * and not the time at which something in it came or went: such a folder is another one, though it is the same.
 */
function standingAt(folder: string, last: Standing | null): Standing | null {
  try {
    const { dev, ino, ctimeNs, mtimeNs } = statSync(folder, { bigint: true })
    return { identity: `${realpathSync(folder)} ${dev} ${ino}`, moved: ctimeNs === mtimeNs ? (last?.moved ?? ctimeNs) : ctimeNs }
  } catch {
    return null
  }
}

function watcherOf(folder: string, began: number, change: () => void, fail: (error: unknown) => void): FSWatcher {
  const root = realpathSync(folder)
  const watcher = watch(root, {
    ignored: (path, stats) => isUnread(relative(root, path).replaceAll(sep, '/'), stats),
    // Links lead to other files of the folder, or are refused (`content-folder.ts`).
    followSymlinks: false,
    // A temporary file that an editor makes isn't read, or is by its name.
    atomic: false,
    alwaysStat: true,
  })
  let isReady = false
  return watcher
    .on('ready', () => (isReady = true))
    .on('all', (_event, _path, stats) => {
      if (isReady || (stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= began)) change()
    })
    .on('error', fail)
}

/** Whether nothing that happens to a path below the content folder is of consequence. Hidden files and files that aren't notes are so. */
export function isUnread(path: string, stats: Pick<Stats, 'isFile'> | undefined): boolean {
  if (path.split('/').some((part) => part.startsWith('.'))) return true
  return stats?.isFile() === true && !isNotes(path) && path !== 'ledger.json'
}
