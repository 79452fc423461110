import { slugOf, tagSlugOf } from '../text/slug.ts'
import { isExpression } from './expression.ts'
import { wordSlugOf } from './words.ts'

/** What somebody ticked and wrote into the form that makes addresses. Empty is whatever wasn't chosen. */
export interface SelectionForm {
  /** The slugs of ticked tags. */
  readonly tags: readonly string[]
  /** Whether all of them have to be there, or one is enough. */
  readonly match: 'all' | 'any'
  /** Names with commas between them: tags, and authors with `@` in front. */
  readonly without: string
  /** Names of authors with commas between them, of whom one is enough. */
  readonly authors: string
  /** Words with commas between them, which all have to be there. */
  readonly words: string
  /** Slugs, as their kind has them. */
  readonly venue: string
  readonly language: string
  /** Parts of a path: `titles`, `daily`. */
  readonly view: string
  readonly digest: string
}

/** The form as the fields of an address or of a page have it. */
export function formOf(valuesOf: (field: string) => readonly string[]): SelectionForm {
  const value = (field: string): string => valuesOf(field).join(',').trim()
  const first = (field: string): string => valuesOf(field)[0] ?? ''
  return {
    tags: [...valuesOf('tag'), ...valuesOf('tags')].flatMap(namesIn),
    match: first('match') === 'all' ? 'all' : 'any',
    without: value('without'),
    authors: value('author'),
    words: value('word'),
    venue: first('venue'),
    language: first('lang'),
    view: first('view'),
    digest: first('digest'),
  }
}

/**
 * The path of what a form asks for, as an address writes it: `/tags/llm,rl+word:diffusion/titles/`; null where it asks for
 * nothing. What isn't a name is for the address to refuse.
 */
export function pathAsked({ tags, match, without, authors, words, venue, language, view, digest }: SelectionForm): string | null {
  const ticked = tags.map((tag) => encodedName(tag, tagSlugOf))
  const ofAuthors = namesIn(authors).map((name) => authorOf(name.replace(/^@/, '')))
  const part = (prefix: string, slug: string): string => (slug === '' ? '' : prefix + encodeURIComponent(slug))
  const parts = [
    ...(match === 'all' ? ticked : [ticked.join(',')]),
    ofAuthors.join(','),
    ...namesIn(words).map((word) => part('word:', wordSlugOf(word))),
    part('venue:', slugOf(venue)),
    part('lang:', slugOf(language)),
    ...namesIn(without).map((name) => `!${name.startsWith('@') ? authorOf(name.slice(1)) : encodedName(name, tagSlugOf)}`),
  ].filter((part) => part !== '')
  const folders = [parts.length === 0 ? '' : `tags/${parts.join('+')}`, partOf(view), partOf(digest)].filter((folder) => folder !== '')
  return folders.length === 0 ? null : `/${folders.join('/')}/`
}

/** A name as it can stand between signs: `c++` by its slug. */
function encodedName(name: string, slug: (name: string) => string): string {
  return encodeURIComponent(isExpression(name) || /^\.+$/.test(name) ? slug(name) : name)
}

function authorOf(name: string): string {
  return `@${encodedName(name, slugOf)}`
}

function partOf(chosen: string): string {
  return /^[a-z]+$/.test(chosen) ? chosen : ''
}

function namesIn(written: string): readonly string[] {
  return written
    .split(/[,，、;\n]/)
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => slugOf(name) !== '')
}
