import { hash } from 'node:crypto'

/** A digest of a text or of anything that JSON can write: the same for the same value, whenever and wherever. */
export function digestOf(value: unknown): string {
  return digestOfText(JSON.stringify(value))
}

/** The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8. */
export function digestOfText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16)
}
