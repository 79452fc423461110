import { type DateReading, type Day, readDate } from '../text/day.ts'
import type { Language } from '../text/language.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'
import { closesFence, isRule, openedFence } from './blocks.ts'
import { commentsOf } from './comments.ts'
import type { Findings } from './findings.ts'
import { type Label, type Labels, readLabel } from './labels.ts'
import { type LineLink, linksOfLine } from './paper.ts'
import { quoted } from './problem.ts'
import { readTagLine } from './tag-line.ts'

/**
 * What a line is by itself, wherever it stands. `more` is a date with more on its line; `heading` has its level, `rule` whether
 * it may underline a title.
 */
type Sign =
  | { readonly is: 'blank' | 'comment' | 'code' | 'text' }
  | { readonly is: 'date'; readonly date: DateReading | 'more' }
  | { readonly is: 'rule'; readonly underlines: boolean }
  | { readonly is: 'tags'; readonly tags: readonly string[] }
  | { readonly is: 'heading'; readonly level: number; readonly words: string }
  | { readonly is: 'links'; readonly links: readonly LineLink[] }
  | { readonly is: 'label'; readonly label: Label }

/** A line of a file with what it is by itself. */
export interface SignedLine {
  /** In Unicode NFC, without comments. */
  readonly text: string
  /** Counted from 1. */
  readonly number: number
  /** The text without spaces and invisible characters at its ends. */
  readonly bare: string
  /** The language that a block of translation around the line says; null for any other line. */
  readonly language: Language | null
  readonly sign: Sign
}

// Neither can backtrack: each matches one run, at the start of a line.
const underline = /^(?:-{2,}|={2,})$/
const heading = /^(#{1,6})(?:\s|$)/

/** No date heading or rule is longer, in characters, which bounds what their expressions are tried against. */
const longestMark = 200

/** The languages that a block of translation names: `<english>` … `</english>`. */
const translations: ReadonlyMap<string, Language> = new Map([
  ['english', 'en'],
  ['korean', 'ko'],
  ['japanese', 'ja'],
  ['chinese', 'zh'],
  ['german', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['영어', 'en'],
  ['한국어', 'ko'],
  ['英語', 'en'],
  ['日本語', 'ja'],
  ['中文', 'zh'],
  ['英文', 'en'],
])

const translationMark = /^<(\/?)([a-z]{4,10}|[가-힣]{2,3}|[\u4e00-\u9fff]{2,3})>$/iu

/** A translation on one line, whose two marks are then compared. */
const inlineTranslation = /^<([^<>/]{2,10})>([^<>]+)<\/([^<>]{2,10})>$/u

/**
 * The lines of a text, each with its sign. Lines between fences are code, whatever they hold; what stands in comments
 * (`<!-- … -->`, `%% … %%`) is left out. A fence, a comment or a translation that is never closed is refused.
 *
 * @param first the number of the first line
 */
export function signLines(text: string, first: number, labels: Labels, findings: Findings): readonly SignedLine[] {
  const lines: SignedLine[] = []
  let fence: { readonly opened: string; readonly line: number } | null = null
  let translation: { readonly language: Language; readonly name: string; readonly line: number } | null = null
  const comments = commentsOf(findings)
  for (const [index, written] of text.split('\n').entries()) {
    const number = first + index
    const composed = nfc(written)
    const language: Language | null = translation?.language ?? null
    const add = (one: string, bare: string, sign: Sign): void => void lines.push({ text: one, number, bare, language, sign })
    if (fence !== null) {
      const bare = withoutInvisible(composed)
      add(composed, bare, { is: 'code' })
      if (closesFence(bare, fence.opened)) fence = null
      continue
    }
    const kept = comments.without(composed, number)
    const bare = withoutInvisible(kept)
    if (bare === '' && kept !== composed) {
      add('', '', { is: 'comment' })
      findings.took(number, 'comment', 'it stands between the marks of a comment, and is left out')
      continue
    }
    const mark = bare.startsWith('<') ? translationMark.exec(bare) : null
    const named = mark === null ? undefined : translations.get((mark[2] as string).toLowerCase())
    if (named !== undefined && (mark?.[1] === '') === (translation === null)) {
      translation = translation === null ? { language: named, name: mark?.[2] as string, line: number } : null
      add('', '', { is: 'comment' })
      findings.took(number, 'translation', 'it opens or closes a passage in another language')
      continue
    }
    const inline = translation === null && bare.startsWith('<') ? inlineTranslation.exec(bare) : null
    const [, opening = '', words = '', closing] = inline ?? []
    const spoken = opening === closing ? translations.get(opening.toLowerCase()) : undefined
    if (spoken !== undefined) {
      const text = words.trim()
      lines.push({ text, number, bare: text, language: spoken, sign: { is: 'text' } })
      continue
    }
    const sign = signOf(bare, labels)
    if (sign.is === 'tags') refusePunctuation(sign.tags, number, findings)
    add(kept, bare, sign)
    const opened = sign.is === 'code' ? openedFence(bare) : null
    if (opened !== null) fence = { opened, line: number }
  }
  if (fence !== null) findings.refuse(fence.line, 'a block of code that is never closed', `close it with a line ${fence.opened}`)
  if (translation !== null) {
    findings.refuse(translation.line, `a passage <${translation.name}> that is never closed`, `close it with a line </${translation.name}>`)
  }
  comments.finish()
  return lines
}

function signOf(bare: string, labels: Labels): Sign {
  if (bare === '') return { is: 'blank' }
  if (openedFence(bare) !== null) return { is: 'code' }
  if (bare.length <= longestMark) {
    const date = dateOf(bare)
    if (date !== null) return { is: 'date', date }
    if (isRule(bare)) return { is: 'rule', underlines: underline.test(bare) }
    if (underline.test(bare)) return { is: 'rule', underlines: true }
  }
  const tags = readTagLine(bare)
  if (tags !== null) return { is: 'tags', tags }
  const level = heading.exec(bare)?.[1]?.length
  if (level !== undefined) return { is: 'heading', level, words: bare.slice(level).replace(/\s#+$/, '').trim() }
  const links = linksOfLine(bare.replace(/^[-*+]\s+(?=\[|<|https?:|arxiv:|doi:)/i, ''), true)
  const label = readLabel(bare, labels)
  if (label !== null && (label.name !== null || links === null)) return { is: 'label', label }
  return links === null ? { is: 'text' } : { is: 'links', links }
}

/** Refuses the tags of a line that no address could hold. */
function refusePunctuation(tags: readonly string[], line: number, findings: Findings): void {
  for (const tag of tags) {
    if (slugOf(tag) === '') findings.refuse(line, `the tag #${tag} is nothing but punctuation`, 'give it a letter or a digit')
  }
}

/** A date with more behind it, which in a heading can only be meant for a day: `# 2024-06-10 오늘의 논문`. */
const dateAtHead = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}년 ?\d{1,2}월 ?\d{1,2}일)[\s:,]/u

/** A date and nothing behind it but a time, a word or a remark in brackets, which can hardly be text: `2024-06-10 (3편)`. */
const dateWithRemark =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\.?|\d{4}[년年] ?\d{1,2}[월月] ?\d{1,2}[일日]) ?(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|\d{1,2}:\d{2}(?::\d{2})?|[\p{L}]{1,8})$/u

function dateOf(bare: string): DateReading | 'more' | null {
  const words = bare.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '')
  return readDate(words) ?? ((words === bare ? dateWithRemark : dateAtHead).test(words) ? 'more' : null)
}

/** Refuses a date that isn't one whole day of the calendar, with the cure; returns the day of any other date. */
export function dayOfLine(date: DateReading | 'more', line: SignedLine, findings: Findings): Day | null {
  if (date === 'more')
    findings.refuse(line.number, `a date heading with more than a date: ${quoted(line.bare)}`, 'leave the date alone on its line')
  else if ('day' in date) return date.day
  else if ('impossible' in date)
    findings.refuse(line.number, `${date.impossible} is no day of the calendar`, 'write the day that was meant')
  else {
    const cure = 'write the year in four digits, the month and the day, such as 2024-06-11; if it is text, join it to the line above'
    findings.refuse(line.number, `${quoted(date.incomplete)} is no whole date`, cure)
  }
  return null
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
