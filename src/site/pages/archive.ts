import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { feedSection } from './microformats.ts'
import { type Neighbour, pager } from './pager.ts'
import { subscribeButton } from './subscribe-button.ts'

/** The entries of one archive, counted from 1 for the oldest: an older page of a channel. */
export function archivePage(frame: Frame, { channel, subscription, archives }: ChannelDocuments, number: number): string {
  const { words } = frame
  const { folder } = channel
  const title = [headingOf(channel), words.archive(number)].filter((part) => part !== null).join(' · ')
  const archiveAt = (other: number): Neighbour => ({
    path: paths.archiveFolder(folder, other),
    words: html`${words.archive(other)}`,
    language: null,
  })
  const isLast = number === archives.length
  const newer = isLast ? { path: paths.at(folder), words: html`${words.latest}`, language: null } : archiveAt(number + 1)
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
${feedSection(frame, 'entries', words.archive(number), entryList(frame, archives[number - 1]?.entries ?? []))}
${pager(frame, title, number === 1 ? null : archiveAt(number - 1), newer)}`,
  })
}
