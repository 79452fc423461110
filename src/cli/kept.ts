import { hash } from 'node:crypto'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type Digests, digestsMadeOf, recallDigests } from '../catalog/digest.ts'
import { type NotesFileReader, readNotesFile } from '../notes/content.ts'
import { type Assets, assets, recallAssets } from '../site/assets.ts'
import { digestOfAll } from '../site/inputs.ts'
import type { KeptPapers } from '../site/written.ts'
import { KeptFile } from './kept-file.ts'
import { fewPapers as fewPapersAhead, PapersOfBuild } from './papers-of-build.ts'
import type { SecondThread } from './second-thread.ts'

/** What builds into a folder keep for one another. */
export interface Kept {
  readonly readFile: NotesFileReader
  /** The papers of one build. Where many papers aren't kept yet, a second thread writes them. */
  readonly papersOf: (thread: SecondThread) => KeptPapers
  /** Writes what is to be kept of this build. */
  readonly save: () => void
}

/**
 * What was read from files of notes and papers as they were written, by the digests of what they were made from, and the
 * bundled assets: in two files in the site's folder; and in memory, what was read for the build before, in a process that
 * builds again and again. To read 10,000 entries again takes 0.4 s instead of 4.
 *
 * @param read is asked for what isn't known
 * @param fewPapers so many papers of a build are written where they are first asked for (see `PapersOfBuild`)
 */
export function keptIn(folder: string, program: string, read: NotesFileReader = readNotesFile, fewPapers: number = fewPapersAhead): Kept {
  const notes = new KeptFile(join(folder, 'kept-notes'), program)
  const papers = new KeptFile(join(folder, 'kept-papers'), program)
  let papersOfBuild: PapersOfBuild | null = null
  let [ofBuild, contextDigest]: [unknown, string] = [null, '']
  let readBefore: ReadonlyMap<string, Reading> = new Map()
  let readNow = new Map<string, Reading>()
  const bundled = notes.get(assetsKey)
  if (bundled !== undefined) recallAssets(deserialize(bundled) as Assets)
  return {
    readFile(file, bytes, context) {
      // A build reads all files in one context, an object of its own, whatever comes of it in the end.
      if (context !== ofBuild) {
        ;[ofBuild, contextDigest] = [context, digestOfAll(context)]
        ;[readBefore, readNow] = [readNow, new Map()]
      }
      const key = `${hash('sha256', bytes, 'hex')} ${contextDigest} ${file}`
      const reading = readBefore.get(key) ?? readKept(notes, key) ?? read(file, bytes, context)
      readNow.set(key, reading)
      return reading
    },
    papersOf(thread) {
      papersOfBuild = new PapersOfBuild(papers, thread, fewPapers)
      return papersOfBuild
    },
    save() {
      for (const [key, reading] of readNow) if (!notes.has(key)) notes.keep(key, serialize(withDigests(reading)))
      if (notes.get(assetsKey) === undefined) notes.keep(assetsKey, serialize(assets()))
      notes.save((key) => key === assetsKey || readNow.has(key))
      papersOfBuild?.save()
      papersOfBuild = null
    },
  }
}

/** No digest of a file. */
const assetsKey = 'assets'

type Reading = ReturnType<NotesFileReader>

/** What was read from a file, and of each note the digests that a build has made of it. */
type KeptReading = readonly [reading: Reading, digests: readonly (readonly Digests[])[]]

function digestedParts({ entries }: Reading): readonly (readonly object[])[] {
  return entries.map((note) => [note, note.abstract, note.commentary])
}

function withDigests(reading: Reading): KeptReading {
  return [reading, digestedParts(reading).map((parts) => parts.map(digestsMadeOf))]
}

function readKept(notes: KeptFile, key: string): Reading | null {
  const known = notes.get(key)
  if (known === undefined) return null
  const [reading, digests] = deserialize(known) as KeptReading
  for (const [index, parts] of digestedParts(reading).entries())
    for (const [part, object] of parts.entries()) recallDigests(object, digests[index]?.[part] as Digests)
  return reading
}
