import { setTimeout as pause } from 'node:timers/promises'
import { type Command, defineCommand } from './command.ts'
import { currentInstant } from './current-instant.ts'
import { contentOption } from './options.ts'
import { UserError } from './refusals.ts'

export const newNotes: Command = defineCommand({
  name: 'new',
  description: "begins today's notes, with what arXiv or Crossref say of papers",
  arguments: {
    placeholder: 'paper',
    description: 'an identifier on arXiv (2406.04093), a DOI (10.1038/nature14539), or an address with one of them',
    behindDashes: false,
  },
  options: {
    content: contentOption,
    day: {
      description: 'the day of the notes, if not today',
      placeholder: 'day',
      async read(text) {
        const { dayOf } = await import('../text/day.ts')
        const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
        const day = year === undefined ? null : dayOf(Number(year), Number(month), Number(date))
        if (day === null) throw new UserError(`--day ${text}: no day (write one such as 2024-06-10)`)
        return day
      },
    },
    above: { description: "write above the day's other notes, rather than below them" },
  },
  example: 'new 2406.04093 https://doi.org/10.1038/nature14539',

  async run({ content, day, above }, terminal, papers) {
    const [{ begun }, { arxivApi }, { crossrefApi }] = await Promise.all([
      import('./begun-notes.ts'),
      import('../papers/arxiv.ts'),
      import('../papers/crossref.ts'),
    ])
    const asking = { get: fetch, pause, now: Date.now, folder: 'dist/asked' }
    return begun({ content, day, side: above ? 'above' : 'below', papers, now: currentInstant() }, terminal, {
      asking,
      apis: { arxiv: arxivApi, crossref: crossrefApi },
    })
  },
})
