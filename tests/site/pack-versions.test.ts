import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf } from '../../src/site/pack-keys.ts'
import { PackVersions, writtenVersions } from '../../src/site/pack-versions.ts'

const site = {
  origin: 'https://notes.example',
  hubUrl: null,
  entryLinks: '',
  speculationRules: '',
  channels: { site: [['', 'a', null, 2, 'none']], tag: [['x', 'b', null, 0, 'apart']], author: [] },
  days: '2024-06-10',
  calendarPacks: 2,
  authorShards: 0,
  searched: 1,
} as const
const keys = [...keysOf(site)]
const hexadecimal = fc.stringMatching(/^[0-9a-f]{4}$/)

test('the version of each pack can be read again', () => {
  fc.assert(
    fc.property(fc.array(hexadecimal, { minLength: keys.length, maxLength: keys.length }), (written) => {
      const versions = writtenVersions(written)
      const read = new PackVersions({ ...site, versions })
      expect(keys.map((key) => [read.packs.has(key), read.of(key)])).toEqual(written.map((version) => [true, version]))
      expect(versions).not.toContain('=')
      expect(versions).toBe(Buffer.from(written.join(''), 'hex').toString('base64').replace(/=+$/, ''))
    }),
  )
})

test('a pack that the site does not have has no version', () => {
  const read = new PackVersions({ ...site, versions: writtenVersions(keys.map(() => 'abcd')) })
  for (const key of ['day 2024-06-11', '', '__proto__']) {
    expect(read.packs.has(key)).toBe(false)
    expect(() => read.of(key)).toThrow(`no pack ${key}`)
  }
})

test('a manifest with a version too few or too many is refused', () => {
  for (const count of [keys.length - 1, keys.length + 1]) {
    const versions = writtenVersions(Array.from({ length: count }, () => 'abcd'))
    expect(() => new PackVersions({ ...site, versions })).toThrow(`a manifest of ${keys.length} packs and ${count} versions`)
  }
})
