import { type Cut, type Family, type StandIn, sample, weights } from './families.ts'
import { type OpenedFont, openFont } from './opened-font.ts'

/** The `@font-face` rules of families, as the formatter would have them. */
export async function fontFacesOf(families: readonly Family[], fonts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const rules: string[] = []
  for (const { name, cuts, standIns } of families) {
    const main = await openFont(fonts.get((cuts[0] as Cut).file) as Uint8Array)
    rules.push(...cuts.map((cut) => cutFace(name, cut)), ...standIns.flatMap((standIn) => standInFaces(standIn, main)))
  }
  return `/* Written by npm run fonts, from what tests/fonts/families.ts says. */\n${rules.join('')}`
}

function cutFace(family: string, { file, characters }: Cut): string {
  return rule([
    ['font-family', `"${family}"`],
    ['font-weight', `${weights.text} ${weights.bold}`],
    ['font-display', 'optional'],
    ['src', `url("../fonts/${file}") format("woff2")`],
    ['unicode-range', unicodeRange(characters)],
  ])
}

/**
 * A local face beside text and one beside titles, each scaled to the width that the family has there. Its ascent and descent
 * are the family's, divided by the scale, which applies to them too (CSS Fonts 5 §2.2).
 */
function standInFaces({ name, regular, bold }: StandIn, family: OpenedFont): readonly string[] {
  return [
    { local: regular, range: `${weights.text} 500`, weight: weights.text },
    { local: bold, range: `600 ${weights.bold}`, weight: weights.title },
  ].map(({ local, range, weight }) => {
    const scale = family.widthOf(sample, weight) / local.width
    return rule([
      ['font-family', `"${name}"`],
      ['font-weight', range],
      ['src', local.names.map((one) => `local("${one}")`).join(', ')],
      ['size-adjust', percent(scale)],
      ['ascent-override', percent(family.ascent / scale)],
      ['descent-override', percent(family.descent / scale)],
      ['line-gap-override', percent(family.lineGap / scale)],
    ])
  })
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10}%`
}

/** The longest line that the formatter leaves whole. */
const lineWidth = 140

function rule(descriptors: readonly (readonly [string, string])[]): string {
  const lines = descriptors.map(([name, value]) => {
    const line = `  ${name}: ${value};`
    return line.length > lineWidth ? `  ${name}:\n    ${value};` : line
  })
  return `@font-face {\n${lines.join('\n')}\n}\n`
}

/** The `unicode-range` of characters: neighbours as one range (CSS Fonts 4 §4.5). */
function unicodeRange(characters: readonly string[]): string {
  const ranges: [number, number][] = []
  for (const code of characters.map((one) => one.codePointAt(0) as number).toSorted((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last !== undefined && code === last[1] + 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16)
  return ranges.map(([first, last]) => (first === last ? `u+${hex(first)}` : `u+${hex(first)}-${hex(last)}`)).join(', ')
}
