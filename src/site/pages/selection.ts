import type { Channel } from '../../catalog/catalog.ts'
import { frameMarks } from '../../feed/frame-marks.ts'
import { pageMarks } from '../../selections/parts.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { pageOfEntries } from './entries-page.ts'
import type { Frame } from './frame.ts'
import { layout } from './layout.ts'
import { shareTools } from './share.ts'
import { subscribeButton } from './subscribe-button.ts'

/** The page of a selection of tags, which a worker fills in: its name, its feeds, its latest entries. */
export function selectionPage(frame: Frame, folder: string): string {
  const { title, description } = frameMarks
  // The heading of an author's channel is its name, as it is here: a tag's would gain a sign.
  const channel: Pick<Channel, 'key' | 'name' | 'folder'> = { key: { kind: 'author', slug: '' }, name: title, folder }
  const lead = html`<h1>${title}</h1>
${subscribeButton(frame, channel, pageMarks.count)}`
  return layout(frame, {
    kind: 'selection',
    path: paths.at(folder),
    title,
    description,
    feeds: [{ title: `${title} · ${frame.site.title}`, folder }],
    head: null,
    main: pageOfEntries(
      frame,
      lead,
      html`<ul class="plain titles">${pageMarks.list}</ul>\n`,
      html`<div class="aside">${shareTools(frame, paths.at(folder), false)}</div>`,
    ),
  })
}
