import type { Catalog, Entry } from '../catalog/catalog.ts'
import type { CitationFormat } from '../citations/citation-formats.ts'
import { citationKeysOf, cslOf } from '../citations/csl.ts'
import type { CslItem } from '../citations/csl-item.ts'
import { citationContentTypes, type WrittenPaper, writeCitations, writePaper } from '../citations/formats.ts'
import type { DocumentOfEntries } from '../feed/channel-documents.ts'
import type { FeedDocument } from '../feed/feed-document.ts'
import { type Format, formatFacts, formats } from '../feed/formats.ts'
import { itemOf } from '../feed/item.ts'
import { type WrittenItem, writeFeed, writeItem } from '../feed/writer.ts'
import type { Document } from './group.ts'
import { paperDigest } from './inputs.ts'
import { addressesOn, paths } from './urls.ts'

/** A paper that may have to be written. */
export interface NeededPaper {
  /** A digest of what it is written from. */
  readonly digest: string
  readonly item: () => CslItem
}

/**
 * Papers as they were written, by the digests of what they were written from. Writing one takes citation.js 0.3 ms, and the
 * citations of a tag list them all, whichever of its entries was edited.
 */
export interface KeptPapers {
  /** Is told, before it is asked for any, of every paper that the site has. It may have those written that it hasn't got. */
  need(papers: readonly NeededPaper[]): void
  get(digest: string): WrittenPaper | undefined
  keep(digest: string, paper: WrittenPaper): void
}

/** Feeds and citations, for which each item and each paper is written once, however many documents carry it. */
export interface Written {
  feeds(document: DocumentOfEntries, modified: Date | null, pathOf: (format: Format) => string): readonly Document[]
  citations(page: string, entries: readonly Entry[], formats: readonly CitationFormat[]): readonly Document[]
  /** A digest of what the citations of entries are made from. */
  papersDigest(entries: readonly Entry[]): readonly string[]
}

/** Writes for the documents of a catalog, whose papers are needed from now on. */
export function writtenOnce(catalog: Catalog, kept: KeptPapers): Written {
  const addresses = addressesOn(catalog.site.origin)
  const items = new Map<Entry, WrittenItem>()
  const itemOnce = (entry: Entry, document: FeedDocument): WrittenItem => {
    const item = items.get(entry) ?? writeItem(itemOf(entry, catalog, addresses), document)
    items.set(entry, item)
    return item
  }
  const keys = citationKeysOf(catalog.entries)
  const keyOf = (entry: Entry): string => keys.get(entry) as string
  const papers = new Map(
    catalog.entries.map((entry): [Entry, NeededPaper] => {
      // A paper that nothing links to is cited at the address of its notes.
      const digest = `${paperDigest(entry)} ${keyOf(entry)}${entry.paper === null ? ` ${catalog.site.origin}` : ''}`
      return [entry, { digest, item: () => cslOf(entry, addresses.permalinkUrl(entry.day, entry.name), keyOf(entry)) }]
    }),
  )
  const paperOf = (entry: Entry): NeededPaper => papers.get(entry) as NeededPaper
  const paperOnce = (entry: Entry): WrittenPaper => {
    const { digest, item } = paperOf(entry)
    const known = kept.get(digest)
    if (known !== undefined) return known
    const paper = writePaper(item())
    kept.keep(digest, paper)
    return paper
  }
  kept.need([...papers.values()])
  return {
    feeds({ document, entries }, modified, pathOf) {
      const written = entries.map((entry) => itemOnce(entry, document))
      return formats.map((format) => ({
        path: pathOf(format),
        mediaType: `${formatFacts[format].mediaType}; charset=utf-8`,
        body: writeFeed(format, document, written),
        modified,
      }))
    },
    citations(page, entries, inFormats) {
      const listed = entries.map(paperOnce)
      return inFormats.map((format) => ({
        path: paths.citation(page, format),
        mediaType: citationContentTypes[format],
        body: writeCitations(format, listed),
        modified: null,
      }))
    },
    papersDigest: (entries) => entries.map((entry) => paperOf(entry).digest),
  }
}
