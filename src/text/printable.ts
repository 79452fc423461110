/**
 * A text as it may be printed on a terminal: control characters and those that turn text round as escapes, `\\u{1b}`. The
 * name of a file can hold a line feed, and what stands behind one could pass for a line of the program.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  )
}
