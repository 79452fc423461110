/**
 * Every character but a Char of XML 1.0 §2.2: control characters, lone surrogates, U+FFFE and U+FFFF. No document may
 * hold them, not even as references.
 */
const illegal: RegExp = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The same without lone surrogates, which `isWellFormed` finds faster than any expression. */
const illegalUnit: RegExp = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/

/** The text without the characters that XML 1.0 §2.2 forbids; every other character stays as it is. */
export function legalXml(text: string): string {
  return hasIllegalXml(text) ? text.replace(illegal, '') : text
}

/** Whether the text holds a character that {@link legalXml} would take out. */
export function hasIllegalXml(text: string): boolean {
  return illegalUnit.test(text) || !text.isWellFormed()
}

/**
 * The text as character data or an attribute's value (XML 1.0 §2.4, §3.3.3). All references are numeric, since they mean
 * the same to a reader that parses the result as HTML once more. Line ends and tabs are references too, so that the
 * normalisation of attributes keeps them; so is `>`, so that no `]]>` stands in the text.
 */
export function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"\t\n\r]/g, characterReference)
}

/** A character as a numeric reference. It is hexadecimal, by which the W3C's validator tells text from markup. */
export function characterReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
