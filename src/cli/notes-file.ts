import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../notes/content.ts'
import { formatProblem } from '../notes/problem.ts'
import { readBytes } from './content-folder.ts'
import { Busy, UserError } from './refusals.ts'
import type { Replace } from './sole-writer.ts'

/** A file of notes that may be written anew: its text, with line feeds only, and how it is written on disk. */
export interface KeptText {
  /** Below the folder of content. */
  readonly path: string
  readonly text: string
  readonly bytes: Buffer
}

const byteOrderMark = '\ufeff'

/** A file of notes; null where there is none of that name. Throws a {@link UserError} where it isn't UTF-8. */
export function keptText(content: string, path: string): KeptText | null {
  const file = join(content, path)
  if (!existsSync(file)) return null
  const bytes = readBytes(file)
  const { text, problems } = decode(file, bytes)
  if (text === null) throw new UserError(problems.map(formatProblem).join('\n'))
  return { path, text, bytes }
}

/**
 * Writes another text in the place of a file, with its byte order mark and its line ends. Throws {@link Busy} where the file has
 * changed since it was read: whoever saved it meanwhile must not lose that.
 *
 * @param before null where there was no such file
 */
export function replaceText(
  content: string,
  { path, before, text }: { readonly path: string; readonly before: KeptText | null; readonly text: string },
  replace: Replace,
): void {
  const file = join(content, path)
  const isAsRead = before === null ? !existsSync(file) : existsSync(file) && readBytes(file).equals(before.bytes)
  if (!isAsRead) throw new Busy(`${file}: it has been changed meanwhile (run the command again)`)
  const written = before?.bytes.toString() ?? ''
  const ends = written.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
  replace(path, written.startsWith(byteOrderMark) ? byteOrderMark + ends : ends)
}
