import { type Entry, isPaperLink, personOf, textOf } from '../catalog/catalog.ts'
import { digestOnce } from '../catalog/digest.ts'
import { withPlainLetters } from '../text/plain-letters.ts'
import { type CslItem, type CslName, withoutCommas } from './csl-item.ts'

/**
 * The paper that an entry is about. What the entry doesn't tell is left out, and so is the day it was looked at. Where the
 * entry names no link to the paper, its notes are all there is to look up: it is cited at their address.
 *
 * @param permalinkUrl the address of the notes
 * @param key what the paper is cited by (see `citationKeysOf`)
 */
export function cslOf(entry: Entry, permalinkUrl: string, key: string): CslItem {
  const { title, titleLanguage, paper, tags } = entry
  const author = namesOf(entry)
  const issued = issuedOf(entry)
  const abstract = textOf(entry.abstract).replaceAll('\t', ' ')
  return {
    id: key,
    'citation-key': key,
    type: 'article',
    title,
    ...(author.length === 0 ? {} : { author }),
    ...(issued === null ? {} : { issued: { 'date-parts': [issued] } }),
    ...(entry.venue === null ? {} : { 'container-title': entry.venue }),
    URL: paper?.url ?? permalinkUrl,
    ...(paper?.doi == null ? {} : { DOI: paper.doi }),
    ...(paper?.arxivId == null ? {} : { publisher: 'arXiv', number: `arXiv:${paper.arxivId}`, source: 'arXiv.org' }),
    ...(abstract === '' ? {} : { abstract }),
    language: titleLanguage,
    ...(tags.length === 0 ? {} : { keyword: tags.map(({ label }) => label).join(', ') }),
  }
}

/**
 * The month of the paper, else the year that its venue names (`ICML 2024`), else the year of the notes: unless they link to
 * what is a paper for certain, which may be older than they are.
 */
function issuedOf({ paper, venue, day }: Entry): readonly [year: number, month?: number] | null {
  const [year, month] = (paper?.publicationMonth ?? '').split('-').map(Number)
  if (year !== undefined && month !== undefined) return [year, month]
  const ofVenue = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(venue ?? '')?.[0]
  if (ofVenue !== undefined) return [Number(ofVenue)]
  return paper !== null && isPaperLink(paper.url) ? null : [Number(day.slice(0, 4))]
}

/**
 * The key of each entry's paper. No two papers have one key, so that every document cites a paper by the same key. Where
 * two would, the older entry's is plain (`vaswani2017attention`) and stays so as entries are added above it; the newer
 * entry's ends in a number.
 *
 * @param entries newest first
 */
export function citationKeysOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const keys = new Map<Entry, string>()
  const taken = new Set<string>()
  const lastNumber = new Map<string, number>()
  for (const entry of entries.toReversed()) {
    const plain = digestOnce(entry, 'citation key', () => plainKeyOf(entry))
    let key = plain
    while (taken.has(key)) {
      const number = (lastNumber.get(plain) ?? 1) + 1
      lastNumber.set(plain, number)
      key = `${plain}${number}`
    }
    taken.add(key)
    keys.set(entry, key)
  }
  return keys
}

function plainKeyOf(entry: Entry): string {
  const [first] = entry.authors
    .values()
    .map(({ name }) => nameOf(name))
    .filter((name) => name !== null)
  return citationKey(first ?? null, String(issuedOf(entry)?.[0] ?? ''), entry.title)
}

/** The authors of an entry's paper; `et al.` is not one of them. */
export function namesOf({ authors }: Entry): readonly CslName[] {
  return authors.map(({ name }) => nameOf(name)).filter((name) => name !== null)
}

/** A name on one line, family name first as catalogues and Highwire's tags have it: `Davis, Miles, Jr.` */
export function catalogueName(name: CslName): string {
  return 'literal' in name
    ? withoutCommas(name.literal)
    : [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ')
}

/** Whether an organisation is called so. A name of one word in Latin letters nearly always is an organisation's. */
export function isOrganisation(name: CslName): boolean {
  return 'literal' in name && !eastAsian.test(name.literal)
}

// Each expression is tried against one name, in which no two white spaces stand side by side.

const suffix = /^(.+?)(?:,\s?| )(Jr\.?|Sr\.?|I{2,3}|IV)$|^(.+?),\s?(Ph\.?\s?D\.?|M\.?D\.?|Esq\.?)$/u

/** Names that are not taken apart: the family name comes first, often with no space behind it. */
const eastAsian = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s·・ー]+$/u

/** What stands in the names of companies and groups but in no person's: `Inc`, `Lab`, a digit, a small `of`. */
const organisation =
  /\d|^The |(?:^| )(?:of|for|and|&|Inc|Ltd|LLC|GmbH|Corp|Company|Team|Group|Labs?|Laborator(?:y|ies)|Research|University|Institute|Cent(?:er|re)|Department|Academy|Agency|Council|Committee|Commission|Association|Society|Collaboration|Consortium|Foundation|Project|Initiative|Technologies|AI|DeepMind|Google)(?=[ .,]|$)/

/** The word that a family name of several words begins with: a small one, as in BibTeX (`van der Maaten`), or a usual great one. */
const particle = /^(?:\p{Ll}+|Van|Von|De|Del|Della|Der|Den|Di|Dos|La|Le)$/u

function nameOf(author: string): CslName | null {
  const written = personOf(author)
  if (written === '') return null
  // A comma or an equals sign means something else wherever names are taken apart.
  const [, of = written, rank = null, ofLearned = of, degree = null] = suffix.exec(written) ?? []
  const name = degree === null ? of : ofLearned
  if (eastAsian.test(name) || organisation.test(name) || /[,=]/.test(name)) return { literal: written }
  const words = name.split(' ')
  if (words.length === 1) return { literal: written }
  const particleAt = words.slice(1, -1).findIndex((word) => particle.test(word))
  const family = particleAt === -1 ? words.length - 1 : particleAt + 1
  const end = rank ?? degree
  return {
    family: words.slice(family).join(' '),
    given: words.slice(0, family).join(' '),
    ...(end === null ? {} : { suffix: end }),
  }
}

/** Words that stand at the head of any title. */
const emptyWords: ReadonlySet<string> = new Set(
  'a an the on of for in to at by and or with is are be from towards toward via how what why when do does can'.split(' '),
)

/** `vaswani2017attention`: family name, year and first telling word, in ASCII letters and digits. */
function citationKey(first: CslName | null, year: string, title: string): string {
  const author = first === null ? '' : 'literal' in first ? (asciiWords(first.literal)[0] ?? '') : asciiWords(first.family).join('')
  const word = asciiWords(title).find((one) => !emptyWords.has(one)) ?? ''
  const key = author + year + word
  return /^[a-z]/.test(key) ? key : `paper${key}`
}

/**
 * The words at the head of a text. A key needs no more, and to put a long run of marks in order (NFKD) takes time by the
 * square of its length.
 */
function asciiWords(text: string): readonly string[] {
  const plain = withPlainLetters(text.slice(0, 200).toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.match(/[a-z0-9]+/g) ?? []
}
