import type { PaperFacts } from '../writing/entry-text.ts'
import { parsedFeed } from './feed-library.ts'

/** Where arXiv answers programs (info.arxiv.org/help/api/user-manual.html). */
export const arxivApi = 'https://export.arxiv.org/api/query'

/** The address that asks for papers by their identifiers, all at once. */
export function arxivQuery(api: string, ids: readonly string[]): string {
  return `${api}?${new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) })}`
}

/** The address that asks for papers by a title, the likeliest first. */
export function arxivSearch(api: string, title: string): string {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return `${api}?${new URLSearchParams({ search_query: `ti:"${words}"`, max_results: '5' })}`
}

/**
 * The papers in an answer of arXiv's API, by their identifiers without versions. An identifier that there is not has no entry, or
 * one that is an error (§3.4 of the manual), which is left out. Null where the answer is none.
 */
export function papersOfArxiv(answer: string): ReadonlyMap<string, PaperFacts> | null {
  const parsed = parsedFeed(answer)
  if (parsed?.format !== 'atom') return null
  const papers = new Map<string, PaperFacts>()
  for (const { id = '', title, summary, authors = [], arxiv } of parsed.feed.entries ?? []) {
    const [, arxivId] = /arxiv\.org\/abs\/(.+?)(?:v\d+)?$/.exec(id) ?? []
    if (arxivId === undefined) continue
    papers.set(arxivId, {
      title: onOneLine(title?.value ?? ''),
      authors: authors.flatMap(({ name }) => (name === undefined || name.trim() === '' ? [] : [onOneLine(name)])),
      url: `https://arxiv.org/abs/${arxivId}`,
      abstract: onOneLine(summary?.value ?? ''),
      venue: arxiv?.journalRef === undefined ? null : onOneLine(arxiv.journalRef),
    })
  }
  return papers
}

/** A text with each run of white space as one space: arXiv breaks titles and abstracts into lines. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
