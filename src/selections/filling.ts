/**
 * A template with values in the place of its marks, all at once: what was filled in is not looked through again, whatever it says.
 *
 * @param values by mark; where one mark begins another, the longer comes first
 */
export function filledIn(template: string, values: ReadonlyMap<string, string>): string {
  const marks = [...values.keys()].map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return template.replace(new RegExp(marks.join('|'), 'g'), (mark) => values.get(mark) as string)
}

/** A date in both forms that feeds have, by those of another that stands for it. */
export function dateValues(mark: Date, date: Date): readonly (readonly [string, string])[] {
  return [
    [mark.toISOString(), date.toISOString()],
    [mark.toUTCString(), date.toUTCString()],
  ]
}
