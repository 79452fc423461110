import type { Entry } from '../../src/catalog/catalog.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'

/** The entries of a file of notes, newest first. */
export function entriesOf(notes: string): readonly Entry[] {
  return catalogFrom(notes).catalog.entries
}

const [plainEntry] = entriesOf('2024-06-10\nT\n본문.\n#t\n') as [Entry]

/** An entry that is called by its number, such as `t7`, and says this text alone. */
export function entryWith(number: number, text: string): Entry {
  const [block] = plainEntry.commentary as [Entry['commentary'][number]]
  return { ...plainEntry, title: `t${number}`, name: `t${number}`, tags: [], commentary: [{ ...block, text }] }
}
