import { readFileSync } from 'node:fs'
import type { Picture, Said } from '../site/picture.ts'
import { isSameLanguage, type Language } from '../text/language.ts'
import type { Drawable } from './fonts.ts'
import { height, type Node, width } from './renderer.ts'
import type { Style } from './typefaces.ts'

/** The site's colours in its light theme: a picture has one theme for all who see it. */
const [paper, ink, quiet, teal, tint] = ['#fdfcf9', '#1d2021', '#5a5f61', '#0f5c63', '#d9e8e6']

/** In pixels: the band at the left edge, the space around what is said, the corner that is folded, the icon. */
const [band, margin, fold, icon] = [20, 72, 88, 52]

/** In pixels: how wide lines may be. */
const measure: number = width - band - 2 * margin

/** In pixels, from the largest: how a title may be set, in how many lines at most. A longer one is cut. */
const titleSizes: readonly (readonly [size: number, lines: number])[] = [
  [88, 1],
  [70, 2],
  [57, 3],
  [48, 4],
]
const [titleLeading, textSize, textLeading] = [1.22, 30, 1.55]

/** In pixels: how high title and text may be together, between the site's title and the corners below. */
const room: number = height - 2 * margin - icon - 36 - 14

/** Writes words in typefaces of a style: tells what of them can be drawn, and with which fonts. */
export type Write = (said: Said, style: Style) => Drawable

/** A picture as a tree to be rendered; null where too little of its title can be drawn for anyone to know it. */
export function sheetOf({ siteTitle, title, text, list, tags, corner }: Picture, write: Write): Node | null {
  const written = write(title, 'serif')
  if (2 * lettersIn(written.text) < lettersIn(title.text) || written.text === '') return null
  const [size, most] = titleSizes.find(([at, lines]) => linesAt(at, written.text) <= lines) ?? (titleSizes.at(-1) as [number, number])
  const lines = Math.min(most, Math.ceil(linesAt(size, written.text)))
  const left = Math.floor((room - lines * size * titleLeading - 24) / (textSize * textLeading))
  const small = (words: string, style: object): Node => passage(write({ text: words, language: siteTitle.language }, 'sans'), style)
  const body =
    text === null
      ? list.slice(0, left).map((one) => passage(write(one, 'sans'), { ...bodyStyle, ...breaking(one.language), lineClamp: 1 }))
      : [passage(write(text, 'sans'), { ...bodyStyle, ...breaking(text.language), lineClamp: Math.max(1, Math.min(4, left)) })]
  return box({ width: '100%', height: '100%', backgroundColor: paper, position: 'relative' }, [
    ...ornaments,
    box({ flexDirection: 'column', width: '100%', padding: `${margin - 8}px ${margin}px ${margin - 20}px ${band + margin}px` }, [
      box({ alignItems: 'center', gap: 18 }, [
        { type: 'image', src: iconSource, width: icon, height: icon },
        passage(write(siteTitle, 'sans'), { fontSize: 28, fontWeight: 600, color: ink, lineClamp: 1, maxWidth: measure - icon - fold }),
      ]),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap: 24 }, [
        passage(written, {
          fontSize: size,
          fontWeight: 700,
          lineHeight: titleLeading,
          letterSpacing: -size / 100,
          color: ink,
          lineClamp: most,
          textWrap: 'balance',
          ...breaking(title.language),
        }),
        ...(body.length === 0 ? [] : [box({ flexDirection: 'column', borderLeft: `4px solid ${teal}`, paddingLeft: 22 }, body)]),
      ]),
      box({ justifyContent: 'space-between', alignItems: 'center', gap: 24 }, [
        box(
          { gap: 20 },
          tags.map((tag) => small(`#${tag}`, { fontSize: 24, fontWeight: 600, color: teal })),
        ),
        small(corner, { fontSize: 24, color: quiet }),
      ]),
    ]),
  ])
}

const bodyStyle = { fontSize: textSize, lineHeight: textLeading, color: '#3b4143' } as const

/** Where lines may end: Korean ones between words only, as all with spaces; a word that is longer than a line anywhere. */
function breaking(language: Language): object {
  return { wordBreak: isSameLanguage(language, 'ko') ? 'keep-all' : 'normal', overflowWrap: 'anywhere' }
}

function box(style: object, children: readonly Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children: [...children] }
}

function passage({ text, fonts }: Drawable, style: object): Node {
  return { type: 'text', text, style: { ...style, fontFamily: fonts.map((font) => `"${font}"`).join(', ') } }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** About how many lines a title takes: an East Asian character is as wide as it is high, a capital two thirds, others half. */
function linesAt(size: number, text: string): number {
  let units = 0
  for (const character of text)
    units += character >= '\u2e80' ? 1 : /[\p{Lu}\p{N}]/u.test(character) ? 0.67 : character === ' ' ? 0.25 : 0.55
  // Words that don't fit leave a line short.
  return (units * size * 1.06) / measure
}

const svg = (document: string): string => `data:image/svg+xml,${encodeURIComponent(document)}`

const iconSource: string = svg(readFileSync(new URL('../site/icon.svg', import.meta.url), 'utf8'))

/** What makes it a sheet of the icon's paper: a band at the left, a folded corner at the right. */
const ornaments: readonly Node[] = [
  box({ position: 'absolute', left: 0, top: 0, width: band, height: '100%', backgroundColor: teal }, []),
  {
    type: 'image',
    src: svg(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h100v100z" fill="${teal}"/><path d="M0 0v90a10 10 0 0 0 10 10h90z" fill="${tint}"/></svg>`,
    ),
    width: fold,
    height: fold,
    style: { position: 'absolute', right: 0, top: 0 },
  },
]
