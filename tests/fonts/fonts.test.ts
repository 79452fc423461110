import { globSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { cutFiles } from './cut-files.ts'
import { families, sample, weights } from './families.ts'
import { type OpenedFont, openFont } from './opened-font.ts'

const site = new URL('../../src/site/', import.meta.url)
const committed = (path: string): Buffer => readFileSync(new URL(path, site))
const fontFiles = readdirSync(new URL('fonts', site)).filter((file) => file.endsWith('.woff2'))
const licences = readdirSync(new URL('fonts', site)).filter((file) => file.endsWith('-ofl.txt'))
const css = committed('style/font-faces.css').toString()

const opened = new Map<string, OpenedFont>()
beforeAll(async () => {
  for (const file of fontFiles) opened.set(file, await openFont(committed(`fonts/${file}`)))
})

function span(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}

test('npm run fonts makes the very files that are committed, and no other font is', async () => {
  const made = await cutFiles()
  for (const [path, bytes] of made) expect(Buffer.from(bytes).equals(committed(path)), path).toBe(true)
  const paths = [...fontFiles, ...licences].map((file) => `fonts/${file}`)
  expect([...made.keys()].toSorted()).toEqual([...paths, 'style/font-faces.css'].toSorted())
})

describe.each(families)('$name', ({ cuts }) => {
  /** The file that the style sheet takes a character from, where that file has it. */
  const fileOf = (character: string): string | undefined =>
    cuts.find(({ file, characters }) => characters.includes(character) && opened.get(file)?.characters.has(character))?.file

  test.each([
    ['ASCII', span(0x20, 0x7e)],
    ['Latin-1', span(0xa0, 0xff)],
    ['Latin Extended-A without the long s, which no name has', span(0x100, 0x17e)],
    ['typographic punctuation', [...'–—‘’“”…·•×−≤≥→←↑↓']],
  ])('has a glyph for all of %s', (_, characters) => {
    expect(characters.filter((character) => fileOf(character) === undefined)).toEqual([])
  })

  test('has a glyph for every Latin letter and mark that the site’s own words have', () => {
    const words = globSync('src/words/*.ts').map((file) => readFileSync(file, 'utf8'))
    const used = new Set(
      [...words.join('')].filter((character) => character > '\n' && /[\p{Script=Latin}\p{Script=Common}]/u.test(character)),
    )
    // Marks of Chinese, Japanese and Korean come from the faces of those languages.
    const marks = [...used].filter((character) => character < '\u3000')
    expect(marks.filter((character) => fileOf(character) === undefined)).toEqual([])
  })

  test('takes each character from one file, and none that Hangul, Kana or Han text would wait for', () => {
    const all = cuts.flatMap(({ characters }) => characters)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((character) => /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(character))).toEqual(
      [],
    )
  })

  test.each(cuts)('$file has the weights of text and titles, and no axis else', ({ file }) => {
    expect(opened.get(file)?.axes).toEqual({ wght: [weights.text, weights.bold] })
  })
})

test('Hanken Grotesk’s figures have one width each weight: dates and counts stand in columns', () => {
  const font = opened.get('hanken-grotesk.woff2') as OpenedFont
  for (const weight of [weights.text, weights.title, weights.bold])
    expect(new Set([...'0123456789'].map((figure) => font.widthOf(figure, weight))).size).toBe(1)
})

describe('size in bytes', () => {
  const sizeOf = (...files: readonly string[]): number => files.reduce((sum, file) => sum + committed(`fonts/${file}`).length, 0)

  test('of what every page loads: at most 52,000', () => {
    expect(sizeOf('literata.woff2', 'hanken-grotesk.woff2')).toBeLessThanOrEqual(52_000)
  })

  test('of what a page with letters of Latin Extended-A in names loads: at most 60,000', () => {
    expect(sizeOf('literata.woff2', 'hanken-grotesk.woff2', 'hanken-grotesk-extended.woff2')).toBeLessThanOrEqual(60_000)
  })
})

describe('SIL Open Font License 1.1', () => {
  test.each(licences)('condition 3: %s reserves no font name, which a cut file may not bear', (file) => {
    const text = committed(`fonts/${file}`).toString()
    const [notice = '', licence = ''] = text.split(/^PREAMBLE$/m)
    expect(notice).toMatch(/^Copyright .+\n\nThis Font Software is licensed under the SIL Open Font License, Version 1\.1\./)
    expect(notice).not.toMatch(/reserved font name/i)
    expect(licence).toContain('PERMISSION & CONDITIONS')
  })

  test.each(fontFiles)('condition 2: %s says whose it is, and where its licence stands', (file) => {
    const font = opened.get(file) as OpenedFont
    expect(font.name(0)).toMatch(/^Copyright .+ Project Authors/)
    expect(font.name(0)).not.toMatch(/reserved font name/i)
    expect(font.name(14)).toMatch(/^https?:\/\/(?:scripts\.sil\.org\/OFL|openfontlicense\.org)/)
  })
})

describe('stand-ins', () => {
  const faces = [...css.matchAll(/@font-face \{[^}]+\}/g)].map(([rule]) => ({
    name: /font-family: "([^"]+)"/.exec(rule)?.[1] as string,
    isBold: rule.includes('font-weight: 600'),
    of: (descriptor: string): number => Number(new RegExp(`${descriptor}: ([\\d.]+)%`).exec(rule)?.[1]) / 100,
  }))

  test.each(families.flatMap(({ cuts, standIns }) => standIns.map((standIn) => ({ ...standIn, main: cuts[0]?.file as string }))))(
    '$name is as wide as the family at both weights, and its lines stand as the family’s do',
    ({ name, main, regular, bold }) => {
      const font = opened.get(main) as OpenedFont
      const [text, titles] = [false, true].map((isBold) => faces.find((face) => face.name === name && face.isBold === isBold))
      for (const [face, local, weight] of [
        [text, regular, weights.text],
        [titles, bold, weights.title],
      ] as const) {
        const scale = face?.of('size-adjust') as number
        const widths = [local.width * scale, font.widthOf(sample, weight)] as const
        expect(Math.abs(widths[0] / widths[1] - 1)).toBeLessThan(0.001)
        expect(Math.abs((face?.of('ascent-override') as number) * scale - font.ascent)).toBeLessThan(0.001)
        expect(Math.abs((face?.of('descent-override') as number) * scale - font.descent)).toBeLessThan(0.001)
        expect(face?.of('line-gap-override')).toBe(font.lineGap)
      }
    },
  )

  test('the two weights of each stand-in are faces of their own, since a bold face is wider than a regular one drawn bold', () => {
    expect(faces.filter(({ isBold }) => isBold)).toHaveLength(families.flatMap(({ standIns }) => standIns).length)
  })
})
