import { readFileSync } from 'node:fs'
import type { Picture, Said } from '../site/picture.ts'
import { isSameLanguage, type Language } from '../text/language.ts'
import type { Drawable } from './fonts.ts'
import { height, type Node, type Size, width } from './renderer.ts'
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

/** In pixels: between title and text; how high these may be together, between the site's title and the corners below. */
const [gap, room] = [24, height - 2 * margin - icon - 50]

/** What a sheet is set with. */
export interface Setting {
  /** Writes words in typefaces of a style: tells what of them can be drawn, and with which fonts. */
  write(said: Said, style: Style): Drawable
  /** How wide and high a node comes to be in so much room. */
  sizeOf(node: Node, room: number): Promise<Size>
}

/** A picture as a tree to be rendered; null where too little of its title can be drawn for anyone to know it. */
export async function sheetOf(picture: Picture, setting: Setting): Promise<Node | null> {
  const { siteTitle, title } = picture
  const written = setting.write(title, 'serif')
  if (written.text === '' || 2 * lettersIn(written.text) < lettersIn(title.text)) return null
  const set = await titleOf(written, title.language, setting)
  const body = bodyOf(picture, Math.floor((room - set.height - gap) / (textSize * textLeading)), setting)
  return box({ width: '100%', height: '100%', backgroundColor: paper, position: 'relative' }, [
    ...ornaments,
    box({ flexDirection: 'column', width: '100%', padding: `${margin - 8}px ${margin}px ${margin - 20}px ${band + margin}px` }, [
      box({ alignItems: 'center', gap: 18 }, [
        { type: 'image', src: iconSource, width: icon, height: icon },
        ...passage(setting.write(siteTitle, 'sans'), headStyle),
      ]),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap }, [
        set.node,
        ...(body.length === 0 ? [] : [box({ flexDirection: 'column', borderLeft: `4px solid ${teal}`, paddingLeft: 22 }, body)]),
      ]),
      await footOf(picture, setting),
    ]),
  ])
}

/** The title in the largest size in which it takes no more lines than it may, and its height. */
async function titleOf(
  written: Drawable,
  language: Language,
  { sizeOf }: Setting,
): Promise<{ readonly node: Node; readonly height: number }> {
  const inSize = (size: number, style: object): Node =>
    text(written, { ...titleStyle, ...breaking(language), fontSize: size, letterSpacing: -size / 100, ...style })
  for (const [size, lines] of titleSizes) {
    const node = inSize(size, {})
    const { height } = await sizeOf(node, measure)
    if (height < (lines + 0.5) * size * titleLeading) return { node, height }
  }
  const [size, lines] = titleSizes.at(-1) as (typeof titleSizes)[number]
  return { node: inSize(size, { lineClamp: lines }), height: lines * size * titleLeading }
}

/** What stands below the title: a text in so many lines, or so many lines of a list. */
function bodyOf({ text: prose, list }: Picture, lines: number, { write }: Setting): readonly Node[] {
  const said = (one: Said, lineClamp: number): readonly Node[] =>
    passage(write(one, 'sans'), { ...bodyStyle, ...breaking(one.language), lineClamp })
  return prose === null ? list.slice(0, lines).flatMap((one) => said(one, 1)) : said(prose, Math.max(1, Math.min(4, lines)))
}

/** The corners below: as many tags as fit beside what stands at the right. */
async function footOf({ siteTitle, tags, corner }: Picture, { write, sizeOf }: Setting): Promise<Node> {
  const small = (words: string, style: object): readonly Node[] =>
    passage(write({ text: words, language: siteTitle.language }, 'sans'), { fontSize: 24, lineHeight: 1.4, whiteSpace: 'nowrap', ...style })
  const right = small(corner, { color: quiet })
  const widthOf = async (nodes: readonly Node[]): Promise<number> =>
    (await Promise.all(nodes.map((node) => sizeOf(node, measure)))).reduce((sum, { width }) => sum + width, 0)
  let left = measure - (await widthOf(right)) - gap
  const fitting: Node[] = []
  for (const tag of tags.flatMap((label) => small(`#${label}`, { fontWeight: 600, color: teal }))) {
    left -= (await widthOf([tag])) + gap
    if (left < 0) break
    fitting.push(tag)
  }
  return box({ justifyContent: 'space-between', alignItems: 'center', height: 36 }, [box({ gap }, fitting), ...right])
}

const headStyle = { fontSize: 28, lineHeight: 1.4, fontWeight: 600, color: ink, lineClamp: 1, maxWidth: measure - icon - fold } as const
const titleStyle = { fontWeight: 700, lineHeight: titleLeading, color: ink, textWrap: 'balance' } as const
const bodyStyle = { fontSize: textSize, lineHeight: textLeading, color: '#3b4143' } as const

/** Where lines may end: Korean ones between words only, as all with spaces; a word that is longer than a line anywhere. */
function breaking(language: Language): object {
  return { wordBreak: isSameLanguage(language, 'ko') ? 'keep-all' : 'normal', overflowWrap: 'anywhere' }
}

function box(style: object, children: readonly Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children: [...children] }
}

/** Words as a node; none where none of them can be drawn. */
function passage(written: Drawable, style: object): readonly Node[] {
  return written.text === '' ? [] : [text(written, style)]
}

function text({ text: words, fonts }: Drawable, style: object): Node {
  return { type: 'text', text: words, style: { ...style, fontFamily: fonts.map((font) => `"${font}"`).join(', ') } }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
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
