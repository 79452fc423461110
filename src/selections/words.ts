import { isHangul, isSyllabic, termsOf } from '../search/terms.ts'
import { remembered } from '../text/remembered.ts'

/** What an entry is found by where words select it. */
export interface Worded {
  readonly title: string
  readonly authors: readonly { readonly name: string }[]
  readonly tags: readonly { readonly label: string }[]
}

/** The terms of an entry's title, of each author's name and of each tag, each behind a space: ` attention is all you need | ashish vaswani | nlp `. */
export function wordsOfEntry({ title, authors, tags }: Worded): string {
  const names = [...authors.map(({ name }) => name), ...tags.map(({ label }) => label)]
  return ` ${[spaced(title), ...names.map(spacedName)].join(' | ')} `
}

function spaced(text: string): string {
  return wordsIn(text).join(' ')
}

/** The terms of a text without the signs of `c++` and `c#`, which mean something else in an address. */
function wordsIn(text: string): readonly string[] {
  return termsOf(text).map((term) => term.replace(/[+#]+$/, ''))
}

/** How many names of authors and tags are remembered with their terms: entries have the same ones again and again. */
const mostNames = 50_000

const spacedName: (name: string) => string = remembered(spaced, mostNames)

/** In UTF-16 code units: what is longer is nobody's words. */
const longest = 80

/** The form of words in an address: `Diffusion Models` as `diffusion-models`; empty where there is no letter or digit, or more than 80. */
export function wordSlugOf(words: string): string {
  const slug = words.length > 4 * longest ? '' : wordsIn(words).join('-')
  return slug.length > longest ? '' : slug
}

/**
 * Whether an entry has words right behind one another. The last may be a plural with s; a word in Hangul may go on as it
 * likes (정렬을, 정렬기법), and one in ideographs or kana may stand anywhere, since nothing parts these words.
 *
 * @param slug see {@link wordSlugOf}
 * @returns a test of what {@link wordsOfEntry} made
 */
export function havingWords(slug: string): (words: string) => boolean {
  const terms = slug.split('-')
  const [first, last] = [terms[0] as string, terms.at(-1) as string]
  const begin = isSyllabic(first) && !isHangul(first) ? '' : ' '
  const end = isSyllabic(last) ? '' : /\p{L}$/u.test(last) ? 's? ' : ' '
  const pattern = new RegExp(begin + terms.map(literally).join(' ') + end)
  const beginning = begin + first
  return (words) => words.includes(beginning) && pattern.test(words)
}

function literally(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
