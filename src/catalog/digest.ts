import { hash } from 'node:crypto'

/** A digest of a text or of anything that JSON can write: the same for the same value, whenever and wherever. */
export function digestOf(value: unknown): string {
  return digestOfText(JSON.stringify(value))
}

/** The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8. */
export function digestOfText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16)
}

/** Digests of one object by their names. */
export type Digests = Readonly<Record<string, string>>

const known = new WeakMap<object, Record<string, string>>()

/**
 * A digest that is made of an object once, as long as the object is there: notes don't change, and a process that builds
 * again and again has the same ones. To digest all that 10,000 entries say takes half a second.
 *
 * @param name tells one digest of an object from another
 */
export function digestOnce(of: object, name: string, make: () => string): string {
  const digests = known.get(of) ?? {}
  known.set(of, digests)
  digests[name] ??= make()
  return digests[name]
}

/** The digests that were made of an object, to be kept with it. */
export function digestsMadeOf(of: object): Digests {
  return known.get(of) ?? {}
}

/** Takes digests for made that were kept with an object. */
export function recallDigests(of: object, digests: Digests): void {
  known.set(of, { ...digests })
}
