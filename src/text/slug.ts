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
  return hyphenated(narrowed(text))
}

/**
 * The form of a tag for a URL's path: the signs by which names such as C++, C# and .NET differ are spelled out, and all
 * else is as {@link slugOf} has it, so that a label without such a sign has one slug by both.
 *
 * - `+` behind a Latin letter or a digit is `p`, unless another letter or digit stands right behind it: `c++` is `cpp`,
 *   `c++20` is `cpp20`, but `rl+lm` is `rl-lm`.
 * - `#` behind a Latin letter is `sharp`, with the same exception: `c#` is `csharp`.
 * - A `.` that begins the label, in front of a Latin letter or a digit, is `dot`: `.net` is `dotnet`, `node.js` is `node-js`.
 */
export function tagSlugOf(label: string): string {
  // No expression can backtrack: a run of marks belongs to one letter, and a run of signs to the letter before it.
  const spelled = narrowed(label)
    .replace(
      /([\p{Script=Latin}\p{N}]\p{M}*)(\+{2,}|\+(?![\p{L}\p{N}]))/gu,
      (_, letter: string, signs: string) => letter + 'p'.repeat(signs.length),
    )
    .replace(/(\p{Script=Latin}\p{M}*)#(?![\p{L}\p{N}])/gu, '$1sharp')
    .replace(/^\.(?=[\p{Script=Latin}\p{N}])/u, 'dot')
  return hyphenated(spelled)
}

/** In NFC, with half-width ASCII, in lower case, without apostrophes and invisible characters. */
function narrowed(text: string): string {
  const narrow = text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/['’ʼ\p{Cf}\p{Variation_Selector}]/gu, '')
  // Only now: lower case may make one letter a letter and a mark, and a vanished joiner may have stood between the two.
  return nfc(narrow)
}

function hyphenated(narrow: string): string {
  const slug = narrow
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
