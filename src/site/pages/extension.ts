import type { Catalog } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { layout, siteFeed } from './layout.ts'

/** What Paperwire's own members of a JSON Feed item mean (JSON Feed 1.1, “Extensions”: `about`). */
export function extensionPage(catalog: Catalog): string {
  const { title, description, about, members } = catalog.words.extension
  return layout(catalog, {
    kind: 'extension',
    path: paths.extension,
    title,
    description,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<article lang="${catalog.words.language}">
<h1>${title}</h1>
<p>${about}</p>
<dl>${Object.entries(members).map(([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>\n`)}</dl>
</article>`,
  })
}
