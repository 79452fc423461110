import { withoutDates } from './dates.ts'
import { typedInitials } from './hangul.ts'
import { withoutPapers } from './papers.ts'
import { isParticle, withoutParticlesBehind } from './particles.ts'
import { mark } from './taking.ts'
import { isHangul, termsOf } from './terms.ts'

/** One thing that an entry must have, or must not have. */
export type Clause =
  | { readonly kind: 'word'; readonly term: string; readonly isTyped: boolean }
  /** Words next to each other. */
  | { readonly kind: 'phrase'; readonly terms: readonly string[] }
  /** A word in Hangul by its initial consonants. */
  | { readonly kind: 'initials'; readonly letters: string }
  /** A tag as it was written. */
  | { readonly kind: 'tag'; readonly name: string }
  /** A word of an author's name. */
  | { readonly kind: 'author'; readonly term: string }
  /** The beginning of a day: `2024`, `2024-06`, `2024-06-10`. */
  | { readonly kind: 'day'; readonly start: string }
  | { readonly kind: 'paper'; readonly id: string }

/** What an entry must have, all of it, and what it must not have, any of it. */
export interface Query {
  readonly wanted: readonly Clause[]
  readonly unwanted: readonly Clause[]
}

/** What may stand before a colon, in the languages of sites. */
const fields: Readonly<Record<string, 'tag' | 'author' | 'year'>> = {
  ...{ tag: 'tag', author: 'author', year: 'year' },
  ...{ 태그: 'tag', 저자: 'author', 연도: 'year' },
  ...{ タグ: 'tag', 著者: 'author', 年: 'year' },
}

/** A piece of a query: perhaps a minus, perhaps a field, and words, or quoted words by their number. */
const piece = new RegExp(`(?<=^|\\s)(-?)(?:(${Object.keys(fields).join('|')}):)?(?:\ue000(\\d+)\ue001|(\\S+))`, 'giu')

/** No query is read beyond this many code units, so that the work for it has a bound. */
const longest = 300

/**
 * Reads what somebody typed. The grammar: words, and every word is wanted; `"a phrase"`; `-without`; `tag:llm` or `#llm`,
 * `author:hinton`, `year:2017`; dates and months as the site's languages write them; ids of papers.
 */
export function queryOf(typed: string): Query {
  const { rest: unquoted, quoted } = withoutQuotes(plain(typed))
  const papers = withoutPapers(unquoted)
  const dates = withoutDates(papers.rest)
  const rest = withoutParticlesBehind(dates.rest, mark)
  const [wanted, unwanted]: [Clause[], Clause[]] = [
    [...papers.wanted.map(paper), ...dates.wanted.map(day)],
    [...papers.unwanted.map(paper), ...dates.unwanted.map(day)],
  ]
  for (const { 0: whole, 1: minus, 2: field, 3: number, 4: bare = '', index } of rest.matchAll(piece)) {
    const asked = field === undefined ? null : (fields[field.toLowerCase()] ?? null)
    const isLast = index + whole.length === rest.length
    const clauses = number === undefined ? clausesOf(asked, bare, isLast) : clausesOfQuoted(asked, quoted[Number(number)] as string)
    ;(minus === '-' ? unwanted : wanted).push(...clauses)
  }
  return { wanted, unwanted }
}

const paper = (id: string): Clause => ({ kind: 'paper', id })
const day = (start: string): Clause => ({ kind: 'day', start })

/** In the width, the quotes and the minus that are read, as input methods and word processors don't write them. */
function plain(typed: string): string {
  return typed
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[\ue000-\ue002]/g, ' ')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[−–—](?=\S)/g, '-')
}

/** Takes quoted words out, and puts their numbers in their place. The last quote may not have been typed yet. */
function withoutQuotes(text: string): { readonly rest: string; readonly quoted: readonly string[] } {
  const quoted: string[] = []
  const rest = text.replace(/(^|[\s:-])?"([^"]*)(?:"|$)/g, (_, before: string | undefined, words: string) => {
    quoted.push(words)
    return `${before ?? ' '}\ue000${quoted.length - 1}\ue001 `
  })
  return { rest: quoted.length > 0 ? rest.trimEnd() : rest, quoted }
}

function clausesOfQuoted(field: 'tag' | 'author' | 'year' | null, words: string): readonly Clause[] {
  if (field !== null) return clausesOf(field, words, false)
  const terms = termsOf(words)
  return terms.length === 0 ? [] : [{ kind: 'phrase', terms }]
}

function clausesOf(field: 'tag' | 'author' | 'year' | null, text: string, isLast: boolean): readonly Clause[] {
  if (field === 'tag') return text === '' ? [] : [{ kind: 'tag', name: text.replace(/^#/, '') }]
  if (field === 'author') return termsOf(text).map((term) => ({ kind: 'author', term }))
  if (field === 'year') return /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? [day(text)] : []
  // A field whose value is yet to be typed.
  if (text.endsWith(':') && fields[text.slice(0, -1).toLowerCase()] !== undefined) return []
  if (/^#./.test(text)) return [{ kind: 'tag', name: text.slice(1) }]
  const letters = typedInitials(text)
  if (letters !== null) return [{ kind: 'initials', letters }]
  const terms = termsOf(text)
  // What stands behind a word in other letters, as in `GPT-4를`, is a particle.
  const words = terms.filter((term, index) => index === 0 || isHangul(terms[index - 1] as string) || !isParticle(term))
  return words.map((term, index) => ({ kind: 'word', term, isTyped: isLast && index === words.length - 1 }))
}
