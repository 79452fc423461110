import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** What each folder may import of ours besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  words: ['text'],
  notes: ['text', 'words'],
  catalog: ['notes', 'text', 'words'],
  feed: ['catalog', 'text', 'words'],
  citations: ['catalog', 'text'],
  search: ['text'],
  writing: ['text'],
  papers: ['notes', 'text', 'writing'],
  moving: ['notes', 'papers', 'text', 'writing'],
  selections: ['feed', 'search', 'text'],
  browser: ['search', 'selections', 'text'],
  site: ['browser', 'search', 'selections', 'citations', 'feed', 'catalog', 'text', 'words'],
  pictures: ['site', 'text'],
  worker: ['catalog', 'feed', 'search', 'selections', 'site', 'text'],
  cli: ['text', 'notes', 'catalog', 'feed', 'citations', 'site', 'pictures', 'worker', 'papers', 'writing', 'moving'],
}

/** The only file that may import a foreign library. */
const doors: Readonly<Record<string, string>> = {
  '@citation-js/core': 'citations/formats.ts',
  '@citation-js/plugin-bibtex': 'citations/formats.ts',
  '@citation-js/plugin-ris': 'citations/formats.ts',
  '@hono/node-server': 'cli/site-server.ts',
  '@takumi-rs/core': 'pictures/renderer.ts',
  chokidar: 'cli/preview/content-watch.ts',
  commander: 'cli/run.ts',
  'date-fns/formatRFC7231': 'worker/headers.ts',
  'date-fns/format': 'words/dates.ts',
  'date-fns/locale/en-GB': 'words/dates.ts',
  'date-fns/locale/ja': 'words/dates.ts',
  'date-fns/locale/ko': 'words/dates.ts',
  'date-fns/subSeconds': 'text/day.ts',
  esbuild: 'site/assets.ts',
  feed: 'feed/library.ts',
  feedsmith: 'papers/feed-library.ts',
  'gray-matter': 'notes/front-matter.ts',
  'hono/tiny': 'worker/app.ts',
  'hono/cors': 'worker/headers.ts',
  'markdown-it': 'notes/markdown.ts',
  'markdown-it-cjk-friendly': 'notes/markdown.ts',
  'paperwire-manifest': 'worker/main.ts',
  turndown: 'moving/markdown.ts',
  temml: 'text/math.ts',
  workerd: 'cli/preview/workerd.ts',
  yaml: 'notes/yaml-fields.ts',
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))

/** The modules a file names, type imports and those loaded late included. */
function importsOf(file: string): readonly { readonly from: string; readonly typeOnly: boolean }[] {
  const text = readFileSync(join(source, file), 'utf8')
  const imported = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{},\s]+\sfrom\s+)?'([^']+)'/gm)]
  const required = [...text.matchAll(/\b(?:require|(typeof )?import)\('([^']+)'\)/g)]
  return [...imported, ...required].map(([, type, from]) => ({ from: from as string, typeOnly: type !== undefined }))
}

test('every source file lies in a layer that the table knows', () => {
  expect([...new Set(files.map((file) => file.split('/')[0]))].toSorted()).toEqual(Object.keys(layers).toSorted())
})

describe.each(files)('%s', (file) => {
  const layer = file.split('/')[0] as string

  test('imports of ours only what its layer may', () => {
    for (const { from } of importsOf(file).filter((one) => one.from.startsWith('.'))) {
      const target = relative(source, join(source, dirname(file), from))
        .replaceAll(sep, posix.sep)
        .split('/')[0] as string
      expect([layer, ...(layers[layer] as readonly string[])], `${file} imports ${from}`).toContain(target)
    }
  })

  test('is the door to each foreign library it imports', () => {
    for (const { from, typeOnly } of importsOf(file)) {
      if (from.startsWith('.') || from.startsWith('node:') || typeOnly) continue
      expect(doors[from], `${file} imports ${from}`).toBe(file)
    }
  })
})

test('no source file is longer than 300 lines', () => {
  const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 301)
  expect(long).toEqual([])
})

test('nothing below the edge reads a clock, chance, the locale or the environment', () => {
  // The clocks of a named zone are asked for in a given locale: that is data, as the calendar is.
  const edge = (file: string): boolean => file.startsWith('cli/') || ['worker/app.ts', 'text/zone.ts'].includes(file)
  const offenders = files
    .filter((file) => !edge(file))
    .filter((file) =>
      /Date\.now|new Date\(\)|Math\.random|toLocale|localeCompare|process\.|Intl\.(?!getCanonicalLocales)/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
    )
  expect(offenders).toEqual([])
})
