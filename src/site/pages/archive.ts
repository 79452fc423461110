import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { subscribeButton } from './subscribe-button.ts'

/** The entries of one archive, counted from 1 for the oldest: an older page of a channel. */
export function archivePage(frame: Frame, { channel, subscription, archives }: ChannelDocuments, number: number): string {
  const { words } = frame
  const { folder } = channel
  const title = [headingOf(channel), words.archive(number)].filter((part) => part !== null).join(' · ')
  const newer = number === archives.length ? paths.at(folder) : paths.archiveFolder(folder, number + 1)
  return layout(frame, {
    kind: 'archive',
    path: paths.archiveFolder(folder, number),
    title,
    description: `${words.archive(number)} · ${subscription.document.title}`,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${title}</h1>
${subscribeButton(frame, channel, null)}
</div>
<section class="h-feed" aria-labelledby="entries"><h2 id="entries" class="p-name unseen">${words.archive(number)}</h2>
${entryList(frame, archives[number - 1]?.entries ?? [])}
</section>
<nav class="pager" aria-label="${words.older}"><ul class="plain"><li><a href="${newer}" rel="next">${words.newer}</a></li>
${number === 1 ? null : html`<li><a href="${paths.archiveFolder(folder, number - 1)}" rel="prev">${words.older}</a></li>`}</ul></nav>`,
  })
}
