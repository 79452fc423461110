import { isSameLanguage, type Language } from '../text/language.ts'

/** A typeface, in the files of a package: a file for each slice of its characters. */
export interface Typeface {
  readonly package: string
  /** How a slice's file ends: `wght-normal` in `literata-latin-wght-normal.woff2`. */
  readonly ending: string
  /** The characters that it is asked for. */
  readonly for: RegExp
}

const variable = (name: string): Typeface => ({ package: `@fontsource-variable/${name}`, ending: 'wght-normal', for: /./su })

/** The Latin letters of the site's pages. */
const latin = { serif: variable('literata'), sans: variable('hanken-grotesk') } as const
/** It has the signs of formulas, and is asked last. It has Arabic letters too, each alone, as no word is written. */
const signs: Typeface = { package: '@fontsource/noto-sans-math', ending: '400-normal', for: /[\p{Script=Common}\p{Script=Inherited}]/u }

const eastAsian = {
  ko: { serif: variable('noto-serif-kr'), sans: variable('noto-sans-kr') },
  ja: { serif: variable('noto-serif-jp'), sans: variable('noto-sans-jp') },
  zh: { serif: variable('noto-serif-sc'), sans: variable('noto-sans-sc') },
} as const

type EastAsian = keyof typeof eastAsian

/** One ideograph has other forms in each of these: after a text's own language the others fill in what its typeface lacks. */
const orders: readonly (readonly [EastAsian, ...EastAsian[]])[] = [
  ['ko', 'ja', 'zh'],
  ['ja', 'zh', 'ko'],
  ['zh', 'ja', 'ko'],
]

export type Style = 'serif' | 'sans'

/**
 * The typefaces for words in a language, in the order in which they are asked for a character.
 *
 * @param around the language of the site, for words in one that says nothing of ideographs
 */
export function typefacesFor(style: Style, language: Language, around: Language): readonly Typeface[] {
  const order = orderOf(language) ?? orderOf(around) ?? (orders[0] as (typeof orders)[number])
  const own = order.map((one) => eastAsian[one][style])
  // Literata has Greek and Cyrillic letters too.
  return style === 'serif' ? [latin.serif, ...own, signs] : [latin.sans, ...own, latin.serif, signs]
}

function orderOf(language: Language): (typeof orders)[number] | undefined {
  return orders.find(([first]) => isSameLanguage(first, language))
}

/** The packages that hold typefaces. */
export const typefacePackages: readonly string[] = [
  ...new Set(orders.flatMap(([language]) => (['serif', 'sans'] as const).flatMap((style) => typefacesFor(style, language, language)))),
].map((typeface) => typeface.package)
