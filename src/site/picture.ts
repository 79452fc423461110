import { type Catalog, type Channel, type Entry, textOf } from '../catalog/catalog.ts'
import { digestOf } from '../catalog/digest.ts'
import { oneLine } from '../text/control.ts'
import type { Day } from '../text/day.ts'
import type { Language } from '../text/language.ts'

/** Words of a picture, on one line, and the language whose letterforms they are drawn in. */
export interface Said {
  readonly text: string
  readonly language: Language
}

/** A picture that a page is shown by where it is linked to. Whatever is drawn stands here: pictures that say the same are one. */
export interface Picture {
  readonly siteTitle: Said
  readonly title: Said
  /** What stands below the title, as much of it as there is room for; null where nothing does. */
  readonly text: Said | null
  /** What stands there instead, each on a line of its own. */
  readonly list: readonly Said[]
  /** In the lower corners: `#정렬 #agents` and `2024년 6월 10일`. */
  readonly tags: readonly string[]
  readonly corner: string
}

/** In code points: more would not fit into a picture, and what isn't drawn must not be a reason to draw it anew. */
const [longestTitle, longestText, longestTag, mostTags, longestList] = [180, 280, 24, 3, 4]

type Sources = Pick<Catalog, 'site' | 'words'>

/** The site: its title, what it says of itself, its host. */
export function pictureOfSite({ site }: Sources): Picture {
  const { title, description, language, authority } = site
  return {
    ...around(site),
    title: said(title, language, longestTitle),
    text: description === '' ? null : said(description, language, longestText),
    corner: authority,
  }
}

/**
 * A tag: its name, and about how many entries it has. Of the number only its first step is said, `100+`, so that few
 * tags' pictures have to be drawn again when an entry comes.
 */
export function pictureOfTag({ site, words }: Sources, { name, entries }: Pick<Channel, 'name' | 'entries'>): Picture {
  const step = stepBelow(entries.length)
  const { description, title, language, authority } = site
  return {
    ...around(site),
    title: said(`#${name}`, language, longestTitle),
    text: said(description || words.tagDescription(name, title), language, longestText),
    corner: step === null ? authority : words.pictures.atLeast(step),
  }
}

/** A day: its date, and the titles of its first entries. */
export function pictureOfDay({ site, words }: Sources, day: Day, entries: readonly Entry[]): Picture {
  return {
    ...around(site),
    title: said(words.day(day), words.language, longestTitle),
    list: entries.slice(0, longestList).map(({ title, titleLanguage }) => said(title, titleLanguage, longestTitle)),
    corner: words.count(entries.length),
  }
}

/** An entry: its title, how its commentary begins, or else its abstract, its first tags and its day. */
export function pictureOfEntry({ site, words }: Sources, entry: Entry): Picture {
  const blocks = entry.commentary.length > 0 ? entry.commentary : entry.abstract
  const text = said(textOf(blocks), blocks[0]?.language ?? site.language, longestText)
  return {
    ...around(site),
    title: said(entry.title, entry.titleLanguage, longestTitle),
    text: text.text === '' ? null : text,
    tags: entry.tags.slice(0, mostTags).map(({ label }) => cut(label, longestTag)),
    corner: words.day(entry.day),
  }
}

/**
 * The name of a picture's file: a digest of what it says and of the program that draws it, in hexadecimal digits.
 *
 * @param program see {@link PicturesThere}
 */
export function pictureName(picture: Picture, program: string): string {
  return digestOf([program, picture])
}

function around({ title, language }: Catalog['site']): Pick<Picture, 'siteTitle' | 'text' | 'list' | 'tags'> {
  return { siteTitle: said(title, language, longestTitle), text: null, list: [], tags: [] }
}

function said(text: string, language: Language, longest: number): Said {
  return { text: cut(oneLine(text), longest), language }
}

/** The text, or its beginning with a sign that it goes on; never half a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const characters = Array.from(text.slice(0, 2 * longest + 2))
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('').trimEnd()}…`
}

/** The greatest of 10, 20, 50, 100, 200, 500, … that a number reaches; null of less than ten. */
function stepBelow(number: number): number | null {
  if (number < 10) return null
  const power = 10 ** (String(number).length - 1)
  return ([5, 2, 1].find((digit) => digit * power <= number) as number) * power
}
