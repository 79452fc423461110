import { describe, expect, test } from 'vitest'
import { paths } from '../../../src/site/urls.ts'
import { decade } from '../decade.ts'

const { catalog, pages } = decade()
const { days, words } = catalog
const pageAt = (path: string): string => pages.get(path) as string

/** The paths that a page leads to. */
const linksOf = (page: string): readonly string[] => [...page.matchAll(/ href="([^"#?]+)"/g)].map(([, path]) => path as string)
const partsOf = (characters: number): ReadonlyMap<string, typeof days> => Map.groupBy(days, ({ day }) => day.slice(0, characters))
const countOf = (some: typeof days): number => some.reduce((sum, { entries }) => sum + entries.length, 0)

test('the site is as large as it is said to be', () => {
  expect([catalog.entries.length, catalog.channels.filter(({ key }) => key.kind === 'tag').length, partsOf(4).size]).toEqual([
    3_000, 330, 10,
  ])
})

test('every page has 60 kB and 1,500 elements at most', () => {
  const large = [...pages].flatMap(([path, page]) => {
    const [bytes, elements] = [Buffer.byteLength(page), page.match(/<[a-z]/g)?.length ?? 0]
    return bytes > 60_000 || elements > 1_500 ? [[path, bytes, elements]] : []
  })
  expect(large).toEqual([])
})

test('every day is three clicks from home: all days, its month or year, the day', () => {
  let reached = new Set<string>([paths.home])
  for (let clicks = 0; clicks < 3; clicks += 1) reached = new Set([...reached].flatMap((path) => [path, ...linksOf(pages.get(path) ?? '')]))
  expect(days.filter(({ day }) => !reached.has(paths.day(day)))).toEqual([])
})

test('the table of months has the count of each month and of each year', () => {
  const page = pageAt(paths.days)
  for (const [month, ofMonth] of partsOf(7)) expect(page).toMatch(new RegExp(`<a href="/days/${month}/" [^>]*>${countOf(ofMonth)}</a>`))
  for (const [year, ofYear] of partsOf(4))
    expect(page).toMatch(new RegExp(`<a href="/days/${year}/">${year}</a>.*<td class="total">${countOf(ofYear)}</td></tr>`))
  expect(page.match(/<tr>/g)).toHaveLength(1 + partsOf(4).size)
})

test('a year’s page has a cell for each day of its months; those with entries lead to their pages and say how many', () => {
  for (const [year, ofYear] of partsOf(4)) {
    const page = pageAt(paths.year(year))
    const months = new Set(ofYear.map(({ day }) => day.slice(0, 7)))
    const length = [...months].reduce((sum, month) => sum + new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).getUTCDate(), 0)
    expect(page.match(/<td(?: class="tone-[1-4]")?>/g)).toHaveLength(length)
    for (const { day, entries } of ofYear)
      expect(page).toContain(`<a href="/${day}/" title="${words.count(entries.length)}">${Number(day.slice(8))}</a>`)
    expect([...page.matchAll(/<a href="\/\d{4}-\d\d-\d\d\/"/g)]).toHaveLength(ofYear.length)
  }
})

test('each row of a calendar begins with the weekday above its first column', () => {
  const [, march = ''] =
    /(<table class="month-grid"><caption><a href="\/days\/2019-03\/">[\s\S]*?)<\/table>/.exec(pageAt('/days/2019/')) ?? []
  const rows = [...march.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    (row as string)
      .replace(/<td colspan="(\d)"><\/td>/, (_, gap) => '- '.repeat(Number(gap)))
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s+/),
  )
  // The first of March 2019 was a Friday.
  expect(rows).toEqual([
    ['일', '월', '화', '수', '목', '금', '토'],
    ['-', '-', '-', '-', '-', '1', '2'],
    ...[3, 10, 17, 24].map((first) => Array.from({ length: 7 }, (_, index) => String(first + index))),
    ['31'],
  ])
})

test('a month’s page names exactly the entries of its month, or, of a day with too many, the first of them and how many more', () => {
  for (const [month, ofMonth] of partsOf(7)) {
    const page = pageAt(paths.month(month))
    const linked = new Set(linksOf(page).filter((path) => /^\/\d{4}-\d\d-\d\d\/./.test(path)))
    for (const { day, entries } of ofMonth) {
      const there = entries.filter(({ name }) => linked.delete(paths.entry(day, name)))
      expect(there).toEqual(entries.slice(0, there.length))
      if (there.length < entries.length)
        expect(page).toContain(`<a href="/${day}/">${words.calendar.andMore(entries.length - there.length)}</a>`)
      expect(there.length).toBeGreaterThan(0)
    }
    expect([...linked]).toEqual([])
    expect(page).toContain(`<span class="count">${words.count(countOf(ofMonth))}</span>`)
  }
})

test('years, months and days of every year lead to those before and after', () => {
  const of = (path: string, rel: string): string | undefined => new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(pageAt(path))?.[1]
  expect([of('/days/2019/', 'prev'), of('/days/2019/', 'next')]).toEqual(['/days/2018/', '/days/2020/'])
  expect([of('/days/2019-01/', 'prev'), of('/days/2019-01/', 'next')]).toEqual(['/days/2018-12/', '/days/2019-02/'])
  expect(of('/days/2015/', 'prev')).toBeUndefined()
})

describe('a day of every year', () => {
  const shared = [...Map.groupBy(days, ({ day }) => day.slice(5))].filter(([, same]) => same.length > 1)

  test('has a page where two years have it, which names all their entries', () => {
    expect([...pages.keys()].filter((path) => /^\/days\/\d\d-\d\d\/$/.test(path)).toSorted()).toEqual(
      shared.map(([dayOfYear]) => paths.everyYear(dayOfYear)).toSorted(),
    )
    for (const [dayOfYear, same] of shared) {
      const linked = new Set(linksOf(pageAt(paths.everyYear(dayOfYear))))
      for (const { day } of same) expect(linked.has(paths.day(day))).toBe(true)
    }
  })

  test('is linked from each of these days, and from no other', () => {
    const linking = new Set(shared.flatMap(([, same]) => same.map(({ day }) => day)))
    for (const { day } of days)
      expect([day, linksOf(pageAt(paths.day(day))).includes(paths.everyYear(day.slice(5)))]).toEqual([day, linking.has(day)])
  })
})

test('a day with more than a page has room for shows titles, all of them', () => {
  const full = days.find(({ entries }) => entries.length > 200) as (typeof days)[number]
  const linked = new Set(linksOf(pageAt(paths.day(full.day))))
  expect(full.entries.filter(({ name }) => !linked.has(paths.entry(full.day, name)))).toEqual([])
})
