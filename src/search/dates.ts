import { monthNames } from '../text/months.ts'
import { type Taken, takenOut, type WrittenForm } from './taking.ts'

/** The forms of dates in queries, each with what its parts are. A part may be missing at the end: a form with a day stands for a month, too. */
const written: readonly (readonly [form: RegExp, parts: readonly ('year' | 'month' | 'day')[]])[] = [
  [/(?<![\p{L}\p{N}.:]|\S-)(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?![\p{L}\p{N}]|[.-]\d)/gu, ['year', 'month', 'day']],
  [/(?<!\p{N})(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?/gu, ['year', 'month', 'day']],
  [/(?<![\p{L}\p{N}])(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\p{N})/giu, ['month', 'day', 'year']],
  [/(?<!\p{N})(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})(?!\p{N})/giu, ['day', 'month', 'year']],
  [/(?<![\p{L}\p{N}])(\p{L}{3,9})\.?,?\s+(\d{4})(?!\p{N})/gu, ['month', 'year']],
]

/** Years that notes may be of; four digits that are none are a number. */
const [firstYear, lastYear] = [1990, 2100]

const forms = written.map(
  ([form, parts]): WrittenForm => ({
    form,
    meaning: (found) => dayOf(Object.fromEntries(parts.map((part, index) => [part, found[index]]))),
  }),
)

/**
 * Takes dates and months out of a query, as Korean, English and Japanese write them: `2024년 6월`, `June 10, 2024`, `2024年6月10日`,
 * `2024-06`. What is taken are beginnings of days: `2024-06-10`, `2024-06`, `2024`. A year by itself is a number, but `2024년` and
 * `2024年` are years.
 */
export function withoutDates(query: string): Taken {
  // Most queries have none: their first search needn't wait for these forms to be compiled.
  return /\d{4}/.test(query) ? takenOut(query, forms) : { rest: query, wanted: [], unwanted: [] }
}

function dayOf({ year = '', month, day }: { readonly [part: string]: string | undefined }): string | null {
  if (!isWithin(Number(year), firstYear, lastYear)) return null
  if (month === undefined) return year
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month)
  if (!isWithin(number, 1, 12)) return null
  const ofMonth = `${year}-${twoDigits(number)}`
  if (day === undefined) return ofMonth
  return isWithin(Number(day), 1, 31) ? `${ofMonth}-${twoDigits(Number(day))}` : null
}

/** `Sept` and `september` are the ninth; 0 where no month is called so. */
function monthNamed(name: string): number {
  return monthNames.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1
}

function isWithin(number: number, least: number, most: number): boolean {
  return number >= least && number <= most
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
