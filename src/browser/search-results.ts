import type { FoundEntry, TextIn } from '../search/found-entry.ts'
import { type Mark, marksIn, snippetOf } from '../search/marks.ts'
import type { Match } from '../search/matching.ts'
import type { Clause } from '../search/query.ts'
import { type FoundIn, foundIn } from '../search/searching.ts'
import type { SearchedTag } from '../search/tag-names.ts'
import { element } from './element.ts'

/** What results say, in the language of the page. */
export interface ResultWords {
  /** Where an entry has what was looked for. */
  readonly why: Readonly<Record<FoundIn, string>>
  /** With `{tag}` for its name. */
  readonly subscribe: string
}

/** How many authors are named. An author behind them who was looked for is named, too. */
const namedAuthors = 3

/** An entry that was found: its title, what it says of the matter, who wrote the paper, its tags, and where the words were found. */
export function resultOf(
  entry: FoundEntry,
  { evidence }: Pick<Match, 'evidence'>,
  clauses: readonly Clause[],
  words: ResultWords,
): HTMLElement {
  const { path, day, date, title, commentary, abstract, tags } = entry
  const why = foundIn(evidence, clauses).map((part) => words.why[part])
  const shown = [commentary, abstract].filter((text) => text !== null)
  const [gist] = [...shown.filter(([text]) => marksIn(text, clauses).length > 0), ...shown]
  return element(
    'li',
    { className: 'h-entry' },
    element(
      'h3',
      {},
      element('a', { href: path, lang: title[1], className: 'u-url p-name' }, ...marked(title[0], marksIn(title[0], clauses))),
    ),
    ...(gist === undefined ? [] : [gistOf(gist, clauses)]),
    element(
      'p',
      { className: 'facts' },
      element('time', { dateTime: day }, date),
      ...authorsOf(entry, clauses),
      ...tags.map(([label, address]) => element('a', { className: 'tag', href: address }, ...marked(label, marksIn(label, clauses)))),
      ...(why.length === 0 ? [] : [element('span', { className: 'why' }, why.join(' · '))]),
    ),
  )
}

function gistOf([text, language]: TextIn, clauses: readonly Clause[]): HTMLElement {
  const snippet = snippetOf(text, clauses)
  return element('p', { className: 'gist', lang: language }, ...marked(snippet.text, snippet.marks))
}

function authorsOf({ authors, title }: FoundEntry, clauses: readonly Clause[]): readonly HTMLElement[] {
  if (authors.length === 0) return []
  const wanted = authors.slice(namedAuthors).filter((name) => marksIn(name, clauses).length > 0)
  const named = [...authors.slice(0, namedAuthors), ...wanted.slice(0, 1)]
  const others = authors.length - named.length
  const line = named.join(', ') + (others > 0 ? ` +${others}` : '')
  return [element('span', { className: 'by', lang: title[1] }, ...marked(line, marksIn(named.join(', '), clauses)))]
}

/** A text whose marked stretches stand out. */
function marked(text: string, marks: readonly Mark[]): readonly (string | HTMLElement)[] {
  const nodes: (string | HTMLElement)[] = []
  let at = 0
  for (const { from, to } of marks) {
    nodes.push(text.slice(at, from), element('mark', {}, text.slice(from, to)))
    at = to
  }
  return [...nodes, text.slice(at)]
}

/** A tag that the words name: the way to its page, and to its feed. */
export function tagOffer({ label, path, count }: SearchedTag, { subscribe }: ResultWords): HTMLElement {
  return element(
    'p',
    { className: 'offer' },
    element('a', { className: 'tag', href: path }, label),
    element('span', { className: 'count' }, String(count)),
    element('a', { href: `${path}atom.xml`, type: 'application/atom+xml' }, subscribe.replace('{tag}', `#${label}`)),
  )
}
