import type { Note } from '../notes/note.ts'
import { type Problem, warningAt } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { tagKey } from '../notes/tag-line.ts'
import { nameTags, type Tag, tagsOf } from './tags.ts'

/** A tag, and in how many entries it is. */
interface Used {
  readonly tag: Pick<Tag, 'label' | 'slug'>
  readonly entries: number
}

/** The same with where it stands first. */
interface Mentioned extends Used {
  readonly note: Note
  readonly line: number
  entries: number
}

/**
 * A warning for each tag that is likely another one written otherwise (see {@link twinsAmong}), at its first place.
 */
export function twinProblems(site: Site, notes: readonly Note[], tags: ReadonlyMap<string, Tag>): readonly Problem[] {
  return [...twinsAmong(site, mentions(site, notes, tags))].map(([one, other]) => {
    const [label, twin] = [one.tag.label, other.tag.label]
    const what = `#${label} (${one.entries}) may be #${twin} (${other.entries}) written otherwise`
    const cure = `if they are one, say so in site.md: aliases: { "${label}": "${twin}" }; if not: aliases: { "${label}": "${label}" }`
    return warningAt({ file: one.note.file, line: one.line }, what, cure)
  })
}

/** The aliases that would make one tag of each that is likely another: `{ object_detection: 'object-detection' }`. */
export function twinAliases(site: Site, notes: readonly Note[]): Readonly<Record<string, string>> {
  const twins = twinsAmong(site, mentions(site, notes, nameTags(site, notes).tags))
  return Object.fromEntries([...twins].map(([one, other]) => [one.tag.label, other.tag.label]))
}

/**
 * The tags that are likely others written otherwise, each with that other, which more entries have: with other separators
 * (`image_generation`), in the singular or plural, or one letter apart where both have six letters or more. A changed digit
 * makes no twin, nor does a short word: `cnn` and `rnn` are two. An alias to itself says that a tag is none.
 */
export function twinsAmong<One extends Used>(site: Pick<Site, 'aliases'>, used: readonly One[]): ReadonlyMap<One, One> {
  const twins = new Map<One, One>()
  for (const group of groups(used)) {
    const [most, ...others] = group.toSorted((one, other) => other.entries - one.entries || (one.tag.slug < other.tag.slug ? -1 : 1))
    for (const other of others) if (most !== undefined && !twins.has(other) && !twins.has(most)) twins.set(other, most)
  }
  return new Map([...twins].filter((pair) => !pair.some(({ tag }) => isItsOwn(site, tag.label))))
}

function isItsOwn({ aliases }: Pick<Site, 'aliases'>, label: string): boolean {
  const alias = aliases.get(tagKey(label))
  return alias !== undefined && tagKey(alias) === tagKey(label)
}

function mentions(site: Site, notes: readonly Note[], tags: ReadonlyMap<string, Tag>): readonly Mentioned[] {
  const found = new Map<Tag, Mentioned>()
  for (const note of notes) {
    for (const [index, tag] of tagsOf(site, note, tags).entries()) {
      const known = found.get(tag)
      if (known === undefined) found.set(tag, { tag, note, line: note.tags[index]?.line ?? note.line, entries: 1 })
      else known.entries += 1
    }
  }
  return [...found.values()]
}

/** Tags that share a key of {@link likenesses}, two or more in each group. */
function groups<One extends Used>(used: readonly One[]): readonly (readonly One[])[] {
  const byKey = new Map<string, One[]>()
  for (const one of used) {
    for (const key of likenesses(tagKey(one.tag.label))) {
      const group = byKey.get(key)
      if (group === undefined) byKey.set(key, [one])
      else group.push(one)
    }
  }
  return [...byKey.values()].flatMap((group) => {
    const alike = group.filter((one) => group.some((other) => other !== one && areTwins(tagKey(one.tag.label), tagKey(other.tag.label))))
    return alike.length > 1 ? [alike] : []
  })
}

/** In letters. A shorter word is one letter apart from many others. */
const shortestTypo = 6

/** What a label shares with its twins: its letters without separators and without the plural's ending, and the same less one letter. */
function likenesses(label: string): ReadonlySet<string> {
  const letters = lettersOf(label)
  const keys = new Set([singularOf(letters)])
  if (letters.length < shortestTypo) return keys
  keys.add(letters)
  for (let index = 0; index < letters.length; index += 1) keys.add(letters.slice(0, index) + letters.slice(index + 1))
  return keys
}

function lettersOf(label: string): string {
  return label.replace(/[\s_\-.·/]+/gu, '')
}

/** `transformers` is `transformer`; a word of two letters, and one in `ss`, stays as it is. */
function singularOf(letters: string): string {
  if (/[a-z]{3,}ies$/.test(letters)) return `${letters.slice(0, -3)}y`
  return /[a-z]{2,}[^s]s$/.test(letters) ? letters.slice(0, -1) : letters
}

function areTwins(one: string, other: string): boolean {
  const [first, second] = [lettersOf(one), lettersOf(other)]
  if (first === second || singularOf(first) === singularOf(second)) return true
  if (Math.min(first.length, second.length) < shortestTypo) return false
  return isOneEdit(first, second)
}

/** Whether one letter that is no digit is put in, left out or another; or two neighbours have changed places. */
function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let from = 0
  while (from < short.length && short.charAt(from) === long.charAt(from)) from += 1
  let behind = 0
  while (behind < short.length - from && short.charAt(short.length - 1 - behind) === long.charAt(long.length - 1 - behind)) behind += 1
  const [changed, into] = [short.slice(from, short.length - behind), long.slice(from, long.length - behind)]
  if (/\d/.test(changed + into)) return false
  if (changed.length <= 1 && into.length <= 1) return true
  return changed.length === 2 && into.length === 2 && changed.charAt(0) === into.charAt(1) && changed.charAt(1) === into.charAt(0)
}
