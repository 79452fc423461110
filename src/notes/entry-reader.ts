import { slugOf } from '../text/slug.ts'
import { endsAbstract } from './abstract.ts'
import { readAuthors, readBareAuthors } from './authors.ts'
import { takeCallout } from './callout.ts'
import { refuseAuthors, warnOfDoubt, warnOfText } from './doubts.ts'
import type { Draft } from './draft.ts'
import type { EntryContext } from './entry.ts'
import {
  draftField,
  entryField,
  isNone,
  isRemark,
  type LabelledLine,
  linksOfValue,
  takeField,
  takeLabel,
  takeLinkLine,
  trailingTags,
} from './head.ts'
import { type Label, nameOf } from './labels.ts'
import type { SignedLine } from './lines.ts'
import { itemsBelow, itemText } from './list-items.ts'
import { isAboveLabel, isHeadLine } from './look-ahead.ts'
import { isPaperLink } from './paper.ts'

/** A word for authors that stands alone above their list, without a colon. */
const authorsLabel: Label = { name: 'authors', value: '', isBare: true }

/** Reads the lines of one entry into its draft: the head until text has come, then the text. */
export class EntryReader {
  readonly #draft: Draft
  readonly #context: EntryContext
  readonly #lines: readonly SignedLine[]
  /** The index of the last line that isn't blank. */
  readonly #lastOfText: number
  #at = 0
  #isHead = true
  /** Whether a heading has come in the text. What stands above the first one may still be said of the paper. */
  #isSectioned = false
  /** How the abstract is said, while its lines are being read: by a heading above them, or by a label. */
  #abstract: 'heading' | 'label' | null = null

  constructor(draft: Draft, context: EntryContext) {
    this.#draft = draft
    this.#context = context
    this.#lines = draft.cut.lines
    this.#lastOfText = this.#lines.findLastIndex(({ sign }) => sign.is !== 'blank' && sign.is !== 'comment')
  }

  readAll(): void {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] as SignedLine
      this.#at += 1
      this.#read(line)
    }
  }

  #read(line: SignedLine): void {
    const { sign } = line
    const { form } = this.#draft.cut
    if (sign.is === 'comment') return
    if (sign.is === 'blank') {
      if (!this.#isHead || this.#draft.body.length > 0) this.#append(line)
      return
    }
    if (sign.is === 'tags') {
      this.#abstract = null
      return this.#takeTags(sign.tags, line)
    }
    const draftLine = sign.is === 'code' ? null : draftField.exec(line.bare)
    if (draftLine !== null) {
      this.#draft.isDraft = draftLine[2]?.toLowerCase() === 'true'
      return this.#took(line, 'draft', 'the line says so')
    }
    if (sign.is === 'rule' && form !== 'raw' && this.#isHead)
      return this.#took(line, 'rule', 'it parts the head of the entry from its text')
    if (sign.is === 'rule' && this.#abstract !== null) this.#abstract = null
    if (sign.is === 'heading') return this.#readHeading(line, sign.words)
    if (this.#isHead && this.#readInHead(line)) return
    if (!this.#isSectioned && form !== 'raw' && this.#readInPreamble(line)) return
    if (sign.is === 'label' && this.#readDeepLabel(line)) return
    if (form === 'paper' && sign.is === 'text' && this.#takeTrailingTags(line)) return
    this.#text(line)
  }

  /** Reads a line of the head; false where the line is text, at which the head ends. */
  #readInHead(line: SignedLine): boolean {
    const { sign } = line
    const draft = this.#draft
    const { form } = draft.cut
    const field = entryField.exec(line.bare)
    if (field !== null) {
      const name = (field[1] as string).toLowerCase()
      takeField(draft, name, { text: field[2] as string, line: line.number }, this.#context.findings)
      this.#took(line, name, 'a line of the entry’s head says so')
      return true
    }
    if (sign.is === 'links') {
      const areWordless = takeLinkLine(draft, sign.links, this.#context.labels)
      if (areWordless) this.#took(line, 'link', 'an address alone on its line, in the head of the entry')
      else this.#append(line)
      return true
    }
    if (sign.is === 'label') return this.#readHeadLabel(line)
    if (line.bare.startsWith('>')) return this.#readQuote(line)
    if (sign.is !== 'text') return false
    if (draft.authors === null) {
      const reading = readAuthors(line.bare)
      if (reading === 'unbalanced' || reading === 'empty') {
        refuseAuthors(reading, line, this.#context.findings)
        return true
      }
      const authors = reading?.authors ?? (form === 'raw' ? null : readBareAuthors(line.bare))
      if (authors !== null) {
        draft.authors = authors
        this.#took(
          line,
          'authors',
          `${reading === null ? 'two names or more and nothing else' : 'names in parentheses'}, in the head of the entry`,
        )
        return true
      }
      warnOfDoubt(line, this.#context.findings)
      if (isRemark(line.bare) && isHeadLine(this.#lines[this.#at])) {
        this.#append(line)
        return true
      }
    }
    return false
  }

  /** Reads a labelled line of the head. One that the table doesn't know is text, at which the head of a raw entry ends. */
  #readHeadLabel(line: SignedLine): boolean {
    if (line.sign.is !== 'label') return false
    const { label } = line.sign
    if (label.name === 'abstract') return this.#openAbstract(line)
    if (label.name === null) {
      if (this.#draft.cut.form === 'raw') return false
      this.#append(line)
      this.#skipItems(line)
      return true
    }
    const { findings } = this.#context
    const isTaken = label.isBare ? this.#takeItems(line, label) : takeLabel(this.#draft, { number: line.number, label }, [], findings)
    // What the label says is text all the same, such as a second venue; the head goes on.
    if (!isTaken) this.#append(line)
    return true
  }

  /** Reads a quote in the head: the fields of a callout are labels; any other quote is text. */
  #readQuote(line: SignedLine): boolean {
    const quote = [line]
    while (this.#lines[this.#at + quote.length - 1]?.bare.startsWith('>'))
      quote.push(this.#lines[this.#at + quote.length - 1] as SignedLine)
    const take = (field: LabelledLine): boolean => takeLabel(this.#draft, field, [], this.#context.findings)
    const rest = takeCallout(quote, this.#draft.cut.title.text, this.#context.labels, take)
    if (rest === null) return false
    if (rest.length === 0) this.#took(line, 'callout', 'it holds fields of the entry and nothing else')
    for (const one of rest) this.#append(one)
    this.#at += quote.length - 1
    return true
  }

  /** A label deep in the text: it may say where the paper is, or open the abstract; the rest is text. */
  #readDeepLabel(line: SignedLine): boolean {
    if (line.sign.is !== 'label') return false
    const { label } = line.sign
    const draft = this.#draft
    if (label.name === 'abstract' && draft.abstract.length === 0 && !line.bare.startsWith('[')) return this.#openAbstract(line)
    if (label.name === 'paper' && draft.labelledLink === null) {
      draft.labelledLink = linksOfValue(label.value)[0] ?? null
      draft.labelledLine = line.number
    }
    const isTagLine = label.name === 'tags' && (/[#＃]/u.test(label.value) || this.#at > this.#lastOfText)
    if (isTagLine && takeLabel(draft, { number: line.number, label }, [], this.#context.findings)) return true
    if (label.isBare && this.#abstract === 'label') this.#abstract = null
    return false
  }

  #readHeading(line: SignedLine, words: string): void {
    const { labels, findings } = this.#context
    this.#abstract = null
    if (nameOf(words, labels) === 'abstract' && this.#draft.abstract.length === 0 && !this.#draft.isWithoutAbstract) {
      this.#isHead = false
      this.#abstract = 'heading'
      return findings.took(line.number, 'heading of the abstract', 'the section is named so')
    }
    if (this.#isHead && nameOf(words, labels) !== null && isAboveLabel(this.#lines, this.#at)) {
      return findings.took(line.number, 'heading of labels', 'labelled lines stand below it')
    }
    this.#isHead = false
    this.#isSectioned = true
    if (this.#draft.cut.form === 'paper' && this.#takeTrailingTags(line)) return
    if (nameOf(words, labels) === 'authors' && this.#takeItems(line, authorsLabel)) return
    this.#append(line)
  }

  /** Takes the list below a label for what it says: `著者`, and below it `* Ada Lovelace`. */
  #takeItems(line: SignedLine, label: Label): boolean {
    const { items, end } = itemsBelow(this.#lines, this.#at, line)
    if (label === authorsLabel && (items.length === 0 || this.#draft.authors !== null)) return false
    if (!takeLabel(this.#draft, { number: line.number, label }, items.map(itemText), this.#context.findings)) return false
    for (const item of items) this.#took(item, 'item of a label', 'it stands in the list below the label')
    this.#at = end
    return true
  }

  /**
   * Reads a line between the head and the first heading of an entry that isn't raw: a link alone on its line, and a word
   * for authors above a list.
   */
  #readInPreamble(line: SignedLine): boolean {
    const { sign } = line
    const draft = this.#draft
    const isLinked = draft.links.length > 0 || draft.paperLinks.length > 0
    if (sign.is === 'links' && !isLinked && sign.links.some(({ url }) => isPaperLink(url)) && this.#abstract === null) {
      const areWordless = takeLinkLine(draft, sign.links, this.#context.labels)
      if (areWordless) this.#took(line, 'link', 'an address alone on its line, above the first heading of the text')
      return areWordless
    }
    if (sign.is === 'label' && ['authors', 'paper', 'link', 'code', 'venue', 'tags'].includes(sign.label.name ?? ''))
      return this.#readHeadLabel(line)
    if (sign.is === 'text' && !isLinked) this.#takeLinkInFront(line)
    return sign.is === 'text' && nameOf(itemText(line), this.#context.labels) === 'authors' && this.#takeItems(line, authorsLabel)
  }

  /** Takes a paper's address at the beginning of a line of text, which stays text: `arXiv:2406.00001, by Ada Lovelace`. */
  #takeLinkInFront({ bare }: SignedLine): void {
    const [first] = linksOfValue(bare.split(/\s/, 1)[0] as string)
    if (first !== undefined && isPaperLink(first)) this.#draft.links.push(first)
  }

  #openAbstract(line: SignedLine): boolean {
    if (line.sign.is !== 'label') return false
    const { value } = line.sign.label
    if (isNone(value)) {
      this.#draft.isWithoutAbstract = true
      this.#took(line, 'abstract: none', 'the line says that the notes hold none')
      return true
    }
    if (this.#draft.isWithoutAbstract) return false
    this.#took(line, 'abstract', 'its label says so')
    if (value === '') {
      this.#isHead = false
      this.#abstract = 'label'
    } else this.#draft.abstract.push({ text: value, number: line.number, language: line.language })
    return true
  }

  /** Adds a line of text, and ends the head. */
  #text(line: SignedLine): void {
    if (this.#abstract === null) warnOfText(line, this.#draft, this.#isHead, this.#context.findings)
    this.#isHead = false
    this.#append(line)
  }

  #append(line: SignedLine): void {
    const { text, number, language } = line
    if (this.#abstract === 'label' && line.sign.is !== 'blank' && endsAbstract(this.#draft.abstract, line.text, this.#context.block))
      this.#abstract = null
    if (this.#abstract !== null) {
      this.#draft.abstract.push({ text, number, language })
      return
    }
    this.#draft.body.push({ text, number, language })
    if (line.sign.is !== 'blank') this.#draft.textLines += 1
  }

  #takeTags(labels: readonly string[], line: SignedLine): void {
    for (const label of labels) if (slugOf(label) !== '') this.#draft.tags.push({ label, line: line.number })
    this.#took(line, 'tags', 'nothing but words with a #')
  }

  /** Takes tags off the end of a line of the note on one paper: `재미있는 논문이다. #llm #rl`. */
  #takeTrailingTags(line: SignedLine): boolean {
    const found = trailingTags(line.bare)
    if (found === null) return false
    for (const label of found.tags) this.#draft.tags.push({ label, line: line.number })
    this.#text({ ...line, text: line.text.slice(0, line.text.indexOf(found.before) + found.before.length), bare: found.before })
    return true
  }

  /** Takes the items below a label that the table doesn't know for text, as the label is. */
  #skipItems(line: SignedLine): void {
    if (line.sign.is !== 'label' || !line.sign.label.isBare) return
    const { items, end } = itemsBelow(this.#lines, this.#at, line)
    for (const item of items) this.#append(item)
    this.#at = end
  }

  #took({ number }: SignedLine, as: string, why: string): void {
    this.#context.findings.took(number, as, why)
  }
}
