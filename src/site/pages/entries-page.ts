import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html, type Markup } from '../../text/html.ts'
import { headingOf, olderLink } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedSection } from './microformats.ts'
import { subscribeButton } from './subscribe-button.ts'

/** A page of entries: its name with its button, the entries, and what stands beside them. */
export function pageOfEntries(frame: Frame, lead: Markup, list: Markup, beside: Markup): Markup {
  return html`<div class="lead">
${lead}
</div>
<div class="columns">
${feedSection(frame, 'latest', frame.words.latest, list)}
${beside}
</div>`
}

/** The same of a channel that has feeds. */
export function pageOfChannelEntries(frame: Frame, documents: ChannelDocuments, beside: Markup): Markup {
  const { channel, count, subscription } = documents
  const lead = html`<h1>${headingOf(channel)}</h1>
${subscribeButton(frame, channel, count)}`
  return pageOfEntries(frame, lead, html`${entryList(frame, subscription.entries)}\n${olderLink(frame, documents)}`, beside)
}
