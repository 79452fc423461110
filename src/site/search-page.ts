import { html, type Markup } from '../text/html.ts'
import { isSameLanguage, type Language } from '../text/language.ts'
import { paths } from './urls.ts'

/** What the search page says, in a site's language. `{n}` and `{of}` stand for numbers. */
interface SearchWording {
  readonly language: Language
  readonly search: string
  readonly label: string
  readonly withoutScript: string
  readonly tags: string
  readonly found: string
  readonly foundInLatest: string
  readonly foundNearly: string
  readonly nothing: string
  readonly advice: string
  readonly searching: string
  readonly failed: string
  readonly more: string
}

const korean: SearchWording = {
  language: 'ko',
  search: '검색',
  label: '제목, 저자, 태그, 본문에서 찾기',
  withoutScript: '검색은 JavaScript가 켜져 있어야 합니다. 글은 태그별로도 찾을 수 있습니다:',
  tags: '모든 태그',
  found: '찾은 글: {n}',
  foundInLatest: '최근 글 {of}개에서 찾은 글: {n}',
  foundNearly: '꼭 맞는 글은 없고, 비슷한 글: {n}',
  nothing: '찾은 글이 없습니다.',
  advice: '낱말을 줄이거나 짧게 잘라 보세요. 글은 태그별로도 찾을 수 있습니다:',
  searching: '찾는 중…',
  failed: '검색 자료를 불러오지 못했습니다. 잠시 뒤에 다시 찾아 주세요.',
  more: '더 찾기',
}

const english: SearchWording = {
  language: 'en',
  search: 'Search',
  label: 'Search titles, authors, tags and text',
  withoutScript: 'Searching needs JavaScript. Entries can also be found by tag:',
  tags: 'all tags',
  found: 'Entries found: {n}',
  foundInLatest: 'Entries found among the latest {of}: {n}',
  foundNearly: 'Nothing matches exactly. Similar entries: {n}',
  nothing: 'Nothing found.',
  advice: 'Try fewer words, or only the beginning of one. Entries can also be found by tag:',
  searching: 'Searching…',
  failed: 'The search data could not be loaded. Please try again in a moment.',
  more: 'Find more',
}

/** The words for a site: Korean for a Korean one, English for every other. */
function searchWordingFor(language: Language): SearchWording {
  return isSameLanguage(language, 'ko') ? korean : english
}

/**
 * What stands on the search page below its header. The script reads from it where the indexes are and what to say, so
 * that it holds neither addresses nor words.
 *
 * @param indexes how many indexes there are
 */
export function searchMain(language: Language, indexes: number): Markup {
  const wording = searchWordingFor(language)
  const newestFirst = Array.from({ length: indexes }, (_, index) => paths.searchIndex(indexes - index))
  const tags = html`<a href="${paths.tags}">${wording.tags}</a>`
  return html`<h1>${wording.search}</h1>
<search><form role="search" method="get" action="${paths.search}" data-indexes="${newestFirst.join(' ')}" data-found="${wording.found}" data-found-in-latest="${wording.foundInLatest}" data-found-nearly="${wording.foundNearly}" data-nothing="${wording.nothing}" data-searching="${wording.searching}" data-failed="${wording.failed}">
<p><label for="q">${wording.label}</label></p>
<p><input type="search" id="q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"> <button type="submit">${wording.search}</button></p>
</form></search>
<noscript><p lang="${wording.language}">${wording.withoutScript} ${tags}</p></noscript>
<p id="found" lang="${wording.language}" role="status"></p>
<p id="advice" lang="${wording.language}" hidden>${wording.advice} ${tags}</p>
<ol id="results"></ol>
<p><button type="button" id="more" hidden>${wording.more}</button></p>
<script type="module" src="${paths.searchScript('search')}"></script>`
}
