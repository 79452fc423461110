import { readAuthors } from './authors.ts'
import { refuseAuthors } from './doubts.ts'
import type { EntryCut } from './draft.ts'
import type { EntryContext } from './entry.ts'
import { linksOfValue, tagsOfValue } from './head.ts'
import { isSigned } from './kind.ts'
import type { SignedLine } from './lines.ts'
import { titleLines } from './paper-file.ts'
import { quoted } from './problem.ts'
import { readTitle } from './title.ts'

/** In characters. A longer title is most likely a paragraph whose title is missing. */
const longestTitle = 500

/** The section level of an entry that no heading opened: no heading has so many `#`. */
const noHeading = 7

interface OpenCut {
  readonly title: EntryCut['title'] | null
  /** A heading with at least so many `#` is part of the entry's text; 7, which no heading has, where the title is no heading. */
  readonly sectionLevel: number
  readonly links: readonly string[]
  readonly authors: readonly string[] | null
  readonly lines: SignedLine[]
}

/**
 * Cuts the lines of a day that has no headings for titles: an entry's title is its first line, and it ends at its tag
 * line, at a rule or with the day. A heading inside begins an entry only where authors or a link stand below it.
 */
export function rawCuts(lines: readonly SignedLine[], context: EntryContext): readonly EntryCut[] {
  const cutter = new RawCutter(lines, context)
  for (const [index] of lines.entries()) cutter.read(index)
  return cutter.finish()
}

class RawCutter {
  readonly #lines: readonly SignedLine[]
  readonly #context: EntryContext
  readonly #cuts: EntryCut[] = []
  /** The lines that make a title with the one above them. */
  readonly #made = new Set<SignedLine>()
  #open: OpenCut | null = null
  /** The entry that a tag line has just ended; a second tag line adds to it. */
  #tagged: OpenCut | null = null
  /** Whether the open entry has text, below which a line of tags ends it. */
  #hasText = false
  /** Labelled lines above the next title, which are its entry's. */
  #above: SignedLine[] = []
  /** Whether a title of the day is underlined, so that others may be. */
  #underlines = false
  /** The links above the next title. */
  #links: { readonly url: string; readonly line: number }[] = []

  constructor(lines: readonly SignedLine[], context: EntryContext) {
    this.#lines = lines
    this.#context = context
  }

  read(index: number): void {
    const line = this.#lines[index] as SignedLine
    const { sign } = line
    if (this.#made.has(line)) return
    if (sign.is === 'blank' || sign.is === 'comment') return void this.#open?.lines.push(line)
    if (sign.is === 'rule') {
      this.#context.findings.took(line.number, 'rule', 'it ends the entry above it')
      return this.#end()
    }
    if (sign.is === 'tags') return this.#tag(line)
    if (
      this.#open !== null &&
      sign.is === 'label' &&
      sign.label.name === 'tags' &&
      this.#hasText &&
      tagsOfValue(sign.label.value) !== null
    ) {
      this.#open.lines.push(line)
      this.#tagged = this.#open
      this.#open = null
      return
    }
    if (sign.is === 'heading' && this.#beginsEntry(index, sign.level)) {
      this.#end()
      return this.#openTitled(index, sign.level + 1)
    }
    if (this.#open !== null && sign.is === 'text' && this.#isUnderlined(index)) this.#end()
    if (this.#open === null) return this.#openPlain(index)
    this.#hasText ||= sign.is === 'text' || sign.is === 'code'
    this.#open.lines.push(line)
  }

  /** Whether a line behind a blank one is underlined, where titles of this day are. */
  #isUnderlined(index: number): boolean {
    const [above, below] = [this.#lines[index - 1], this.#lines[index + 1]]
    return this.#underlines && above?.sign.is === 'blank' && below?.sign.is === 'rule' && below.sign.underlines
  }

  finish(): readonly EntryCut[] {
    this.#end()
    if (this.#links[0] !== undefined) this.#refuseUntitled(this.#links[0].line, 'a link without a title below it')
    if (this.#above[0] !== undefined) {
      this.#refuseUntitled(this.#above[0].number, `a labelled line without a title: ${quoted(this.#above[0].bare)}`)
    }
    return this.#cuts
  }

  /** Whether a heading is a title; if not, it is text of the open entry, with a warning where it isn't deeper than the title. */
  #beginsEntry(index: number, level: number): boolean {
    if (this.#open === null) return true
    if (level >= this.#open.sectionLevel && this.#open.sectionLevel < noHeading) return false
    if (isSigned(this.#lines, index, this.#context.labels)) return true
    const { number, bare } = this.#lines[index] as SignedLine
    this.#hasText = true
    this.#context.findings.warn(
      number,
      `a heading inside an entry is taken for text: ${quoted(bare)}`,
      'if a paper begins here, put --- above it, or the link to it below',
    )
    return false
  }

  #openPlain(index: number): void {
    const line = this.#lines[index] as SignedLine
    const { bare, number, sign } = line
    const links =
      sign.is === 'links' && !isMarkdownLink(bare)
        ? sign.links.map(({ url }) => url)
        : sign.is === 'label' && isLinkLabel(sign.label.name)
          ? linksOfValue(sign.label.value)
          : []
    if (links.length > 0) {
      this.#endTagged()
      this.#links.push(...links.map((url) => ({ url, line: number })))
      this.#context.findings.took(number, 'link', 'an address above the title is the paper’s')
      return
    }
    const isTitleLabel = sign.is === 'label' && sign.label.name === 'title' && !sign.label.isBare
    if (!isTitleLabel && sign.is === 'label' && sign.label.name !== null) return void this.#above.push(line)
    if (!isTitleLabel && isUntitled(line)) {
      this.#endTagged()
      const cure = sign.is === 'code' || bare.startsWith('>') ? 'put a title above it, or remove it' : 'put a title above it'
      this.#context.findings.refuse(number, `an entry with no title: it begins with ${quoted(bare)}`, cure)
      this.#links = []
      this.#open = { title: null, sectionLevel: noHeading, links: [], authors: null, lines: [line] }
      return
    }
    this.#openTitled(index, noHeading)
  }

  #openTitled(index: number, sectionLevel: number): void {
    this.#endTagged()
    const { findings } = this.#context
    const line = this.#lines[index] as SignedLine
    const made = titleLines(this.#lines, index)
    for (const one of made) this.#made.add(one)
    const text = made.flatMap(({ sign, bare }) => (sign.is === 'rule' ? [] : [bare])).join(' ')
    const label = line.sign.is === 'label' && line.sign.label.name === 'title' ? line.sign.label.value : null
    const { title, links, authors } = readTitle(label ?? text)
    const why = sectionLevel < noHeading ? 'a heading that begins an entry' : 'the first line of an entry'
    for (const one of made) findings.took(one.number, 'title', why)
    if (title === '') this.#refuseUntitled(line.number, 'a heading without a title')
    if (title.length > longestTitle) {
      findings.warn(line.number, `a title of ${title.length} characters`, 'if it is a paragraph, put the title above it')
    }
    if (authors === 'unbalanced') refuseAuthors(authors, line, findings)
    this.#open = {
      title: title === '' ? null : { text: title, line: line.number },
      sectionLevel,
      links: [...this.#links.map(({ url }) => url), ...links],
      authors: authors === null || typeof authors === 'string' ? null : authors.authors,
      lines: this.#above,
    }
    this.#above = []
    this.#hasText = false
    this.#underlines ||= made.some(({ sign }) => sign.is === 'rule')
    this.#links = []
  }

  #tag(line: SignedLine): void {
    const open = this.#open ?? this.#tagged
    if (open === null) {
      const cure = 'put the entry above it; or remove it, and write tags: in front matter for every entry'
      return this.#context.findings.refuse(line.number, 'a tag line without an entry above it', cure)
    }
    open.lines.push(line)
    this.#open = null
    this.#tagged = open
  }

  #end(): void {
    const open = this.#open
    this.#open = null
    this.#endTagged()
    if (open !== null) this.#finish(open)
  }

  #endTagged(): void {
    const tagged = this.#tagged
    this.#tagged = null
    if (tagged !== null) this.#finish(tagged)
  }

  #finish({ title, links, authors, lines }: OpenCut): void {
    if (title !== null) this.#cuts.push({ form: 'raw', title, links, authors, lines })
  }

  #refuseUntitled(line: number, what: string): void {
    this.#context.findings.refuse(line, what, 'put a title above it')
  }
}

function isLinkLabel(name: string | null): boolean {
  return name === 'paper' || name === 'link' || name === 'code'
}

/** `[Title](https://…)` above an entry is its title. */
function isMarkdownLink(bare: string): boolean {
  return /^(?:[-*+]\s+)?\[/.test(bare)
}

/** Whether a line without a label is certainly no title: a quote, a fence, a list, a table or authors. */
function isUntitled({ bare, sign }: SignedLine): boolean {
  return sign.is === 'code' || /^(?:>|\$\$$|[-*+]\s|\|)/.test(bare) || readAuthors(bare) !== null
}
