import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'

/** What is said at a path that leads nowhere (404), or no longer anywhere (410). */
export function missingPage(frame: Frame, status: 404 | 410): string {
  const { words } = frame
  const [path, title, hint] =
    status === 404 ? [paths.notFound, words.notFound, words.notFoundHint] : [paths.gone, words.gone, words.goneHint]
  return layout(frame, {
    kind: 'missing',
    path,
    title,
    description: hint,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<div class="lead"><p class="status" lang="en">${status}</p>
<h1>${title}</h1>
<p class="description">${hint}</p>
<ul><li><a href="${paths.home}">${words.home}</a></li>
<li><a href="${paths.days}">${words.allDays}</a></li>
<li><a href="${paths.tags}">${words.allTags}</a></li></ul></div>`,
  })
}
