import { type CorpusEntry, entriesOfDay } from '../corpus/entry.ts'
import type { Files } from './generator.ts'

/** A file for each entry, as generators of sites take them: YAML front matter, then Markdown. */
export function markdownFiles(folder: string, entries: readonly CorpusEntry[]): Files {
  return new Map(entries.map((entry) => [`${folder}/${entry.day}/${nameOf(entry)}.md`, markdownFile(entry)]))
}

/** A title as one segment of an address. */
function nameOf({ title }: CorpusEntry): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function markdownFile({ number, day, title, link, authors, abstract, commentary, tags }: CorpusEntry): string {
  // The first of a day is the latest, as Paperwire has it.
  const date = new Date(Date.parse(`${day}T12:00:00Z`) - (number % entriesOfDay) * 1000).toISOString()
  const fields = { title, date, link, authors, description: commentary[0], tags }
  // JSON is YAML.
  const frontMatter = Object.entries(fields).map(([name, value]) => `${name}: ${name === 'date' ? value : JSON.stringify(value)}`)
  return ['---', ...frontMatter, '---', `> ${abstract}`, '', commentary.join('\n\n'), ''].join('\n')
}
