import { type DateReading, type Day, readDate, readDateOfName, readInstant } from '../text/day.ts'
import { isLatin, isSameLanguage, type Language, languageOf } from '../text/language.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'
import { type AuthorsReading, looksLikeAuthors, readAuthors, splitAuthors } from './authors.ts'
import { type BlockContext, closesFence, type Line, openedFence, type ParsedBlock, readBlocks } from './blocks.ts'
import { Fields } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Block, Note, TagMention } from './note.ts'
import { paperAt, readLinkLine, webAddress } from './paper.ts'
import { errorAt, hasError, type Problem, quoted, warningAt } from './problem.ts'
import { isSentence } from './sentence.ts'
import { readTagLine, tagKey } from './tag-line.ts'
import { readTitle } from './title.ts'

/** The entries of one file of notes, in order, and everything that is wrong with the file. */
export interface Notes {
  readonly entries: readonly Note[]
  readonly problems: readonly Problem[]
}

/** What a file of notes is read with. */
export interface NotesContext {
  /** The site's language. */
  readonly language: Language
  /** The site's origin, which root-relative links are resolved against. */
  readonly origin: string
}

/** An entry while its lines are being read. */
interface Draft {
  readonly line: number
  /** Null where the title is missing, which has been refused by then. */
  readonly title: string | null
  /**
   * A heading with at least so many `#` is part of the entry's text; one with fewer is the next title. 1 in a note on one
   * paper, which owns all of its headings; 7, which no heading has, where every heading is a title.
   */
  sectionLevel: number
  readonly links: string[]
  authors: readonly string[] | null
  givenId: string | null
  givenPublished: Date | null
  readonly tags: TagMention[]
  readonly body: Line[]
  /** The number of lines of the body that aren't blank. */
  textLines: number
  /** Whether the last line read was the title itself, so that a rule below it underlines it. */
  justTitled: boolean
}

// None of these can backtrack. Only one alternative of the rule can begin at a character, and the rule is tried against
// short lines only; the others match one run each, at the start of a line.
const rule = /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/
const underline = /^(?:-{2,}|={2,})$/
const heading = /^(#{1,6})(?:\s|$)/

/** No date heading or rule is longer, in characters, which bounds what their expressions are tried against. */
const longestMark = 200

/** A line of authors below so many lines of text suggests that the end of an entry was forgotten above it. */
const authorsPlace = 2

/** Headings that name a part of a note on one paper, and no other paper: `## Method`, `## 요약`. */
const sectionName =
  /^(?:\d{1,2}\.?\s)?(?:abstract|summary|introduction|background|motivation|notes?|methods?|approach|results?|experiments?|discussion|conclusions?|references|초록|요약|소개|서론|배경|동기|메모|노트|방법|접근|결과|실험|논의|논평|결론|생각|참고)\s?[:：]?$/i

/** In characters. A longer title is most likely a paragraph whose title is missing. */
const longestTitle = 500

/**
 * Reads one file of notes, a `.md` or a `.txt` alike.
 *
 * @param file the file's path as its author knows it; the date may be in the file's name
 * @param text the file's text, with line feeds only
 */
export function readNotes(file: string, text: string, context: NotesContext): Notes {
  const matter = readFrontMatter(file, text)
  const reader = new NotesReader(file, new Fields(file, matter.fields), context, matter.problems)
  const lines = matter.body.split('\n')
  for (const [index, line] of lines.entries()) reader.read({ text: line, number: matter.bodyLine + index })
  return reader.finish(matter.bodyLine + lines.length - 1)
}

class NotesReader {
  readonly #file: string
  readonly #context: BlockContext
  readonly #entries: Note[] = []
  readonly #problems: Problem[] = []
  readonly #fields: Fields
  readonly #fileTags: readonly TagMention[]
  /** The title in the file's name, behind the date, which makes the file the note on one paper; empty without one. */
  readonly #nameTitle: string
  /** The digits at the head of the file's name, where they look like a date but name no day of the calendar. */
  readonly #impossibleName: string | null
  #day: Day | null
  /** Whether a missing or wrong date has been refused, so that no entry below it is refused for its date again. */
  #dateRefused: boolean
  #draft: Draft | null = null
  /** The entry that a tag line has just ended; a second tag line would add to it. */
  #tagged: Draft | null = null
  /** The links of link lines whose title is yet to come. */
  #links: { url: string; line: number }[] = []
  /** The authors that front matter gives for the file's one paper, whose title is yet to come. */
  #givenAuthors: readonly string[] | null = null
  /** The id and the instant that front matter gives for that paper. */
  #givenFields: { readonly name: 'id' | 'published'; readonly value: string }[] = []
  /** The tags at the head of a note on one paper, above the title. */
  #headTags: TagMention[] = []
  #fence: { readonly opened: string; readonly line: number } | null = null

  constructor(file: string, fields: Fields, context: NotesContext, problems: readonly Problem[]) {
    this.#file = file
    this.#fields = fields
    this.#problems.push(...problems)
    const language = fields.language('language')
    const latin = [language, context.language].find((one) => one !== null && isLatin(one)) ?? 'en'
    this.#context = { site: context.language, latin, origin: context.origin }
    const tags = (fields.texts('tags', '[llm, alignment]', (text) => text.split(/[,，、]|\s(?=#)/u)) ?? [])
      .map((tag) => nfc(tag.trim().replace(/^[#＃]/, '')))
      .filter((tag) => tag !== '')
    for (const tag of tags)
      if (slugOf(tag) === '') fields.refuse('tags', `the tag #${tag} is nothing but punctuation`, 'give it a letter or a digit')
    this.#fileTags = tags.filter((tag) => slugOf(tag) !== '').map((label) => ({ label, line: fields.lineOf('tags') }))
    const name = readDateOfName(file.slice(file.lastIndexOf('/') + 1))
    this.#nameTitle = name?.rest ?? ''
    this.#dateRefused = problems.length > 0
    this.#impossibleName = name !== null && 'impossible' in name.date ? name.date.impossible : null
    this.#day = this.#dayOfFile(name?.date ?? null)
    this.#openFromFields()
  }

  /** Reads what front matter says of the file's one paper, and opens the paper's entry if its title is there. */
  #openFromFields(): void {
    const fields = this.#fields
    const title = fields.text('title', 'A Title')
    const authors =
      fields.texts('authors', '[First Author, Second Author]', splitAuthors) ?? fields.texts('author', 'First Author', splitAuthors)
    for (const field of ['link', 'url', 'source'] as const) {
      for (const link of fields.texts(field, 'https://arxiv.org/abs/2406.03816') ?? []) {
        if (webAddress(link) === null) fields.refuse(field, `${quoted(link)} isn't a web address`, 'write it in full, with https://')
        else this.#links.push({ url: link, line: fields.lineOf(field) })
      }
    }
    const isOnePaper = title !== null || this.#nameTitle !== '' || this.#links.length > 0
    const id = fields.text('id', exampleId)
    const published = fields.value('published') === true ? null : fields.text('published', exampleInstant)
    if (id !== null && !isOnePaper) fields.refuse('id', 'an id without a title', 'write it on a line below the title that it is the id of')
    if (id !== null && isOnePaper) this.#givenFields.push({ name: 'id', value: id })
    // Tools that clip web pages write the day of the page into this field.
    if (published !== null && (!isOnePaper || readDate(published) !== null)) {
      this.#warn(fields.lineOf('published'), `${quoted(published)} is left out`, `write an instant of one entry, such as ${exampleInstant}`)
    } else if (published !== null) this.#givenFields.push({ name: 'published', value: published })
    if (title !== null) {
      const line = { text: title, number: fields.lineOf('title') }
      const reading = readTitle(title)
      const draft = this.#open(line.number, reading.title || title, 1, [...this.#takeLinks(), ...reading.links])
      if (authors === null) this.#takeAuthors(draft, reading.authors, line)
      else draft.authors = authors
    } else if (authors !== null) {
      if (isOnePaper) this.#givenAuthors = authors
      else fields.refuse('authors', 'authors without a title', 'add a field title, or write (First Author, Second Author) below the title')
    }
  }

  /** Reads the next line. */
  read({ text, number }: Line): void {
    const line = { text: nfc(text), number }
    const bare = withoutInvisible(line.text)
    if (this.#fence !== null) {
      if (this.#draft !== null) append(this.#draft, line)
      if (closesFence(bare, this.#fence.opened)) this.#fence = null
      return
    }
    if (bare === '') {
      if (this.#draft !== null) {
        this.#draft.body.push(line)
        this.#draft.justTitled = false
      }
      return
    }
    const justTitled = this.#draft?.justTitled === true
    if (this.#draft !== null) this.#draft.justTitled = false
    if (justTitled && underline.test(bare)) return
    if (this.#isDateHeading(bare, line.number)) return
    if (bare.length <= longestMark && rule.test(bare)) return this.#end()
    const tags = readTagLine(bare)
    if (tags !== null) return this.#tag(tags, line.number)
    const level = heading.exec(bare)?.[1]?.length
    if (level !== undefined && !this.#isSection(bare, level)) return this.#openHeading(line, level)
    const opened = openedFence(bare)
    if (opened !== null) this.#fence = { opened, line: line.number }
    if (this.#draft === null) this.#openPlain(line)
    else this.#readInside(this.#draft, line)
  }

  /** Ends the file, and returns its entries and problems. */
  finish(lastLine: number): Notes {
    if (this.#fence !== null) {
      this.#refuse(this.#fence.line, 'a block of code that is never closed', `close it with a line ${this.#fence.opened}`)
    }
    this.#end()
    this.#endTagged()
    if (this.#links[0] !== undefined) this.#refuseUntitled(this.#links[0].line, 'a link without a title below it')
    if (this.#headTags[0] !== undefined) this.#refuseUntitled(this.#headTags[0].line, 'a tag line without an entry')
    const problems = [...this.#problems, ...this.#fields.problems()]
    if (this.#entries.length > 0 || hasError(problems)) return { entries: this.#entries, problems }
    const empty = warningAt({ file: this.#file, line: lastLine }, 'no entry in this file', 'add one, or remove the file')
    return { entries: [], problems: [...problems, empty] }
  }

  #dayOfFile(ofName: DateReading | null): Day | null {
    const written = this.#fields.text('date', '2024-06-10')
    if (written !== null) {
      // A time of day may follow (`2024-06-10T09:00:00+09:00`). The day is the day as written, whatever the zone.
      const reading = readDate(written.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1')) ?? compactDate(written)
      if (reading !== null && 'day' in reading) return reading.day
      this.#fields.refuse('date', `${quoted(written)} isn't a date`, 'write a day that exists, such as date: 2024-06-10')
      this.#dateRefused = true
    }
    return ofName !== null && 'day' in ofName ? ofName.day : null
  }

  #isDateHeading(bare: string, line: number): boolean {
    if (bare.length > longestMark) return false
    const words = bare.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '')
    const reading = readDate(words)
    if (reading === null) {
      if (!(words === bare ? dateWithRemark : dateAtHead).test(words)) return false
      this.#refuse(line, `a date heading with more than a date: ${quoted(words)}`, 'leave the date alone on its line')
    }
    this.#end()
    this.#endTagged()
    if (this.#links[0] !== undefined) this.#refuseUntitled(this.#links[0].line, 'a link without a title below it')
    this.#links = []
    this.#day = reading !== null && 'day' in reading ? reading.day : null
    this.#dateRefused = this.#day === null
    if (reading !== null && 'impossible' in reading) {
      this.#refuse(line, `${reading.impossible} is no day of the calendar`, 'write the day that was meant')
    }
    if (reading !== null && 'incomplete' in reading) {
      const cure = 'write the year in four digits, the month and the day, such as 2024-06-11; if it is text, join it to the line above'
      this.#refuse(line, `${quoted(reading.incomplete)} is no whole date`, cure)
    }
    return true
  }

  /** Whether a heading is part of the open entry's text. */
  #isSection(bare: string, level: number): boolean {
    const draft = this.#draft
    if (draft === null || level < draft.sectionLevel) return false
    if (draft.sectionLevel > 1 || draft.textLines > 0) return true
    const { title } = readTitle(bare)
    if (title === draft.title) return false
    // A title of front matter and nothing more may be a day's; then a heading is a paper's title, unless it names a part of a note.
    const { links, authors, tags, givenId, givenPublished } = draft
    const isMore = links.length > 0 || authors !== null || tags.length > 0 || givenId !== null || givenPublished !== null
    return isMore || sectionName.test(title)
  }

  #openHeading(line: Line, level: number): void {
    const given = this.#draft
    const { title, links, authors } = readTitle(line.text)
    if (given?.sectionLevel === 1 && given.textLines === 0) {
      if (given.title === title) {
        // The first heading of a note on one paper may repeat the title of the front matter.
        given.sectionLevel = level + 1
        given.links.push(...links)
        return this.#takeAuthors(given, authors, line)
      }
      this.#draft = null
      this.#warn(
        given.line,
        `the title ${quoted(given.title ?? '')} is no entry's: the headings below it are`,
        'if the file is the note on one paper, give its link or authors in front matter',
      )
    }
    if (this.#isFirst() && this.#nameTitle !== '' && sectionName.test(title)) {
      return append(this.#open(line.number, this.#nameTitle, 1, this.#takeLinks()), line)
    }
    this.#end()
    this.#openTitled(line, level + 1)
  }

  #openPlain(line: Line): void {
    const bare = line.text.trim()
    const links = readLinkLine(bare, false)
    if (links !== null) {
      this.#endTagged()
      this.#links.push(...links.map((url) => ({ url, line: line.number })))
      return
    }
    if (this.#isFirst() && this.#nameTitle !== '' && (isUntitled(bare) || isProse(bare, this.#nameTitle))) {
      const draft = this.#open(line.number, this.#nameTitle, 1, this.#takeLinks())
      return this.#readInside(draft, line)
    }
    if (!isUntitled(bare)) return this.#openTitled(line, noSection)
    this.#endTagged()
    this.#refuseUntitled(line.number, `an entry with no title: it begins with ${quoted(bare)}`)
    this.#links = []
    const draft = this.#open(line.number, null, noSection, [])
    draft.body.push(line)
  }

  /** Whether no entry of the file has begun yet. */
  #isFirst(): boolean {
    return this.#entries.length === 0 && this.#draft === null && this.#tagged === null
  }

  #openTitled(line: Line, sectionLevel: number): void {
    const { title, links, authors } = readTitle(withoutInvisible(line.text))
    if (title === '') this.#refuseUntitled(line.number, 'a heading without a title')
    if (title.length > longestTitle)
      this.#warn(line.number, `a title of ${title.length} characters`, 'if it is a paragraph, put the title above it')
    const draft = this.#open(line.number, title === '' ? null : title, sectionLevel, [...this.#takeLinks(), ...links])
    this.#takeAuthors(draft, authors, line)
  }

  /** Takes over the authors that a title's own line gives. */
  #takeAuthors(draft: Draft, authors: AuthorsReading, line: Line): void {
    if (authors === 'unbalanced') this.#refuseUnbalanced(line)
    else if (authors !== null && authors !== 'empty') draft.authors = authors.authors
  }

  #open(line: number, title: string | null, sectionLevel: number, links: readonly string[]): Draft {
    this.#endTagged()
    const draft: Draft = {
      line,
      title,
      sectionLevel,
      links: [...links],
      authors: this.#givenAuthors,
      givenId: null,
      givenPublished: null,
      tags: this.#headTags,
      body: [],
      textLines: 0,
      justTitled: true,
    }
    this.#givenAuthors = null
    this.#headTags = []
    for (const { name, value } of this.#givenFields) this.#takeField(draft, name, value, this.#fields.lineOf(name))
    this.#givenFields = []
    this.#draft = draft
    return draft
  }

  /** Takes over what an entry says of itself: `id: tag:…` or `published: 2024-06-10T09:00:00+09:00`. */
  #takeField(draft: Draft, name: 'id' | 'published', value: string, line: number): void {
    if (name === 'id') {
      if (!isId(value)) return this.#refuse(line, `${quoted(value)} is no id`, `write a whole URI in ASCII, such as id: ${exampleId}`)
      draft.givenId = value
      return
    }
    draft.givenPublished = readInstant(value)
    if (draft.givenPublished === null) {
      this.#refuse(line, `${quoted(value)} is no instant`, `write day, time and offset, such as published: ${exampleInstant}`)
    }
  }

  #takeLinks(): readonly string[] {
    const links = this.#links.map(({ url }) => url)
    this.#links = []
    return links
  }

  /** Reads a line of an open entry: a line of its head until text has come, then a line of its body. */
  #readInside(draft: Draft, line: Line): void {
    const bare = line.text.trim()
    if (draft.title !== null && draft.textLines === 0) {
      const links = readLinkLine(bare, true)
      if (links !== null) {
        draft.links.push(...links)
        return
      }
      const [, name, value] = entryField.exec(bare) ?? []
      if (value !== undefined) return this.#takeField(draft, (name as string).toLowerCase() as 'id' | 'published', value, line.number)
      const authors = draft.authors === null ? readAuthors(bare) : null
      if (authors === 'unbalanced') return this.#refuseUnbalanced(line)
      if (authors === 'empty') return this.#refuse(line.number, 'an authors line without authors', 'name them, or remove the line')
      if (authors !== null) {
        draft.authors = authors.authors
        return
      }
    } else if (draft.title !== null && bare.startsWith('(') && looksLikeAuthors(bare) && draft.textLines >= authorsPlace) {
      this.#warn(
        line.number,
        'a line that looks like authors, deep in an entry',
        'if a new entry begins above it, end the one before with a tag line or ---',
      )
    }
    append(draft, line)
  }

  #tag(labels: readonly string[], line: number): void {
    const draft = this.#draft ?? this.#tagged
    const isHead = draft === null ? this.#nameTitle !== '' && this.#isFirst() : draft.sectionLevel === 1 && draft.textLines === 0
    const usable = labels.filter((label) => slugOf(label) !== '').map((label) => ({ label, line }))
    for (const label of labels) {
      if (slugOf(label) === '') this.#refuse(line, `the tag #${label} is nothing but punctuation`, 'give it a letter or a digit')
    }
    if (draft === null && !isHead) return this.#refuseUntitled(line, 'a tag line without an entry above it')
    for (const tag of usable) (draft?.tags ?? this.#headTags).push(tag)
    // In a note on one paper, tags may stand above the text; there they end nothing.
    if (isHead) return
    this.#draft = null
    this.#tagged = draft
  }

  #end(): void {
    const draft = this.#draft
    this.#draft = null
    this.#endTagged()
    if (draft !== null) this.#finishEntry(draft)
  }

  #endTagged(): void {
    const draft = this.#tagged
    this.#tagged = null
    if (draft !== null) this.#finishEntry(draft)
  }

  #finishEntry(draft: Draft): void {
    const { line } = draft
    if (draft.title === null) return
    const title = this.#withoutOverrides(draft.title, line)
    const authors = (draft.authors ?? []).map((name) => this.#withoutOverrides(name, line))
    const day = this.#day
    if (day === null) {
      if (this.#dateRefused) return
      this.#dateRefused = true
      if (this.#impossibleName !== null) {
        this.#refuse(
          1,
          `the file's name begins with ${this.#impossibleName}, which is no day of the calendar`,
          'rename the file, or put the day above its first entry',
        )
      } else this.#refuse(line, `text before any date: ${quoted(title)}`, 'put the day above it, on a line such as 2024-06-10')
      return
    }
    const tags = distinct([...draft.tags, ...this.#fileTags], ({ label }) => tagKey(label))
    const blocks = readBlocks(draft.body, this.#context)
    if (blocks.length === 0 && tags.length === 0 && draft.links.length === 0 && draft.authors === null) {
      this.#warn(
        line,
        `an entry that is nothing but a title: ${quoted(title)}`,
        'write its text below it, or join it to the entry it belongs to',
      )
    }
    for (const block of blocks) {
      for (const address of block.relative) {
        this.#warn(block.line, `${quoted(address)} leads nowhere outside this file`, 'write the whole address, with https://')
      }
    }
    const { abstract, commentary } = divide(blocks, this.#context.site)
    const links = distinct([...draft.links, ...blocks.flatMap((block) => block.links)], (url) => url)
    this.#entries.push({
      file: this.#file,
      line,
      day,
      givenId: draft.givenId,
      givenPublished: draft.givenPublished,
      title,
      titleLanguage: languageOf(title, this.#context) ?? this.#context.site,
      authors,
      paper: draft.links[0] === undefined ? null : paperAt(draft.links[0]),
      links,
      abstract,
      commentary,
      tags,
    })
  }

  /** The text without characters that turn its direction round, which would turn the words around it in a list as well. */
  #withoutOverrides(text: string, line: number): string {
    if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return text
    this.#warn(line, 'characters that turn the direction of text round are left out', 'remove them')
    return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  }

  #refuse(line: number, what: string, cure: string): void {
    this.#problems.push(errorAt({ file: this.#file, line }, what, cure))
  }

  #refuseUntitled(line: number, what: string): void {
    this.#refuse(line, what, 'put a title above it')
  }

  #refuseUnbalanced(line: Line): void {
    this.#refuse(
      line.number,
      `an authors line with a parenthesis too many or too few: ${quoted(line.text)}`,
      'write (First Author, Second Author), every parenthesis closed',
    )
  }

  #warn(line: number, what: string, cure: string): void {
    this.#problems.push(warningAt({ file: this.#file, line }, what, cure))
  }
}

/** The section level of an entry in which every heading is a title: no heading has so many `#`. */
const noSection = 7

const exampleId = 'tag:notes.example,2024-06-10:a-title'
const exampleInstant = '2024-06-10T09:00:00+09:00'

/** A date with more behind it, which in a heading can only be meant for a day: `# 2024-06-10 오늘의 논문`. */
const dateAtHead = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}년 ?\d{1,2}월 ?\d{1,2}일)[\s:,]/u

/** A date and nothing behind it but a remark in brackets, which can hardly be text: `2024-06-10 (3편)`. */
const dateWithRemark = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}년 ?\d{1,2}월 ?\d{1,2}일) ?(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\])$/u

const entryField = /^(id|published):\s*(\S.*)$/i

/** Whether a text is an absolute URI (RFC 3986 §3) in ASCII, so that readers may compare ids character by character. */
function isId(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[\x21-\x7e]+$/i.test(text) && !/[<>"\\^`{|}]/.test(text) && text.length <= 500
}

/** A line without the space and the invisible characters at its ends, which text pasted from the web may have. */
function withoutInvisible(text: string): string {
  const trimmed = text.trim()
  const first = trimmed.charAt(0)
  const last = trimmed.charAt(trimmed.length - 1)
  // Almost no line has one. Only its two ends are looked at, since a search from the start would read the whole line.
  if (!/\p{Cf}/u.test(first + last)) return trimmed
  return trimmed.replace(/^[\s\p{Cf}]+/u, '').replace(/(?<![\s\p{Cf}])[\s\p{Cf}]+$/u, '')
}

/** Whether the first line of a file with a title in its name is text, that is a sentence, rather than that title in full. */
function isProse(bare: string, nameTitle: string): boolean {
  const line = slugOf(readTitle(bare).title)
  const name = slugOf(nameTitle)
  return isSentence(bare) && !/[?？]$/u.test(bare) && !line.startsWith(name) && !name.startsWith(line)
}

/** Whether a line is certainly no title: a quote, a fence, a list, a table or authors. */
function isUntitled(bare: string): boolean {
  return /^(?:>|```|~~~|\$\$$|[-*+]\s|\|)/.test(bare) || readAuthors(bare) !== null
}

/** The day of `date: 20240610`, which YAML reads as a number; null if the text isn't eight digits. */
function compactDate(written: string): DateReading | null {
  return /^\d{8}$/.test(written) ? (readDateOfName(written)?.date ?? null) : null
}

function append(draft: Draft, line: Line): void {
  draft.body.push(line)
  draft.textLines += 1
}

/** The values, without any whose key an earlier value has. */
function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size < seen.add(key(value)).size)
}

/**
 * Divides an entry's text into abstract and commentary. The abstract is the quotes at the head of the text or, without
 * any, the passages at its head that aren't in the site's language.
 */
function divide(blocks: readonly ParsedBlock[], site: Language): Pick<Note, 'abstract' | 'commentary'> {
  const quotes = blocks.findIndex((block) => block.quote === null)
  const headQuotes = quotes === -1 ? blocks.length : quotes
  if (headQuotes > 0) {
    return {
      abstract: blocks
        .slice(0, headQuotes)
        .flatMap((block) => block.quote ?? [])
        .map(published),
      commentary: blocks.slice(headQuotes).map(published),
    }
  }
  const first = blocks.findIndex((block) => block.isProse && isSameLanguage(block.language, site))
  const end = first === -1 ? blocks.length : first
  const isAbstract = blocks.slice(0, end).some((block) => block.isProse)
  return {
    abstract: (isAbstract ? blocks.slice(0, end) : []).map(published),
    commentary: blocks.slice(isAbstract ? end : 0).map(published),
  }
}

function published({ source, line, language, html, text }: ParsedBlock): Block {
  return { source, line, language, html, text }
}
