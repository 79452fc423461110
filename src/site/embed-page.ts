import type { Catalog } from '../catalog/catalog.ts'
import { wordingFor } from '../feed/wording.ts'
import { html, type Markup } from '../text/html.ts'
import { isSameLanguage } from '../text/language.ts'
import { paths } from './urls.ts'

interface EmbedWording {
  readonly title: string
  /** What the snippet does, and what it needs of the page it is put into. */
  readonly about: string
  readonly allEntries: string
  readonly limit: string
  readonly copy: string
  readonly copied: string
  /** Where the clipboard can't be reached. */
  readonly selected: string
  readonly snippet: string
  readonly preview: string
  readonly everyTag: string
  readonly policy: string
}

const korean: EmbedWording = {
  title: '다른 블로그에 싣기',
  about:
    '아래 코드를 블로그에 붙이면 최근 글의 목록이 나타납니다. 글꼴과 색은 그 블로그를 따르고, 목록을 받지 못하면 코드 안의 링크가 그대로 보입니다.',
  allEntries: '모든 글',
  limit: '글의 수',
  copy: '복사',
  copied: '복사했습니다.',
  selected: '선택했습니다. 직접 복사하세요.',
  snippet: '코드',
  preview: '미리 보기',
  everyTag: '태그별 코드',
  policy: '콘텐츠 보안 정책(CSP)이 있는 블로그라면 다음을 허용해야 합니다:',
}

const english: EmbedWording = {
  title: 'Show in another blog',
  about:
    'Put the code below into a blog, and a list of the latest entries appears there. It takes the blog’s fonts and colours; where the list can’t be had, the link inside the code stays.',
  allEntries: 'All entries',
  limit: 'How many',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected: copy it yourself.',
  snippet: 'Code',
  preview: 'Preview',
  everyTag: 'Code for every tag',
  policy: 'A blog with a Content-Security-Policy has to allow:',
}

/** What the page about embedding is called. */
export function embedPageTitle({ site }: Pick<Catalog, 'site'>): string {
  return wordingOf(site.language).title
}

function wordingOf(language: string): EmbedWording {
  return isSameLanguage(language, 'ko') ? korean : english
}

/** A feed to embed. */
interface Choice {
  /** Empty for the site's own feed. */
  readonly slug: string
  /** In the list of choices. */
  readonly label: string
  /** What leads to its page where there is no script. */
  readonly linkText: string
  readonly path: string
}

const defaultLimit = 5

/**
 * The page that makes the code for another blog. Without scripts it gives the code of each feed; with them a form picks
 * one of these and sets the number in it. Its scripts and styles are files: it works under `default-src 'self'`.
 */
export function embedPageMain({ site, tags }: Pick<Catalog, 'site' | 'tags'>): Markup {
  const words = wordingOf(site.language)
  const { tags: tagWord, taggedWith } = wordingFor(site.language)
  const all: Choice = { slug: '', label: words.allEntries, linkText: site.title, path: paths.home }
  const ofTags = tags.map(
    ({ tag }): Choice => ({
      slug: tag.slug,
      label: `#${tag.label}`,
      linkText: taggedWith(tag.label, site.title),
      path: paths.tag(tag.slug),
    }),
  )
  const options = [all, ...ofTags].map(({ slug, label }) => html`<option value="${slug}">${label}</option>\n`)
  return html`<h1>${words.title}</h1>
<p>${words.about}</p>
<form id="embed" hidden>
<p><label>${tagWord} <select name="tag">
${options}</select></label>
<label>${words.limit} <input name="limit" type="number" min="1" max="${site.feedSize}" value="${defaultLimit}" required></label></p>
</form>
<h2>${words.snippet}</h2>
<pre><code id="snippet" data-slug="">${snippet(site.origin, all).html}</code></pre>
<p><button id="copy" type="submit" form="embed" hidden data-copied="${words.copied}" data-selected="${words.selected}">${words.copy}</button> <span id="copy-status" role="status"></span></p>
<h2>${words.preview}</h2>
<paperwire-feed id="preview" limit="${defaultLimit}"><a href="${all.path}">${all.linkText}</a></paperwire-feed>
<details><summary>${words.everyTag}</summary>
<dl>${ofTags.map((tag) => html`<dt>${tag.label}</dt><dd><pre><code data-slug="${tag.slug}">${snippet(site.origin, tag).html}</code></pre></dd>\n`)}</dl></details>
<p>${words.policy} <code>script-src ${site.origin}; connect-src ${site.origin}</code></p>
<script type="module" src="${paths.embedScript}"></script>
<script type="module" src="${paths.embedPageScript}"></script>`
}

/** What goes into the other blog: the link inside is what stays where scripts don't run or the feed can't be had. */
function snippet(origin: string, { slug, linkText, path }: Choice): Markup {
  const tag = slug === '' ? html`` : html` tag="${slug}"`
  return html`<script type="module" src="${origin}${paths.embedScript}"></script>
<paperwire-feed${tag} limit="${defaultLimit}"><a href="${origin}${path}">${linkText}</a></paperwire-feed>`
}
