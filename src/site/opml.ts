import type { Catalog, Channel, ChannelKind } from '../catalog/catalog.ts'
import { namingOf } from '../feed/channel-documents.ts'
import { escapeXml } from '../text/xml.ts'
import type { Words } from '../words/words.ts'
import { paths } from './urls.ts'

/** No registered type, but the one that readers know. */
export const opmlMediaType = 'text/x-opml'

/** A list of feeds to import (OPML 2.0, “Subscription lists”). */
type List = 'main' | 'authors'

/** Which list names the feeds of each kind: importing the main one must not follow a thousand people. */
const listOfKind: Readonly<Record<ChannelKind, List>> = { site: 'main', tag: 'main', author: 'authors' }

/** What the feeds of each kind are grouped under; null where they stand by themselves. */
const groupOfKind: Readonly<Record<ChannelKind, (words: Words) => string | null>> = {
  site: () => null,
  tag: (words) => words.tags,
  author: (words) => words.authors,
}

/** The feeds of the site and of its tags as a list to import: the site's own, then the tags' in a group. */
export function opmlOf(catalog: Catalog): string {
  return opml(catalog, catalog.site.title, outlinesOf(catalog, 'main'))
}

/** The feeds of authors as a list to import; null where no author has feeds, since a list must not be empty. */
export function opmlOfAuthors(catalog: Catalog): string | null {
  const outlines = outlinesOf(catalog, 'authors')
  return outlines.length === 0 ? null : opml(catalog, `${catalog.words.authors} · ${catalog.site.title}`, outlines)
}

function outlinesOf(catalog: Catalog, list: List): readonly string[] {
  const listed = catalog.channels.filter(({ key }) => listOfKind[key.kind] === list)
  return [...Map.groupBy(listed, ({ key }) => key.kind)].flatMap(([kind, channels]) => {
    const outlines = channels.map((channel) => outline(catalog, channel))
    const name = groupOfKind[kind](catalog.words)
    return name === null ? outlines : [group(name, outlines)]
  })
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

function group(name: string, outlines: readonly string[]): string {
  const lines = outlines.map((one) => `      ${one}\n`).join('')
  return `<outline text="${escapeXml(name)}" title="${escapeXml(name)}">\n${lines}    </outline>`
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
