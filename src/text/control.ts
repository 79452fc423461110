/**
 * Characters that no text needs: control characters (Unicode's category Cc) but tab and line feed, and with them the
 * noncharacters that XML 1.0 §2.2 forbids. A lone surrogate is found by `isWellFormed`, faster than by any expression.
 */
const control: RegExp = /[\0-\x08\v-\x1f\x7f-\x9f\ufffe\uffff]/

/** Whether a text holds a character that {@link withoutControl} would take out. */
export function hasControl(text: string): boolean {
  return control.test(text) || !text.isWellFormed()
}

/** The text without control characters, but with its tabs and line feeds, and without the characters that XML 1.0 §2.2 forbids. */
export function withoutControl(text: string): string {
  return hasControl(text) ? text.replace(/[\0-\x08\v-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu, '') : text
}

/** The text on one line: each run of white space, line feeds and tabs among it, is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Whether a text holds characters that steer the direction of text (Unicode's property Bidi_Control). */
export function hasDirections(text: string): boolean {
  return /\p{Bidi_Control}/u.test(text)
}

/** The text without the characters that steer its direction, by which a name would turn the words around it as well. */
export function withoutDirections(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '')
}
