/**
 * A template with values in the place of its marks, all at once: what was filled in is not looked through again, whatever it says.
 *
 * @param values by mark; where one mark begins another, the longer comes first
 */
export function filledIn(template: string, values: ReadonlyMap<string, string>): string {
  const marks = [...values.keys()].map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return template.replace(new RegExp(marks.join('|'), 'g'), (mark) => values.get(mark) as string)
}

/** The values of a date in both forms that feeds have, by the same forms of the date that marks its place. */
export function dateValues(mark: Date, date: Date): readonly (readonly [string, string])[] {
  return [
    [mark.toISOString(), date.toISOString()],
    [mark.toUTCString(), date.toUTCString()],
  ]
}
