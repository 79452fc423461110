import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import manifest from 'paperwire-manifest'
import { describe, expect, test } from 'vitest'
import { type PackKey, packKeys } from '../../src/site/pack-keys.ts'
import { packOfPath } from '../../src/site/pack-of-path.ts'
import { paths } from '../../src/site/urls.ts'
import { KnownSite } from '../../src/worker/known-site.ts'
import { type Directory, lookUp, type Outcome, type Signposts } from '../../src/worker/lookup.ts'
import { Packs } from '../../src/worker/packs.ts'
import { Reader } from '../../src/worker/reader.ts'
import { answered } from '../answered.ts'
import { resources } from './asking.ts'

const korean = paths.tag('정렬')
const nfd = encodeURIComponent('정렬'.normalize('NFD'))
const removed = paths.entry('2024-05-02', '지워진-글')

const served = [
  ...[
    '/',
    '/rss.xml',
    '/tags/',
    '/tags/math/',
    '/tags/math/rss.xml',
    '/tags/c/',
    '/tags/cpp/',
    '/tags/csharp/rss.xml',
    '/tags/upper/',
    korean,
    `${korean}rss.xml`,
  ],
  ...['/2024-06-10/', '/2024-06-10/a-title/', '/2024-06-10/a-title/citation.bib', '/archive/1/rss.xml'],
  ...['/assets/0a1b/page.css', '/assets/2c3d/Chunk-X.js', '/kept/', '/kept/rss.xml', '/%zz'],
]
const moved = {
  '/tags/maths/': '/tags/math/',
  '/2024-06-10/old-title/': '/2024-06-10/a-title/',
  '/tags/lost/': '/tags/nowhere/',
  // In two tables each.
  '/kept/': '/tags/math/',
  '/archive/3/': '/tags/math/',
  '/tags/Upper/': '/tags/math/',
  '/moved-and-gone/': '/tags/math/',
}
const upcoming = {
  '/archive/2/': '/',
  '/tags/math/archive/1/': '/tags/math/',
  '/archive/3/': '/',
  '/tags/lost/': '/',
  '/assets/0/': '/assets/0a1b/',
}
const gone = [
  ...[removed, '/2024-05-02/', '/tags/gone/rss.xml'],
  ...['/kept/', '/moved-and-gone/', '/archive/2/rss.xml', '/tags/lost/rss.xml', '/tags/lost/atom.xml', '/assets/1/page.css'],
]
const tables = {
  served: new Set(served),
  moved: new Map(Object.entries(moved)),
  upcoming: new Map(Object.entries(upcoming)),
  gone: new Set(gone),
}
const directory: Directory = {
  has: (path) => tables.served.has(path),
  movedTo: (folder) => tables.moved.get(folder) ?? null,
  substituteOf: (folder) => tables.upcoming.get(folder) ?? null,
  assetNamed: (file) => served.find((path) => path.startsWith('/assets/') && path.endsWith(`/${file}`)) ?? null,
  isGone: (path) => tables.gone.has(path),
}

/** What a path leads to by these packs, and which of them were asked for, in order. */
function outcomeIn(path: string, signposts: Signposts, packs: (key: PackKey) => Directory): readonly [Outcome, readonly PackKey[]] {
  const asked: PackKey[] = []
  const outcome = answered(lookUp(path, signposts), (key) => {
    asked.push(key)
    return packs(key)
  })
  return [outcome, asked]
}

/** What a path leads to where one directory tells of everything. */
function outcomeOf(path: string): Outcome {
  return outcomeIn(path, { packOf: () => 'all', hasFeed: () => false, hasChannel: () => false }, () => directory)[0]
}

const found = (path: string): Outcome => ({ kind: 'found', path })
const movedTo = (path: string): Outcome => ({ kind: 'moved', path })
const replaced = (path: string): Outcome => ({ kind: 'replaced', path })
const toCome = (path: string): Outcome => ({ kind: 'to come', path })
const goneForGood: Outcome = { kind: 'gone' }
const missing: Outcome = { kind: 'missing' }

const rows: readonly (readonly [string, string, Outcome])[] = [
  ['the root', '/', found('/')],
  ['a folder', '/tags/math/', found('/tags/math/')],
  ['a file', '/tags/math/rss.xml', found('/tags/math/rss.xml')],
  ['another script', korean, found(korean)],
  ['what is there as it is written, whatever its encoding', '/%zz', found('/%zz')],

  ['wrong case', '/Tags/MATH/RSS.xml', movedTo('/tags/math/rss.xml')],
  ['percent-encoded letters', '/%74ags/%6Dath/', movedTo('/tags/math/')],
  ['percent-encoded in lower case', korean.toLowerCase(), movedTo(korean)],
  ['not percent-encoded', '/tags/정렬/', movedTo(korean)],
  ['NFD', `/tags/${nfd}/rss.xml`, movedTo(`${korean}rss.xml`)],
  ['doubled slashes', '//tags///math//rss.xml', movedTo('/tags/math/rss.xml')],
  ['nothing but slashes', '///', movedTo('/')],
  ['a missing slash', '/tags/math', movedTo('/tags/math/')],
  ['a slash behind a file', '/rss.xml/', movedTo('/rss.xml')],
  ['what has this slug', '/tags/(C)/', movedTo('/tags/c/')],
  ['what has this slug of a tag', '/tags/C++/', movedTo('/tags/cpp/')],
  ['a file of what has this slug of a tag', '/tags/C%23/rss.xml', movedTo('/tags/csharp/rss.xml')],
  ['a folder by its slug, and a file that keeps its dot', '/tags/Math!/RSS.XML', movedTo('/tags/math/rss.xml')],

  ['a moved folder', '/tags/maths/', movedTo('/tags/math/')],
  ['a moved folder with a file behind it', '/tags/maths/rss.xml', movedTo('/tags/math/rss.xml')],
  ['a moved folder in another spelling', '/TAGS/Maths/RSS.xml/', movedTo('/tags/math/rss.xml')],
  ['a moved entry', '/2024-06-10/old-title', movedTo('/2024-06-10/a-title/')],
  ['the citation of a moved entry', '/2024-06-10/old-title/citation.bib', movedTo('/2024-06-10/a-title/citation.bib')],
  ['a moved folder without such a file', '/tags/maths/never.xml', missing],
  ['a folder below a moved one', '/tags/maths/rss.xml/rss.xml', missing],

  ['an asset of this build', '/assets/0a1b/page.css', found('/assets/0a1b/page.css')],
  ['an asset of a build before', '/assets/ffff/page.css', replaced('/assets/0a1b/page.css')],
  ['with capitals in its name', '/assets/0a1b/Chunk-X.js', replaced('/assets/2c3d/Chunk-X.js')],
  ['an asset that there is no more', '/assets/ffff/other.css', missing],
  ['an asset’s name without a hash', '/assets/page.css', missing],
  ['an asset’s name behind what is no hash', '/assets/xyz/page.css', missing],
  ['an asset’s name in another folder', '/other/0a1b/page.css', missing],

  ['an upcoming archive', '/archive/2/rss.xml', toCome('/rss.xml')],
  ['an upcoming archive’s page', '/archive/2/', toCome('/')],
  ['an upcoming archive in another spelling', '/Archive//2/RSS.XML', toCome('/rss.xml')],
  ['a tag’s upcoming archive', '/tags/math/archive/1/rss.xml', toCome('/tags/math/rss.xml')],
  ['an upcoming archive without such a file', '/archive/2/never.xml', missing],
  ['the archive behind it', '/archive/4/rss.xml', missing],

  ['what was removed', removed, goneForGood],
  ['gone, in another spelling', `//2024-05-02/${encodeURIComponent('지워진-글'.normalize('NFD'))}`, goneForGood],
  ['gone, in lower case', removed.toLowerCase(), goneForGood],
  ['a gone file', '/tags/GONE/RSS.xml', goneForGood],
  ['another file of a gone folder', '/tags/gone/atom.xml', missing],
  ['an entry of a gone day that never was', '/2024-05-02/never/', missing],

  ['what never was', '/nothing', missing],
  ['broken percent-encoding', '/tags/%E0%A4%A/', missing],
  ['a lone percent sign', '/rss.xml%', missing],
  ['an encoded slash', '/tags%2Fmath/', missing],
  ['an encoded slash behind a moved folder', '/tags/maths/%2frss.xml', missing],
  ['what every object has', '/constructor', missing],
  ['what every object has, as a folder', '/__proto__/', missing],
  ['a host', '//evil.example/', missing],

  ['found before moved and gone', '/kept/', found('/kept/')],
  ['found before moved, in another spelling', '/KEPT', movedTo('/kept/')],
  ['found before moved, for its files', '/KEPT/rss.xml', movedTo('/kept/rss.xml')],
  ['moved before to come', '/archive/3/rss.xml', movedTo('/tags/math/rss.xml')],
  ['moved before gone', '/moved-and-gone/', movedTo('/tags/math/')],
  ['replaced before to come', '/assets/0/page.css', replaced('/assets/0a1b/page.css')],
  ['replaced before gone', '/assets/1/page.css', replaced('/assets/0a1b/page.css')],
  ['to come before gone', '/archive/2/rss.xml', toCome('/rss.xml')],
  ['moved to nowhere, so to come', '/tags/lost/rss.xml', toCome('/rss.xml')],
  ['moved to nowhere and filled from nowhere, so gone', '/tags/lost/atom.xml', goneForGood],
  ['the likelier spelling first: as written', '/tags/Upper/', movedTo('/tags/math/')],
  ['the likelier spelling first: in lower case', '/tags/UPPER/', movedTo('/tags/upper/')],
]

describe('what a path leads to', () => {
  test.each(rows)('%s: %s is %j', (_, path, outcome) => {
    expect(outcomeOf(path)).toEqual(outcome)
  })
})

test('a canonical path is found by one question, about itself', () => {
  const asked: string[] = []
  const asking: Directory = {
    has: (path) => {
      asked.push(path)
      return true
    },
    movedTo: () => expect.fail(),
    substituteOf: () => expect.fail(),
    assetNamed: () => expect.fail(),
    isGone: () => expect.fail(),
  }
  const path = '/%E0%A4%A/ as it/is//written'
  expect(outcomeIn(path, { packOf: () => 'all', hasFeed: () => false, hasChannel: () => false }, () => asking)).toEqual([
    { kind: 'found', path },
    ['all'],
  ])
  expect(asked).toEqual([path])
})

describe('packs are asked for likeliest first, and none that needn’t be', () => {
  /** A site of two channels and a day, each in a pack of its own. */
  const tablesOf: Readonly<
    Record<PackKey, Partial<Record<'documents' | 'gone', readonly string[]>> & { moved?: string; upcoming?: string }>
  > = {
    missing: { documents: [paths.notFound], moved: '/tags/old/', gone: ['/tags/gone/'] },
    assets: { documents: ['/assets/0a1b/page.css'] },
    'channel tags/math': { documents: ['/tags/math/', '/tags/math/rss.xml'], upcoming: '/tags/math/archive/1/' },
    'day 2024-06-10': { documents: ['/2024-06-10/'], gone: ['/2024-06-10/gone/'] },
  }
  const packOf = (key: PackKey): Directory => {
    const { documents = [], moved, upcoming, gone = [] } = tablesOf[key] ?? expect.fail(key)
    return {
      has: (path) => documents.includes(path),
      movedTo: (folder) => (folder === moved ? '/tags/math/' : null),
      substituteOf: (folder) => (folder === upcoming ? '/tags/math/' : null),
      assetNamed: (file) => documents.find((path) => path.endsWith(`/${file}`)) ?? null,
      isGone: (path) => gone.includes(path),
    }
  }
  const signposts: Signposts = {
    packOf: (path) => packOfPath(path, { authorShards: 0, has: (key) => tablesOf[key] !== undefined }),
    hasFeed: (path) => path === '/tags/math/rss.xml',
    hasChannel: () => false,
  }
  const [math, day] = [packKeys.channel('tags/math'), packKeys.day('2024-06-10')]
  test.each<readonly [string, Outcome['kind'], readonly PackKey[]]>([
    ['/tags/math/rss.xml', 'found', []],
    ['/tags/math/', 'found', [math]],
    ['/2024-06-10/', 'found', [day]],
    [paths.notFound, 'found', ['missing']],
    ['/tags/MATH/', 'moved', [math]],
    ['/tags/MATH/rss.xml', 'moved', []],
    ['/tags/old/', 'moved', ['missing', math]],
    ['/tags/old/rss.xml', 'moved', ['missing']],
    ['/assets/0/page.css', 'replaced', ['assets', 'missing']],
    ['/tags/math/archive/1/rss.xml', 'to come', [math, 'missing']],
    ['/2024-06-10/gone/', 'gone', [day, 'missing']],
    ['/tags/gone/', 'gone', ['missing']],
    ['/2024-06-10/never/', 'missing', [day, 'missing']],
    ['/tags/never/', 'missing', ['missing']],
    ['/never', 'missing', ['missing']],
    ['/%', 'missing', []],
  ])('%s is %s, by %j', (path, kind, packs) => {
    const [outcome, asked] = outcomeIn(path, signposts, packOf)
    expect([outcome.kind, [...new Set(asked)]]).toEqual([kind, packs])
  })
})

test('what a path leads to is always there: whoever follows it is led no further', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    ...[...served, ...Object.keys(moved), ...Object.keys(upcoming), ...gone].flatMap((path) => path.split('/')),
  )
  const path = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`)
  const known = fc.constantFrom(...served, ...gone, ...Object.keys(moved).map((folder) => `${folder}rss.xml`), ...Object.keys(upcoming))
  fc.assert(
    fc.property(fc.oneof(path, known), (asked) => {
      const outcome = outcomeOf(asked)
      if (!('path' in outcome)) return
      expect(outcomeOf(outcome.path)).toEqual({ kind: 'found', path: outcome.path })
    }),
    { numRuns: 1_000 },
  )
})

test('over a site that is built, each of its paths is found, and moved by whatever is added to it that means nothing', async () => {
  const packs = new Packs(manifest)
  const site = new KnownSite(manifest, packs)
  const outcome = async (path: string): Promise<Outcome> => await new Reader(packs, env.ASSETS).answer(lookUp(path, site))
  for (const { path } of resources) {
    expect(await outcome(path)).toEqual({ kind: 'found', path })
    expect(await outcome(`/${path}`)).toEqual({ kind: 'moved', path })
  }
})
