/** A font of a package, cut to some characters. */
export interface Cut {
  /** The file that it becomes. */
  readonly file: string
  /** The font in its package. */
  readonly from: string
  readonly characters: readonly string[]
  /** Where an axis is held; the weight keeps `weights`. */
  readonly held: Readonly<Record<string, number>>
  readonly features: readonly string[]
}

/** Faces that stand in for a family until it is there: local ones, drawn as wide as the family is. */
export interface StandIn {
  readonly name: string
  /** Full names as `local()` takes them, of one width (Liberation Sans was made as wide as Arial), and how wide the sample is in them. */
  readonly regular: LocalFace
  readonly bold: LocalFace
}

interface LocalFace {
  readonly names: readonly string[]
  /** The width of `sample`, kerned, in ems. */
  readonly width: number
}

/** A family that the style sheet names. */
export interface Family {
  readonly name: string
  readonly cuts: readonly Cut[]
  readonly standIns: readonly StandIn[]
}

/** Whose a font is, and where its licence stands (OpenType, “Name IDs”). The licence itself is not in the packages' fonts. */
export const keptNames: readonly number[] = [0, 14]

/** The weights that every file keeps: text, bold text, and the titles between. */
export const weights = { text: 400, title: 650, bold: 700 } as const

/** What widths are compared by: prose as abstracts have it, with figures and capitals. */
export const sample =
  'We study how large language models learn from human preferences. Existing methods first fit a reward model, and then fine-tune the policy with reinforcement learning, a procedure that is complex and often unstable. In this paper we show that a simple classification loss is enough: it needs no sampling during training, improves quality on summarization and dialogue, and runs at 1.3 times the speed of PPO. Experiments with models of up to 70 billion parameters (2019 to 2024) confirm that Direct Optimization exceeds 61.2% against GPT-4 and RLHF.'

function span(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}

/** What nearly every page has: ASCII, Latin-1, and the punctuation of English and Korean. */
const latin = [...span(0x20, 0x7e), ...span(0xa0, 0xff), ...'ıŒœ–—‘’‚“”„•…‹›€™−']

/** What some authors' names have besides (Latin Extended-A but the long s, which no name has; ș and ț), and a dagger. */
const extended = [...span(0x100, 0x17e).filter((letter) => !latin.includes(letter)), ...'ȘșȚț†']

/** Arrows and comparisons, which the two families have no glyphs for in these packages. */
const symbols: Cut = {
  file: 'onest-symbols.woff2',
  from: '@fontsource-variable/onest/files/onest-math-wght-normal.woff2',
  characters: [...'←↑→↓≈≠≤≥'],
  held: {},
  features: [],
}

/**
 * The site's families. None of them has a Reserved Font Name, which a cut file may not bear (OFL 1.1, condition 3).
 *
 * Literata, for titles and English abstracts, is drawn for long reading on screens: large in the x-height, and as dark at
 * 650 as bold Hangul beside it. Its optical size is held at 18, between abstracts and titles; the axis would double the file.
 * Hanken Grotesk, for all else, has figures of one width, so that counts and dates stand in columns by themselves.
 *
 * The widths of local faces were measured with HarfBuzz in Arimo, Tinos and Gelasio, made as wide as Arial, Times New
 * Roman and Georgia, and in Roboto and Noto Serif themselves.
 */
export const families: readonly Family[] = [
  {
    name: 'Literata',
    cuts: [
      {
        file: 'literata.woff2',
        from: '@fontsource-variable/literata/files/literata-latin-opsz-normal.woff2',
        characters: latin,
        held: { opsz: 18 },
        features: ['kern', 'liga', 'tnum'],
      },
      {
        file: 'literata-extended.woff2',
        from: '@fontsource-variable/literata/files/literata-latin-ext-opsz-normal.woff2',
        characters: extended,
        held: { opsz: 18 },
        features: [],
      },
      symbols,
    ],
    standIns: [
      {
        name: 'Literata Georgia',
        regular: { names: ['Georgia', 'Gelasio'], width: 245.1 },
        bold: { names: ['Georgia Bold', 'Gelasio Bold'], width: 284.82 },
      },
      {
        name: 'Literata Noto',
        regular: { names: ['Noto Serif', 'Noto Serif Regular'], width: 264.14 },
        bold: { names: ['Noto Serif Bold'], width: 280.11 },
      },
      {
        name: 'Literata Times',
        regular: { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 223.15 },
        bold: { names: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'], width: 237.03 },
      },
    ],
  },
  {
    name: 'Hanken Grotesk',
    cuts: [
      {
        file: 'hanken-grotesk.woff2',
        from: '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
        characters: latin,
        held: {},
        features: ['kern', 'liga'],
      },
      {
        file: 'hanken-grotesk-extended.woff2',
        from: '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2',
        characters: extended,
        held: {},
        features: [],
      },
      symbols,
    ],
    standIns: [
      {
        name: 'Hanken Arial',
        regular: { names: ['Arial', 'Liberation Sans', 'Arimo'], width: 245.17 },
        bold: { names: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], width: 263.59 },
      },
      {
        name: 'Hanken Roboto',
        regular: { names: ['Roboto', 'Roboto Regular'], width: 244.73 },
        bold: { names: ['Roboto Bold'], width: 248.54 },
      },
    ],
  },
]
