import { escapeXml } from '../text/xml.ts'
import type { Archives } from './feed-document.ts'
import { type Format, formatFacts } from './formats.ts'

const relations = { previous: 'prev-archive', next: 'next-archive', current: 'current' } as const

/** What RFC 5005 §4 adds to the head of an RSS or Atom document, one element each; none where the channel has no archives. */
export function archiveElements(archives: Archives, format: Exclude<Format, 'json'>, link: 'link' | 'atom:link'): readonly string[] {
  const links = (Object.keys(relations) as (keyof typeof relations)[]).flatMap((place) => {
    const url = archives[place]?.[format]
    return url === undefined
      ? []
      : [`<${link} rel="${relations[place]}" type="${formatFacts[format].mediaType}" href="${escapeXml(url)}"/>`]
  })
  return archives.isArchive ? ['<fh:archive/>', ...links] : links
}

/** Bound to the prefix of {@link archiveElements} where they hold `fh:archive`. */
export const historyNamespace = 'xmlns:fh="http://purl.org/syndication/history/1.0"'
