import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Catalog, channelsOfKind } from '../catalog/catalog.ts'
import { formatProblem, type Problem } from '../notes/problem.ts'
import { originOf } from '../notes/site.ts'

/** A mistake of whoever called a command, said in one line. */
export class UserError extends Error {}

/** What the system refuses for a reason that a user can see to, by its code: what is wrong, and what to do. */
const refusals: Readonly<Record<string, string>> = {
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

/** What to say, in one line, of an error that is a user's to see to. A fault of ours is thrown on. */
export function explanationOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  const { code = '', message, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  if (code.startsWith('ERR_PARSE_ARGS')) return `${message.replaceAll('\n', ' ')} (README says what each command takes)`
  const refusal = refusals[code]
  if (refusal === undefined) throw error
  return [dest ?? path, refusal].filter((part) => part !== undefined).join(': ')
}

/**
 * Runs a command and ends the process with its exit code: 0 done, 1 the content has errors or the system refused a
 * file, 2 the command was called wrongly. What is a user's to see to is said in one line; a stack trace means a fault
 * of ours.
 */
export async function runCommand(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    console.error(explanationOf(error))
    process.exitCode = (error as NodeJS.ErrnoException).syscall === undefined ? 2 : 1
  }
}

/** The options of a command by name: those that take a value, and flags. Throws for any other, and for an empty value. */
export function readOptions<Name extends string, Flag extends string = never>(
  names: readonly Name[],
  flags: readonly Flag[] = [],
): Readonly<Partial<Record<Name, string> & Record<Flag, boolean>>> {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((flag) => [flag, { type: 'boolean' as const }] as const),
  ])
  const { values } = parseArgs({ options, strict: true, allowPositionals: false })
  for (const [name, value] of Object.entries(values)) if (value === '') throw new UserError(`--${name}: empty (write a value after it)`)
  return values as Partial<Record<Name, string> & Record<Flag, boolean>>
}

/** The instant at which a command runs, in whole seconds as HTTP has them. */
export function currentInstant(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000)
}

/** The folder that `--content` names, `content` by default. */
export function contentFolder(option: string | undefined): string {
  const folder = option ?? 'content'
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UserError(`${folder}: no such folder (name the one with your notes: --content DIR)`)
  return folder
}

/** The origin that `--url` names; null without one. */
export function originOption(option: string | undefined): string | null {
  if (option === undefined) return null
  const origin = originOf(option)
  if (origin === null) throw new UserError(`--url ${option}: not the address of a site (write one such as https://notes.example)`)
  return origin
}

/** Says every problem on standard error, one a line; returns how many are errors. */
export function reportProblems(problems: readonly Problem[]): number {
  for (const problem of problems) console.error(formatProblem(problem))
  return problems.filter(({ severity }) => severity === 'error').length
}

/** How much a catalog holds, for people: `10 entries, 9 tags, 1 day`. */
export function countsOf(catalog: Catalog): string {
  const { entries, days } = catalog
  const tags = channelsOfKind(catalog, 'tag')
  const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
  return [counted(entries.length, 'entry', 'entries'), counted(tags.length, 'tag', 'tags'), counted(days.length, 'day', 'days')].join(', ')
}

/** What to say of a build that was refused. */
export function refusal(errors: number, nothing: string): string {
  return `${errors} ${errors === 1 ? 'error' : 'errors'}: ${nothing}.`
}
