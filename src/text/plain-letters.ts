/** Letters of Latin that Unicode doesn't decompose into a base and a mark, as people type them who lack the key. */
const plain: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ß: 'ss',
}

/** A text in lower case with these letters in ASCII: `łódź` is `lódź`. */
export function withPlainLetters(text: string): string {
  return text.replace(/[æðøþđħıłœß]/g, (letter) => plain[letter] as string)
}
