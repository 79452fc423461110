import { type Markup, markupOf, trustedHtml } from '../../text/html.ts'

/**
 * Passages of notes as a page has them: cells of tables are aligned by a class, since HTML has given up the attribute
 * that aligns them in feeds. What people wrote holds no such tag, whose `<` would be escaped.
 */
export function onPage({ html }: Markup): Markup {
  return markupOf(trustedHtml(html.replace(/<(t[hd]) align="(left|center|right)">/g, '<$1 class="$2">')))
}
