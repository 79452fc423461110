import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'
import type { HelpWords } from '../browser/commands.ts'
import type { Language } from '../text/language.ts'
import * as languages from '../words/languages.ts'
import type { Words } from '../words/words.ts'
import { speculationRules } from './speculation.ts'
import { paths } from './urls.ts'

/** A file that pages load, as it is served: the same for every site. */
export interface Asset {
  readonly path: string
  readonly mediaType: string
  readonly body: Uint8Array
}

type PngIcon = 'icon.png' | 'icon-144.png' | 'icon-512.png' | 'icon-maskable.png' | 'apple-touch-icon.png'

/** The icon as PNG, in the sizes that systems and feeds ask for: each is a file of this folder. */
const iconPaths: Readonly<Record<PngIcon, string>> = {
  'icon.png': paths.iconPng,
  'icon-144.png': paths.smallIconPng,
  'icon-512.png': paths.largeIconPng,
  'icon-maskable.png': paths.maskableIconPng,
  'apple-touch-icon.png': paths.touchIcon,
}

/** The assets that pages and feeds name. */
type AssetName =
  | 'style.css'
  | 'icon.svg'
  | PngIcon
  | 'favicon.ico'
  | 'search.js'
  | 'embed-form.js'
  | 'embed.js'
  | 'page.js'
  | 'theme.js'
  | 'speculation.json'
  | 'tag-filter.js'
  | 'selection.js'
  | HelpName
  | FontName

/** What the help about keys says, in one of the languages that Paperwire has words in. */
type HelpName = `help-${keyof typeof languages}.json`

/** The fonts that pages load before they know that they need them. */
type FontName = 'literata.woff2' | 'hanken-grotesk.woff2' | 'hanken-grotesk-extended.woff2'

/** All assets by their files' names. */
export type Assets = Readonly<Record<AssetName, Asset>>

let made: Assets | null = null

/** Takes assets for made that this very program made before. */
export function recallAssets(before: Assets): void {
  made = before
}

/**
 * Every asset by its file's name: the style sheet, the fonts with their licences, the icons, and the scripts, with the
 * chunks that they import, bundled and minified. The first call makes them, which takes a tenth of a second; all return the same.
 *
 * @throws Error where a script or the style sheet doesn't compile, or a bundled package has no licence file
 */
export function assets(): Assets {
  made ??= makeAssets()
  return made
}

function makeAssets(): Assets {
  const fonts = namedByContent(fontFiles())
  return {
    'icon.svg': { path: paths.icon, mediaType: 'image/svg+xml', body: read('icon.svg') },
    ...pngIcons(),
    'favicon.ico': { path: paths.favicon, mediaType: 'image/vnd.microsoft.icon', body: icoOf(read('icon.png'), 192) },
    ...fonts,
    // Apart from the fonts, which a change of the style sheet leaves at their addresses.
    ...namedByContent(bundle<'style.css'>(['src/site/style.css'], { publicPath: dirname(fonts['literata.woff2'].path) })),
    // In one bundle, so that a module which both import is served once.
    ...namedByContent(bundle<'search.js' | 'embed-form.js'>(['src/browser/search.ts', 'src/browser/embed-form.ts'])),
    ...namedByContent(bundle<'page.js'>(['src/browser/page.ts'])),
    // No module, which would run only after the page has been read.
    ...namedByContent(bundle<'theme.js'>(['src/browser/theme.ts'], { format: 'iife', splitting: false })),
    ...namedByContent({ 'speculation.json': json('application/speculationrules+json', speculationRules) }),
    ...namedByContent(helpInEachLanguage()),
    ...namedByContent(bundle<'tag-filter.js'>(['src/browser/tag-filter.ts'])),
    ...namedByContent(bundle<'selection.js'>(['src/browser/selection.ts'])),
    // In a bundle of its own: it is one file, at an address that other sites name.
    'embed.js': { path: paths.embedScript, ...bundle<'embed.js'>(['src/browser/embed.ts'])['embed.js'] },
  }
}

/** The fonts as `npm run fonts` has cut them, each with its licence beside it. */
function fontFiles(): Readonly<Record<FontName, Content>> {
  const files = readdirSync(new URL('fonts', import.meta.url)).toSorted()
  return Object.fromEntries(files.map((name) => [name, contentOf(name, read(`fonts/${name}`))])) as Record<FontName, Content>
}

/** The path of the words of the help about keys: a page has them only once someone asks for help. */
export function helpWordsPath({ language }: Pick<Words, 'language'>): string {
  return assets()[helpName(language)].path
}

function helpName(language: Language): HelpName {
  return `help-${language}.json` as HelpName
}

function helpInEachLanguage(): Readonly<Record<HelpName, Content>> {
  const words = Object.values<Words>(languages).map(({ language, moving: { keys, useKeys, close, commands } }) => {
    const said: HelpWords = { language, heading: keys, use: useKeys, close, commands }
    return [helpName(language), json('application/json; charset=utf-8', said)]
  })
  return Object.fromEntries(words) as Record<HelpName, Content>
}

function json(mediaType: string, value: object): Content {
  return { mediaType, body: Buffer.from(JSON.stringify(value)) }
}

/**
 * A source file bundled with what it imports into one script: for a preview, whose scripts no site has.
 *
 * @param entryPoint its path in the project: `src/browser/preview.ts`
 * @throws Error where the script doesn't compile
 */
export function scriptOf(entryPoint: string): Uint8Array {
  const { outputFiles } = esbuild().buildSync({ ...options, splitting: false, entryPoints: [entryPoint] })
  return (outputFiles[0] as (typeof outputFiles)[number]).contents
}

/**
 * An icon in the format of `favicon.ico` around one PNG: a header, a directory of one image, the image (Microsoft, “Evolution
 * of the ICO file format”: since Windows Vista an image may be a PNG).
 *
 * @param size width and height in pixels, below 256
 */
function icoOf(png: Uint8Array, size: number): Uint8Array {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, png])
}

function pngIcons(): Readonly<Record<PngIcon, Asset>> {
  const icons = Object.entries(iconPaths).map(([file, path]) => [file, { path, mediaType: 'image/png', body: read(file) }])
  return Object.fromEntries(icons) as Record<PngIcon, Asset>
}

function read(file: string): Uint8Array {
  return readFileSync(new URL(file, import.meta.url))
}

type Content = Omit<Asset, 'path'>

/** Gives the files of a bundle one folder, whose name is a hash of them all: a script imports a chunk by a relative name. */
function namedByContent<Name extends string>(files: Readonly<Record<Name, Content>>): Readonly<Record<Name, Asset>> {
  const entries = Object.entries<Content>(files)
  const sum = createHash('sha256')
  for (const [, { body }] of entries) sum.update(body)
  const hash = sum.digest('hex').slice(0, 16)
  return Object.fromEntries(entries.map(([name, content]) => [name, { path: paths.asset(hash, name), ...content }])) as Record<Name, Asset>
}

/** Loaded where something has to be bundled: mostly a build before has done that. */
function esbuild(): typeof import('esbuild') {
  return createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
}

const project = fileURLToPath(new URL('../..', import.meta.url))

const options = {
  absWorkingDir: project,
  // What the compiler's configuration says is for its checks alone.
  tsconfigRaw: {},
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  charset: 'utf8',
  // The first browsers that know light-dark(), which the style sheet's colours need: nothing is rewritten for older ones.
  target: ['chrome123', 'firefox120', 'safari17.5'],
  write: false,
  // Never made, but esbuild wants a folder to name outputs in.
  outdir: 'assets',
  entryNames: '[name]',
  chunkNames: '[name]',
  assetNames: '[name]',
  loader: { '.woff2': 'file' },
} as const satisfies BuildOptions

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Bundles source files. What comes of each, and of the modules that they import late, is named after its source file. */
function bundle<Name extends string>(entryPoints: string[], besides: BuildOptions = {}): Readonly<Record<Name, Content>> {
  const { outputFiles } = esbuild().buildSync({ ...options, ...besides, write: false, entryPoints })
  const files = outputFiles.map(({ path, contents }) => [basename(path), contentOf(basename(path), contents)] as const)
  return Object.fromEntries(files.filter(([name]) => extname(name) !== '.woff2')) as Record<Name, Content>
}

function contentOf(name: string, body: Uint8Array): Content {
  return { mediaType: mediaTypes[extname(name)] as string, body }
}
