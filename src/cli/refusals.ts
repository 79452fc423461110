import { printable } from '../text/printable.ts'

/** A mistake in the line that called a command. Its message is what to say, in one line: what is wrong, and what to do. */
export class UserError extends Error {}

/** Another process does what this one was to do. Its message is what to say, as a {@link UserError}'s is. */
export class Busy extends Error {}

/** What to say of an error of the system that the user can mend, by its code: what is wrong, and what to do. */
const refusals: Readonly<Record<string, string>> = {
  EOUTSIDE: 'a link that leads out of the folder (copy what it leads to into the folder, or name that folder with --content)',
  ENOTFILE: 'a device or a pipe, not a file (remove it)',
  EFBIG: 'larger than 16 MB (part it, as by year)',
  EACCES: 'not open to you (change its permissions, or name another)',
  EEXIST: 'a file stands where a folder must be (remove it, or name another)',
  EISDIR: 'a folder, not a file (name a file, or remove it)',
  ELOOP: 'a link that leads back to itself (remove it)',
  EMFILE: 'too many files are open (close some, or raise the limit: ulimit -n)',
  ENAMETOOLONG: 'too long for a name (take a shorter one)',
  ENOENT: 'not there, or a link that leads nowhere (check its name, or remove the link)',
  ENOSPC: 'no room is left (make some: on the disk, or for one more watched file)',
  ENOTDIR: 'a file stands where a folder must be (remove it, or name another)',
  EPERM: 'not open to you (change its permissions, or name another)',
  EROFS: 'on a disk that only can be read (name another)',
}

/** What to say, in one line, of an error that the user can mend. Throws any other error itself: it is a fault of the program. */
export function explanationOf(error: unknown): string {
  if (error instanceof UserError || error instanceof Busy) return error.message
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  const refusal = refusals[code]
  if (refusal === undefined) throw error
  return [dest ?? path, refusal].flatMap((part) => (part === undefined ? [] : [printable(part)])).join(': ')
}

/** The exit code for an error that the user can mend: 1 where the system refused a file or another process is at work, 2 where the command was called wrongly. */
export function exitCodeOf(error: unknown): number {
  return error instanceof UserError ? 2 : 1
}
