import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { type Catalog, channelsOfKind } from '../../src/catalog/catalog.ts'
import { publishedContent, readCatalog } from '../../src/cli/site-build.ts'
import type { Problem } from '../../src/notes/problem.ts'
import { documentsOf } from '../site/site-of.ts'
import { type CorpusEntry, corpusEntries } from './corpus/entry.ts'
import { withParticles } from './corpus/korean.ts'
import { noteFiles, siteFile } from './corpus/notes.ts'
import { documentsAlike } from './generators/documents-alike.ts'

const count = 1_000
const entries = corpusEntries(0, count)

function textOf(some: readonly CorpusEntry[]): string {
  return [...noteFiles(some).values()].join('')
}

describe('a generated corpus', () => {
  test('has the same bytes wherever it is made, so that figures measured at different times can be compared', () => {
    const digest = createHash('sha256').update(textOf(entries)).digest('hex')
    // Who changes the corpus measures everything in results.md again.
    expect(digest).toBe('091c4cdecc9d4298ec10a91efd90a74f05c2fa62240de5bbdfc7a757082facbf')
  })

  test('begins every larger one', () => {
    expect(corpusEntries(0, 200).slice(0, 50)).toEqual(corpusEntries(0, 50))
    expect(corpusEntries(150, 200)).toEqual(corpusEntries(0, 200).slice(150))
  })

  test('has ten entries a day, each with a title and a paper of its own', () => {
    expect(noteFiles(entries).size).toBe(count / 10)
    const many = corpusEntries(0, 5_000)
    expect(new Set(many.map(({ title }) => title)).size).toBe(many.length)
    expect(new Set(many.map(({ link }) => link)).size).toBe(many.length)
  })

  // The example's notes of 2024-06-10 compress to 0.67–0.72 of their length one by one, and to 0.54 together.
  test('compresses nearly as real notes do', () => {
    const ratios = entries.slice(0, 200).map((entry) => gzipRatio(textOf([entry])))
    expect(mean(ratios)).toBeGreaterThan(0.64)
    expect(mean(ratios)).toBeLessThan(0.76)
    const ofDays = Array.from({ length: 20 }, (_, day) => gzipRatio(textOf(entries.slice(day * 10, day * 10 + 10))))
    expect(mean(ofDays)).toBeGreaterThan(0.44)
    expect(mean(ofDays)).toBeLessThan(0.58)
  })

  test('uses few tags and authors often and most of them rarely', () => {
    const uses = usesOf(entries.flatMap(({ tags }) => tags))
    expect(uses.length).toBeGreaterThan(180)
    expect(uses[0]).toBeGreaterThan(count / 10)
    expect(uses[0]).toBeLessThan(count / 4)
    expect(uses[100]).toBeLessThan(count / 100)
    const ofAuthors = usesOf(entries.flatMap(({ authors }) => authors))
    expect(ofAuthors[0]).toBeGreaterThan(count / 20)
    expect(ofAuthors[Math.floor(ofAuthors.length / 2)]).toBeLessThan(4)
  })

  test.each([
    ['벽을/를', '벽을'],
    ['지도을/를', '지도를'],
    ['**벽**이/가', '**벽**이'],
    ['**지도**이/가', '**지도**가'],
    ['거리과/와 벽은/는', '거리와 벽은'],
  ])('%s is written %s', (both, one) => {
    expect(withParticles(both)).toBe(one)
  })
})

describe('a generated corpus as Paperwire reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-corpus-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  function read(some: readonly CorpusEntry[]): { catalog: Catalog; problems: readonly Problem[] } {
    const content = mkdtempSync(join(folder, 'content-'))
    writeFileSync(join(content, 'site.md'), siteFile)
    for (const [file, text] of noteFiles(some)) writeFileSync(join(content, file), text)
    const { catalog, problems } = readCatalog({ ...publishedContent(content, null), now: new Date('2030-01-01T00:00:00Z') })
    return { catalog: catalog as Catalog, problems }
  }

  test('is exactly the entries that it was made of, whole, without a problem', () => {
    const { catalog, problems } = read(entries)
    expect(problems).toEqual([])
    expect(catalog.entries.length).toBe(count)
    expect(new Set(catalog.entries.map(({ paper }) => paper?.url))).toEqual(new Set(entries.map(({ link }) => link)))
    expect(channelsOfKind(catalog, 'tag').length).toBe(new Set(entries.flatMap(({ tags }) => tags)).size)
    const lacking = catalog.entries.filter(({ abstract, commentary, authors, tags }) =>
      [abstract, commentary, authors, tags].some((part) => part.length === 0),
    )
    expect(lacking.map(({ title }) => title)).toEqual([])
  })

  test('is, in the documents that other generators make too, byte for byte what the whole build has there', () => {
    const { catalog } = read(entries.slice(0, 60))
    const alike = new Map([...documentsAlike(catalog)].map(({ path, body }) => [path, Buffer.from(body).toString()]))
    const whole = new Map(documentsOf(catalog).map(({ path, body }) => [path, Buffer.from(body).toString()]))
    expect(alike.size).toBe(60 + 4 * (1 + channelsOfKind(catalog, 'tag').length))
    expect([...alike].filter(([path, body]) => whole.get(path) !== body).map(([path]) => path)).toEqual([])
    expect([...alike.values()].filter((body) => body.includes('<math')).length).toBeGreaterThan(6)
  })
})

function gzipRatio(text: string): number {
  return gzipSync(text).length / Buffer.byteLength(text)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How often each value is used, the most used first. */
function usesOf(values: readonly string[]): readonly number[] {
  return [...Map.groupBy(values, (value) => value).values()].map((same) => same.length).toSorted((one, other) => other - one)
}
