/** The paper an entry is about, as far as the paper's link tells. */
export interface Paper {
  /** The address the author gave, normalised as a URL. */
  readonly url: string
  /** The identifier on arXiv, without its version: `2406.03816`, `hep-th/9901001`. */
  readonly arxivId: string | null
  readonly doi: string | null
  readonly pdfUrl: string | null
  /** The month in which the paper was published, as `2024-06`, where its identifier tells. */
  readonly publicationMonth: string | null
}

// Anchored at both ends; each repetition is of one class, and a character outside that class follows it.
const arxivPath = /^\/(?:abs|pdf|html|format|ps)\/((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}))(?:v\d+)?(?:\.pdf)?\/?$/

/** No path with a DOI is longer, in characters. */
const longestDoiPath = 300

/**
 * A DOI in the path of an address: a prefix of `10.` and digits, a slash, then anything that is seen. What publishers append for
 * their views (`/full`, `.pdf`) is left out. The lazy part is tried once for each character of a path, which
 * {@link longestDoiPath} bounds.
 */
const doiInPath = /(?:^|\/)(10\.\d{4,9}\/[^\s\p{C}?#]+?)(?:\/(?:full|abstract|pdf|epdf|meta))?(?:\.full|\.abstract)?(?:\.pdf)?\/?$/u

/** A DOI that arXiv mints for its own paper. */
const arxivDoi = /^10\.48550\/arxiv\.(\d{4}\.\d{4,5})$/i

/** An address without the redirect of a search engine around it, which people copy from its results. */
function withoutRedirect(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url)
  if (!/^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname) || pathname !== '/url') return url
  return webAddress(searchParams.get('url') ?? searchParams.get('q') ?? '') ?? url
}

/** The paper at an address, which may be on arXiv, at a DOI resolver, or on a publisher's site with the DOI in its path. */
export function paperAt(written: string): Paper {
  const url = withoutRedirect(written)
  const { hostname, pathname } = new URL(url)
  const isArxiv = hostname.replace(/^(?:www|export|dx)\./, '') === 'arxiv.org'
  const arxivId = isArxiv ? arxivPath.exec(pathname)?.[1] : undefined
  if (arxivId !== undefined) return { url, doi: `10.48550/arXiv.${arxivId}`, ...arxivFacts(arxivId) }
  const doi = pathname.length > longestDoiPath ? null : (doiInPath.exec(decoded(pathname))?.[1] ?? null)
  const arxivIdOfDoi = arxivDoi.exec(doi ?? '')?.[1]
  if (arxivIdOfDoi !== undefined) return { url, doi, ...arxivFacts(arxivIdOfDoi) }
  return { url, arxivId: null, doi, pdfUrl: pathname.toLowerCase().endsWith('.pdf') ? url : null, publicationMonth: null }
}

/**
 * What an arXiv identifier tells of its paper. The identifier's first four digits are year and month, both in today's
 * form (`2406.03816`) and in the form used until March 2007 (`hep-th/9901001`).
 */
function arxivFacts(arxivId: string): Pick<Paper, 'arxivId' | 'pdfUrl' | 'publicationMonth'> {
  const [, archive, year, month] = /^([a-z-]+(?:\.[A-Z]{2})?\/)?(\d{2})(0[1-9]|1[0-2])/.exec(arxivId) ?? []
  const century = archive !== undefined && Number(year) > 90 ? 19 : 20
  return {
    arxivId,
    pdfUrl: `https://arxiv.org/pdf/${arxivId}`,
    publicationMonth: year === undefined ? null : `${century}${year}-${month}`,
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * A text as an `http:` or `https:` address in ASCII, as written where that is one already; null for any other text.
 * `https://a.example/정렬` is `https://a.example/%EC%A0%95%EB%A0%AC`.
 */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return null
  const { href } = new URL(text)
  return href === `${text}/` ? text : href
}

/** Sites that hold papers and little else, beside arXiv and whatever has a DOI in its address. */
const paperHosts =
  /(?:^|\.)(?:openreview\.net|aclanthology\.org|aclweb\.org|openaccess\.thecvf\.com|proceedings\.mlr\.press|papers\.nips\.cc|proceedings\.neurips\.cc|jmlr\.org|biorxiv\.org|medrxiv\.org|ssrn\.com|semanticscholar\.org|dl\.acm\.org|ieeexplore\.ieee\.org|alphaxiv\.org|arxiv-vanity\.com)$/

/** Whether an address is a paper's for certain, by its site, its DOI or its ending. */
export function isPaperLink(url: string): boolean {
  const { arxivId, doi, pdfUrl } = paperAt(url)
  return arxivId !== null || doi !== null || pdfUrl !== null || paperHosts.test(new URL(url).hostname)
}

/** Whether an address is on a site for code, models, films or talk, and so is no paper's. */
export function isCodeLink(url: string): boolean {
  return /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|kaggle\.com|youtube\.com|youtu\.be|twitter\.com|x\.com|colab\.research\.google\.com)$/.test(
    new URL(url).hostname,
  )
}

/** A longer line, in characters, is prose. */
const longestLinkLine = 2_000

/** Every link of a link line holds one of these. Most lines of notes hold none, and needn't be taken apart. */
const anyLink = /:\/\/|arxiv:|doi:/i

/** A link of a link line. */
export interface LineLink {
  readonly url: string
  /** The words of a Markdown link; empty for a bare address. */
  readonly words: string
}

/** Bars, commas and points between the links of a line. A comma inside an address is part of it. */
const betweenLinks = /^(?:[\s|·/]|,(?=\s|https?:\/\/|arxiv:|doi:|\[|$))+/iu

/** One link of a line. None of its parts can backtrack: each run excludes the character behind it. */
const oneLink = /^(?:\[([^[\]]*)\]\(<?(https?:\/\/[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?\)|<([^\s<>]+)>|([^\s|·[\]]+))/i

/**
 * The links of a line that holds nothing else: bare (`https://…`, `<https://…>`, `arXiv:2406.03816`, `doi:10.1000/182`) or,
 * where Markdown links are expected, `[text](https://…)`. Null when the line is anything else.
 */
export function linksOfLine(line: string, withMarkdown: boolean): readonly LineLink[] | null {
  if (line.length > longestLinkLine || !anyLink.test(line)) return null
  const links: LineLink[] = []
  let rest = line.trim()
  while (rest !== '') {
    const found = oneLink.exec(rest)
    if (found === null) return null
    const [whole, words, markdown, angled, bare] = found
    if (markdown !== undefined && !withMarkdown) return null
    const parts =
      markdown === undefined ? (angled ?? bare ?? '').split(/,(?=https?:\/\/|arxiv:|doi:|$)/iu).filter((part) => part !== '') : [markdown]
    const urls = parts.map(linkOf).filter((url) => url !== null)
    if (urls.length === 0 || urls.length < parts.length) return null
    links.push(...urls.map((url) => ({ url, words: words ?? '' })))
    rest = rest.slice(whole.length).replace(betweenLinks, '')
  }
  return links.length > 0 ? links : null
}

/** The addresses of {@link linksOfLine}. */
export function readLinkLine(line: string, withMarkdown: boolean): readonly string[] | null {
  return linksOfLine(line, withMarkdown)?.map(({ url }) => url) ?? null
}

function linkOf(word: string): string | null {
  const arxiv = /^arxiv:((?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?)$/i.exec(word)?.[1]
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  const doi = /^doi:(10\.\d{4,9}\/\S+)$/i.exec(word)?.[1]
  if (doi !== undefined) return webAddress(`https://doi.org/${doi}`)
  return webAddress(word)
}
