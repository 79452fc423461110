import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { type ChannelParts, headingOf, tagsBeside } from './channel-parts.ts'
import { pageOfChannelEntries } from './entries-page.ts'
import { citationLinks } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { pageOfChannel } from './page.ts'
import { shareTools } from './share.ts'

/** One tag: its feeds, the entries in them, and the tags that stand with it. */
export function tagPage(frame: Frame, documents: ChannelDocuments, { beside, picture }: ChannelParts): string {
  const { channel, subscription } = documents
  const path = paths.at(channel.folder)
  return layout(frame, {
    kind: pageOfChannel.tag,
    picture,
    path,
    title: headingOf(channel) ?? '',
    description: subscription.document.description,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: pageOfChannelEntries(
      frame,
      documents,
      tagsBeside(frame, beside, html`${citationLinks(frame, path)}${shareTools(frame, path, true)}`),
    ),
  })
}
