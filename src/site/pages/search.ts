import type { SearchPlaces } from '../../search/found-entry.ts'
import { html, type Markup } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { paths } from '../urls.ts'
import type { FramedCatalog } from './frame.ts'
import { layout, siteFeed } from './layout.ts'

/** How many authors are named where searching is of no help. */
const mostAuthors = 30

/**
 * Search in the browser. The page's script reads from it where the parts of the index are and what to say, so that the script
 * holds neither addresses nor words.
 */
export function searchPage(frame: FramedCatalog, places: SearchPlaces): string {
  const { site, words } = frame
  const { hint, label, withoutScript, advice, more, found, instead, nothing, busy, failed, why } = words.searching
  return layout(frame, {
    kind: 'search',
    path: paths.search,
    title: words.search,
    description: `${words.search} · ${site.title}`,
    feeds: [siteFeed(frame)],
    head: html`<link rel="preload" href="${paths.searchTags(places.tags)}" as="fetch" type="application/json" crossorigin>
<script type="module" src="${assets()['search.js'].path}"></script>\n`,
    main: html`<h1>${words.search}</h1>
<form role="search" method="get" action="${paths.search}" data-places="${JSON.stringify(places)}" data-found="${found}" data-instead="${instead}" data-nothing="${nothing}" data-busy="${busy}" data-failed="${failed}" data-subscribe="${words.subscribeTo('{tag}')}" data-in-title="${why.title}" data-in-tags="${why.tags}" data-in-authors="${why.authors}" data-in-text="${why.text}">
<p><label for="q">${label}</label></p>
<p><input type="search" id="q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="hint"> <button type="submit">${words.search}</button></p>
<p id="hint" class="hint">${hint}</p>
</form>
<noscript><p lang="${words.language}">${withoutScript} ${otherWays(frame)}</p>
${namedAuthors(frame)}</noscript>
<p id="found" lang="${words.language}" role="status"></p>
<div id="offers"></div>
<p id="advice" lang="${words.language}" hidden>${advice} ${otherWays(frame)}</p>
<ol id="results" class="plain titles"></ol>
<p><button type="button" id="more" hidden>${more}</button></p>`,
  })
}

function otherWays({ words }: FramedCatalog): Markup {
  return html`<a href="${paths.tags}">${words.allTags}</a> · <a href="${paths.days}">${words.allDays}</a>`
}

/** The authors of whose papers most notes are. */
function namedAuthors({ authors, words }: FramedCatalog): Markup | null {
  const most = [...authors.values()].toSorted((one, other) => other.entries.length - one.entries.length).slice(0, mostAuthors)
  if (most.length === 0) return null
  return html`<p lang="${words.language}">${words.authors}: ${most.map(
    ({ name, slug }, index) => html`${index === 0 ? null : ', '}<a href="${paths.author(slug)}">${name}</a>`,
  )}</p>`
}
