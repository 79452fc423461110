declare module 'subset-font' {
  /** A part of a font: the glyphs of a text, or all. Bytes in the format asked for. Rejects where an axis doesn't exist. */
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      readonly targetFormat: 'woff2' | 'truetype'
      readonly keepAllGlyphs?: boolean
      readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>
      readonly keepFeatures?: readonly string[]
      readonly preserveNameIds?: readonly number[]
      readonly dropTables?: readonly string[]
      readonly noHinting?: boolean
    },
  ): Promise<Uint8Array>
}
