import type { Catalog } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import { embedPageMain, embedPageTitle } from '../embed-page.ts'
import { searchMain } from '../search-page.ts'
import { paths } from '../urls.ts'
import { pageWordingFor } from '../wording.ts'
import { layout, siteFeed } from './layout.ts'

/** How to show a feed of the site in another blog. */
export function embedPage(catalog: Catalog): string {
  return layout(catalog, {
    path: paths.embed,
    title: embedPageTitle(catalog),
    description: `${embedPageTitle(catalog)} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: embedPageMain(catalog),
  })
}

/** Search in the browser. */
export function searchPage(catalog: Catalog, indexes: number): string {
  const { site } = catalog
  const { search } = pageWordingFor(site.language)
  return layout(catalog, {
    path: paths.search,
    title: search,
    description: `${search} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    main: searchMain(site.language, indexes),
  })
}

/** What is said of a path that leads nowhere, or no longer anywhere. */
export function missingPage(catalog: Catalog, status: 404 | 410): string {
  const wording = pageWordingFor(catalog.site.language)
  const [title, hint] = status === 404 ? [wording.notFound, wording.notFoundHint] : [wording.gone, wording.goneHint]
  return layout(catalog, {
    path: status === 404 ? paths.notFound : paths.gone,
    title,
    description: hint,
    isIndexed: false,
    feeds: [siteFeed(catalog)],
    main: html`<div class="lead"><p class="status" lang="en">${status}</p>
<h1>${title}</h1>
<p class="description">${hint}</p>
<ul><li><a href="${paths.home}">${wording.home}</a></li>
<li><a href="${paths.days}">${wording.allDays}</a></li>
<li><a href="${paths.tags}">${wording.allTags}</a></li></ul></div>`,
  })
}

/** What Paperwire's own members of a JSON Feed item mean (JSON Feed 1.1, “Extensions”: `about`). */
export function extensionPage(catalog: Catalog): string {
  const members: readonly (readonly [string, string])[] = [
    ['about', 'The address of this page.'],
    ['title_language', 'The language of the title where it isn’t the item’s, as a tag of BCP 47: en.'],
    ['doi', 'The DOI of the paper that the item is about, without a resolver: 10.48550/arXiv.2406.03816.'],
    ['arxiv_id', 'The paper’s identifier on arXiv, without a version: 2406.03816.'],
    ['publication_month', 'The month in which the paper was published, 2024-06, where its identifier tells.'],
    ['abstract', 'The paper’s abstract as the notes give it, in plain text, paragraphs set apart by a blank line.'],
    ['commentary', 'What the notes say of the paper, in plain text likewise.'],
  ]
  return layout(catalog, {
    path: paths.extension,
    title: '_paperwire',
    description: 'What _paperwire means in the JSON feeds of this site',
    feeds: [siteFeed(catalog)],
    main: html`<article lang="en">
<h1><code>_paperwire</code> in JSON Feed</h1>
<p>Items of this site’s JSON feeds carry an object <code>_paperwire</code>. Each member but <code>about</code> is missing where there is nothing to say.</p>
<dl>${members.map(([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>\n`)}</dl>
</article>`,
  })
}
