/** Ids of papers as people paste them, bare, with a prefix or in an address: arXiv's of today, arXiv's before 2007, DOIs. */
const written: readonly RegExp[] = [
  /(?:https?:\/\/)?(?:(?:www\.|dx\.)?doi\.org\/|doi[:\s]\s*)?(10\.\d{4,9}\/[^\s"]*[^\s".,;:)])/gi,
  /(?:https?:\/\/\S*\/|arxiv\.org\/(?:abs|pdf|html)\/|arxiv[:\s]\s*)?(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:[?#]\S*|\s*\[[\w.-]+\])?(?![\d.])/gi,
  /(?:(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv[:\s]\s*)?(?<![\p{L}\d])([a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?!\d)/giu,
]

/** The DOIs that arXiv gives its papers hold its ids. */
const ofArxiv = /^10\.48550\/arxiv\./

/** What a query says besides ids of papers, and these in lower case, those of arXiv without version; `taken` stands in their place. */
export interface WithoutPapers {
  readonly rest: string
  readonly ids: readonly string[]
  /** Those behind a minus. */
  readonly unwanted: readonly string[]
}

/** Takes ids of papers out of a query: `1706.03762`, `arXiv:1706.03762v5`, `https://doi.org/10.1000/xyz`. */
export function withoutPapers(query: string): WithoutPapers {
  if (!/\d{4}/.test(query)) return { rest: query, ids: [], unwanted: [] }
  const [ids, unwanted]: [string[], string[]] = [[], []]
  let rest = query
  for (const form of written) {
    rest = rest.replace(form, (...found: readonly unknown[]) => {
      const [id, offset, text] = [found[1] as string, found[2] as number, found[3] as string]
      ;(isBehindMinus(text, offset) ? unwanted : ids).push(paperId(id))
      return taken
    })
  }
  return { rest, ids, unwanted }
}

/** What stands in a query in the place of what was taken out of it. */
export const taken = '\ue002'

/** Whether a minus stands right before a place in a query, at the beginning of a piece. */
export function isBehindMinus(query: string, offset: number): boolean {
  return /(?:^|\s)-$/.test(query.slice(Math.max(0, offset - 2), offset))
}

/** The id by which a paper is found that has this arXiv id or this DOI. */
export function paperId(written: string): string {
  return written
    .toLowerCase()
    .replace(ofArxiv, '')
    .replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1')
}
