import { paperAt, webAddress } from '../notes/paper.ts'

/** A paper that somebody names: by its identifier on arXiv, or by its DOI. */
export type AskedPaper = { readonly kind: 'arxiv'; readonly id: string } | { readonly kind: 'doi'; readonly id: string }

/**
 * The paper that a text names: `2406.04093`, `arXiv:2406.04093v2`, `hep-th/9901001`, `10.1038/nature14539`, `doi:10.…`, or an
 * address of arXiv, of doi.org or of a publisher who has the DOI in it. Null for any other text.
 */
export function askedPaper(written: string): AskedPaper | null {
  const bare = written.trim()
  const address = webAddress(bare) ?? addressOf(bare)
  if (address === null) return null
  const { arxivId, doi } = paperAt(address)
  // `math.GT/0309136` is `math/0309136` to arXiv: the class of a subject is no part of it.
  if (arxivId !== null) return { kind: 'arxiv', id: arxivId.replace(/^([a-z-]+)\.[A-Z]{2}\//, '$1/') }
  return doi === null ? null : { kind: 'doi', id: doi }
}

function addressOf(written: string): string | null {
  const [, arxiv] = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)$/i.exec(written) ?? []
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  if (/^(?:www\.)?(?:arxiv\.org|(?:dx\.)?doi\.org)\//i.test(written)) return webAddress(`https://${written}`)
  const [, doi] = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(written) ?? []
  return doi === undefined ? null : webAddress(`https://doi.org/${doi}`)
}
