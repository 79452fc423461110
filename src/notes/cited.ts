import { splitAuthors, withAuthorInverted } from './authors.ts'
import { webAddress } from './paper.ts'

/** What a line that cites the paper of its entry says of it. */
export interface Citation {
  readonly link: string
  /** Empty where nothing that can be a name stands before the title. */
  readonly authors: readonly string[]
}

/** In characters, of a title's letters and digits. A shorter title may stand in another paper's. */
const shortestCited = 12

/** In characters. No citation is longer. */
const longestCitation = 1_000

const linked = /^(?:[-*+]\s+)?\[(.+)\]\(<?(https?:\/\/[^\s<>]+?)>?\)\.?$/i

/**
 * Reads a line that is nothing but a link whose words cite the entry's title: `[Ada Lovelace and Alan Turing. "A Title."
 * A Journal, 1843](https://…)`. What stands before the title are the authors. Null for any other line.
 */
export function readCitation(line: string, title: string): Citation | null {
  const bare = line.trim()
  if (bare.length > longestCitation) return null
  const [, words, target] = linked.exec(bare) ?? []
  const link = webAddress(target ?? '')
  if (words === undefined || link === null) return null
  const [letters, starts] = lettersOf(words)
  const cited = lettersOf(title)[0]
  const at = cited.length < shortestCited ? -1 : letters.indexOf(cited)
  if (at === -1) return null
  return { link, authors: authorsOf(words.slice(0, starts[at])) }
}

/** The letters and digits of a text in lower case, and for each the index at which it stands in the text. */
function lettersOf(text: string): readonly [letters: string, starts: readonly number[]] {
  let letters = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const start = at
    at += character.length
    if (!/[\p{L}\p{N}]/u.test(character)) continue
    const lower = character.toLowerCase()
    letters += lower
    for (let unit = 0; unit < lower.length; unit += 1) starts.push(start)
  }
  return [letters, starts]
}

/** The authors before a title, as styles of citing write them: `Lovelace, Ada, and Alan Turing.`, `Lovelace, A., & Turing, A. (1843).` */
function authorsOf(before: string): readonly string[] {
  const list = before
    .replace(/[\s,:;"“'‘([]+$/u, '')
    .replace(/[\s,(]+(?:19|20)\d{2}[a-z]?\)?\.?$/, '')
    .replace(/,?\s*et\.? al\.?/gi, ' ')
    .replace(/[\s,]+$/u, '')
    .replace(/(?<=\p{Ll}\p{L})\.$/u, '')
    .trim()
  const parts = list
    .replace(/,?\s+(?:and|&)\s+/g, ', ')
    .split(',')
    .map((part) => part.trim())
  const isInitial = (part: string | undefined): boolean => part !== undefined && /^(?:\p{Lu}\.[\s-]?)+$/u.test(part)
  if (parts.length > 1 && parts.every((part, index) => isInitial(part) === (index % 2 === 1))) {
    return parts.flatMap((family, index) => (index % 2 === 0 ? [`${parts[index + 1]} ${family}`] : []))
  }
  const [family, given, ...others] = parts as [string, ...string[]]
  if (family === '') return []
  const isInverted = given !== undefined && !family.includes(' ') && /^\p{Lu}/u.test(given)
  return isInverted ? [withAuthorInverted(`${family}, ${given}`), ...others.flatMap(splitAuthors)] : splitAuthors(list)
}
