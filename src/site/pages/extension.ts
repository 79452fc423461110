import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'

/** What Paperwire's own members of a JSON Feed item mean (JSON Feed 1.1, “Extensions”: `about`). */
export function extensionPage(frame: Frame): string {
  const { title, description, about, members } = frame.words.extension
  return layout(frame, {
    kind: 'extension',
    path: paths.extension,
    title,
    description,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<article lang="${frame.words.language}">
<h1>${title}</h1>
<p>${about}</p>
<dl>${Object.entries(members).map(([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>\n`)}</dl>
</article>`,
  })
}
