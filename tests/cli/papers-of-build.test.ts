import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writePaper } from '../../src/citations/formats.ts'
import { KeptFile } from '../../src/cli/kept-file.ts'
import { PapersOfBuild } from '../../src/cli/papers-of-build.ts'
import { SecondThread } from '../../src/cli/second-thread.ts'
import type { NeededPaper } from '../../src/site/written.ts'
import { newFolder } from './folders.ts'
import { itemOf } from './item-of.ts'

/** Papers, and the numbers of all whose items were asked for. */
function someNeeded(count: number): { readonly needed: readonly NeededPaper[]; readonly asked: number[] } {
  const asked: number[] = []
  const needed = Array.from({ length: count }, (_, index) => ({
    digest: `digest ${index}`,
    item: () => {
      asked.push(index)
      return itemOf(index)
    },
  }))
  return { needed, asked }
}

const keptPapers = (folder: string): KeptFile => new KeptFile(join(folder, 'papers'), 'this program')

function papersIn(folder: string, few: number): { readonly papers: PapersOfBuild; readonly thread: SecondThread } {
  const thread = new SecondThread()
  onTestFinished(() => thread.end())
  return { papers: new PapersOfBuild(keptPapers(folder), thread, few), thread }
}

test('few papers begin no thread: whoever asks for one writes it', () => {
  const { papers, thread } = papersIn(newFolder(), 3)
  const { needed, asked } = someNeeded(3)
  papers.need(needed)
  expect([papers.get('digest 1'), asked, thread.isBegun]).toEqual([undefined, [], false])
})

test('of more, each is there when it is asked for, in whatever order, as if it was written here', () => {
  const { papers } = papersIn(newFolder(), 3)
  papers.need(someNeeded(250).needed)
  for (const index of [249, 0, 120]) expect(papers.get(`digest ${index}`)).toEqual(writePaper(itemOf(index)))
})

test('the next build has all of them, and doesn’t write them again, whether or not they were asked for', () => {
  const folder = newFolder()
  const before = papersIn(folder, 3)
  before.papers.need(someNeeded(5).needed)
  before.papers.save()
  const { papers, thread } = papersIn(folder, 0)
  const { needed, asked } = someNeeded(5)
  papers.need(needed)
  expect([papers.get('digest 4'), asked, thread.isBegun]).toEqual([writePaper(itemOf(4)), [], false])
})

test('only those that aren’t kept are written', () => {
  const folder = newFolder()
  const before = papersIn(folder, 3)
  before.papers.need(someNeeded(5).needed)
  before.papers.save()
  const { papers } = papersIn(folder, 1)
  const { needed, asked } = someNeeded(7)
  papers.need(needed)
  expect([papers.get('digest 6'), asked]).toEqual([writePaper(itemOf(6)), [5, 6]])
})

test('what a build doesn’t need is forgotten', () => {
  const folder = newFolder()
  const before = papersIn(folder, 3)
  before.papers.need(someNeeded(5).needed)
  before.papers.save()
  const kept = keptPapers(folder)
  const papers = new PapersOfBuild(kept, before.thread, 3)
  papers.need(someNeeded(2).needed)
  papers.save()
  expect([kept.has('digest 1'), kept.has('digest 2')]).toEqual([true, false])
})
