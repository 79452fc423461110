import { isDeepStrictEqual } from 'node:util'
import { type NotesFileReader, readNotesFile } from '../../notes/content.ts'

type Reading = ReturnType<NotesFileReader>

/** A file as it was when it was read. */
interface Remembered {
  readonly bytes: Uint8Array
  readonly reading: Reading
}

/**
 * A reader for one build after another. A file that hasn't changed since the build before is not read again, unless a
 * change of `site.md` makes it read otherwise. Files that the build before didn't read are forgotten.
 *
 * @param read is asked for what isn't known
 */
export function rememberingReader(read: NotesFileReader = readNotesFile): NotesFileReader {
  let ofBuild: Parameters<NotesFileReader>[2] | null = null
  let before: ReadonlyMap<string, Remembered> = new Map()
  let now = new Map<string, Remembered>()
  return (file, bytes, context) => {
    // A build has one context, an object of its own.
    if (context !== ofBuild) {
      before = isDeepStrictEqual(context, ofBuild) ? now : new Map()
      now = new Map()
      ofBuild = context
    }
    const known = before.get(file)
    const reading = known !== undefined && Buffer.compare(known.bytes, bytes) === 0 ? known.reading : read(file, bytes, context)
    now.set(file, { bytes, reading })
    return reading
  }
}
