import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import { canonicalCandidates, paths } from '../../src/site/urls.ts'
import { anyCharacter } from '../any-character.ts'
import { siteOf } from './site-of.ts'

const folder = new URL('../worker/content/', import.meta.url)
const { bodies } = siteOf(Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])))
const served: readonly string[] = [...bodies.keys()]
const korean = paths.tag('정렬')
const nfd = '정렬'.normalize('NFD')

describe('every way to write a path has the canonical one among its candidates', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['////', '/'],
    ['/rss.xml', '/rss.xml'],
    ['/rss.xml/', '/rss.xml'],
    ['//rss.xml', '/rss.xml'],
    ['/RSS.XML', '/rss.xml'],
    ['/%72ss%2Exml', '/rss.xml'],
    ['/Embed.js', '/embed.js'],
    ['/tags', '/tags/'],
    ['/Tags/', '/tags/'],
    ['/2024-06-10', '/2024-06-10/'],
    ['/2024', '/days/2024/'],
    ['/Days/2024/', '/days/2024/'],
    ['/2024/06/', '/days/2024-06/'],
    ['/2024-06/', '/days/2024-06/'],
    ['/days/2024/6/', '/days/2024-06/'],
    ['/days/2024-6', '/days/2024-06/'],
    ['/2024/6/1/', '/2024-06-01/'],
    ['/days/2024/06/10/', '/2024-06-10/'],
    ['/days/2024-06-10/', '/2024-06-10/'],
    ['/2024-6-1', '/2024-06-01/'],
    ['/days/6/10/', '/days/06-10/'],
    ['/days/6-10', '/days/06-10/'],
    ['/tags/Alignment', '/tags/alignment/'],
    ['/tags/ALIGNMENT/feed.json', '/tags/alignment/feed.json'],
    ['/TAGS//Alignment///Atom.XML/', '/tags/alignment/atom.xml'],
    ['/tags/old_name/', '/tags/old_name/'],
    ['/tags/C++/', '/tags/cpp/'],
    ['/tags/c%2B%2B/rss.xml', '/tags/cpp/rss.xml'],
    ['/Tags/c++/archive/1', '/tags/cpp/archive/1/'],
    ['/tags/C%23/', '/tags/csharp/'],
    ['/tags/C%EF%BC%83/atom.xml', '/tags/csharp/atom.xml'],
    ['/tags/.NET', '/tags/dotnet/'],
    // Only a tag's name has its signs spelled out.
    ['/2024-06-10/C++/', '/2024-06-10/c/'],
    ['/tags/c/rss.xml++', '/tags/c/rss-xml/'],
    ['/tags/node.js', '/tags/node-js/'],
    ['/tags/%EF%BC%A3/', '/tags/c/'],
    [korean, korean],
    [korean.toLowerCase(), korean],
    ['/tags/정렬', korean],
    [`/tags/${nfd}/`, korean],
    [`/tags/${encodeURIComponent(nfd)}/RSS.xml`, `${korean}rss.xml`],
  ])('%j: %s', (written, canonical) => {
    expect(canonicalCandidates(written)).toContain(canonical)
  })
})

test('likeliest first: decoded and in NFC, in lower case, as slugs, as slugs above a file', () => {
  expect(canonicalCandidates('//Cafe%CC%81/%41.B')).toEqual([
    '/Caf%C3%A9/A.B/',
    '/Caf%C3%A9/A.B',
    '/caf%C3%A9/a.b/',
    '/caf%C3%A9/a.b',
    '/caf%C3%A9/a-b/',
    '/caf%C3%A9/a-b',
  ])
  expect(canonicalCandidates('/C.D/%41.B/').slice(-2)).toEqual(['/c-d/a.b/', '/c-d/a.b'])
})

test.each(['/6/10/', '/2024/06/10/11/', '/12345/', '/days/123/', '/days/2024/x/', '/days/2024-06x/', '/x/2024/06/', '/2024--6/'])(
  '%s names no date',
  (written) => {
    const dated = /^\/days\/(?:\d{4}|\d{4}-\d\d|\d\d-\d\d)\/$|^\/\d{4}-\d\d-\d\d\/$/
    expect(canonicalCandidates(written).filter((path) => dated.test(path))).toEqual([])
  },
)

describe('what cannot be a path of the site has no candidate', () => {
  test.each([
    ['no hexadecimal digits', '/%zz'],
    ['one digit', '/rss.xml%2'],
    ['a lone percent sign', '/%'],
    ['UTF-8 that ends early (RFC 3629 §3)', '/tags/%E0%A4/'],
    ['an overlong form (RFC 3629 §3)', '/%C0%AF/'],
    ['a surrogate (RFC 3629 §3)', '/%ED%A0%80/'],
    ['an encoded slash', '/tags%2Falignment/'],
    ['an encoded slash in lower case', '/tags%2falignment/'],
    ['encoded slashes that would be a host', '/%2F%2Fevil.example/'],
  ])('%s: %s', (_, written) => {
    expect(canonicalCandidates(written)).toEqual([])
  })
})

test.each(['/!/', '/%20', '/%00/', '/-/', '/%E2%80%8D/', '/%EF%BC%8E%EF%BC%8E/'])('%s is no other way to write the root', (written) => {
  expect(canonicalCandidates(written)).not.toContain('/')
})

test.each(['/tags/!!!/', '/!/tags/', '/tags/%20/%20'])('%s is no other way to write /tags/', (written) => {
  expect(canonicalCandidates(written)).not.toContain('/tags/')
})

describe('the work on a path has a bound: what is longer than any path of the site has no candidate', () => {
  const mark = '%CC%81'
  test.each([
    ['eight segments', '/a'.repeat(8), 17],
    ['nine segments', '/a'.repeat(9), 0],
    ['eight segments and empty ones', '//a'.repeat(8), 17],
    ['thousands of segments', '/a'.repeat(8_000), 0],
    ['1,500 characters', `/${'a'.repeat(1_499)}`, 1_501],
    ['1,501 characters', `/${'a'.repeat(1_500)}`, 0],
    ['1,500 slashes', '/'.repeat(1_500), 1],
    ['1,501 slashes', '/'.repeat(1_501), 0],
    ['marks in 1,500 characters', `/aa${mark.repeat(249)}`.padEnd(1_500, 'a'), 1_500],
    ['marks without end, which take quadratic time to put in order', `/a${mark.repeat(60_000)}`, 0],
  ])('%s', (_, written, longest) => {
    expect(Math.max(0, ...canonicalCandidates(written).map((candidate) => candidate.length))).toBe(longest)
  })

  test('the longest paths that the site may have lie within it', () => {
    const name = '😀'.repeat(80)
    for (const format of formats) {
      const longest = [
        paths.archive(format, `tags/${name}`, 100_000),
        paths.feedView(format, `authors/${name}`),
        paths.citation(paths.entry('2024-06-10', name), 'json'),
      ]
      for (const path of longest) expect(canonicalCandidates(path)).toContain(path)
    }
  })
})

test('every path that is served is canonical: the first of its own candidates that is served is itself', () => {
  for (const path of served) expect(canonicalCandidates(path).find((candidate) => served.includes(candidate))).toBe(path)
})

const everySegment = (path: string, change: (segment: string) => string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(change(decodeURIComponent(segment))))
    .join('/')

/** Other ways to write a path that mean the same, to be gone in this order. */
const otherwise: readonly ((path: string) => string)[] = [
  (path) => path.replaceAll(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => everySegment(path, (segment) => segment.normalize('NFD')),
  (path) => everySegment(path, (segment) => segment.toUpperCase()),
  (path) => path.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  (path) => path.split('/').map(decodeURIComponent).join('/'),
  (path) => path.replace(/\/$/, ''),
  (path) => `${path}/`,
  (path) => path.replaceAll('/', '//'),
]

test('RFC 3986 §6.2.2: however a path is written, it is among the candidates, and the first of them that is served', () => {
  fc.assert(
    fc.property(fc.constantFrom(...served), fc.subarray([...otherwise]), (path, ways) => {
      const written = ways.reduce((form, way) => way(form), path)
      expect(canonicalCandidates(written).find((candidate) => served.includes(candidate))).toBe(path)
    }),
    { numRuns: 1_000 },
  )
})

test('a candidate begins with one slash, has no empty segment, and is already as a URL would have it', () => {
  const part = fc.oneof(
    fc.constantFrom('/', '//', '\\', '.', '..', '%2e', '%2F', '%5C', '%', '!', '-', '%00', '%0A', '．', '／', '@', ':', 'evil.example'),
    fc.string({ unit: anyCharacter, maxLength: 4 }),
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 8 }).map((parts) => new URL(`https://notes.example/${parts.join('')}`).pathname),
      (pathname) => {
        for (const candidate of canonicalCandidates(pathname)) {
          expect(candidate).toMatch(/^\/$|^(\/[^/\\]+)+\/?$/)
          expect(new URL(candidate, 'https://notes.example').href).toBe(`https://notes.example${candidate}`)
        }
      },
    ),
    { numRuns: 500 },
  )
})
