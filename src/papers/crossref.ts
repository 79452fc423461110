import { plainHtml } from '../text/plain-html.ts'
import type { PaperFacts } from '../writing/entry-text.ts'
import { onOneLine } from './arxiv.ts'

/** Where Crossref tells of a DOI (api.crossref.org). */
export const crossrefApi = 'https://api.crossref.org/works/'

/** The members of a work that are read. Most of them may be missing. */
interface Work {
  readonly DOI?: string
  readonly title?: readonly string[]
  readonly author?: readonly { readonly given?: string; readonly family?: string; readonly name?: string }[]
  /** JATS: XML with a prefix before each name. */
  readonly abstract?: string
  readonly 'container-title'?: readonly string[]
  readonly published?: { readonly 'date-parts'?: readonly (readonly number[])[] }
}

/** The paper in an answer of Crossref; null where the answer is none. */
export function paperOfCrossref(answer: string): PaperFacts | null {
  const work = workIn(answer)
  const title = work?.title?.[0]
  if (work === null || title === undefined || work.DOI === undefined) return null
  const [container] = work['container-title'] ?? []
  const year = work.published?.['date-parts']?.[0]?.[0]
  return {
    title: plainHtml(title),
    authors: (work.author ?? []).flatMap(({ given, family, name }) => {
      const whole = name ?? [given, family].filter((part) => part !== undefined).join(' ')
      return whole === '' ? [] : [onOneLine(whole)]
    }),
    url: `https://doi.org/${work.DOI}`,
    // A heading that says “Abstract” is no part of it.
    abstract: plainHtml((work.abstract ?? '').replace(/<jats:title>[^<]*<\/jats:title>/g, ' ')),
    venue: container === undefined ? null : [plainHtml(container), ...(year === undefined ? [] : [year])].join(' '),
  }
}

function workIn(answer: string): Work | null {
  try {
    const parsed = JSON.parse(answer) as { readonly message?: Work } | null
    return parsed?.message ?? null
  } catch {
    return null
  }
}
