import { type Catalog, type Channel, channelsOfKind, siteChannel } from '../catalog/catalog.ts'
import { namingOf } from '../feed/channel-documents.ts'
import { escapeXml } from '../text/xml.ts'
import { paths } from './urls.ts'

/** No registered type, but the one that readers know. */
export const opmlMediaType = 'text/x-opml'

/**
 * The feeds of the site and of its tags as a list to import (OPML 2.0, “Subscription lists”): the site's own, then the
 * tags' in a group. Authors' feeds are another list, since importing this one must not follow a thousand people.
 */
export function opmlOf(catalog: Catalog): string {
  const { site, words } = catalog
  return opml(catalog, site.title, [outline(catalog, siteChannel(catalog)), ...group(catalog, words.tags, channelsOfKind(catalog, 'tag'))])
}

/** The feeds of authors as a list to import; null where no author has feeds, since a list must not be empty. */
export function opmlOfAuthors(catalog: Catalog): string | null {
  const { site, words } = catalog
  const authors = channelsOfKind(catalog, 'author')
  return authors.length === 0 ? null : opml(catalog, `${words.authors} · ${site.title}`, group(catalog, words.authors, authors))
}

/**
 * A feed in a list. Readers take the type `rss` for any feed; the address is of Atom, which says most in the fewest
 * ambiguities.
 */
function outline(catalog: Catalog, channel: Channel): string {
  const { origin, language } = catalog.site
  const title = escapeXml(namingOf(catalog, channel).title)
  const xmlUrl = escapeXml(origin + paths.feed('atom', channel.folder))
  const htmlUrl = escapeXml(origin + paths.at(channel.folder))
  return `<outline type="rss" text="${title}" title="${title}" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}" language="${escapeXml(language)}"/>`
}

function group(catalog: Catalog, name: string, channels: readonly Channel[]): readonly string[] {
  if (channels.length === 0) return []
  const outlines = channels.map((channel) => `      ${outline(catalog, channel)}\n`).join('')
  return [`<outline text="${escapeXml(name)}" title="${escapeXml(name)}">\n${outlines}    </outline>`]
}

function opml({ site }: Catalog, title: string, outlines: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title)}</title>
    <ownerName>${escapeXml(site.author.name)}</ownerName>
    <docs>https://opml.org/spec2.opml</docs>
  </head>
  <body>
    ${outlines.join('\n    ')}
  </body>
</opml>
`
}
