import { frameMarks } from '../../feed/frame-marks.ts'
import { pageMarks } from '../../selections/parts.ts'
import { escapeHtml, html } from '../../text/html.ts'

/** What the page of a selection says. */
export interface SelectionPageParts {
  readonly name: string
  readonly description: string
  /** The selection in addresses, percent-encoded. */
  readonly place: string
  readonly count: number
  /** The latest items, as JSON Feed has them. */
  readonly items: readonly string[]
}

/** The members of an item that a list shows. */
interface ListedItem {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly date_published: string
  readonly authors?: readonly { readonly name: string }[]
  readonly tags?: readonly string[]
  readonly _paperwire?: { readonly title_language?: string }
}

/** How many items the page of a selection lists. */
const mostListed = 30

/** The page of a selection: its template, which `selectionPage` made, filled in. */
export function selectionPageOf(template: string, { name, description, place, count, items }: SelectionPageParts): string {
  const list = items
    .slice(0, mostListed)
    .map((item) => listed(JSON.parse(item) as ListedItem))
    .join('')
  return (
    template
      // Within the addresses of readers, which encode a feed's address once more.
      .replaceAll(`%2F${frameMarks.place}%2F`, () => `%2F${encodeURIComponent(place)}%2F`)
      .replaceAll(frameMarks.place, () => place)
      .replaceAll(frameMarks.title, () => escapeHtml(name))
      .replaceAll(frameMarks.description, () => escapeHtml(description))
      .replaceAll(String(pageMarks.count), String(count))
      .replaceAll(pageMarks.list, () => list)
  )
}

function listed({
  url,
  title,
  summary,
  language,
  date_published: published,
  authors = [],
  tags = [],
  _paperwire: own,
}: ListedItem): string {
  const titleLanguage = own?.title_language ?? language
  const by =
    authors
      .map((author) => author.name)
      .slice(0, mostNamed)
      .join(', ') + (authors.length > mostNamed ? ` +${authors.length - mostNamed}` : '')
  return html`<li class="h-entry"><h3><a class="u-url p-name" href="${new URL(url).pathname}" lang="${titleLanguage}">${title}</a></h3>
<p class="gist p-summary" lang="${language}">${summary}</p>
<p class="facts"><time class="dt-published" datetime="${published}">${published.slice(0, 10)}</time> <span class="by" lang="${titleLanguage}">${by}</span> ${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p></li>
`.html
}

/** How many authors are named. */
const mostNamed = 3
