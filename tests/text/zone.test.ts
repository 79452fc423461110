import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/text/day.ts'
import { dayIn, isZone, standardZone, startOf } from '../../src/text/zone.ts'

test.each([
  ['Asia/Seoul', '2024-06-10', '2024-06-09T15:00:00.000Z'],
  ['America/St_Johns', '2024-06-10', '2024-06-10T02:30:00.000Z'],
  ['Pacific/Kiritimati', '2024-06-10', '2024-06-09T10:00:00.000Z'],
  ['UTC', '2024-06-10', '2024-06-10T00:00:00.000Z'],
  [null, '2024-06-10', '2024-06-09T10:00:00.000Z'],
  ['Europe/Berlin', '2024-03-31', '2024-03-30T23:00:00.000Z'],
  // Clocks in Beirut went from midnight to one o'clock.
  ['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00.000Z'],
  // Clocks in Havana went back from one o'clock to midnight: the day begins with the first of the two midnights.
  ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, instant) => {
  expect(startOf(zone, day as Day).toISOString()).toBe(instant)
})

describe('whatever the zone', () => {
  const zone = fc.constantFrom(null, 'UTC', 'Asia/Seoul', 'America/St_Johns', 'Asia/Beirut', 'America/Havana', 'Australia/Lord_Howe')
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as Day)

  test('a day has begun at its start, and not a second before', () => {
    fc.assert(
      fc.property(zone, day, (name, one) => {
        const start = startOf(name, one)
        expect(dayIn(name, start)).toBe(one)
        expect(dayIn(name, new Date(start.getTime() - 1_000)) < one).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

test('a site that names no zone has the one of its language, or none', () => {
  expect(['ko', 'ko-KR', 'ja', 'en', 'de'].map(standardZone)).toEqual(['Asia/Seoul', 'Asia/Seoul', 'Asia/Tokyo', null, null])
})

test('names of zones are those of the IANA database', () => {
  expect(['Asia/Seoul', 'UTC', 'Mars/Olympus', '', '09:00 Seoul'].map(isZone)).toEqual([true, true, false, false, false])
})

test('an instant beyond all notes is on the last day there is', () => {
  expect(dayIn('Asia/Seoul', new Date(8.64e15))).toBe('9999-12-31')
})
