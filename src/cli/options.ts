import { existsSync, statSync } from 'node:fs'
import type { Setting } from './command.ts'
import { UserError } from './refusals.ts'

export const contentOption: Setting<string> & { readonly default: string } = {
  description: 'the folder with the notes',
  placeholder: 'dir',
  default: 'content',
  read(folder) {
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new UserError(`${folder}: no such folder (name the one with your notes: --content DIR)`)
    return folder
  },
}

/** What an author may settle by a word on the command line: entries in doubt are new, tags and entries that are published may go, the clock is right. */
export type Acceptance = 'new' | 'tags' | 'removals' | 'clock'

const acceptances: readonly Acceptance[] = ['new', 'tags', 'removals', 'clock']

/** Nothing is settled. */
export const nothingAccepted: ReadonlySet<Acceptance> = new Set()

export const acceptOption: Setting<ReadonlySet<Acceptance>> = {
  description:
    "new takes entries that can't be recognised for new ones; tags lets tags go that no entry has any more; removals, published entries that are drafts now, or a third of all at once; clock takes the clock for right",
  placeholder: 'new,tags,removals,clock',
  read(text) {
    const words = text.split(',').map((word) => word.trim())
    const unknown = words.find((word) => !acceptances.some((one) => one === word))
    if (unknown !== undefined)
      throw new UserError(`--accept ${unknown}: nothing that can be accepted (write ${acceptances.join(', ')}, several with commas)`)
    return new Set(words as Acceptance[])
  },
}

/** The port of a server on this machine. `lowest` is 0 where any free one may be meant. */
export function portOption(lowest: 0 | 1): Setting<number> & { readonly default: string } {
  return {
    description: lowest === 0 ? 'the port to listen on, 0 for any that is free' : 'the port to listen on',
    placeholder: 'number',
    default: '8787',
    read(text) {
      if (!/^\d{1,5}$/.test(text) || Number(text) < lowest || Number(text) > 65_535)
        throw new UserError(`--port ${text}: not a port (write a number from ${lowest} to 65535)`)
      return Number(text)
    },
  }
}

/** What to say of an error that keeps a server from listening on a port. Throws the error itself where it is not about the port. */
export function portRefusal(port: number, error: unknown): UserError {
  const what = { EACCES: 'not open to you', EADDRINUSE: 'something listens there already' }[(error as NodeJS.ErrnoException).code ?? '']
  if (what === undefined) throw error
  return new UserError(`--port ${port}: ${what} (take another: --port N)`)
}
