import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import { keptNames } from './families.ts'

/** What tests and the style sheet ask of a font. Lengths are in ems. */
export interface OpenedFont {
  readonly characters: ReadonlySet<string>
  /** The least and the greatest value of each axis. */
  readonly axes: Readonly<Record<string, readonly [number, number]>>
  readonly ascent: number
  /** Below the baseline, counted downwards. */
  readonly descent: number
  readonly lineGap: number
  /** An entry of the name table, of those in `keptNames`; empty where there is none. */
  name(id: number): string
  /** How wide a text is at a weight, kerned. */
  widthOf(text: string, weight: number): number
}

/** Opens a WOFF2. */
export async function openFont(woff2: Uint8Array): Promise<OpenedFont> {
  const plain = await subsetFont(woff2, undefined, { targetFormat: 'truetype', keepAllGlyphs: true, preserveNameIds: keptNames })
  const face = new Face(new Blob(new Uint8Array(plain)))
  const font = new Font(face)
  const { ascender, descender, lineGap } = font.hExtents()
  const ems = (units: number): number => units / face.upem
  return {
    characters: new Set(Array.from(face.collectUnicodes(), (code) => String.fromCodePoint(code))),
    axes: Object.fromEntries(Object.entries(face.getAxisInfos()).map(([tag, { min, max }]) => [tag, [min, max]])),
    ascent: ems(ascender),
    descent: ems(-descender),
    lineGap: ems(lineGap),
    name: (id) => face.getName(id, 'en'),
    widthOf(text, weight) {
      font.setVariations([new Variation('wght', weight)])
      const buffer = new Buffer()
      buffer.addText(text)
      buffer.guessSegmentProperties()
      shape(font, buffer)
      return ems(buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0))
    },
  }
}
