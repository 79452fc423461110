import type { Day } from '../text/day.ts'
import type { Html } from '../text/html.ts'
import type { Language } from '../text/language.ts'
import type { Paper } from './paper.ts'

/** A passage of an entry: what the author wrote, and what it reads like. */
export interface Block {
  /** The passage as written, before Markdown; a quoted line without its `>`. */
  readonly source: string
  /** The line it begins on, counted from 1. */
  readonly line: number
  readonly language: Language
  /** One element or more, each outermost one marked with the language. */
  readonly html: Html
  readonly text: string
}

/** Blocks as plain text, set apart by a blank line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** A tag as an entry bears it: its label, without the `#` and in Unicode NFC, and the line it stands on. */
export interface TagMention {
  readonly label: string
  readonly line: number
}

/** One paper of a day's notes, as its author wrote it. */
export interface Note {
  readonly file: string
  /** The line of its title, counted from 1. */
  readonly line: number
  readonly day: Day
  /** The id that the entry gives itself, for good; null when it is to be given one. */
  readonly givenId: string | null
  /** The instant that the entry gives for its publication; null when its day decides. */
  readonly givenPublished: Date | null
  /** Plain text, on one line, never empty. */
  readonly title: string
  readonly titleLanguage: Language
  readonly authors: readonly string[]
  /** What the entry is about, by the first of its own links; null when it gives none. */
  readonly paper: Paper | null
  /** The paper's addresses, then those its text links to; none twice. */
  readonly links: readonly string[]
  readonly abstract: readonly Block[]
  readonly commentary: readonly Block[]
  /** In the order written; none twice, whatever its case. */
  readonly tags: readonly TagMention[]
}
