import type { Day } from '../text/day.ts'
import { dateFormOf, inDateForm } from './written-dates.ts'

/** A change of one line of a file, or lines put in behind it. */
export interface Edit {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** What stands there in its place. */
  readonly lines: readonly string[]
  /** Why: `the date is written as most others are`. */
  readonly why: string
}

/** A line that gives a date. */
export interface DateLine {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly day: Day
}

/** From so many dates on there is a form that most have. */
const fewestDates = 5

/** Lets dates that are written otherwise than most be written as these are; nothing where less than two thirds are alike. */
export function datesAlike(dates: readonly DateLine[]): readonly Edit[] {
  const formed = dates.flatMap((date) => {
    const form = dateFormOf(date.text, date.day)
    return form === null ? [] : [{ ...date, form }]
  })
  const [most] = [...Map.groupBy(formed, ({ form }) => form)].toSorted(([, one], [, other]) => other.length - one.length)
  if (most === undefined || formed.length < fewestDates || most[1].length * 3 < formed.length * 2) return []
  const [usual] = most
  return formed
    .filter(({ form }) => form !== usual)
    .map(({ path, line, text, day }) => ({
      path,
      line,
      lines: [inDateForm(text, day, usual)],
      why: 'the date is written as most others are',
    }))
}

/**
 * Puts aliases into the front matter of `site.md`: behind the ones that stand there, on one line or on lines of their own, or else on
 * a line before its end. Null where they stand in another form.
 */
export function aliasesAdded(text: string, aliases: Readonly<Record<string, string>>): Edit | null {
  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line))
  if (!/^---\s*$/.test(lines[0] ?? '') || end === -1) return null
  const pairs = Object.entries(aliases).map(([label, twin]) => `${scalar(label)}: ${scalar(twin)}`)
  const edit = (index: number, after: readonly string[]): Edit => ({
    path: 'site.md',
    line: index + 1,
    lines: after,
    why: 'tags that are likely one get an alias',
  })
  const at = lines.findIndex((line, index) => index < end && /^aliases\s*:/.test(line))
  if (at === -1) return edit(end, [`aliases: { ${pairs.join(', ')} }`, lines[end] as string])
  const line = lines[at] as string
  const [, head, inside = '', tail = ''] = /^(aliases\s*:\s*\{)([^{}]*?)\s*\}(\s*(?:#.*)?)$/.exec(line) ?? []
  if (head !== undefined)
    return edit(at, [
      `${head}${[inside.trim() === '' ? null : inside.replace(/,\s*$/, ''), ` ${pairs.join(', ')}`].filter((part) => part !== null).join(',')} }${tail}`,
    ])
  const [, comment] = /^aliases\s*:\s*(#.*)?$/.exec(line) ?? [null, null]
  if (comment === null) return null
  const block = lines.slice(at + 1, end).findIndex((one) => !/^\s+\S/.test(one) && one.trim() !== '')
  const last = (block === -1 ? end : at + 1 + block) - 1
  const [, indent] = /^(\s+)\S/.exec(lines[at + 1] ?? '') ?? []
  if (indent === undefined || at + 1 >= end)
    return edit(at, [`aliases: { ${pairs.join(', ')} }${comment === undefined ? '' : ` ${comment}`}`])
  return edit(last, [lines[last] as string, ...pairs.map((pair) => indent + pair)])
}

/** A text as YAML writes it: plain where it can be nothing else. */
function scalar(text: string): string {
  return /^[A-Za-z][\w-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
}

/** A text with edits of different lines. */
export function edited(text: string, edits: readonly Edit[]): string {
  const lines: (string | readonly string[])[] = text.split('\n')
  for (const { line, lines: after } of edits) lines[line - 1] = after
  return lines.flat().join('\n')
}

/** How edits are shown: where, why, and the lines before and after. */
export function editShown({ path, line, lines, why }: Edit, text: string): string {
  const before = text.split('\n')[line - 1] as string
  const rest = lines[0] === before ? lines.slice(1) : lines
  return [
    `${path}:${line}: ${why}`,
    ...(lines[0] === before ? [`   ${before}`] : [`  -${before}`]),
    ...rest.map((one) => `  +${one}`),
  ].join('\n')
}
