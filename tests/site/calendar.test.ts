import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../../src/site/calendar.ts'
import { dayNumberOf } from '../../src/site/manifest.ts'

/** From the year 1000 to 9999; half of them in few years, so that some share a day of the year. */
const day = fc
  .oneof(fc.integer({ min: -354_285, max: 2_932_896 }), fc.integer({ min: 19_000, max: 20_500 }))
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

test('the years and months of days, and the days of the year that several years have, each once and in order', () => {
  const once = (parts: readonly string[]): readonly string[] => [...new Set(parts)].toSorted()
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 200, size: 'max' }), (some) => {
      const days = some.toSorted()
      const ofYear = days.map((one) => one.slice(5))
      expect(calendarOf(days.map(dayNumberOf))).toEqual({
        years: once(days.map((one) => one.slice(0, 4))),
        months: once(days.map((one) => one.slice(0, 7))),
        everyYear: once(ofYear.filter((one, index) => ofYear.indexOf(one) !== index)),
      })
    }),
  )
})
