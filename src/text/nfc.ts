/** More marks on one letter than any language writes: Unicode's Stream-Safe Text Format (UAX #15 §13) stops at 30. */
const overloaded = /\p{M}{100}/u

/**
 * The text in Unicode NFC. A long one with a run of a hundred marks stays as it is: no word has one, and putting it in
 * order takes time by the square of its length.
 */
export function nfc(text: string): string {
  return text.length > 1_000 && overloaded.test(text) ? text : text.normalize('NFC')
}
