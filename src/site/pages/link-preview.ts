import type { Entry } from '../../catalog/catalog.ts'
import { languageOfNotes } from '../../feed/item.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Language } from '../../text/language.ts'
import type { PagePicture } from '../pictures.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { type Page, pageFacts } from './page.ts'

/** An image as a preview is told of it. Width and height in pixels. */
interface PreviewImage extends PagePicture {
  readonly width: number
  readonly height: number
  /** How X and those who read its tags show it (docs.x.com, “Cards”). */
  readonly card: 'summary' | 'summary_large_image'
}

/**
 * By what a link to a page is shown elsewhere (ogp.me): its title, what it says, and its picture, or the site's; the icon
 * where there are no pictures. What it says is its description for search engines as well, in one element.
 */
export function linkPreview(frame: Frame, page: Page): Markup {
  const { site } = frame
  const { path, alt, width, height, card } = imageOf(site, ('picture' in page ? page.picture : null) ?? frame.picture)
  return html`<meta name="description" property="og:description" content="${page.description}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${page.title}">
<meta property="og:type" content="${pageFacts[page.kind].ogType}">
<meta property="og:url" content="${site.origin}${page.path}">
${page.kind === 'entry' ? null : locale('og:locale', site.language)}<meta property="og:image" content="${site.origin}${path}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="${card}">
`
}

/** The image that stands for a page: its picture, or the icon where there is none. */
export function imageOf({ title }: Frame['site'], picture: PagePicture | null): PreviewImage {
  if (picture === null) return { path: paths.iconPng, alt: title, width: 192, height: 192, card: 'summary' }
  return { ...picture, width: 1200, height: 630, card: 'summary_large_image' }
}

/**
 * What a preview may say besides of an entry, as an article (ogp.me, “No Vertical”): in which language its notes are, and in
 * which its abstract, if that is another; when it was published and last changed; its tags.
 */
export function articleTags({ site }: Pick<Frame, 'site'>, entry: Entry): Markup {
  const { published, updated, tags, abstract } = entry
  const own = languageOfNotes(entry, site)
  const others = new Set(abstract.map(({ language }) => language).filter((language) => localeOf(language) !== localeOf(own)))
  return html`${locale('og:locale', own)}${[...others].map((language) => html`${locale('og:locale:alternate', language)}`)}<meta property="article:published_time" content="${published.toISOString()}">
<meta property="article:modified_time" content="${updated.toISOString()}">
${tags.map(({ label }) => html`<meta property="article:tag" content="${label}">\n`)}`
}

/** The territories that a language stands for where its tag names none: Open Graph's locales have one always. */
const territories: Readonly<Record<string, string>> = {
  ...{ ar: 'AR', bg: 'BG', cs: 'CZ', da: 'DK', de: 'DE', el: 'GR', en: 'US', es: 'ES', fa: 'IR', fi: 'FI', fr: 'FR', he: 'IL', hi: 'IN' },
  ...{ hu: 'HU', id: 'ID', it: 'IT', ja: 'JP', ko: 'KR', nb: 'NO', nl: 'NL', pl: 'PL', pt: 'PT', ro: 'RO', ru: 'RU', sv: 'SE', th: 'TH' },
  ...{ tr: 'TR', uk: 'UA', vi: 'VN', zh: 'CN' },
}

/** A language as Open Graph writes it, `ko_KR`; null where no territory is known. */
function localeOf(language: Language): string | null {
  const [primary = '', ...others] = language.split('-')
  const named = others.find((part) => /^[A-Za-z]{2}$/.test(part))
  const territory = named?.toUpperCase() ?? (others.includes('Hant') ? 'TW' : territories[primary.toLowerCase()])
  return territory === undefined ? null : `${primary.toLowerCase()}_${territory}`
}

function locale(property: string, language: Language): Markup | null {
  const written = localeOf(language)
  return written === null ? null : html`<meta property="${property}" content="${written}">\n`
}
