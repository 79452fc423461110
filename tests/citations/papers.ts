import type { Entry } from '../../src/catalog/catalog.ts'
import type { CitationFormat } from '../../src/citations/citation-formats.ts'
import { citationKeysOf, cslOf } from '../../src/citations/csl.ts'
import type { CslItem } from '../../src/citations/csl-item.ts'
import { writeCitations, writePaper } from '../../src/citations/formats.ts'

/** The papers of entries, newest first, as a site cites them. */
export function papersOf(entries: readonly Entry[], permalinkUrlOf: (entry: Entry) => string): readonly CslItem[] {
  const keys = citationKeysOf(entries)
  return entries.map((entry) => cslOf(entry, permalinkUrlOf(entry), keys.get(entry) as string))
}

/** Papers as one document. */
export function citationsOf(format: CitationFormat, papers: readonly CslItem[]): string {
  return writeCitations(format, papers.map(writePaper)).toString('utf8')
}
