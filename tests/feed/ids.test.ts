import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
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
  ),
  fc
    .tuple(
      fc.constantFrom('http://', 'https:', 'tag:', 'x:', 'HTTPS://'),
      fc.stringMatching(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{1,40}$/),
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
