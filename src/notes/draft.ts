import type { Line } from './blocks.ts'
import type { SignedLine } from './lines.ts'
import type { TagMention } from './note.ts'

/**
 * How an entry is written, which decides what may stand in it: `raw`, ended by its tag line; below a `heading`; or alone
 * in its file, as the note on one `paper`.
 */
type Form = 'raw' | 'heading' | 'paper'

/** The lines of one entry, cut out of its file. */
export interface EntryCut {
  readonly form: Form
  readonly title: { readonly text: string; readonly line: number }
  /** What the line of the title gives beside the title. */
  readonly links: readonly string[]
  readonly authors: readonly string[] | null
  /** All lines of the entry but the title's, in order. */
  readonly lines: readonly SignedLine[]
}

/** An entry while its lines are being read. */
export interface Draft {
  readonly cut: EntryCut
  /** Links that a label of the head calls the paper's. */
  readonly paperLinks: string[]
  /** The head's other links. */
  readonly links: string[]
  /** Links to code, projects and slides, which are no paper's. */
  readonly codeLinks: string[]
  /** A link that a label deep in the text calls the paper's. */
  labelledLink: string | null
  /** The line of that label. */
  labelledLine: number
  /** The authors; null where nothing has said them yet. */
  authors: readonly string[] | null
  givenId: string | null
  givenPublished: Date | null
  venue: string | null
  isDraft: boolean
  /** Whether the author says that the notes hold no abstract. */
  isWithoutAbstract: boolean
  readonly tags: TagMention[]
  /** The lines that a label or a section says to be the abstract. */
  readonly abstract: Line[]
  readonly body: Line[]
  /** The number of lines of the body that aren't blank. */
  textLines: number
}

/** A new draft. Its title has been read, and no other line of the entry. */
export function draftOf(cut: EntryCut): Draft {
  return {
    cut,
    paperLinks: [],
    links: [...cut.links],
    codeLinks: [],
    labelledLink: null,
    labelledLine: 0,
    authors: cut.authors,
    givenId: null,
    givenPublished: null,
    venue: null,
    isDraft: false,
    isWithoutAbstract: false,
    tags: [],
    abstract: [],
    body: [],
    textLines: 0,
  }
}

/** The values, without any whose key an earlier value has. */
export function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size < seen.add(key(value)).size)
}
