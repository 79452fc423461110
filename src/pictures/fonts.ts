import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { codePointsIn } from './characters.ts'
import type { Typeface } from './typefaces.ts'

const require = createRequire(import.meta.url)

/** A file of a typeface, with the characters that it is there for: what its package says, and what it really has. */
interface Slice {
  /** Tells it from every other: `noto-serif-kr-117`. */
  readonly name: string
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
  opened: { readonly bytes: Uint8Array; readonly codePoints: ReadonlySet<number> } | null
}

/** Text as it can be drawn, and the fonts that have its characters, by their names, in the order in which they are asked. */
export interface Drawable {
  readonly text: string
  readonly fonts: readonly string[]
}

/**
 * The fonts that pictures are drawn with. Of a typeface's hundred files only those are opened that a text needs: they are
 * as large as 80 kB, and all of the six of Noto together as 35 MB.
 */
export class Fonts {
  readonly #slices = new Map<Typeface, readonly Slice[]>()
  readonly #sliceOf = new Map<Typeface, Map<number, Slice | null>>()
  readonly #opened: (name: string, bytes: Uint8Array) => void

  /** @param opened is given each font before its name is returned for the first time */
  constructor(opened: (name: string, bytes: Uint8Array) => void) {
    this.#opened = opened
  }

  /**
   * The text without the characters that none of the typefaces has, such as emoji and Arabic; a compatibility character that
   * none has is the plain one (Unicode's NFKC): `x₁` is `x1`. Throws where a package of a typeface is missing.
   */
  drawable(text: string, typefaces: readonly Typeface[]): Drawable {
    const needed = new Set<Slice>()
    const kept = (character: string): string => {
      const slice = /^\p{C}$/u.test(character) ? null : this.#sliceWith(character, typefaces)
      if (slice !== null) needed.add(slice)
      return slice === null ? '' : character
    }
    const keptOrPlain = (character: string): string => kept(character) || Array.from(character.normalize('NFKC'), kept).join('')
    // Where a text is cut, a sign says so that it hasn't itself.
    kept('…')
    const drawn = Array.from(text.normalize('NFC'), keptOrPlain).join('').replace(/\s+/gu, ' ').trim()
    const inOrder = typefaces.flatMap((typeface) => this.#slicesOf(typeface).filter((slice) => needed.has(slice)))
    return { text: drawn, fonts: inOrder.map(({ name }) => name) }
  }

  #sliceWith(character: string, typefaces: readonly Typeface[]): Slice | null {
    for (const typeface of typefaces) {
      const slice = typeface.for.test(character) ? this.#sliceIn(typeface, character.codePointAt(0) as number) : null
      if (slice !== null) return slice
    }
    return null
  }

  #sliceIn(typeface: Typeface, codePoint: number): Slice | null {
    const known = this.#sliceOf.get(typeface) ?? new Map<number, Slice | null>()
    this.#sliceOf.set(typeface, known)
    const before = known.get(codePoint)
    if (before !== undefined) return before
    const isFor = ({ ranges }: Slice): boolean => ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
    const found = this.#slicesOf(typeface).find((slice) => isFor(slice) && this.#open(slice).has(codePoint)) ?? null
    known.set(codePoint, found)
    return found
  }

  #open(slice: Slice): ReadonlySet<number> {
    if (slice.opened === null) {
      const bytes = readFileSync(slice.file)
      slice.opened = { bytes, codePoints: codePointsIn(bytes) }
      this.#opened(slice.name, bytes)
    }
    return slice.opened.codePoints
  }

  #slicesOf(typeface: Typeface): readonly Slice[] {
    const known = this.#slices.get(typeface) ?? slicesIn(typeface)
    this.#slices.set(typeface, known)
    return known
  }
}

function slicesIn({ package: name, ending }: Typeface): readonly Slice[] {
  const ranges = require(`${name}/unicode.json`) as Readonly<Record<string, string>>
  const base = name.slice(name.indexOf('/') + 1)
  const listed = Object.entries(ranges).map(([slice, written]) => {
    const called = `${base}-${slice.replace(/[[\]]/g, '')}`
    return { name: called, file: require.resolve(`${name}/files/${called}-${ending}.woff2`), ranges: rangesIn(written), opened: null }
  })
  // One file alone has all that the typeface has, whatever its package says: the signs of formulas are no Latin letters.
  return listed.length === 1 ? listed.map((slice) => ({ ...slice, ranges: [[0, 0x10ffff]] })) : listed
}

/** `U+20-7e,U+2212` */
function rangesIn(written: string): Slice['ranges'] {
  return written.split(',').map((range) => {
    const [first, last] = range.trim().replace('U+', '').split('-') as [string, string | undefined]
    return [Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]
  })
}
