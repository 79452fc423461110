import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Slab } from '../../src/text/slab.ts'

test('every text is what it was, however many there are and however long', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }).filter((one) => one.isWellFormed()),
    fc.tuple(fc.constantFrom('글', 'a', 'é', '🦙'), fc.nat(900_000)).map(([one, times]) => one.repeat(times)),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
      const slab = new Slab()
      const written = texts.map((one) => slab.write(one))
      expect(written.map((bytes) => bytes.toString())).toEqual(texts)
    }),
    { numRuns: 30 },
  )
})
