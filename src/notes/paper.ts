/** The paper an entry is about, as far as its link tells. */
export interface Paper {
  /** The address the author gave, normalised as a URL. */
  readonly url: string
  /** The identifier on arXiv, without its version: `2406.03816`, `hep-th/9901001`. */
  readonly arxivId: string | null
  readonly doi: string | null
  readonly pdfUrl: string | null
  /** The month in which it was published, `2024-06`, where its identifier tells. */
  readonly publicationMonth: string | null
}

// Anchored at both ends, with repetitions of one class before a character outside it: one way to read a path.
const arxivPath = /^\/(?:abs|pdf|html|format|ps)\/((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}))(?:v\d+)?(?:\.pdf)?\/?$/

/**
 * A DOI in a path (its own syntax: a prefix `10.` and digits, a slash, anything); publishers add views behind it. The
 * lazy part is tried once for each character of a path, which is short where it is used.
 */
const doiInPath = /(?:^|\/)(10\.\d{4,9}\/[^\s?#]+?)(?:\/(?:full|abstract|pdf|epdf|meta))?(?:\.full|\.abstract)?(?:\.pdf)?\/?$/

/** What the address of a paper says of it: on arXiv, at a DOI resolver, or on a publisher's page with the DOI in its path. */
export function paperAt(url: string): Paper {
  const { hostname, pathname } = new URL(url)
  const host = hostname.replace(/^(?:www|export|dx)\./, '')
  const arxivId = host === 'arxiv.org' ? (arxivPath.exec(pathname)?.[1] ?? null) : null
  if (arxivId !== null) {
    return { url, doi: `10.48550/arXiv.${arxivId}`, ...factsOfArxiv(arxivId) }
  }
  const doi = pathname.length > 300 ? null : (doiInPath.exec(decoded(pathname))?.[1] ?? null)
  const fromDoi = doi === null ? null : (/^10\.48550\/arxiv\.(\d{4}\.\d{4,5})$/i.exec(doi)?.[1] ?? null)
  if (fromDoi !== null) return { url, doi, ...factsOfArxiv(fromDoi) }
  return { url, arxivId: null, doi, pdfUrl: pathname.toLowerCase().endsWith('.pdf') ? url : null, publicationMonth: null }
}

/**
 * What an identifier on arXiv tells. Its first four digits are year and month, since April 2007 (`2406.03816`) and
 * before (`hep-th/9901001`).
 */
function factsOfArxiv(arxivId: string): Pick<Paper, 'arxivId' | 'pdfUrl' | 'publicationMonth'> {
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

/** The address if it is one of the web's (`http:` or `https:`), in ASCII and as written where it can be; else null. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return null
  const { href } = new URL(text)
  return href === `${text}/` ? text : href
}

/** Longer than any line of links; a longer line is prose. */
const longestLinkLine = 2_000

const label = /^(?:links?|url|paper|pdf|source|code|논문|링크|원문|출처|코드)\s?[:：]\s*/i

/** What every link of such a line holds: most lines of notes have none of it and needn't be taken apart. */
const anyLink = /:\/\/|arxiv:|doi:/i

/**
 * The addresses of a line that holds nothing else: bare (`https://…`, `<https://…>`, `arXiv:2406.03816`,
 * `doi:10.1000/182`) or, where Markdown links are expected, `[text](https://…)`. Null when the line is anything else.
 */
export function readLinkLine(line: string, withMarkdown: boolean): readonly string[] | null {
  if (line.length > longestLinkLine || !anyLink.test(line)) return null
  const words = line
    .trim()
    .replace(label, '')
    // A comma inside an address belongs to it; one behind an address, or between two of them, doesn't.
    .split(/,?[\s|·]+|,(?=https?:\/\/|arxiv:|doi:|$)/iu)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const urls: string[] = []
  for (const word of words) {
    const url = linkOf(word, withMarkdown)
    if (url === null) return null
    urls.push(url)
  }
  return urls
}

function linkOf(word: string, withMarkdown: boolean): string | null {
  const arxiv = /^arxiv:((?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?)$/i.exec(word)?.[1]
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  const doi = /^doi:(10\.\d{4,9}\/\S+)$/i.exec(word)?.[1]
  if (doi !== undefined) return webAddress(`https://doi.org/${doi}`)
  const markdown = withMarkdown ? /^\[[^[\]]*\]\((\S+)\)$/.exec(word)?.[1] : undefined
  return webAddress(markdown ?? /^<(\S+)>$/.exec(word)?.[1] ?? word)
}
