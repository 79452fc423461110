import type { Day } from '../text/day.ts'
import type { Html } from '../text/html.ts'
import type { Language } from '../text/language.ts'
import type { Paper } from './paper.ts'

/** A link to another note of a vault, `[[240606 Other Note#Section|words]]`, where its words stand in the HTML of a passage. */
export interface WikiLink {
  /** As written: `240606 Other Note#Section`. */
  readonly target: string
  /** The words' first character in the HTML, counted from 0, and the one behind their last. They are plain text there. */
  readonly start: number
  readonly end: number
}

/** What nearly every passage has: the one list that they share. */
export const noWikiLinks: readonly WikiLink[] = []

/** A passage of an entry, as its author wrote it and as it is rendered. */
export interface Block {
  /** The Markdown as written; the lines of a quote without their `>`. */
  readonly source: string
  /** The line of the file that the passage begins on, counted from 1. */
  readonly line: number
  readonly language: Language
  /** One element or more. */
  readonly html: Html
  /** The same as plain text. */
  readonly text: string
  /** In order. In `html` only their words stand: whether a link leads anywhere depends on other entries. */
  readonly wikiLinks: readonly WikiLink[]
}

/** The plain text of blocks, with a blank line between two of them. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** A tag where an entry names it. */
export interface TagMention {
  /** Without the `#`, in Unicode NFC. */
  readonly label: string
  readonly line: number
}

/** One paper of a day's notes, as its author wrote it. */
export interface Note {
  readonly file: string
  /** The line of the title, counted from 1. */
  readonly line: number
  readonly day: Day
  /** The id that the author wrote for the entry, as `id: tag:…`; null when the ledger is to give it one. */
  readonly givenId: string | null
  /** The instant of publication that the author wrote, as `published: …`; null when the entry's day decides. */
  readonly givenPublished: Date | null
  /** Plain text, on one line, never empty. */
  readonly title: string
  readonly titleLanguage: Language
  readonly authors: readonly string[]
  /** The paper at the first link of the entry's head; null when the head has no link. */
  readonly paper: Paper | null
  /** Where the paper appeared, as the author writes it: `ICML 2024`; null when the notes don't say. */
  readonly venue: string | null
  /** Whether the author keeps the entry back for now. */
  readonly isDraft: boolean
  /** The links of the entry's head, then the links of its text; none twice. */
  readonly links: readonly string[]
  readonly abstract: readonly Block[]
  readonly commentary: readonly Block[]
  /** In the order written, then the tags of the file's front matter; none twice, whatever their case. */
  readonly tags: readonly TagMention[]
}
