/**
 * The figures that must not creep up: how long the tests took, the longest source file, and what a page's scripts weigh.
 * `.ci/run` prints them before its closing line, given the seconds of the tests: of wall time, then of CPU.
 */
import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { assets } from '../src/site/assets.ts'

const [wallSeconds = '?', cpuSeconds = '?'] = process.argv.slice(2)

const [longest = '', lines = 0] =
  globSync('src/**/*.{ts,css}')
    .map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1] as const)
    .toSorted(([, a], [, b]) => b - a)[0] ?? []

const weights = new Map(
  Object.entries(assets())
    .filter(([name]) => name.endsWith('.js'))
    .map(([name, { body }]) => [name, gzipSync(body, { level: 9 }).length]),
)
const weightOf = (...names: readonly string[]): string => `${names.reduce((sum, name) => sum + (weights.get(name) ?? Number.NaN), 0)} B`

console.log(`npm test: ${wallSeconds} s of wall time, ${cpuSeconds} s of CPU`)
console.log(`longest source file: ${longest}, ${lines} lines`)
console.log(
  `scripts, gzipped: search page ${weightOf('search.js', 'finder.js')}, component ${weightOf('embed.js')}, page about embedding ${weightOf('embed-form.js')}, every page ${weightOf('page.js', 'theme.js')}`,
)
