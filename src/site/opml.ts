import type { Catalog } from '../catalog/catalog.ts'
import { wordingFor } from '../feed/wording.ts'
import { escapeXml } from '../text/xml.ts'
import { paths } from './urls.ts'
import { pageWordingFor } from './wording.ts'

/**
 * Every feed of the site as a list to import (OPML 2.0, “Subscription lists”): the site's own, then the tags' in a group.
 * Readers take the type `rss` for any feed; the addresses are of Atom, which says most in the fewest ambiguities.
 */
export function opmlOf({ site, tags }: Catalog): string {
  const wording = wordingFor(site.language)
  const outline = (title: string, slug: string | null): string => {
    const [xmlUrl, htmlUrl] = [paths.feed('atom', slug), slug === null ? paths.home : paths.tag(slug)].map((path) =>
      escapeXml(site.origin + path),
    )
    return `<outline type="rss" text="${escapeXml(title)}" title="${escapeXml(title)}" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}" language="${escapeXml(site.language)}"/>`
  }
  const ofTags = tags.map(({ tag }) => `      ${outline(wording.taggedWith(tag.label, site.title), tag.slug)}\n`).join('')
  const group = escapeXml(pageWordingFor(site.language).tags)
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(site.title)}</title>
    <ownerName>${escapeXml(site.author.name)}</ownerName>
    <docs>https://opml.org/spec2.opml</docs>
  </head>
  <body>
    ${outline(site.title, null)}
${tags.length === 0 ? '' : `    <outline text="${group}" title="${group}">\n${ofTags}    </outline>\n`}  </body>
</opml>
`
}
