import { nfc } from './nfc.ts'

/** The most code points a slug may have; longer ones are cut at a hyphen. Part of the promise that URLs stay. */
const longest = 80

/**
 * The form of a tag or title that stands in a URL's path, before percent-encoding; empty when nothing of it can.
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
  // Only now, since lower case and what vanished may have brought a letter and its mark together.
  const slug = nfc(narrow)
    // One class, repeated, then one literal: nothing to backtrack into.
    .replace(/[^\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]+/gu, '-')
  // A text with too many marks to be put in order whole is so once it is short, which may lengthen it again (U+0958).
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
