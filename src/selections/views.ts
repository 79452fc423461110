import type { Format } from '../feed/formats.ts'
import { escapeHtml } from '../text/html.ts'
import { escapeXml } from '../text/xml.ts'

/** What is shown of each entry where not everything is. */
export type View = 'abstracts' | 'commentary' | 'titles'

export const views: readonly View[] = ['abstracts', 'commentary', 'titles']

/** What stands behind an entry's id in a view: readers keep one content for an id. */
const fragments: Readonly<Record<View, string>> = { abstracts: 'abstract', commentary: 'commentary', titles: 'title' }

/** The members of an item that a view changes, or needs. */
interface ViewedItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly language: string
  readonly content_html: string
  readonly summary: string
  readonly _paperwire: { readonly title_language?: string }
}

/** What an item says in a view. */
export interface Viewed {
  readonly id: string
  readonly language: string
  readonly titleLanguage: string
  readonly contentHtml: string
  /** Plain text. */
  readonly summary: string
}

/**
 * What is left of an entry's item in a view.
 *
 * @param item as JSON Feed has it
 * @param commentaryLength how many UTF-16 code units of its content are the commentary's, which is what comes first
 */
export function viewedOf(view: View, item: string, commentaryLength: number): Viewed {
  const { id, url, title, language, content_html: html, summary, _paperwire: own } = JSON.parse(item) as ViewedItem
  const titleLanguage = own.title_language ?? language
  const shared = { id: viewedId(view, id), titleLanguage }
  if (view === 'titles') {
    const contentHtml = `<p lang="${escapeHtml(titleLanguage)}"><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`
    return { ...shared, language: titleLanguage, contentHtml, summary: title }
  }
  if (view === 'commentary') return { ...shared, language, contentHtml: html.slice(0, commentaryLength), summary }
  // Between the commentary and the abstract stand names and addresses alone, behind it these and tags.
  const [opening, of] = /<blockquote lang="([^"]*)">/.exec(html.slice(commentaryLength)) as unknown as [string, string]
  const contentHtml = html.slice(html.indexOf(opening, commentaryLength) + opening.length, html.lastIndexOf('</blockquote>'))
  return { ...shared, language: of, contentHtml, summary: textIn(contentHtml) }
}

/** The id of an item in a view. */
export function viewedId(view: View, id: string): string {
  // An id that an entry gives itself may have a fragment already.
  return `${id}${id.includes('#') ? '.' : '#'}${fragments[view]}`
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of HTML that we wrote: each tag left out, each reference resolved. */
function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => references[name] as string)
    .replace(/\s+/g, ' ')
    .trim()
}

/** An item in a format, with what it says in a view in the place of what it says. */
export function inView(format: Format, item: string, viewed: Viewed): string {
  return writers[format](item, viewed)
}

/** In no text of an item stands a tag of XML: it is escaped there. */
const writers: Readonly<Record<Format, (item: string, viewed: Viewed) => string>> = {
  rss: (item, { id, contentHtml, summary }) =>
    withTexts(item, [
      ['guid', id],
      ['description', escapeHtml(summary)],
      ['content:encoded', contentHtml],
    ]),
  atom: (item, { id, language, contentHtml, summary }) =>
    withTexts(item, [
      ['id', id],
      ['summary', escapeHtml(summary)],
      ['content', contentHtml],
    ]).replace(/<(?:entry|summary|content) [^>]*xml:lang="[^"]*"/g, (tag) =>
      tag.replace(/xml:lang="[^"]*"/, `xml:lang="${escapeXml(language)}"`),
    ),
  json: (item, { id, language, titleLanguage, contentHtml, summary }) => {
    const before = JSON.parse(item) as ViewedItem
    const { title_language: _, ...own } = before._paperwire
    const ofTitle = titleLanguage === language ? {} : { title_language: titleLanguage }
    return JSON.stringify({ ...before, id, content_html: contentHtml, summary, language, _paperwire: { ...own, ...ofTitle } })
  },
}

function withTexts(item: string, texts: readonly (readonly [element: string, text: string])[]): string {
  return texts.reduce(
    (written, [element, text]) =>
      written.replace(
        new RegExp(`(<${element}(?: [^>]*)?>)[^<]*(</${element}>)`),
        (_, open: string, close: string) => open + escapeXml(text) + close,
      ),
    item,
  )
}
