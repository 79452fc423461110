import { nfc } from '../text/nfc.ts'

/**
 * The labels of a tag line (`#tag-one #tag-two`), as written but for Unicode NFC; null when the line is anything else.
 * A label runs to the next space or comma, so `#c++`, `#node.js` and `#c#` are whole; `#a#b` is two tags, as is
 * `#a · #b`. `Tags:` may stand in front, and a full stop at the end. A label of nothing but punctuation is returned too: to refuse it is the caller's business.
 */
export function readTagLine(line: string): readonly string[] | null {
  // Each expression is one run of a class, or one character and what must follow it: none can backtrack.
  const bare = line.trim().replace(/^(?:tags?|keywords?|태그|키워드)\s?[:：]\s*(?=[#＃])/i, '')
  if (!/^[#＃][^\s#＃]/u.test(bare)) return null
  const labels: string[] = []
  for (const written of bare.split(/[\s,，、]+/u)) {
    if (/^[·•|/;&]?$/.test(written)) continue
    const word = written.replace(/(?<=[\p{L}\p{N}])[.。;]$/u, '')
    if (!/^[#＃][^#＃]/u.test(word)) return null
    // A hash between two other characters begins a further tag; one at the end belongs to its label.
    for (const label of word.slice(1).split(/[#＃](?=[^#＃])/u)) labels.push(label)
  }
  return labels.map(nfc)
}

/** What two labels of one tag have in common: tags are compared without regard to case. */
export function tagKey(label: string): string {
  return nfc(label).toLowerCase()
}
