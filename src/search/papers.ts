import { type Taken, takenOut, type WrittenForm } from './taking.ts'

/** Ids of papers as people paste them, bare, with a prefix or in an address: arXiv's of today, arXiv's before 2007, DOIs. */
const written: readonly RegExp[] = [
  /(?:https?:\/\/)?(?:(?:www\.|dx\.)?doi\.org\/|doi[:\s]\s*)?(10\.\d{4,9}\/[^\s"]*[^\s".,;:)])/gi,
  /(?:https?:\/\/\S*\/|arxiv\.org\/(?:abs|pdf|html)\/|arxiv[:\s]\s*)?(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:[?#]\S*|\s*\[[\w.-]+\])?(?![\d.])/gi,
  /(?:(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv[:\s]\s*)?(?<![\p{L}\d])([a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?!\d)/giu,
]

const forms = written.map((form): WrittenForm => ({ form, meaning: ([id = '']) => paperId(id) }))

/** The DOIs that arXiv gives its papers hold its ids. */
const ofArxiv = /^10\.48550\/arxiv\./

/**
 * Takes ids of papers out of a query: `1706.03762`, `arXiv:1706.03762v5`, `https://doi.org/10.1000/xyz`. What is taken is in lower
 * case, and arXiv's ids are without a version.
 */
export function withoutPapers(query: string): Taken {
  // Most queries have none: their first search needn't wait for these forms to be compiled.
  return /\d{4}/.test(query) ? takenOut(query, forms) : { rest: query, wanted: [], unwanted: [] }
}

/** The id by which a paper is found that has this arXiv id or this DOI. */
export function paperId(written: string): string {
  return written
    .toLowerCase()
    .replace(ofArxiv, '')
    .replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1')
}
