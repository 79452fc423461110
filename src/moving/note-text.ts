import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'
import { literalText } from '../writing/literal.ts'
import type { ExportedEntry } from './exported-entry.ts'
import { markdownOf } from './markdown.ts'

/** A note to be written, each in a file of its own. */
export interface WrittenNote {
  /** Below the folder of content, without an ending: `imported/2024/2024-06-10-a-title`. */
  readonly path: string
  readonly text: string
}

/** In characters of the title: names of files have bounds. */
const longestName = 60

/**
 * An exported entry as the note on one paper: what it is in front matter, so that no line of its text can be taken for that, and
 * its content as Markdown. It keeps its id and its moment.
 *
 * @param isGuarded whether the first line must not be taken for a list of authors, which it looks like
 */
export function noteOf(entry: ExportedEntry, day: Day, isGuarded: boolean): WrittenNote {
  const { id, title, published, authors, tags, html } = entry
  const name = slugOf(title).slice(0, longestName).replace(/-$/, '') || 'untitled'
  const fields = {
    kind: 'paper',
    title: title === '' ? day : title,
    date: day,
    id,
    published: published.toISOString().replace('.000Z', 'Z'),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    // Whatever language it is in, all of it is the author's own.
    abstract: 'none',
  }
  const written = literalText(markdownOf(html, id.startsWith('http') ? id : 'https://paperwire.invalid/'))
  const body = isGuarded ? written.replace(/^\p{L}/u, (letter) => `&#${letter.codePointAt(0)};`) : written
  // JSON is YAML (YAML 1.2 §1.3), and needs no library to be written safely.
  const matter = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
  return { path: `imported/${day.slice(0, 4)}/${day}-${name}`, text: `---\n${matter.join('')}---\n\n${body}\n` }
}
