import { nfc } from '../text/nfc.ts'

/**
 * The labels of a tag line (`#tag-one #tag-two`), in Unicode NFC and otherwise as written; null when the line is
 * anything else. A label runs to the next space or comma, so `#c++`, `#node.js` and `#c#` are whole; `#a#b` and
 * `#a · #b` are two tags each. `Tags:` may stand in front, and a full stop at the end. A label of nothing but
 * punctuation (`#!`) is returned as well: the caller refuses it.
 */
export function readTagLine(line: string): readonly string[] | null {
  // No expression here can backtrack: each is one run of a class, or one character and what must stand beside it.
  const bare = line.trim().replace(/^(?:tags?|keywords?|태그|키워드)\s?[:：]\s*(?=[#＃])/i, '')
  if (!/^[#＃][^\s#＃]/u.test(bare)) return null
  const labels: string[] = []
  for (const written of bare.split(/[\s,，、]+/u)) {
    if (/^[·•|/;&]?$/.test(written)) continue
    const word = written.replace(/(?<=[\p{L}\p{N}])[.。;]$/u, '')
    if (!/^[#＃][^#＃]/u.test(word)) return null
    // A hash between two other characters begins another tag; a hash at the end belongs to its label.
    for (const label of word.slice(1).split(/[#＃](?=[^#＃])/u)) labels.push(label)
  }
  return labels.map(nfc)
}

/** The form in which labels of tags are compared, without regard to case: `LLM` and `llm` are one tag. */
export function tagKey(label: string): string {
  return nfc(label).toLowerCase()
}
