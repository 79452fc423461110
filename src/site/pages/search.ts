import { html } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'

/**
 * Search in the browser. The page's script reads from it where the indexes are and what to say, so that the script holds
 * neither addresses nor words.
 *
 * @param indexes how many indexes there are
 */
export function searchPage(frame: Frame, indexes: number): string {
  const { site, words } = frame
  const { searching, language } = words
  const newestFirst = Array.from({ length: indexes }, (_, index) => paths.searchIndex(indexes - index))
  const tags = html`<a href="${paths.tags}">${words.allTags}</a>`
  return layout(frame, {
    kind: 'search',
    path: paths.search,
    title: words.search,
    description: `${words.search} · ${site.title}`,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<h1>${words.search}</h1>
<search><form role="search" method="get" action="${paths.search}" data-indexes="${newestFirst.join(' ')}" data-found="${searching.found}" data-found-in-latest="${searching.foundInLatest}" data-found-nearly="${searching.foundNearly}" data-nothing="${searching.nothing}" data-searching="${searching.busy}" data-failed="${searching.failed}">
<p><label for="q">${searching.label}</label></p>
<p><input type="search" id="q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"> <button type="submit">${words.search}</button></p>
</form></search>
<noscript><p lang="${language}">${searching.withoutScript} ${tags}</p></noscript>
<p id="found" lang="${language}" role="status"></p>
<p id="advice" lang="${language}" hidden>${searching.advice} ${tags}</p>
<ol id="results" class="plain titles"></ol>
<p><button type="button" id="more" hidden>${searching.more}</button></p>
<script type="module" src="${assets()['search.js'].path}"></script>`,
  })
}
