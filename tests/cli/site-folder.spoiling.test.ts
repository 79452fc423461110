import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { explanationOf } from '../../src/cli/refusals.ts'
import { SecondThread } from '../../src/cli/second-thread.ts'
import { writeSite } from '../../src/cli/site-folder.ts'
import { project } from './called.ts'
import { newFolder, readSite } from './folders.ts'
import { madeUpSite } from './made-up-site.ts'
import { spawned } from './spawned.ts'

const write = (folder: string, site: string): unknown =>
  writeSite(folder, madeUpSite(site), { program: 'this program', keepLast: false, thread: new SecondThread() })

/** A folder that one site was written into. */
function folderOf(site: string): string {
  const folder = newFolder()
  write(folder, site)
  return folder
}

const files = (folder: string): ReadonlyMap<string, string> => readSite(folder).files
const [one, other] = ['one', 'other'] as const
const fresh = { one: files(folderOf(one)), other: files(folderOf(other)) }
const manifestOf = (folder: string): string | undefined => files(folder).get('manifest.json')

/** Every body that the manifest of a folder names, unpacked: throws where one isn't there, or isn't whole. */
const bodies = (folder: string): ReadonlyMap<string, string> => readSite(folder).bodies

const writer = (...args: readonly string[]): ReturnType<typeof spawned> => spawned('tests/cli/site-writer.ts', ...args)

/** Whether a folder holds one of the two sites whole, whatever else is in it; returns which. */
function siteIn(folder: string): typeof one | typeof other {
  const site = manifestOf(folder) === fresh.one.get('manifest.json') ? one : other
  const held = files(folder)
  for (const [name, file] of fresh[site]) expect([name, held.get(name)]).toEqual([name, file])
  return site
}

describe('a folder that something has spoiled is mended by the next build, to the byte', () => {
  const aPack = (folder: string): string => join(folder, 'bodies', readSite(folder).packs[4] as string)
  const edited = (folder: string, edit: (manifest: string) => string): void =>
    writeFileSync(join(folder, 'manifest.json'), edit(readFileSync(join(folder, 'manifest.json'), 'utf8')))

  test.each<[string, (folder: string) => void]>([
    ['a pack is gone', (folder) => rmSync(aPack(folder))],
    ['a pack is empty', (folder) => truncateSync(aPack(folder))],
    ['a pack is cut short', (folder) => truncateSync(aPack(folder), 1_000)],
    ['a pack is longer', (folder) => writeFileSync(aPack(folder), 'more', { flag: 'a' })],
    [
      'a byte of a pack is another, its size and date the same',
      (folder) => {
        const pack = aPack(folder)
        const [bytes, { atime, mtime }] = [readFileSync(pack), statSync(pack)]
        bytes[5_000] = (bytes[5_000] as number) ^ 1
        writeFileSync(pack, bytes)
        utimesSync(pack, atime, mtime)
      },
    ],
    ['a pack is another', (folder) => cpSync(join(folder, 'bodies', readSite(folder).packs[0] as string), aPack(folder))],
    ['a pack is one too many', (folder) => writeFileSync(join(folder, 'bodies', '0'.repeat(32)), 'old')],
    ['all packs are gone', (folder) => rmSync(join(folder, 'bodies'), { recursive: true })],
    ['the manifest is gone', (folder) => rmSync(join(folder, 'manifest.json'))],
    ['the manifest is cut short', (folder) => truncateSync(join(folder, 'manifest.json'), 500)],
    ['the manifest is another text', (folder) => edited(folder, () => '{"packs":{"x":null,"y":[null],"z":[]}}')],
    ['the manifest is null', (folder) => edited(folder, () => 'null')],
    ['a version in the manifest is another', (folder) => edited(folder, (text) => text.replace(/"versions":"../, '"versions":"AA'))],
    ['what is kept of the packs is gone', (folder) => rmSync(join(folder, 'packs.json'))],
    ['what is kept of the packs is cut short', (folder) => truncateSync(join(folder, 'packs.json'), 500)],
    ['what is kept of the packs is another text', (folder) => writeFileSync(join(folder, 'packs.json'), 'null')],
    [
      'another program has written it',
      (folder) => {
        const kept = join(folder, 'packs.json')
        writeFileSync(kept, readFileSync(kept, 'utf8').replace('this program', 'that program'))
      },
    ],
  ])('%s', (_, spoil) => {
    for (const next of [one, other] as const) {
      const folder = folderOf(one)
      spoil(folder)
      write(folder, next)
      expect(files(folder)).toEqual(fresh[next])
    }
  })
})

test('a build that can’t keep what it knows of its packs leaves the new site whole all the same', () => {
  const folder = folderOf(one)
  rmSync(join(folder, 'packs.json'))
  mkdirSync(join(folder, 'packs.json'))
  expect(() => write(folder, other)).toThrow(expect.objectContaining({ path: join(folder, 'packs.json') }))
  expect(siteIn(folder)).toBe(other)
})

describe('several builds into one folder at once', () => {
  test('leave one of their sites whole, however they race', async () => {
    const folder = folderOf(one)
    for (let race = 0; race < 20; race += 1) {
      // Each writes its site twice, so that ends meet beginnings too.
      const racing = [one, other].map((site) => writer(folder, site, '2').said)
      for (const said of await Promise.all(racing)) {
        for (const line of said.trim().split('\n')) expect(line).toMatch(/^\d+$|another build is under way, by process \d+ \(/)
      }
      expect(files(folder)).toEqual(fresh[siteIn(folder)])
    }
  })

  test('leave one of their sites whole where they are run by the command', async () => {
    const [from, out] = ['content', newFolder()]
    const builds = ['https://one.example', 'https://other.example'].map((url) =>
      spawned('src/cli/main.ts', 'build', '--content', from, '--out', out, '--url', url),
    )
    const said = await Promise.all(builds.map(({ said }) => said))
    expect(said.filter((text) => text.includes('entries'))).not.toEqual([])
    const { manifest } = readSite(out)
    const alone = newFolder()
    await spawned('src/cli/main.ts', 'build', '--content', from, '--out', alone, '--url', manifest.origin).said
    expect(files(out)).toEqual(files(alone))
  })
})

describe('a build that is killed leaves the old site or the new one, and the next build mends what it left', () => {
  const calls = Number(
    spawnSync(process.execPath, [`${project}tests/cli/site-writer.ts`, folderOf(one), other], { encoding: 'utf8' }).stdout,
  )

  test('at every call that changes the disk', async () => {
    const left = new Set<string>()
    for (let call = 1; call <= calls; call += 1) {
      const folder = folderOf(one)
      const { child, said } = writer(folder, other, '1', String(call))
      await said
      expect(child.signalCode).toBe('SIGKILL')
      left.add(siteIn(folder))
      write(folder, call % 2 === 0 ? one : other)
      expect(files(folder)).toEqual(fresh[call % 2 === 0 ? one : other])
    }
    expect([calls > 20, left]).toEqual([true, new Set([one, other])])
  })

  test('at any moment, one after another in one folder', async () => {
    const folder = folderOf(one)
    for (let kill = 0; kill < 36; kill += 1) {
      const { child, said } = writer(folder, kill % 2 === 0 ? other : one, '1000')
      // A claim is there as soon as it writes.
      while (!readdirSync(folder).some((name) => name.startsWith('.unfinished-'))) await wait(1)
      await wait(Math.random() * 40)
      child.kill('SIGKILL')
      await said
      expect(bodies(folder)).toEqual(bodies(folderOf(siteIn(folder))))
    }
    write(folder, one)
    expect(files(folder)).toEqual(fresh.one)
  })
})

describe('a full disk', () => {
  const disk = newFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) console.log(`No disk is filled: mount says ${mounted.error?.message ?? mounted.stderr.trim()}`)

  test.skipIf(mounted.status !== 0)('leaves the old site, is said in one line, and leaves no packs of the new one to fill it', () => {
    try {
      const folder = join(disk, 'site')
      write(folder, one)
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(100_000))
      expect(() => write(folder, other)).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
      expect(files(folder)).toEqual(fresh.one)
      let said = ''
      try {
        write(folder, other)
      } catch (error) {
        said = explanationOf(error)
      }
      expect(said).toMatch(/\/site\/bodies\/[0-9a-f]{26}: no room is left \(make some: .*\)$/)
      rmSync(join(disk, 'ballast'))
      write(folder, other)
      expect(files(folder)).toEqual(fresh.other)
    } finally {
      spawnSync('umount', [disk])
    }
  })
})
