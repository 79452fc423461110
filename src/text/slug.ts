import { nfc } from './nfc.ts'

/** In code points. A longer slug is cut at a hyphen. The number never changes, since URLs stay. */
const longest = 80

/**
 * The form of a tag or title for a URL's path, before percent-encoding; empty when no character may stand there.
 *
 * One rule for every script: Unicode NFC; full-width ASCII is ASCII; lower case; apostrophes and invisible characters
 * (joiners, variation selectors, direction marks) vanish; letters, marks, digits, `_` and emoji stay; whatever lies
 * between them becomes one hyphen. So `c++` is `c`, `node.js` is `node-js`, `RL/HF` is `rl-hf`, `정렬` stays.
 */
export function slugOf(text: string): string {
  const narrow = text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/['’ʼ\p{Cf}\p{Variation_Selector}]/gu, '')
  // Only now: lower case may make one letter a letter and a mark, and a vanished joiner may have stood between the two.
  const slug = nfc(narrow)
    // One class alone: the expression can't backtrack.
    .replace(/[^\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]+/gu, '-')
  // A text with too many marks to be in NFC as a whole can be put in NFC once it is short. NFC may lengthen it again: U+0958
  // becomes two code points.
  return shortened(shortened(withoutOuterHyphens(slug)).normalize('NFC'))
}

function withoutOuterHyphens(slug: string): string {
  return slug.slice(slug.startsWith('-') ? 1 : 0, slug.endsWith('-') ? -1 : undefined)
}

function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  const points = Array.from(slug)
  if (points.length <= longest) return slug
  const cut = points.slice(0, longest).join('')
  const hyphen = points[longest] === '-' ? cut.length : cut.lastIndexOf('-')
  return hyphen > 0 ? cut.slice(0, hyphen) : cut
}
