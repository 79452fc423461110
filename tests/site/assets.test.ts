import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { type Asset, assets } from '../../src/site/assets.ts'
import { ko } from '../../src/words/ko.ts'

const made: ReadonlyMap<string, Asset> = new Map(Object.entries(assets()))
const names = [...made.keys()]
const scripts = names.filter((name) => name.endsWith('.js'))
const asset = (name: string): Asset => made.get(name) as Asset
const textOf = (name: string): string => Buffer.from(asset(name).body).toString()

test('favicon.ico is an icon of one image, the PNG, as its directory says', () => {
  const [ico, png] = [Buffer.from(asset('favicon.ico').body), Buffer.from(asset('icon.png').body)]
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 1])
  // A PNG says its width and height at these places (PNG §11.2.2).
  expect([ico.readUInt8(6), ico.readUInt8(7)]).toEqual([png.readUInt32BE(16), png.readUInt32BE(20)])
  const [length, offset] = [ico.readUInt32LE(14), ico.readUInt32LE(18)]
  expect(ico.subarray(offset, offset + length).equals(png)).toBe(true)
})

/** The files that are bundled together, but for those at addresses that stay. */
const together: readonly (readonly string[])[] = [
  ['style.css'],
  names.filter((name) => /\.woff2$|-ofl\.txt$/.test(name)),
  ['search.js', 'embed-form.js'],
  ['page.js', 'help.js'],
  ['theme.js'],
  ['speculation.json'],
  ['help-en.json', 'help-ja.json', 'help-ko.json'],
]

describe('addresses', () => {
  test('other sites and feeds name these, which stay', () => {
    for (const name of ['embed.js', 'icon.svg', 'icon.png', 'icon-144.png', 'favicon.ico']) expect(asset(name).path).toBe(`/${name}`)
  })

  test('only pages name the others: their folder is the hash of the files that were bundled together', () => {
    for (const ofOne of together) {
      const sum = createHash('sha256')
      for (const name of ofOne) sum.update(asset(name).body)
      const folder = `/assets/${sum.digest('hex').slice(0, 16)}`
      for (const name of ofOne) expect(asset(name).path).toBe(`${folder}/${name}`)
    }
  })

  test.each(scripts)('%s imports only what is served beside it', (name) => {
    const { path } = asset(name)
    for (const [, from] of textOf(name).matchAll(/\b(?:import\(|from|import) ?"([^"]+)"/g)) {
      const address = new URL(from as string, `https://notes.example${path}`).pathname
      expect([...made.values()].map((served) => served.path)).toContain(address)
    }
  })
})

describe('fonts', () => {
  const fonts = names.filter((name) => name.endsWith('.woff2'))

  test('are served as what they are, each with its licence beside it', () => {
    expect(fonts.length).toBeGreaterThan(0)
    for (const name of fonts) {
      expect(asset(name).mediaType).toBe('font/woff2')
      const licence = `${/^(?:[a-z]+-)*?(?:literata|hanken-grotesk|onest)/.exec(name)?.[0]}-ofl.txt`
      expect(asset(licence).path).toBe(asset(name).path.replace(name, licence))
      expect(textOf(licence)).toContain('SIL OPEN FONT LICENSE Version 1.1')
    }
  })

  test('are named by the style sheet where they are served, all of them and nothing else', () => {
    const named = [...textOf('style.css').matchAll(/\burl\("?([^")]+)"?\)/g)].map(([, url]) => url as string)
    expect(new Set(named)).toEqual(new Set(fonts.map((name) => asset(name).path)))
  })
})

describe('bytes', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere '))
  afterAll(() => rmSync(elsewhere, { recursive: true }))

  test('are the same wherever the project lies', () => {
    const project = fileURLToPath(new URL('../..', import.meta.url))
    cpSync(join(project, 'src'), join(elsewhere, 'src'), { recursive: true })
    cpSync(join(project, 'package.json'), join(elsewhere, 'package.json'))
    symlinkSync(join(project, 'node_modules'), join(elsewhere, 'node_modules'))
    const print = `const { assets } = await import('./src/site/assets.ts'); console.log(JSON.stringify(Object.entries(assets())))`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', print], {
      cwd: elsewhere,
      encoding: 'utf8',
      maxBuffer: Number.POSITIVE_INFINITY,
    })
    expect(stderr).toBe('')
    expect(stdout.trim()).toBe(JSON.stringify([...made]))
  })

  test('are made once', () => {
    expect(assets()).toBe(assets())
  })

  test.each([
    ['the script of the search page', ['search.js'], 11_200],
    ['the component', ['embed.js'], 2_100],
    ['the form of the page about embedding', ['embed-form.js'], 700],
    ['the form that makes addresses of selections', ['selection.js'], 4_500],
    ['the scripts of every page', ['page.js', 'theme.js'], 2_800],
    ['the help about keys', ['help.js', 'help-ja.json'], 800],
    ['the style sheet', ['style.css'], 7_000],
  ])('%s: %j is at most %d, gzipped', (_, files, most) => {
    const gzipped = files.map((name) => gzipSync(asset(name).body, { level: 9 }).length)
    expect(gzipped.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(most)
  })
})

describe('scripts', () => {
  test('embed.js is enough alone', () => {
    expect(textOf('embed.js')).not.toMatch(/\bimport\b(?!\.meta)|\bfrom ?"/)
  })

  test('theme.js is no module: it runs before the page is painted, and leaves no name behind', () => {
    expect(textOf('theme.js')).toMatch(/^\(\(\)=>\{.*\}\)\(\);\n$/s)
  })

  test('page.js loads the help when someone asks for it, and nothing else besides itself', () => {
    expect(textOf('page.js')).not.toMatch(/\bimport\b(?!\()/)
    expect(textOf('page.js')).toContain('import("./help.js")')
    expect(textOf('help.js')).not.toMatch(/\bimport\b/)
  })

  test.each(scripts)('%s makes no HTML or code of what it reads, and no inline style or handler', (name) => {
    expect(textOf(name)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|sourceMappingURL|\beval\b|Function\(|\.style\b|\.on\w+ ?=[^=]/,
    )
  })

  // A search knows the particles behind Korean words, and what may stand before a colon.
  test.each(scripts.filter((name) => name !== 'search.js'))('%s holds no Korean: the page gives it the words', (name) => {
    expect(textOf(name)).not.toMatch(/[가-힣]{2}/)
  })

  test('search.js holds none of what it says: the page gives it the words', () => {
    const said = Object.values(ko.searching).filter((one) => typeof one === 'string')
    expect(said.filter((sentence) => textOf('search.js').includes(sentence))).toEqual([])
  })
})

describe('the style sheet', () => {
  // Rewritten for older browsers, each of these would look otherwise in new ones.
  test.each([
    ['the layers and their order', /^@layer base, ?parts;@layer base\{/],
    ['colours for light and dark', /--ink: ?light-dark\(#1c1f20, ?#e9e7e2\)/],
    ['the fold of an abstract on paper', /\.abstract:not\(\[open\]\)::details-content\{content-visibility:visible\}/],
    ['text that only eyes get', /content:"#" ?\/ ?""/],
    ['balanced headings', /text-wrap:balance/],
    [
      'a move between pages that nobody is shown who wants none',
      /prefers-reduced-motion:no-preference\)\{@view-transition\{navigation:auto\}/,
    ],
  ])('keeps %s', (_, rule) => {
    expect(textOf('style.css')).toMatch(rule)
  })

  test('is one file without comments', () => {
    expect(textOf('style.css')).not.toMatch(/@import|\/\*/)
  })
})
