import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'
import type { ExportedEntry } from './exported-entry.ts'
import { markdownOf } from './markdown.ts'

/** A note to be written, each in a file of its own. */
export interface WrittenNote {
  /** Below the folder of content, without an ending: `imported/2024/2024-06-10-a-title`. */
  readonly path: string
  readonly text: string
}

/** A fence of code, with its mark. */
const fence = /^\s*(`{3,}|~{3,})/

/**
 * Markdown in which nothing but Markdown means something in notes: a tag, and a word with a colon at the head of a line, have a
 * backslash in front of their mark, and what begins a comment is a reference. Code stays as it is.
 */
function asText(markdown: string): string {
  let open: string | null = null
  return markdown
    .split('\n')
    .map((line) => {
      const [, mark] = fence.exec(line) ?? []
      const isCode = open !== null || mark !== undefined
      if (mark !== undefined) open = open === null ? mark : line.trim().startsWith(open) ? null : open
      return isCode ? line : literal(line)
    })
    .join('\n')
}

function literal(line: string): string {
  return line
    .replace(/(^|\s)(?=#[^\s#])/g, '$1\\')
    .replace(/<!--/g, '&lt;!--')
    .replace(/%%/g, '%&#37;')
    .replace(/^([-*+>\s]*\**[\p{L}\p{N} ()]{1,40}?\**):(?!\/\/)/u, '$1\\:')
}

/** In characters of the title: names of files have bounds. */
const longestName = 60

/**
 * An exported entry as the note on one paper: what it is in front matter, so that no line of its text can be taken for that, and
 * its content as Markdown. It keeps its id and its moment.
 */
export function noteOf(entry: ExportedEntry, day: Day): WrittenNote {
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
  const body = asText(markdownOf(html, id.startsWith('http') ? id : 'https://paperwire.invalid/'))
  // JSON is YAML (YAML 1.2 §1.3), and needs no library to be written safely.
  const matter = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
  return { path: `imported/${day.slice(0, 4)}/${day}-${name}`, text: `---\n${matter.join('')}---\n\n${body}\n` }
}
