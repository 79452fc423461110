import { readInstant } from '../text/day.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'
import { splitAuthors, withAuthorInverted } from './authors.ts'
import type { Draft } from './draft.ts'
import type { Findings } from './findings.ts'
import { exampleId, exampleInstant } from './given.ts'
import { type Label, type Labels, nameOf } from './labels.ts'
import { isVenue, withoutFootnote } from './names.ts'
import { isPaperLink, type LineLink, readLinkLine } from './paper.ts'
import { quoted } from './problem.ts'
import { readTagLine } from './tag-line.ts'

/** A line with the label it holds. */
export interface LabelledLine {
  readonly number: number
  readonly label: Label
}

/**
 * Takes over what a labelled line of an entry's head says. False where the line is text all the same: its label says
 * nothing about an entry, or its value isn't what the label promises.
 *
 * @param items the values of the list below the label, where nothing stands behind it
 */
export function takeLabel(draft: Draft, { number, label }: LabelledLine, items: readonly string[], findings: Findings): boolean {
  const took = (as: string): boolean => {
    findings.took(number, as, 'its label says so')
    return true
  }
  if (label.name === null || label.name === 'abstract') return false
  if (label.value === '' && items.length === 0) return took('label without a value')
  switch (label.name) {
    case 'authors':
      return takeAuthors(draft, label.value, items) && took('authors')
    case 'tags':
      return (
        takeTags(
          draft,
          [label.value, ...items].filter((text) => text !== ''),
          number,
          findings,
        ) && took('tags')
      )
    case 'venue':
      return takeVenue(draft, [label.value, ...items].filter((text) => text !== '').join(', ')) && took('venue')
    case 'paper':
    case 'link':
    case 'code':
      return takeLinks(draft, label, items) && took(label.name === 'code' ? 'link to code' : 'link')
    default:
      return false
  }
}

function takeAuthors(draft: Draft, value: string, items: readonly string[]): boolean {
  const listed = items.map((item) => item.replace(/[（(][^()（）]*[)）]\s*$/u, '').trim())
  const names = [
    ...splitAuthors(value.replace(/(?:\s*<\/?br\s?\/?>)+$/i, '').replace(/^[(（](.*)[)）]$/u, '$1')),
    ...listed.flatMap(splitAuthors),
  ].map((name) => withoutFootnote(withAuthorInverted(name)))
  const [found] = names.filter(isVenue)
  if (found !== undefined && names.length > 1) draft.venue ??= found
  const known = names.filter((name) => slugOf(name) !== '' && (names.length === 1 || !isVenue(name)))
  if (known.length === 0) return false
  // A second list of authors is text, unless it repeats the first.
  if (draft.authors !== null && draft.authors.join() !== known.join()) return false
  draft.authors = known
  return true
}

function takeVenue(draft: Draft, venue: string): boolean {
  if (draft.venue !== null && draft.venue !== venue) return false
  draft.venue = venue
  return true
}

/** In words. A longer piece between two commas is no tag but a sentence. */
const longestTag = 5

/** The tags behind a label, with hashes or commas between them; null where the value is something else. */
export function tagsOfValue(value: string): readonly string[] | null {
  const labels = readTagLine(value) ?? pieces(value)
  const isTag = (label: string): boolean => label.split(/\s+/).length <= longestTag && !/[.。!?]\s/u.test(label)
  return labels.length > 0 && labels.every(isTag) ? labels : null
}

function takeTags(draft: Draft, values: readonly string[], line: number, findings: Findings): boolean {
  const read = values.map(tagsOfValue)
  if (read.length === 0 || read.includes(null)) return false
  const labels = read.flatMap((tags) => tags ?? [])
  for (const label of labels) {
    if (slugOf(label) === '') findings.refuse(line, `the tag ${label} is nothing but punctuation`, 'give it a letter or a digit')
    else draft.tags.push({ label, line })
  }
  return true
}

function pieces(value: string): readonly string[] {
  return value
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[,，、;]/u)
    .map((piece) => nfc(piece.trim().replace(/^[#＃`'"]+|[`'"]+$/gu, '')))
    .filter((piece) => piece !== '')
}

/** Takes the links behind a label. Where more than links stands there, the line is text as well. */
function takeLinks(draft: Draft, label: Label, items: readonly string[]): boolean {
  const values = [label.value, ...items].filter((text) => text !== '')
  const links = values.flatMap((value) => linksOfValue(value))
  if (links.length === 0) return values.every(isNone)
  if (label.name === 'code') draft.codeLinks.push(...links)
  else if (label.name === 'paper') draft.paperLinks.push(...links)
  else draft.links.push(...links)
  return values.every((value) => readLinkLine(value, true) !== null)
}

/**
 * Takes the links of a line of the head, each for what its words say. False where a link has words of its own, which are text:
 * `[A blog about it](https://…)`.
 */
export function takeLinkLine(draft: Draft, links: readonly LineLink[], labels: Labels): boolean {
  for (const { url, words } of links) {
    const name = nameOf(words, labels)
    if (name === 'paper') draft.paperLinks.push(url)
    else if (name === 'code') draft.codeLinks.push(url)
    else draft.links.push(url)
  }
  return links.every(({ words }) => areLinkWords(words, labels))
}

/** Whether the words of a link say no more than the link: none, a label's word, an address or an identifier. */
export function areLinkWords(words: string, labels: Labels): boolean {
  return words === '' || nameOf(words, labels) !== null || /^(?:https?:\/\/|arxiv[:\s]|doi[:\s]|www\.|10\.\d{4})\S*/i.test(words)
}

/** The addresses at the beginning of a label's value, in front of a remark: `https://… (technical report)`. */
export function linksOfValue(value: string): readonly string[] {
  const whole = readLinkLine(value, true)
  if (whole !== null) return whole
  const first = /^(\[[^[\]]*\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)|<?https?:\/\/[^\s<>]+>?)/i.exec(value)?.[1]
  return first === undefined ? [] : (readLinkLine(first, true) ?? [])
}

/** Whether a value says that there is nothing: `none`, `-`, `없음`. */
export function isNone(value: string): boolean {
  return /^(?:none|n\/a|no|-|–|—|없음|なし|无|無)\.?$/iu.test(value.trim())
}

/** A line of the head that says something of the entry itself. */
export const entryField: RegExp = /^(id|published):\s*(\S.*)$/i

/** A line that keeps its entry back, or doesn't, with any marks of a label: `draft: true`, `- **draft**: true`. */
export const draftField: RegExp = /^(?:>\s?)?(?:[-*+]\s+)?(\*\*|__)?draft(?:\1)?\s?::?(?:\1)?\s*(true|false)$/i

/** Takes over what an entry says of itself: `id: tag:…`, `published: 2024-06-10T09:00:00+09:00`. */
export function takeField(
  draft: Draft,
  name: string,
  { text, line }: { readonly text: string; readonly line: number },
  findings: Findings,
): void {
  if (name === 'id') {
    if (isId(text)) draft.givenId = text
    else
      findings.refuse(
        line,
        `${quoted(text)} is no id`,
        `write a whole URI in ASCII, of at most ${longestId} characters, such as id: ${exampleId}`,
      )
  } else {
    draft.givenPublished = readInstant(text)
    if (draft.givenPublished === null) {
      findings.refuse(line, `${quoted(text)} is no instant`, `write day, time and offset, such as published: ${exampleInstant}`)
    }
  }
}

/** In characters. */
const longestId = 500

/** Whether a text is an absolute URI (RFC 3986 §3) in ASCII, so that readers may compare ids character by character. */
function isId(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[\x21-\x7e]+$/i.test(text) && !/[<>"\\^`{|}]/.test(text) && text.length <= longestId
}

/** The tags at the end of a line of text, and the text before them; null where there are none. `#1` is no tag. */
export function trailingTags(bare: string): { readonly before: string; readonly tags: readonly string[] } | null {
  if (!/[#＃]/u.test(bare)) return null
  const words = bare.split(/\s+/)
  let from = words.length
  while (from > 0 && trailingTag.test(words[from - 1] as string)) from -= 1
  if (from === 0 || from === words.length) return null
  const tags = readTagLine(words.slice(from).join(' '))
  if (tags === null || tags.some((tag) => slugOf(tag) === '')) return null
  const first = bare.lastIndexOf(` ${words[from]}`) === -1 ? bare.indexOf(words[from] as string) : bare.lastIndexOf(` ${words[from]}`)
  const before = bare.slice(0, first).trimEnd()
  // Between backticks a word with a # is code.
  return (before.split('`').length - 1) % 2 === 1 ? null : { before, tags }
}

/** `#llm`, but neither `#1` nor a colour such as `#ffcc00`. */
const trailingTag = /^[#＃](?![\da-f]*\d[\da-f]*$)(?=[^#＃\s]*\p{L})[^#＃\s()[\]<>`]+$/iu

/** Whether one of the links of a line is a paper's, and not the entry's own. */
export function isSecondPaper(links: readonly string[], draft: Draft): boolean {
  const own = new Set([...draft.paperLinks, ...draft.links])
  return links.some((link) => isPaperLink(link) && !own.has(link))
}

/** Whether a line says something beside the paper, and is no text of the entry yet: a parenthesis, stars, a venue, `Year: 2024`. */
export function isRemark(bare: string): boolean {
  return /^[(（].{0,80}[)）]$|^\P{L}+$|^[\p{L} ]{2,20}[:：]\s?\S.{0,60}$/u.test(bare) || isVenue(bare)
}
