/** An author: a person by family and given name, or anyone whose name is not taken apart (`OpenAI`, `김연구`). */
export type CslName = { readonly family: string; readonly given: string; readonly suffix?: string } | { readonly literal: string }

/** A paper as CSL-JSON says it (Citation Style Language 1.0.2, “CSL-JSON Schema”). */
export interface CslItem {
  /** In ASCII letters and digits, a letter first: what an author cites the paper by. */
  readonly id: string
  readonly 'citation-key': string
  /** CSL's word for what is “made widely available but not published in a journal”: of a venue no more than its name is known. */
  readonly type: 'article'
  readonly title: string
  readonly author?: readonly CslName[]
  readonly issued?: { readonly 'date-parts': readonly [readonly [year: number, month?: number]] }
  readonly DOI?: string
  readonly URL: string
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly number?: string
  readonly source?: string
  /** Plain text, paragraphs set apart by a blank line. */
  readonly abstract?: string
  readonly language: string
  readonly keyword?: string
}

/** `OpenAI, Inc.` without its comma, where a comma would set a given name apart. */
export function withoutCommas(literal: string): string {
  return literal.replace(/,\s*/g, ' ').trim()
}
