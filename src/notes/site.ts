import { hasDirections, oneLine } from '../text/control.ts'
import { isLatin, type Language } from '../text/language.ts'
import { slugOf } from '../text/slug.ts'
import { isZone, standardZone, type Zone } from '../text/zone.ts'
import { hasWordsIn, languagesOfWords } from '../words/words.ts'
import { readBlocks } from './blocks.ts'
import { Fields } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import { standardIgnore } from './ignored.ts'
import type { Block } from './note.ts'
import { webAddress } from './paper.ts'
import { hasError, type Problem, quoted, warningAt } from './problem.ts'
import { type ReadingRules, readRules } from './rules.ts'
import { tagKey } from './tag-line.ts'

/** Who writes the notes. */
export interface SiteAuthor {
  readonly name: string
  readonly url: string | null
}

/** What may be done with the notes. */
interface License {
  /** As `site.md` has it: `CC-BY-4.0`. */
  readonly name: string
  /** Where a Creative Commons licence stands that is named as SPDX names it; null for any other. */
  readonly url: string | null
}

/** What the site is, as `content/site.md` says. */
export interface Site {
  /** The file that says it, as its author knows it. */
  readonly file: string
  readonly title: string
  readonly description: string
  readonly language: Language
  /** Where a day of the notes begins. */
  readonly timezone: Zone
  readonly author: SiteAuthor
  /** The origin that links lead to, without a slash at its end: `https://notes.example`. */
  readonly origin: string
  /** The host in `site.md`, under which ids are minted (RFC 4151 §2.1) wherever a preview runs. */
  readonly authority: string
  readonly license: License | null
  /** How many of the latest items a feed carries. */
  readonly feedSize: number
  /** How many entries give an author feeds of their own; 0 where no author has any. */
  readonly authorFeeds: number
  readonly hubUrl: string | null
  /** Labels that mean another tag (as {@link tagKey} compares them), each with the label of that tag. */
  readonly aliases: ReadonlyMap<string, string>
  /** Labels (as {@link tagKey} compares them), each with the slug that its tag is to have instead of the one it would get. */
  readonly slugs: ReadonlyMap<string, string>
  /** Globs of the files that are no notes (see {@link isIgnored}). */
  readonly ignore: readonly string[]
  /** What the author adds to the tables by which notes are read. */
  readonly rules: ReadingRules
  readonly about: readonly Block[]
}

/**
 * Reads `site.md`: the front matter says what the site is, the text below it is the About text. Null when a problem
 * leaves no site to speak of.
 *
 * @param origin an origin that stands for the one in the file, as for a preview on this machine
 */
export function readSite(
  file: string,
  text: string,
  origin: string | null,
): { readonly site: Site | null; readonly problems: readonly Problem[] } {
  const matter = readFrontMatter(file, text)
  const fields = new Fields(file, matter.fields)
  const title = fields.text('title', 'Paper notes')
  if (title === null) fields.refuse('title', 'the site has no title', 'add a field such as title: Paper notes')
  else refuseDirections(fields, 'title', title)
  const url = readOrigin(fields)
  const language = fields.language('language') ?? 'ko'
  const site = {
    file,
    title: oneLine(title ?? ''),
    description: fields.text('description', 'Notes on papers, every day') ?? '',
    language,
    timezone: readZone(fields, language),
    author: readAuthor(fields, title ?? ''),
    origin: origin ?? url ?? '',
    authority: url === null ? '' : new URL(url).hostname,
    license: licenseNamed(fields.text('license', 'CC-BY-4.0')),
    feedSize: readCount(fields, 'feedSize', { least: 1, standard: 50, of: 'items' }),
    authorFeeds: readCount(fields, 'authorFeeds', { least: 0, standard: 5, of: 'entries' }),
    hubUrl: readAddress(fields, 'hub', fields.text('hub', 'https://hub.example/')),
    aliases: readAliases(fields),
    slugs: readSlugs(fields),
    rules: readRules(fields),
    ignore: fields.texts('ignore', '[README*, _*]') ?? standardIgnore,
  }
  const lines = matter.body.split('\n').map((line, index) => ({ text: line, number: matter.bodyLine + index }))
  const about = readBlocks(lines, { site: language, latin: isLatin(language) ? language : 'en', origin: site.origin })
  const speechless = hasWordsIn(language)
    ? []
    : [
        warningAt(
          { file, line: fields.lineOf('language') },
          `Paperwire has no words of its own in ${language}: what it says around your notes is in English`,
          `take one of ${languagesOfWords.join(', ')}, or leave it so; your notes stay in the language they are in`,
        ),
      ]
  const problems = [...matter.problems, ...fields.problems(), ...speechless]
  return { site: hasError(problems) ? null : { ...site, about }, problems }
}

/** The origin (RFC 6454 §6.1) of a web address that has nothing behind its host; null for any other text. */
export function originOf(address: string): string | null {
  const url = webAddress(address) === null ? null : new URL(address)
  const isBare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return isBare ? url.origin : null
}

function readZone(fields: Fields, language: Language): Zone {
  const written = fields.text('timezone', 'Asia/Seoul')
  if (written === null) return standardZone(language)
  if (isZone(written)) return written
  fields.refuse('timezone', `${quoted(written)} is no time zone`, 'write a name of the IANA database, such as timezone: Asia/Seoul')
  return null
}

function readOrigin(fields: Fields): string | null {
  const written = fields.text('url', 'https://notes.example')
  const origin = written === null ? null : originOf(written)
  if (written === null) fields.refuse('url', 'the site has no address', 'add a field such as url: https://notes.example')
  else if (origin === null) {
    fields.refuse(
      'url',
      `${quoted(written)} isn't the address of a site`,
      'write https:// and a host with nothing behind it, such as https://notes.example',
    )
  }
  return origin
}

/** `author: Name`, or `author: { name: Name, url: https://… }`; the site itself when nobody is named. */
function readAuthor(fields: Fields, siteTitle: string): SiteAuthor {
  const value = fields.value('author')
  if (value === undefined) return { name: siteTitle, url: null }
  const { name, url } = typeof value === 'object' && value !== null ? (value as { name?: unknown; url?: unknown }) : { name: value }
  if (typeof name !== 'string' || name.trim() === '') {
    fields.refuse('author', 'the author has no name', 'write author: Name, or author: { name: Name, url: https://… }')
    return { name: siteTitle, url: null }
  }
  refuseDirections(fields, 'author', name)
  return { name: oneLine(name), url: readAddress(fields, 'author', url === undefined || url === null ? null : String(url)) }
}

function licenseNamed(name: string | null): License | null {
  if (name === null) return null
  if (name === 'CC0-1.0') return { name, url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  const [, terms, version] = /^CC-(BY(?:-(?:NC|ND|SA|NC-ND|NC-SA))?)-(\d\.\d)$/.exec(name) ?? []
  return { name, url: terms === undefined ? null : `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/` }
}

function readAddress(fields: Fields, name: string, written: string | null): string | null {
  const address = written === null ? null : webAddress(written)
  if (written !== null && address === null) fields.refuse(name, `${quoted(written)} isn't a web address`, 'write it in full, with https://')
  return address
}

interface Count {
  readonly least: number
  /** The number where none is given. */
  readonly standard: number
  /** The things that are counted. */
  readonly of: string
}

/** A whole number below ten thousand: `feedSize: 50`. */
function readCount(fields: Fields, name: string, { least, standard, of }: Count): number {
  const written = fields.text(name, String(standard))
  if (written === null) return standard
  if (/^(?:0|[1-9]\d{0,3})$/.test(written) && Number(written) >= least) return Number(written)
  fields.refuse(
    name,
    `${quoted(written)} isn't a number of ${of}`,
    `write a whole number from ${least} to 9999, such as ${name}: ${standard}`,
  )
  return standard
}

function readAliases(fields: Fields): ReadonlyMap<string, string> {
  const example = 'write aliases: { old-tag: new-tag }'
  const value = fields.value('aliases') ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    fields.refuse('aliases', "aliases isn't a table of tags", example)
    return new Map()
  }
  const aliases = new Map<string, string>()
  for (const [from, to] of Object.entries(value)) {
    const [old, now] = [from, String(to)].map(labelWritten) as [string, string]
    if (slugOf(old) === '' || slugOf(now) === '') fields.refuse('aliases', `the alias ${quoted(from)} names no tag`, example)
    else aliases.set(tagKey(old), now)
    refuseDirections(fields, 'aliases', now)
  }
  for (const [old, now] of aliases) {
    // An alias to itself says that a tag is no other tag's twin.
    if (aliases.has(tagKey(now)) && tagKey(now) !== old)
      fields.refuse('aliases', `the alias ${quoted(old)} leads to another alias`, `let it lead to the tag itself`)
  }
  return aliases
}

function readSlugs(fields: Fields): ReadonlyMap<string, string> {
  const example = '{ c: c-language }'
  const slugs = new Map<string, string>()
  for (const [written, given] of Object.entries(fields.table('slugs', example) ?? {})) {
    const label = labelWritten(written)
    const slug = String(given ?? '').normalize('NFC')
    const form = slugOf(slug)
    if (slugOf(label) === '') fields.refuse('slugs', `the label ${quoted(written)} names no tag`, `write slugs: ${example}`)
    else if (form !== slug || form === '') {
      const cure = form === '' ? `write slugs: ${example}` : `write it as addresses have it: ${form}`
      fields.refuse('slugs', `${quoted(slug)} can't be the address of the tag ${quoted(label)}`, cure)
    } else slugs.set(tagKey(label), slug)
  }
  return slugs
}

/** The label of a tag as a table has it, with or without its hash. */
function labelWritten(written: string): string {
  return oneLine(written).replace(/^#/, '').normalize('NFC')
}

/** Refuses a name with characters that steer the direction of text, by which it would turn the words around it as well. */
function refuseDirections(fields: Fields, name: string, text: string): void {
  if (hasDirections(text)) fields.refuse(name, `${name} holds characters that steer the direction of text`, 'remove them')
}
