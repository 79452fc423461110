/** More marks on one letter than any language writes: Unicode's Stream-Safe Text Format allows 30 (UAX #15 §13). */
const overloaded = /\p{M}{100}/u

/**
 * The text in Unicode NFC. A long text with a run of a hundred marks stays as it is: no word has such a run, and putting
 * the marks in order takes quadratic time.
 */
export function nfc(text: string): string {
  return text.length > 1_000 && overloaded.test(text) ? text : text.normalize('NFC')
}
