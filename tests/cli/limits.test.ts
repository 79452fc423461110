import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { limitsSaid, type Uses, workerSize } from '../../src/cli/limits.ts'

const small: Uses = {
  files: 700,
  largestFile: { path: '/', size: 200_000 },
  manifest: 7_500,
  longestDocument: { path: '/', length: 500_000 },
}

test('a site far from every limit is told so in one line, with both plans', () => {
  expect(limitsSaid(small)).toEqual({
    line: "Of Cloudflare's limits: files 700 of 20000 (paid 100000), largest file 0.2 of 26.2 MB, script 34 of 3000 kB (paid 10000), CPU of the longest answer 3 of 10 ms (paid 300000)",
    warnings: [],
  })
})

test.each<[string, Partial<Uses>, RegExp | null]>([
  ['files just below four fifths', { files: 15_999 }, null],
  [
    'files at four fifths',
    { files: 16_000 },
    /^files: 16000 are 80 % of what Cloudflare's free plan takes, 16 % of what the paid one takes \(.+\)$/,
  ],
  ['files beyond the free plan', { files: 30_000 }, /^files: 30000 are 150 % .*30 % /],
  [
    'a file near what both plans take',
    { largestFile: { path: '/tags/t/citation.bib', size: 22_000_000 } },
    /^largest file: 22 MB are 84 % of what Cloudflare's free plan takes \(it holds \/tags\/t\/citation\.bib: .+\)$/,
  ],
  ['a script near three megabytes', { manifest: 2_900_000 }, /^script: 2927 kB are 98 % /],
  [
    'a document that takes long to unpack',
    { longestDocument: { path: '/tags/t/citation.ris', length: 3_000_000 } },
    /^CPU of the longest answer: 13 ms are 130 % .*\/tags\/t\/citation\.ris/,
  ],
])('%s', (_, uses, warning) => {
  expect(limitsSaid({ ...small, ...uses }).warnings).toEqual(warning === null ? [] : [expect.stringMatching(warning)])
})

test('the worker without its manifest is as large as it is taken for, within a tenth', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/worker/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker'],
    external: ['paperwire-manifest'],
    write: false,
  })
  const [script] = outputFiles
  const size = gzipSync(script?.contents as Uint8Array).length
  expect(Math.abs(size / workerSize - 1)).toBeLessThan(0.1)
})
