import { catalogOf, type Entry, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'

/** The entries of a file of notes, newest first. */
export function entriesOf(notes: string): readonly Entry[] {
  const files = { 'site.md': '---\ntitle: 노트\nurl: https://notes.example\n---\n', 'a.md': notes }
  const read = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
  const { content, problems } = readContent('content', read, null)
  if (content === null) throw new Error(JSON.stringify(problems))
  const { catalog } = catalogOf(content.site, content.entries, noLedger)
  if (catalog === null) throw new Error('no catalog')
  return catalog.entries
}

const [plainEntry] = entriesOf('2024-06-10\nT\n본문.\n#t\n') as [Entry]

/** An entry that is called by its number, such as `t7`, and says this text alone. */
export function entryWith(number: number, text: string): Entry {
  const [block] = plainEntry.commentary as [Entry['commentary'][number]]
  return { ...plainEntry, title: `t${number}`, name: `t${number}`, tags: [], commentary: [{ ...block, text }] }
}
