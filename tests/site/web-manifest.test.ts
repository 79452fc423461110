import { expect, test } from 'vitest'
import { assets } from '../../src/site/assets.ts'
import { sampleSite } from './sample-site.ts'
import { documentsOf, siteOf } from './site-of.ts'

interface WebManifest {
  readonly name: string
  readonly short_name: string
  readonly lang: string
  readonly theme_color: string
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose: string }[]
}

const manifestOf = (bodies: ReadonlyMap<string, string>): WebManifest =>
  JSON.parse(bodies.get('/site.webmanifest') as string) as WebManifest

/** A PNG says its width and height at these places (PNG §11.2.2). */
const sizeOf = (png: Uint8Array): string => `${Buffer.from(png).readUInt32BE(16)}x${Buffer.from(png).readUInt32BE(20)}`

test('W3C Web Application Manifest: every icon that it names is served, in the size and type that it says', () => {
  const served = new Map(documentsOf(sampleSite.catalog).map((document) => [document.path, document]))
  const { icons } = manifestOf(sampleSite.bodies)
  for (const { src, sizes, type } of icons) {
    expect(served.get(src)?.mediaType).toBe(type)
    if (type === 'image/png') expect(sizeOf(served.get(src)?.body as Uint8Array)).toBe(sizes)
  }
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  )
})

test('every page leads to the manifest and to a touch icon of 180 pixels', () => {
  for (const page of sampleSite.pages.values()) {
    expect(page).toContain('<link rel="manifest" href="/site.webmanifest">')
    expect(page).toContain('<link rel="apple-touch-icon" href="/apple-touch-icon.png">')
  }
  expect(sizeOf(assets()['apple-touch-icon.png'].body)).toBe('180x180')
})

test('pages and manifest say the same grounds as the style sheet', () => {
  const css = Buffer.from(assets()['style.css'].body).toString()
  const [, light, dark] = /--paper: ?light-dark\((#\w+), ?(#\w+)\)/.exec(css) as unknown as [string, string, string]
  for (const page of sampleSite.pages.values()) {
    expect(page).toContain(`<meta name="theme-color" content="${light}" media="(prefers-color-scheme: light)">`)
    expect(page).toContain(`<meta name="theme-color" content="${dark}" media="(prefers-color-scheme: dark)">`)
  }
  expect(manifestOf(sampleSite.bodies).theme_color).toBe(light)
})

test.each([
  ['논문 노트', '논문 노트'],
  ['Notes on papers I read', 'Notes on'],
  ['Twelve chars', 'Twelve chars'],
  ['Donaudampfschifffahrt', 'Donaudampfsc'],
])('below an icon there is room for twelve characters: %s is %s', (title, short) => {
  const { name, short_name, lang } = manifestOf(siteOf('', 'language: en', {}, title).bodies)
  expect([name, short_name, lang]).toEqual([title, short, 'en'])
})
