import type { Ledger } from '../catalog/ledger.ts'
import { type Command, defineCommand } from './command.ts'
import { currentInstant } from './current-instant.ts'
import { acceptOption, contentOption } from './options.ts'
import { UserError } from './refusals.ts'
import { countsOf } from './reports.ts'
import type { CatalogOfFolder } from './site-build.ts'

export const check: Command = defineCommand({
  name: 'check',
  description: 'says everything that is wrong with content/, and writes nothing',
  arguments: null,
  options: {
    content: contentOption,
    ci: { description: 'fail where the content has changed since it was recorded' },
    accept: acceptOption,
    fix: {
      description: 'mend what is safe: an alias for tags that are likely one, dates in the form that most have; asks before it writes',
    },
    resolve: { description: 'with --fix, add the links that arXiv has for the titles of entries without one' },
    yes: { description: 'with --fix, write without asking' },
    summary: { description: 'count errors and warnings by kind, rather than say each' },
  },
  example: 'check --content notes --ci',

  async run({ content, ci, accept, summary, fix, resolve, yes }, terminal) {
    if (!fix && (resolve || yes)) throw new UserError(`--${resolve ? 'resolve' : 'yes'}: means nothing without --fix (add it)`)
    if (fix) {
      const [{ fixed }, { arxivApi }, { setTimeout: pause }] = await Promise.all([
        import('./fixes.ts'),
        import('../papers/arxiv.ts'),
        import('node:timers/promises'),
      ])
      const asking = { get: fetch, pause, now: Date.now, folder: 'dist/asked' }
      return fixed({ content, resolve: resolve ? { asking, api: arxivApi } : null, yes }, terminal)
    }
    const [{ readCurrentContent }, { ledgerFile }, { isUpToDate }, { publishedContent }] = await Promise.all([
      import('./current-content.ts'),
      import('./ledger-file.ts'),
      import('../catalog/next-ledger.ts'),
      import('./site-build.ts'),
    ])
    const current = readCurrentContent(
      { ...publishedContent(content, accept), isSummary: summary, now: currentInstant() },
      'this content would not be published',
      terminal,
    )
    if (current === null) return 1
    const { catalog, ignored, kinds, ledger, recorded } = current
    terminal.say(`${content}: ${countsOf(catalog)}; nothing that keeps it from being published`)
    if (kinds.day + kinds.paper > 0) terminal.say(`${content}: ${kindsOf(kinds)} (npm run parse -- --explain FILE says why)`)
    if (ignored > 0) {
      const files = ignored === 1 ? 'one file is' : `${ignored} files are`
      terminal.say(`${content}: ${files} left out, as ignore in site.md says (by default README, LICENSE, templates and names with _)`)
    }
    if (recorded === ledger) return 0
    const file = ledgerFile(content)
    if (ledger !== null && isUpToDate(ledger, recorded)) {
      terminal.say(`${file}:1: written by an older Paperwire, and right (npm run record writes it as this one does)`)
      return 0
    }
    const appeared = ledger === null ? 0 : appearedSince(ledger, recorded)
    const state =
      ledger === null
        ? `${file}: nothing is recorded yet`
        : appeared > 0
          ? `${file}:1: ${appeared === 1 ? 'an entry that was held is' : `${appeared} entries that were held are`} there now, and not recorded so`
          : `${file}:1: the content has changed since it was recorded`
    const stale = `${state} (npm run record, then commit the file)`
    if (ci) terminal.complain(stale)
    else terminal.say(stale)
    return ci ? 1 : 0
  },
})

/** How many entries that were held when they were last recorded would be recorded as there. */
function appearedSince(ledger: Ledger, recorded: Ledger): number {
  const held = new Set(ledger.records.filter(({ isHeld }) => isHeld).map(({ id }) => id))
  return recorded.records.filter(({ id, isHeld, removed }) => held.has(id) && !isHeld && removed === null).length
}

/** `3 files hold days of notes, one file holds one paper`. */
function kindsOf({ day, paper }: CatalogOfFolder['kinds']): string {
  const files = (count: number): string => (count === 1 ? 'one file holds' : `${count} files hold`)
  const said = [
    ...(day > 0 ? [`${files(day)} days of notes`] : []),
    ...(paper > 0 ? [`${files(paper)} one paper${paper === 1 ? '' : ' each'}`] : []),
  ]
  return said.join(', ')
}
