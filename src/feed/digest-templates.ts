import { type Catalog, folderOf } from '../catalog/catalog.ts'
import { trustedHtml } from '../text/html.ts'
import type { Addresses } from './addresses.ts'
import { type Format, inEachFormat } from './formats.ts'
import { digestMarks } from './frame-marks.ts'
import { itemWriter } from './writer.ts'

/** The item of a digest in each format, which a worker fills in: written as every other item is, with marks. */
export function digestTemplates({ site }: Pick<Catalog, 'site'>, addresses: Addresses): Readonly<Record<Format, string>> {
  const { id, link, title, summary, content, published, updated } = digestMarks
  const item = {
    id,
    permalinkUrl: site.origin + link,
    title,
    titleLanguage: site.language,
    language: site.language,
    published,
    updated,
    authors: [],
    summary,
    summaryLanguage: site.language,
    contentHtml: trustedHtml(content),
    categories: [],
    paper: null,
    licenseUrl: site.license?.url ?? null,
    source: { title: site.title, feedUrls: addresses.feedUrls(folderOf('site')) },
  }
  return inEachFormat((format) => itemWriter(format)(item, addresses))
}
