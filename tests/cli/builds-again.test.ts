import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kept, keptIn } from '../../src/cli/kept.ts'
import { publishedContent, readCatalog, writeCatalog } from '../../src/cli/site-build.ts'
import { readNotesFile } from '../../src/notes/content.ts'
import { called } from './called.ts'
import { type BuiltSite, content, newFolder, readSite } from './folders.ts'

const texts = [
  '2024-06-10\nA\n(Ada Lovelace)\n글.\n#t\nB\nhttps://arxiv.org/abs/2406.00001\n(Ada Lovelace, 김연구)\n> An abstract.\n더.\n#u #t\n',
  '2024-06-10\nB\nhttps://arxiv.org/abs/2406.00001\n(김연구)\n> Another abstract.\n더.\n#U #t\nA\n(Ada Lovelace)\n글.\n#t\n',
  '2024-06-11\nC\n(Ada Lovelace)\n[[A]]를 보라.\n#c++ #t\n',
  '2024-06-11\nC\n(Grace Hopper)\n[[A]]를 보라.\n#c++\n',
  '2099-01-01\nHeld\n언젠가.\n#t\n',
  '2024-06-31\nNo such day\n글.\n#t\n',
  '',
]
const sites = ['feedSize: 2', 'feedSize: 2\nauthorFeeds: 2', 'aliases: { u: t }', 'slugs: { c++: cplusplus }', 'license: CC-BY-4.0']

/** The text of a file of notes, whose titles no other file has. */
function textFor(file: string, index: number): string {
  const text = texts[index % texts.length] as string
  return text
    .replace(/^([ABC])$/gm, `$1 of ${file[0]}`)
    .replace('[[A]]', '[[A of a]]')
    .replace('2406.00001', `2406.0000${file.charCodeAt(0) % 10}`)
}

const step = fc.record({
  file: fc.constantFrom('a.md', 'b.md', 'c.md', 'site.md'),
  to: fc.nat(20),
  origin: fc.constantFrom(null, null, 'https://other.example'),
  isRecorded: fc.boolean(),
})

test('a process that builds again and again, whatever is edited, and whichever thread writes the papers, writes byte for byte what a build into an empty folder makes', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10, size: 'max' }), fc.constantFrom(0, 2, 500), async (steps, fewPapers) => {
      const [from, out] = [content({ 'z.md': texts[0] as string }), newFolder()]
      const kept = keptIn(out, 'this program', readNotesFile, fewPapers)
      for (const { file, to, origin, isRecorded } of steps) {
        const site = `---\ntitle: T\nurl: https://notes.example\n${sites[to % sites.length]}\n---\n`
        writeFileSync(join(from, file), file === 'site.md' ? site : textFor(file, to))
        if (isRecorded) await called(['record', '--content', from, '--accept', 'new,tags,removals'])
        const site1 = builtBy(kept, { from, out, origin })
        if (site1 === null) continue
        const fresh = newFolder()
        const site2 = builtBy(keptIn(fresh, 'this program'), { from, out: fresh, origin })
        compared += 1
        expect(site1.bodies).toEqual(site2?.bodies)
        expect(site1.files).toEqual(site2?.files)
      }
    }),
    { numRuns: 20 },
  )
  expect(compared).toBeGreaterThan(40)
})

/** Builds by what is kept; null where the notes have a mistake. */
function builtBy(
  kept: Kept,
  { from, out, origin }: { readonly from: string; readonly out: string; readonly origin: string | null },
): BuiltSite | null {
  const options = { ...publishedContent(from, new Set(['new', 'tags'] as const)), origin, now: new Date('2024-06-12T03:00:00Z') }
  const { catalog } = readCatalog(options, kept.readFile)
  if (catalog === null) return null
  writeCatalog(out, catalog, kept, { program: 'this program', keepLast: false })
  return readSite(out)
}
