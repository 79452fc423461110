import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHost } from '../../src/worker/host.ts'
import type { Outcome } from '../../src/worker/lookup.ts'
import { type LookUp, Outcomes } from '../../src/worker/outcomes.ts'

/** What a path leads to: each to another outcome, so that no two can be taken for one another. */
const lookUp = (path: string): Outcome => ({ kind: 'found', path })
const lookUpLater = async (path: string): Promise<Outcome> => lookUp(path)

test('whatever was asked before, an address leads where its parsed path does', async () => {
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
  const request = fc.tuple(fc.constantFrom('http', 'https'), authority, path, host)
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 12 }), fc.constantFrom<LookUp>(lookUp, lookUpLater), async (requests, look) => {
      const outcomes = new Outcomes()
      // Twice, since what was found out the first time is remembered.
      for (const [scheme, from, asked, said] of [...requests, ...requests]) {
        const address = `${scheme}://${from}${asked}`
        const url = URL.parse(address)
        const isReadable = url !== null && (said === null || isHost(said))
        expect(await outcomes.of(address, said, look), `${address} from ${said}`).toEqual(isReadable ? lookUp(url.pathname) : null)
      }
    }),
    { numRuns: 2_000 },
  )
})

describe('what was found out is remembered', () => {
  /** How often paths are looked up that are asked for one after another, from one host. */
  async function lookUps(look: LookUp, paths: readonly string[]): Promise<number> {
    let asked = 0
    const counted: LookUp = (path) => {
      asked += 1
      return look(path)
    }
    const outcomes = new Outcomes()
    await outcomes.of('http://x/', 'x', counted)
    asked = 0
    for (const path of paths) await outcomes.of(`http://x${path}`, 'x', counted)
    return asked
  }

  describe.each([
    ['at once', lookUp],
    ['after reading', lookUpLater],
  ])('%s', (_, look) => {
    test('of a path, whatever its query', async () => {
      expect(await lookUps(look, ['/never/', '/never/', '/never/?a', '/never'])).toBe(2)
    })

    test('of the latest 1,000 paths', async () => {
      const others = Array.from({ length: 1_000 }, (_, number) => `/never-${number}/`)
      expect(await lookUps(look, [...others, ...others])).toBe(1_000)
      expect(await lookUps(look, ['/never/', ...others, '/never/'])).toBe(1_002)
    })

    test('of none that is longer than 200 characters', async () => {
      const [short, long] = [`/${'a'.repeat(199)}`, `/${'a'.repeat(200)}`]
      expect(await lookUps(look, [short, short])).toBe(1)
      expect(await lookUps(look, [long, long])).toBe(2)
    })
  })

  test('and waits for nothing', async () => {
    const outcomes = new Outcomes()
    for (const path of ['/', '/a']) await outcomes.of(`http://x${path}`, 'x', lookUpLater)
    expect(outcomes.of('http://x/a', 'x', lookUpLater)).toEqual(lookUp('/a'))
  })

  test('but not of a look-up that failed', async () => {
    const outcomes = new Outcomes()
    await outcomes.of('http://x/', 'x', lookUp)
    await expect(outcomes.of('http://x/a', 'x', () => Promise.reject(new Error('no pack')))).rejects.toThrow('no pack')
    expect(outcomes.of('http://x/a', 'x', lookUp)).toEqual(lookUp('/a'))
  })
})
