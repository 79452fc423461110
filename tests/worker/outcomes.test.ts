import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHost } from '../../src/worker/host.ts'
import { type Directory, lookUp } from '../../src/worker/lookup.ts'
import { Outcomes } from '../../src/worker/outcomes.ts'

const documents = new Set(['/', '/rss.xml', '/tags/', '/tags/math/', '/tags/math/rss.xml'])

/** Counts the questions that only a look-up asks. */
function counted(): { readonly directory: Directory; asked: number } {
  const made = {
    asked: 0,
    directory: {
      has: (path: string) => documents.has(path),
      movedTo: (folder: string) => {
        made.asked += 1
        return folder === '/tags/maths/' ? '/tags/math/' : null
      },
      substituteOf: () => null,
      assetNamed: () => null,
      isGone: (path: string) => path === '/tags/gone/',
    },
  }
  return made
}

test('whatever was asked before, an address leads where its parsed path does', () => {
  const { directory } = counted()
  const authority = fc.constantFrom(
    'x',
    'x:8080',
    'notes.example',
    '[::1]',
    'x?a',
    'x#a',
    'x\\tags',
    'user@x',
    'a b',
    'x:99999',
    'a%zz',
    '',
  )
  const path = fc
    .array(
      fc.constantFrom('/', '/', '.', '..', '%2e', '\\', '#', '?', 'tags', 'math', 'maths', 'gone', 'Tags', 'rss.xml', '정렬', ' ', '%'),
      {
        maxLength: 7,
      },
    )
    .map((parts) => `/${parts.join('')}`)
  const host = fc.constantFrom(null, 'x', 'notes.example', 'x/tags/?', '')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('http', 'https'), authority, path, host), { maxLength: 12 }), (requests) => {
      const outcomes = new Outcomes(directory)
      // Twice, since what was found out the first time is remembered.
      for (const [scheme, from, asked, said] of [...requests, ...requests]) {
        const address = `${scheme}://${from}${asked}`
        const url = URL.parse(address)
        const isReadable = url !== null && (said === null || isHost(said))
        expect(outcomes.of(address, said), `${address} from ${said}`).toEqual(isReadable ? lookUp(url.pathname, directory) : null)
      }
    }),
    { numRuns: 2_000 },
  )
})

describe('what was found out is remembered', () => {
  /** How often paths are looked up that are asked for one after another, from one host. */
  function lookUps(...paths: readonly string[]): number {
    const made = counted()
    const outcomes = new Outcomes(made.directory)
    outcomes.of('http://x/', 'x')
    for (const path of paths) outcomes.of(`http://x${path}`, 'x')
    return made.asked
  }

  test('of a path that leads nowhere or elsewhere, whatever its query', () => {
    expect(lookUps('/never/', '/never/', '/never/?a')).toBe(lookUps('/never/'))
    expect(lookUps('/tags/maths/', '/tags/maths/')).toBe(lookUps('/tags/maths/'))
  })

  test('of the latest 1,000 paths', () => {
    const others = Array.from({ length: 1_000 }, (_, number) => `/never-${number}/`)
    expect(lookUps(...others, ...others)).toBe(lookUps(...others))
    expect(lookUps('/never/', ...others, '/never/')).toBe(lookUps('/never/', ...others) + lookUps('/never/'))
  })

  test('of none that is longer than 200 characters', () => {
    const [short, long] = [`/${'a'.repeat(199)}`, `/${'a'.repeat(200)}`]
    expect(lookUps(short, short)).toBe(lookUps(short))
    expect(lookUps(long, long)).toBe(2 * lookUps(long))
  })
})
