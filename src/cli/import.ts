import { setTimeout as pause } from 'node:timers/promises'
import { type Command, defineCommand } from './command.ts'
import { contentOption } from './options.ts'
import { UserError } from './refusals.ts'

export const importEntries: Command = defineCommand({
  name: 'import',
  description: 'takes entries of another feed, or of an export of WordPress or Ghost, into notes, with their ids and dates',
  arguments: { placeholder: 'feed', description: 'the address or the file of a feed or an export', behindDashes: false },
  options: {
    content: contentOption,
    site: {
      description: 'the address of the old site, which an export of Ghost doesn’t name',
      placeholder: 'origin',
      async read(text) {
        const { originOf } = await import('../notes/site.ts')
        const origin = originOf(text)
        if (origin === null) throw new UserError(`--site ${text}: not the address of a site (write one such as https://old.example)`)
        return origin
      },
    },
    'dry-run': { description: 'say what would be taken, and write nothing' },
  },
  example: 'import https://old.example/feed.xml',

  async run({ content, site, 'dry-run': dryRun }, terminal, feeds) {
    if (feeds.length === 0) throw new UserError('no feed to take entries from (npm run import -- FEED-ADDRESS-OR-FILE)')
    const { imported } = await import('./imported-notes.ts')
    return imported({ content, origin: site, dryRun, feeds }, terminal, { get: fetch, pause })
  },
})
