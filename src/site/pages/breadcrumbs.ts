import type { Entry } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { dataBlock } from './paper-metadata.ts'

/** A page on the way from the site's home down to another. */
export interface Crumb {
  readonly path: string
  readonly name: string
}

/** The way down to an entry: the home, its day, the entry itself. */
export function crumbsOfEntry({ words }: Frame, { day, name, title }: Entry): readonly Crumb[] {
  return [
    { path: paths.home, name: words.home },
    { path: paths.day(day), name: words.day(day) },
    { path: paths.entry(day, name), name: title },
  ]
}

/** Links to the pages above the last of these, whose own name stands in its heading. */
export function breadcrumbs({ words }: Frame, crumbs: readonly Crumb[]): Markup {
  const links = crumbs.slice(0, -1).map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>\n`)
  return html`<nav class="crumbs" aria-label="${words.moving.breadcrumbs}" lang="${words.language}"><ol class="plain">${links}</ol></nav>\n`
}

/** The same for search engines (schema.org/BreadcrumbList), the page itself among them. */
export function breadcrumbData({ site }: Frame, crumbs: readonly Crumb[]): Markup {
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ path, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: site.origin + path,
    })),
  })
}
