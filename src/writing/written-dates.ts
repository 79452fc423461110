import type { Day } from '../text/day.ts'
import { monthNames } from '../text/months.ts'

/** The ways in which a day is written in notes and in the names of their files, the likelier first. */
function writtenForms(day: Day): readonly string[] {
  const [year, month, date] = day.split('-') as [string, string, string]
  const [m, d] = [Number(month), Number(date)]
  const name = monthNames[m - 1] as string
  const english = name.charAt(0).toUpperCase() + name.slice(1)
  const short = english.slice(0, 3)
  return [
    day,
    `${year}년 ${m}월 ${d}일`,
    `${year}년 ${month}월 ${date}일`,
    `${year}년${m}월${d}일`,
    `${year}年${m}月${d}日`,
    `${year}年${month}月${date}日`,
    `${english} ${d}, ${year}`,
    `${short} ${d}, ${year}`,
    `${d} ${english} ${year}`,
    `${d} ${short} ${year}`,
    `${year}/${month}/${date}`,
    `${year}/${m}/${d}`,
    `${year}. ${m}. ${d}.`,
    `${year}.${month}.${date}`,
    `${year}.${m}.${d}`,
    `${year}_${month}_${date}`,
    `${year}${month}${date}`,
    `${year.slice(2)}${month}${date}`,
  ]
}

/** The number of the form in which a line has a day; null where it has it in none. */
export function dateFormOf(line: string, day: Day): number | null {
  const index = writtenForms(day).findIndex((form) => line.includes(form))
  return index === -1 ? null : index
}

/** A line with the day in another form, by the form's number. Throws where it doesn't have the day. */
export function inDateForm(line: string, day: Day, form: number): string {
  const forms = writtenForms(day)
  const present = dateFormOf(line, day)
  if (present === null) throw new Error(`no ${day} in ${line}`)
  return line.replace(forms[present] as string, forms[form] as string)
}

const weekdays: readonly (readonly string[])[] = [
  ['일요일', '(일)', '日曜日', '(日)', '（日）', 'Sunday', 'Sun'],
  ['월요일', '(월)', '月曜日', '(月)', '（月）', 'Monday', 'Mon'],
  ['화요일', '(화)', '火曜日', '(火)', '（火）', 'Tuesday', 'Tue'],
  ['수요일', '(수)', '水曜日', '(水)', '（水）', 'Wednesday', 'Wed'],
  ['목요일', '(목)', '木曜日', '(木)', '（木）', 'Thursday', 'Thu'],
  ['금요일', '(금)', '金曜日', '(金)', '（金）', 'Friday', 'Fri'],
  ['토요일', '(토)', '土曜日', '(土)', '（土）', 'Saturday', 'Sat'],
]

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/**
 * A line or a path with another day in the form in which it has this one, its weekday too; null where it doesn't have the day in
 * any form: `# 2024년 6월 10일 (월)` with 2024-06-11 is `# 2024년 6월 11일 (화)`.
 */
export function withOtherDay(written: string, day: Day, other: Day): string | null {
  const others = writtenForms(other)
  for (const [index, form] of writtenForms(day).entries()) {
    if (!written.includes(form)) continue
    const dated = written.replace(form, others[index] as string)
    const names = weekdays[weekdayOf(day)] as readonly string[]
    const place = names.findIndex((name) => dated.includes(name))
    return place === -1 ? dated : dated.replace(names[place] as string, weekdays[weekdayOf(other)]?.[place] as string)
  }
  return null
}

/**
 * The path of another day's file, by the path of this day's: the day in its name, years and months in the names of its folders.
 * Null where the path doesn't name the day: `2024/2024-06/240610.md`, `2024/06/10.md`.
 */
export function pathOfOtherDay(path: string, day: Day, other: Day): string | null {
  const [year, month, date] = day.split('-') as [string, string, string]
  const [otherYear, otherMonth, otherDate] = other.split('-') as [string, string, string]
  const nested = new RegExp(`(^|/)${year}/0?${Number(month)}/0?${Number(date)}(?!\\d)`)
  if (nested.test(path)) return path.replace(nested, (_, before: string) => `${before}${otherYear}/${otherMonth}/${otherDate}`)
  const parts = path.split('/')
  const name = withOtherDay(parts.at(-1) as string, day, other)
  if (name === null) return null
  const folders = parts.slice(0, -1).map((part, index) => {
    if (part === year) return otherYear
    if (part === `${year}-${month}` || part === `${year}${month}`) return part.replace(year, otherYear).replace(month, otherMonth)
    return part === month && parts[index - 1] === year ? otherMonth : part
  })
  return [...folders, name].join('/')
}
