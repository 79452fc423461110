import { frameMarks } from '../../feed/frame-marks.ts'
import { filledIn } from '../../selections/filling.ts'
import { pageMarks } from '../../selections/parts.ts'
import { escapeHtml, html } from '../../text/html.ts'

/** What the page of a selection says. */
export interface SelectionPageParts {
  readonly name: string
  readonly description: string
  /** Where it is, below the site's, percent-encoded: `tags/llm+rl/`. */
  readonly folder: string
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
export function selectionPageOf(template: string, { name, description, folder, count, items }: SelectionPageParts): string {
  const list = items
    .slice(0, mostListed)
    .map((item) => listed(JSON.parse(item) as ListedItem))
    .join('')
  const place = `tags/${frameMarks.place}/`
  return filledIn(
    template,
    new Map([
      // Within the addresses of readers, which encode a feed's address once more.
      [encodeURIComponent(place), encodeURIComponent(folder)],
      [place, folder],
      [frameMarks.title, escapeHtml(name)],
      [frameMarks.description, escapeHtml(description)],
      [String(pageMarks.count), String(count)],
      [pageMarks.list, list],
    ]),
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
${summary === title ? null : html`<p class="gist p-summary" lang="${language}">${summary}</p>\n`}<p class="facts"><time class="dt-published" datetime="${published}">${dayIn(new URL(url).pathname) ?? published.slice(0, 10)}</time> <span class="by" lang="${titleLanguage}">${by}</span> ${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p></li>
`.html
}

/** How many authors are named. */
const mostNamed = 3

/** The day that a permalink names; null where it names none. */
function dayIn(path: string): string | null {
  return /^\/(\d{4}-\d\d-\d\d)\//.exec(path)?.[1] ?? null
}
