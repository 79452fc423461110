import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { matter, read } from '../notes/read.ts'
import { siteOf } from '../site/site-of.ts'

const now = new Date('2024-07-01T00:00:00Z')
const later = new Date('2024-07-02T00:00:00Z')

/** The texts between two tags of a document, their references undone. */
function textsIn(body: string, open: RegExp): readonly string[] {
  const undo = (text: string): string =>
    text.replace(/&(amp|lt|gt|quot|#x?[\da-f]+);/gi, (_, name: string) => {
      const named = { amp: '&', lt: '<', gt: '>', quot: '"' }[name]
      return named ?? String.fromCodePoint(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
    })
  return [...body.matchAll(open)].map(([, text]) => undo(text as string))
}

/** URIs as people and their tools write them, in no normal form. */
const uri = fc.oneof(
  fc.constantFrom(
    'HTTP://Old.Example/x',
    'http://a:99999/x',
    'https://old.example',
    'https://old.example:443/%7Ea/../b?c=d&e=f#g',
    'https://user@old.example/',
    'urn:UUID:AB',
    'TAG:a.example,2024:%zz',
    'mailto:a@b',
    'foo://A/b',
    "x:'();@&=+$,/?#[]!*",
    'tag:a.example,2024:a&amp;b',
    'tag:a.example,2024:a&#38;amp;b&lt;',
    'https://old.example/?p=1&amp;amp;q=2',
    'http://[::1]/x',
    'http://[::1',
    'https://user:pa@ss@old.example/',
    'https://xn--e1afmkfd.example/%C3%A9/%c3%a9',
    'urn:uuid:6E8BC430-9c3a-11d9-9669-0800200c9a66',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://old.example/$&$1$$',
    'https://old.example//a/./b/../c',
    'http://',
    `x:${'a'.repeat(498)}`,
  ),
  fc
    .tuple(
      fc.constantFrom('http://', 'https:', 'tag:', 'x:', 'HTTPS://'),
      fc.oneof(
        fc.stringMatching(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{1,40}$/),
        // What a reader or a library may take for a reference.
        fc
          .array(fc.constantFrom('&', 'amp', 'lt', '#38', '#x26', ';', 'a', '%26'), { minLength: 1, maxLength: 8 })
          .map((parts) => parts.join('')),
      ),
    )
    .map(([scheme, rest]) => scheme + rest),
)

test('the id that an entry gives itself is the same text in RSS, Atom, JSON Feed, the ledger and the tombstone', () => {
  fc.assert(
    fc.property(uri, (id) => {
      const notes = `2024-06-10\nA\nid: ${id}\n글.\n#t\nB\n글.\n#t\n`
      const { recorded } = catalogFrom(notes, '', { now })
      const ledger = parseLedger('l.json', formatLedger(recorded)).ledger as Ledger
      expect(ledger.records.map((record) => record.id)).toContain(id)
      const { bodies } = siteOf(notes, '', { now, ledger })
      const first = (path: string, open: RegExp): string | undefined => textsIn(bodies.get(path) as string, open)[0]
      expect(first('/rss.xml', /<guid[^>]*>([^<]*)<\/guid>/g)).toBe(id)
      expect(first('/atom.xml', /<entry[^>]*>[\s\S]*?<id>([^<]*)<\/id>/g)).toBe(id)
      expect(JSON.parse(bodies.get('/feed.json') as string).items[0].id).toBe(id)
      const rest = '2024-06-10\nB\n글.\n#t\n'
      const removed = catalogFrom(rest, '', { now: later, ledger }).recorded
      const gone = siteOf(rest, '', { now: later, ledger: removed }).bodies.get('/atom.xml') as string
      expect(textsIn(gone, /<at:deleted-entry ref="([^"]*)"/g)).toEqual([id])
    }),
    { numRuns: 60 },
  )
})

describe('an id that is no URI in ASCII is refused, wherever it is written', () => {
  test.each([
    'x',
    'x:',
    '1x:y',
    '//a.example/b',
    'https://정렬.example/x',
    'x:é',
    'tag:a,2024:x y',
    'tag:a,2024:"x"',
    'tag:a,2024:<x>',
    'x:a\\b',
    'x:a|b',
    'x:{a}',
    'x:a\u0007b',
    'x:a\tb',
    'x:]]>',
    'x:\u200b',
    `x:${'a'.repeat(499)}`,
  ])('%j', (id) => {
    const problem = /^n\.md:3: .* (?:is no id \(write a whole URI in ASCII, of at most 500 characters|holds a control character)/
    const quoted = JSON.stringify(id)
    for (const text of [`2024-06-10\nA\nid: ${id}\n글.\n#t`, `${matter('title: A', `id: ${quoted}`)}2024-06-10\n글.`]) {
      const { entries, problems } = read(text, 'n.md')
      expect(problems).toContainEqual(expect.stringMatching(problem))
      expect(entries.map(({ givenId }) => givenId)).toEqual([null])
    }
  })
})
