import { mathText } from '../text/math.ts'
import { mathSpans } from '../text/math-spans.ts'
import { type AuthorsReading, readAuthors } from './authors.ts'
import { webAddress } from './paper.ts'

/** A title line taken apart. */
export interface TitleReading {
  /** The title as plain text, formulas in Unicode; empty when nothing is left of it. */
  readonly title: string
  /** The addresses the line gives, as in `[Title](https://…)`. */
  readonly links: readonly string[]
  /** The authors, where the line gives them as in `*Title* (Authors)`. */
  readonly authors: AuthorsReading
}

// The expressions here match one run at one end of a text, or look at one word of it: none can backtrack.

/** No title is longer; what is longer is taken as it stands, which bounds the work of unwrapping. */
const longestMarked = 1_000

/**
 * Reads a title line: the title as it stands, or with the marks that people put around a whole title: `## Title`,
 * `[Title](url)`, `[[Title]]`, `**Title**`, `*Title* (Authors)`, `Title https://…`. Marks inside a title are part of it
 * (`ReST-MCTS*`); a backslash in front of one of these marks takes it literally.
 */
export function readTitle(line: string): TitleReading {
  const written = line.trim()
  const heading = /^#{1,6}(?=\s|$)/.exec(written)
  const text = heading === null ? written : written.slice(heading[0].length).replace(/\s#+$/, '').trim()
  const { bare, links } = withoutTrailingLink(text)
  const marked = unwrap(bare)
  const title = marked.title.replace(/^\\(?=[!-/:-@[-`{-~\d])/, '')
  return { title: plainText(title), links: [...marked.links, ...links], authors: marked.authors }
}

function plainText(title: string): string {
  return mathSpans(title)
    .map((span) => ('prose' in span ? span.prose.replace(/\\\$/g, '$') : (mathText(span.tex) ?? span.written)))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** `Title https://…` and `Title (https://…)`: no title ends in an address. */
function withoutTrailingLink(text: string): { readonly bare: string; readonly links: readonly string[] } {
  const last = text.lastIndexOf(' ')
  const word = last === -1 ? '' : text.slice(last + 1)
  const url = webAddress(word.replace(/^[(<](\S+)[)>]$/, '$1'))
  return url === null
    ? { bare: text, links: [] }
    : {
        bare: text
          .slice(0, last)
          .replace(/\s[-–—|:]$/u, '')
          .trim(),
        links: [url],
      }
}

/** Takes off, one after another, the marks that stand around the whole of a title. */
function unwrap(text: string): TitleReading {
  if (text.length > longestMarked) return { title: text, links: [], authors: null }
  const mark = /^(\*\*\*|\*\*|\*|___|__|_)(?=\S)/.exec(text)?.[1]
  if (mark !== undefined) {
    const end = text.lastIndexOf(mark)
    const inner = text.slice(mark.length, end)
    const rest = text.slice(end + mark.length).trim()
    const authors = rest === '' ? null : readAuthors(rest)
    // Marks that pair up inside are emphasis of parts of a title, which then isn't wrapped as a whole.
    const pairsInside = inner.includes(mark) && (inner.split(mark).length - 1) % 2 === 0
    const wraps = end > mark.length && !/\s$/.test(inner) && !pairsInside
    if (wraps && (rest === '' || authors !== null)) {
      const unwrapped = unwrap(inner)
      return { ...unwrapped, authors: unwrapped.authors ?? authors }
    }
  }
  const wiki = /^\[\[([^[\]]+)\]\](?!\()\s*([(（].*)?$/.exec(text)
  if (wiki !== null) {
    const [, target, rest] = wiki as unknown as [string, string, string | undefined]
    const authors = rest === undefined ? null : readAuthors(rest)
    if (rest === undefined || authors !== null) return { title: target.slice(target.indexOf('|') + 1).trim(), links: [], authors }
  }
  const link = markdownLink(text)
  if (link !== null) {
    const unwrapped = unwrap(link.label)
    return { title: unwrapped.title, links: [link.url, ...unwrapped.links], authors: unwrapped.authors ?? link.authors }
  }
  return { title: text, links: [], authors: null }
}

/** `[label](url)` or `[label](url) (Authors)` and nothing else; the label may hold balanced brackets. */
function markdownLink(text: string): { readonly label: string; readonly url: string; readonly authors: AuthorsReading } | null {
  if (!text.startsWith('[')) return null
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    if (depth > 0) continue
    const target = /^\(<?(https?:\/\/[^\s<>]+?)>?\)(?:\s+([(（].*))?$/i.exec(text.slice(index + 1, index + 4_000))
    const url = webAddress(target?.[1] ?? '')
    const authors = target?.[2] === undefined ? null : readAuthors(target[2])
    if (url === null || (target?.[2] !== undefined && authors === null)) return null
    return { label: text.slice(1, index), url, authors }
  }
  return null
}
