import { type CorpusEntry, entriesOfDay } from './entry.ts'

/** What is written in `content/site.md`. */
export const siteFile: string =
  '---\ntitle: 벤치마크\ndescription: 측정에 쓰는 큰 사이트\nurl: https://notes.example\nlanguage: ko\n---\n많은 글.\n'

/** A day's file of notes: on even days in the raw form, on odd days with headings. */
function dayFile(day: string, entries: readonly CorpusEntry[]): string {
  const [year, month, date] = day.split('-').map(Number)
  const hasHeadings = Math.floor((entries[0]?.number ?? 0) / entriesOfDay) % 2 === 1
  const written = entries.map((entry) => (hasHeadings ? underHeading(entry) : raw(entry)))
  return hasHeadings ? `# ${day}\n\n${written.join('\n')}` : `${year}년 ${month}월 ${date}일\n${written.join('')}`
}

/** The files of notes of a corpus, by name: one a day. */
export function noteFiles(entries: readonly CorpusEntry[]): ReadonlyMap<string, string> {
  const byDay = Map.groupBy(entries, ({ day }) => day)
  return new Map([...byDay].map(([day, ofDay]) => [`${day}.md`, dayFile(day, ofDay)]))
}

function raw({ title, link, authors, abstract, commentary, tags }: CorpusEntry): string {
  return [title, link, authorLine(authors), abstract, ...commentary, tagLine(tags), ''].join('\n')
}

function underHeading({ title, link, authors, abstract, commentary, tags }: CorpusEntry): string {
  return [`## ${title}`, link, authorLine(authors), `> ${abstract}`, '', ...commentary, '', tagLine(tags), ''].join('\n')
}

function authorLine(authors: readonly string[]): string {
  // One name in Hangul between parentheses might be anything: the label makes it certain.
  return authors.length === 1 ? `Authors: ${authors[0]}` : `(${authors.join(', ')})`
}

function tagLine(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag}`).join(' ')
}
