import { readAuthors } from './authors.ts'
import { refuseAuthors } from './doubts.ts'
import type { EntryCut, Form } from './draft.ts'
import type { EntryContext } from './entry.ts'
import { linksOfValue } from './head.ts'
import { isSigned } from './kind.ts'
import type { SignedLine } from './lines.ts'
import { titleLines } from './paper-file.ts'
import { quoted } from './problem.ts'
import { readTitle } from './title.ts'

/** In characters. A longer title is most likely a paragraph whose title is missing. */
const longestTitle = 500

interface OpenCut {
  readonly title: EntryCut['title'] | null
  readonly form: Form
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
    if (this.#open !== null && sign.is === 'label' && sign.label.name === 'tags' && this.#isLast(index)) {
      this.#open.lines.push(line)
      this.#tagged = this.#open
      this.#open = null
      return
    }
    if (sign.is === 'heading' && this.#beginsEntry(index, sign.level)) {
      this.#end()
      return this.#openTitled(index, sign.level + 1)
    }
    if (this.#open === null) this.#openPlain(index)
    else this.#open.lines.push(line)
  }

  finish(): readonly EntryCut[] {
    this.#end()
    if (this.#links[0] !== undefined) this.#refuseUntitled(this.#links[0].line, 'a link without a title below it')
    return this.#cuts
  }

  /** Whether a heading is a title; if not, it is text of the open entry. */
  #beginsEntry(index: number, level: number): boolean {
    if (this.#open === null || isSigned(this.#lines, index)) return this.#open === null || level < this.#open.sectionLevel
    if (this.#open.sectionLevel < 7) return level < this.#open.sectionLevel
    const { number, bare } = this.#lines[index] as SignedLine
    this.#context.findings.warn(
      number,
      `a heading inside an entry is taken for text: ${quoted(bare)}`,
      'if a paper begins here, put --- above it, or its link or (authors) below it',
    )
    return false
  }

  /** Whether no more text of the open entry stands below a line: a tag line without hashes ends an entry there. */
  #isLast(index: number): boolean {
    const next = this.#lines.slice(index + 1, index + 3).find(({ sign }) => sign.is !== 'comment')
    return (this.#open?.lines.some(({ sign }) => sign.is === 'text') ?? false) && (next === undefined || next.sign.is === 'blank')
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
    if (!isTitleLabel && isUntitled(line)) {
      this.#endTagged()
      this.#refuseUntitled(number, `an entry with no title: it begins with ${quoted(bare)}`)
      this.#links = []
      this.#open = { title: null, form: 'raw', sectionLevel: 7, links: [], authors: null, lines: [line] }
      return
    }
    this.#openTitled(index, 7)
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
    const why = sectionLevel < 7 ? 'a heading with authors or a link below it, or between two entries' : 'the first line of an entry'
    for (const one of made) findings.took(one.number, 'title', why)
    if (title === '') this.#refuseUntitled(line.number, 'a heading without a title')
    if (title.length > longestTitle) {
      findings.warn(line.number, `a title of ${title.length} characters`, 'if it is a paragraph, put the title above it')
    }
    if (authors === 'unbalanced') refuseAuthors(authors, line, findings)
    this.#open = {
      title: title === '' ? null : { text: title, line: line.number },
      form: 'raw',
      sectionLevel,
      links: [...this.#links.map(({ url }) => url), ...links],
      authors: authors === null || typeof authors === 'string' ? null : authors.authors,
      lines: [],
    }
    this.#links = []
  }

  #tag(line: SignedLine): void {
    const open = this.#open ?? this.#tagged
    if (open === null) return this.#refuseUntitled(line.number, 'a tag line without an entry above it')
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

  #finish({ title, form, links, authors, lines }: OpenCut): void {
    if (title !== null) this.#cuts.push({ title, form, links, authors, lines })
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

/** Whether a line is certainly no title: a quote, a fence, a list, a table, a label or authors. */
function isUntitled({ bare, sign }: SignedLine): boolean {
  if (sign.is === 'label' && sign.label.name !== null && sign.label.name !== 'title') return true
  return sign.is === 'code' || /^(?:>|\$\$$|[-*+]\s|\|)/.test(bare) || readAuthors(bare) !== null
}
