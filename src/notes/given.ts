import { type Day, readDate } from '../text/day.ts'
import { isLatin, type Language } from '../text/language.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'
import { splitAuthors, withAuthorInverted } from './authors.ts'
import { cureOfDate, type DateOrder, readWrittenDate } from './dates.ts'
import type { Fields } from './fields.ts'
import type { Findings } from './findings.ts'
import { withoutMarks } from './names.ts'
import type { TagMention } from './note.ts'
import { webAddress } from './paper.ts'
import { quoted } from './problem.ts'

/** A text with the line it stands on. */
interface Given {
  readonly text: string
  readonly line: number
}

/** What the front matter of a file of notes says. */
export interface GivenFields {
  readonly kind: 'day' | 'paper' | null
  readonly title: Given | null
  readonly authors: readonly string[] | null
  /** Full web addresses, the paper's first. */
  readonly links: readonly Given[]
  readonly id: Given | null
  readonly published: Given | null
  readonly day: Day | null
  /** Whether a date has been refused, so that no entry is refused for its missing date again. */
  readonly isDateRefused: boolean
  readonly tags: readonly TagMention[]
  readonly language: Language | null
  /** The abstract as text; `none` says that there is none in the notes. */
  readonly abstract: Given | null
  readonly venue: string | null
  readonly isDraft: boolean
  /** The first field that only the note on one paper has; null without one. */
  readonly paperField: string | null
}

export const exampleId = 'tag:notes.example,2024-06-10:a-title'
export const exampleInstant = '2024-06-10T09:00:00+09:00'

/** Reads the fields of front matter. What is wrong with them goes to the fields and the findings. */
export function readGiven(fields: Fields, order: DateOrder | null, findings: Findings): GivenFields {
  const title = fields.text('title', 'A Title')
  const links = readLinks(fields, findings)
  const authors = readAuthorFields(fields)
  const day = readDay(fields, order)
  const venue = fields.text('venue', 'ICML 2024')
  const abstract = fields.text('abstract', 'We propose …')
  const id = fields.text('id', exampleId)
  const paperField = ['link', 'url', 'doi', 'arxiv', 'source'].find((name) => links.some((link) => link.line === fields.lineOf(name)))
  return {
    kind: readKind(fields),
    title: title === null ? null : { text: title, line: fields.lineOf('title') },
    authors,
    links,
    id: id === null ? null : { text: id, line: fields.lineOf('id') },
    published: readPublished(fields),
    day,
    isDateRefused: day === null && fields.hasRefused('date', 'created', 'added'),
    tags: readTags(fields),
    language: fields.language('language'),
    abstract: abstract === null ? null : { text: abstract, line: fields.lineOf('abstract') },
    venue,
    isDraft: readFlag(fields, 'draft'),
    paperField: paperField ?? (authors === null ? null : fields.value('authors') === undefined ? 'author' : 'authors'),
  }
}

function readKind(fields: Fields): 'day' | 'paper' | null {
  const kind = fields.text('kind', 'paper')
  if (kind === null || kind === 'day' || kind === 'paper') return kind
  fields.refuse('kind', `${quoted(kind)} is no kind of file`, 'write kind: day or kind: paper')
  return null
}

function readFlag(fields: Fields, name: string): boolean {
  const written = fields.text(name, 'true')
  if (written === null || written === 'true' || written === 'false') return written === 'true'
  fields.refuse(name, `${quoted(written)} is neither true nor false`, `write ${name}: true, or remove it`)
  return false
}

/** `authors: [Ada Lovelace, "Turing, Alan"]`, `author: [[Ada Lovelace]]`; null where neither field is there, or is empty. */
function readAuthorFields(fields: Fields): readonly string[] | null {
  const authors =
    fields.texts('authors', '[First Author, Second Author]', splitAuthors) ?? fields.texts('author', 'First Author', splitAuthors)
  const names = (authors ?? []).map((name) => withAuthorInverted(nfc(withoutMarks(name)))).filter((name) => name !== '')
  return names.length === 0 ? null : names
}

/** `[[People/Ada Lovelace|Ada]]` is Ada. */
function withoutBrackets(text: string): string {
  const [, target] = /^\[\[([^[\]]+)\]\]$/.exec(text.trim()) ?? []
  return target === undefined ? text.trim() : target.slice(target.indexOf('|') + 1).trim()
}

function readLinks(fields: Fields, findings: Findings): readonly Given[] {
  const links: Given[] = []
  const add = (name: string, address: string): void => void links.push({ text: address, line: fields.lineOf(name) })
  for (const name of ['link', 'url'] as const) {
    for (const link of fields.texts(name, 'https://arxiv.org/abs/2406.03816') ?? []) {
      const address = webAddress(link)
      if (address === null) fields.refuse(name, `${quoted(link)} isn't a web address`, 'write it in full, with https://')
      else add(name, address)
    }
  }
  const arxiv = fields.text('arxiv', '2406.03816')
  if (arxiv !== null) {
    const id =
      /^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\.pdf)?$/i.exec(
        arxiv,
      )?.[1]
    if (id === undefined) fields.refuse('arxiv', `${quoted(arxiv)} is no identifier of arXiv`, 'write it as arxiv: "2406.03816"')
    else add('arxiv', `https://arxiv.org/abs/${id}`)
  }
  const doi = fields.text('doi', '10.1000/182')
  if (doi !== null) {
    const path = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(doi)?.[1]
    const address = path === undefined ? null : webAddress(`https://doi.org/${path}`)
    if (address === null) fields.refuse('doi', `${quoted(doi)} is no DOI`, 'write it as doi: 10.1000/182')
    else add('doi', address)
  }
  // Tools that clip web pages write the page's address into this field, other tools the name of a book or a database.
  for (const source of fields.texts('source', 'https://arxiv.org/abs/2406.03816') ?? []) {
    const address = webAddress(withoutBrackets(source))
    if (address === null)
      findings.warn(fields.lineOf('source'), `the source ${quoted(source)} is left out`, 'write a whole web address, with https://')
    else add('source', address)
  }
  return links.filter(({ text }, index) => links.findIndex((link) => link.text === text) === index)
}

function readPublished(fields: Fields): Given | null {
  const written = fields.value('published') === true ? null : fields.text('published', exampleInstant)
  if (written === null) return null
  // Tools that clip web pages write the day of the page into this field, and reference managers the year: the paper's date.
  if (/^\d{4}(?:-\d{2})?$/.test(written) || readDate(written) !== null) return null
  return { text: written, line: fields.lineOf('published') }
}

function readDay(fields: Fields, order: DateOrder | null): Day | null {
  for (const name of ['date', 'created', 'added']) {
    const written = fields.text(name, '2024-06-10')
    if (written === null) continue
    const reading = readWrittenDate(written, order)
    if (reading !== null && 'day' in reading) return reading.day
    fields.refuse(name, `${quoted(written)} isn't a date`, cureOfDate(written, `${name}: 2024-06-10`))
    return null
  }
  return null
}

/** The tags of front matter: a list, or one text with commas or hashes between them. */
function readTags(fields: Fields): readonly TagMention[] {
  const tags = (fields.texts('tags', '[llm, alignment]', (text) => text.split(/[,，、]|\s(?=#)/u)) ?? [])
    .map((tag) => nfc(tag.trim().replace(/^[#＃]/, '')))
    .filter((tag) => tag !== '')
  for (const tag of tags) {
    if (slugOf(tag) === '') fields.refuse('tags', `the tag #${tag} is nothing but punctuation`, 'give it a letter or a digit')
  }
  return tags.filter((tag) => slugOf(tag) !== '').map((label) => ({ label, line: fields.lineOf('tags') }))
}

/** The language that a file's Latin letters are taken for: the front matter's or the site's, where one is written so, else English. */
export function latinOf(given: Language | null, site: Language): Language {
  return [given, site].find((one) => one !== null && isLatin(one)) ?? 'en'
}
