import type { Note } from '../notes/note.ts'
import { isPaperLink, paperAt } from '../notes/paper.ts'
import type { Site } from '../notes/site.ts'
import { digestOnce } from './digest.ts'
import type { Identified } from './entries.ts'
import { paperKey } from './identity.ts'
import { firstTerms, type SignedNote, termLines } from './signature.ts'

/** What of an entry relates it to others. */
export interface RelatedKeys {
  /** What links to the entry lead to: its paper, null where it has none, and its page. */
  readonly paper: string | null
  readonly page: string
  /** The papers and pages that its text links to, as written. */
  readonly links: readonly string[]
  /** The slugs of its first tags. */
  readonly tags: readonly string[]
  /** Its most telling terms. */
  readonly terms: readonly string[]
}

/**
 * How many pages of other entries an entry may change by its keys when it comes or goes. Seven more show it since they link
 * to it, or to another entry on its paper: together 25, so that an edit, by which an entry may become another one, changes
 * 50 at most.
 */
const mostPages = 18

/**
 * How many pages one key may change. A link: the page it leads to, and the entry that no longer is among the latest three
 * with the link. A tag: see `rarePart`. A term: the entries with it before and after.
 */
const pagesOf = { link: 2, tag: 5, term: 2 }

/** How many keys of each kind an entry has at most, even where there is room. Of links that may lead to anything two are looked at. */
const most = { link: 9, otherLink: 2, tag: 2, term: 7 }

/** An entry with the part of its note that relates it to others. */
export interface Relatable extends Pick<Identified, 'entry' | 'path' | 'paper'> {
  readonly note: SignedNote & Pick<Note, 'links'>
}

/** What of an entry relates it to others. It follows from the entry alone. */
export function relatedKeys(site: Site, { note, entry, path, paper }: Relatable): RelatedKeys {
  const page = `page:${path}`
  const links = linksOf(site, note)
    .filter((link) => link !== paper && link !== page)
    .slice(0, most.link)
  const behindLinks = mostPages - links.length * pagesOf.link
  const tags = entry.tags.slice(0, Math.min(most.tag, Math.floor(behindLinks / pagesOf.tag))).map(({ slug }) => slug)
  const behindTags = behindLinks - tags.length * pagesOf.tag
  const terms = firstTerms(termLines(note), Math.min(most.term, Math.floor(behindTags / pagesOf.term)))
  return { paper, page, links, tags, terms }
}

/** The keys of what a note links to, pages of the site and papers first. Kept with the note: each takes reading an address twice. */
function linksOf({ origin, authority }: Site, note: Relatable['note']): readonly string[] {
  if (note.links.length === 0) return []
  const keys = digestOnce(note, `links ${origin} ${authority}`, () => {
    const pages = note.links.map((link) => pageAt([origin, `https://${authority}`], link))
    const papers = note.links.map((link, index) => (pages[index] === null && isPaperLink(link) ? paperKey(paperAt(link)) : null))
    const others = note.links.map((link, index) => (pages[index] === null && papers[index] === null ? paperKey(paperAt(link)) : null))
    const [leading, behind] = [[...pages, ...papers], others].map((some) => [...new Set(some.filter((key) => key !== null))])
    return [...(leading ?? []), ...(behind ?? []).slice(0, most.otherLink)].join('\n')
  })
  return keys === '' ? [] : keys.split('\n')
}

/** The key of the entry's page at an address; null where no page of an entry can be there. */
function pageAt(origins: readonly string[], link: string): string | null {
  const origin = origins.find((one) => link.startsWith(`${one}/`))
  const [, path] = /^\/(\d{4}-\d{2}-\d{2}\/[^/?#]+)\/?(?:[?#].*)?$/.exec(origin === undefined ? '' : link.slice(origin.length)) ?? []
  try {
    return path === undefined ? null : `page:${decodeURIComponent(path).normalize('NFC')}`
  } catch {
    return null
  }
}
