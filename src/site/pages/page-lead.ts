import type { Channel } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { breadcrumbs, type Crumb } from './breadcrumbs.ts'
import type { Frame } from './frame.ts'
import { siteChannelOf } from './layout.ts'
import { subscribeButton } from './subscribe-button.ts'

/** What a page that leads to others begins with. */
export interface Lead {
  /** The way down to it, itself among them; none where it stands right below the home. */
  readonly crumbs: readonly Crumb[]
  readonly heading: Markup
  readonly description: string | null
  /** How many entries the site has; null on pages that must not change whenever one is added. */
  readonly count: number | null
}

/** The way down to a page, its name, and the button that subscribes to the site. */
export function pageLead(frame: Frame, { crumbs, heading, description, count }: Lead): Markup {
  const channel: Pick<Channel, 'key' | 'name' | 'folder'> = siteChannelOf(frame)
  return html`${crumbs.length === 0 ? null : breadcrumbs(frame, crumbs)}<div class="lead">
<h1>${heading}</h1>
${description === null ? null : html`<p class="description" lang="${frame.words.language}">${description}</p>\n`}${subscribeButton(frame, channel, count)}
</div>`
}

/** The same of a year, a month or a day of every year: the last of the crumbs names it. `total` says how many entries it has. */
export function leadOfTime(frame: Frame, crumbs: readonly Crumb[], total: string): Markup {
  const heading = html`${crumbs.at(-1)?.name ?? ''} <span class="count">${total}</span>`
  return pageLead(frame, { crumbs, heading, description: null, count: null })
}
