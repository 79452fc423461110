/** The English names of the months, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The names as dates in mail and HTTP shorten them: `Jan`, `Feb` … */
export const shortMonthNames: readonly string[] = monthNames.map((name) => name.slice(0, 3))
