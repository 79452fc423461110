import { refuseAuthors } from './doubts.ts'
import type { EntryCut } from './draft.ts'
import type { EntryContext } from './entry.ts'
import { isSigned } from './kind.ts'
import type { SignedLine } from './lines.ts'
import { quoted } from './problem.ts'
import { readTitle } from './title.ts'

interface Heading {
  readonly index: number
  readonly level: number
  /** Whether authors or a link show that a paper begins there. */
  readonly isSigned: boolean
  /** Whether a tag line stands between it and the next heading that isn't deeper. */
  readonly isTagged: boolean
}

/**
 * Cuts the lines of a day whose papers' titles are headings. The titles' level is the first heading's; but where nothing
 * but headings stands between it and deeper ones, and those have signs or tag lines, it is the day's own title, and theirs
 * is the level. So it is where only deeper ones have signs. Headings deeper than the titles are sections of the text.
 */
export function headingCuts(lines: readonly SignedLine[], context: EntryContext): readonly EntryCut[] {
  const { findings } = context
  const headings = headingsOf(lines, context)
  const level = levelOf(lines, headings, context)
  // Where signs make deeper headings the titles, what stands above them is a day's or a group's, with text below it or not.
  const isDeeper = level > (headings[0] as Heading).level
  const cuts: EntryCut[] = []
  const firstTitle = headings.find((heading) => heading.level === level)?.index ?? 0
  const pending = leadingLinks(lines, firstTitle, context)
  for (const [order, heading] of headings.entries()) {
    if (heading.level > level) continue
    const next = nextOf(headings, order, level) ?? lines.length
    const line = lines[heading.index] as SignedLine
    const below = lines.slice(heading.index + 1, next)
    const isGroup = heading.level < level && !heading.isSigned && (isDeeper || !below.some(isText))
    if (isGroup) {
      giveUp(line, below, context)
      continue
    }
    const { title, links, authors } = readTitle(line.bare)
    if (title === '') {
      findings.refuse(line.number, 'a heading without a title', 'put a title above it')
      continue
    }
    if (authors === 'unbalanced') refuseAuthors(authors, line, findings)
    findings.took(line.number, 'title', `a heading of level ${heading.level}, as the titles of the day are`)
    cuts.push({
      form: 'heading',
      title: { text: title, line: line.number },
      links: [...(cuts.length === 0 ? pending : []), ...links],
      authors: authors === null || typeof authors === 'string' ? null : authors.authors,
      lines: below,
    })
  }
  return cuts
}

function headingsOf(lines: readonly SignedLine[], { labels }: EntryContext): readonly Heading[] {
  const found = lines.flatMap(({ sign }, index) => (sign.is === 'heading' ? [{ index, level: sign.level }] : []))
  return found.map(({ index, level }, order) => {
    const next = nextOf(found, order, level) ?? lines.length
    const isTagged = lines
      .slice(index + 1, next)
      .some(({ sign }) => sign.is === 'tags' || (sign.is === 'label' && sign.label.name === 'tags'))
    return { index, level, isSigned: isSigned(lines, index, labels), isTagged }
  })
}

/** The index of the line of the next heading that isn't deeper; undefined where none comes. */
function nextOf(headings: readonly Pick<Heading, 'index' | 'level'>[], order: number, level: number): number | undefined {
  let next = order + 1
  while ((headings[next]?.level ?? 0) > level) next += 1
  return headings[next]?.index
}

/** The level of the papers' titles. */
function levelOf(lines: readonly SignedLine[], headings: readonly Heading[], { findings }: EntryContext): number {
  const first = headings[0] as Heading
  if (headings.some(({ level, isSigned: signed }) => level === first.level && signed)) return first.level
  const second = headings.find(({ level }) => level > first.level)
  if (second === undefined) return first.level
  const levels = [...new Set(headings.map(({ level }) => level))].filter((level) => level > first.level).toSorted((a, b) => a - b)
  const isDirect = lines.slice(first.index + 1, second.index).every(({ sign }) => sign.is === 'blank' || sign.is === 'comment')
  for (const level of levels) {
    const own = headings.filter((heading) => heading.level === level)
    const signed = own.filter((heading) => heading.isSigned).length
    const tagged = own.filter((heading) => heading.isSigned || heading.isTagged).length
    // One of many may be a section that holds a link.
    if (signed > 1 || (isDirect && tagged * 2 >= own.length && (signed > 0 || tagged > 1))) return level
  }
  if (isDirect) {
    const { number, bare } = lines[first.index] as SignedLine
    findings.warn(
      number,
      `the headings below ${quoted(bare.replace(/^#+\s*/, ''))} are taken for its sections`,
      'if they are papers, write a link or (authors) below each',
    )
  }
  return first.level
}

/** The links above the first title. Any other text there belongs to no paper, and is left out with a warning. */
function leadingLinks(lines: readonly SignedLine[], end: number, context: EntryContext): readonly string[] {
  const above = lines.slice(0, end)
  const links = above.filter(({ sign }) => sign.is === 'links')
  for (const { sign, number } of above) if (sign.is === 'rule') context.findings.took(number, 'rule', 'nothing stands above it')
  for (const { number } of links) context.findings.took(number, 'link', 'an address above the first title is its paper’s')
  return links.flatMap(({ sign }) => (sign.is === 'links' ? sign.links.map(({ url }) => url) : []))
}

/** Leaves a heading out that is no paper's title but a day's or a group's, and the text right below it, with a warning. */
function giveUp(line: SignedLine, below: readonly SignedLine[], { findings }: EntryContext): void {
  const words = line.bare.replace(/^#+\s*/, '')
  findings.took(line.number, 'title of a day or a group', 'the papers are the headings below it')
  findings.warn(
    line.number,
    `the title ${quoted(words)} is no entry's: the deeper headings are`,
    'leave it so; or, if it is a paper, write its link or (authors) right below it',
  )
  const text = below.filter(isText)
  for (const { sign, number } of below) if (sign.is === 'rule') findings.took(number, 'rule', 'it stands below a title that is no paper’s')
  for (const { number } of text) findings.took(number, 'left out', 'it stands below a title that is no paper’s')
  const first = text[0]
  if (first !== undefined) {
    findings.warn(first.number, `text that belongs to no paper is left out: ${quoted(first.bare)}`, 'move it below the title of a paper')
  }
}

function isText({ sign }: SignedLine): boolean {
  return !['blank', 'comment', 'rule'].includes(sign.is)
}
