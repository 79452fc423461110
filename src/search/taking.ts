/** What is left of a query once something was taken out of it, and what was taken. */
export interface Taken {
  /** With {@link mark} in the place of what was taken. */
  readonly rest: string
  readonly wanted: readonly string[]
  /** What stood behind a minus. */
  readonly unwanted: readonly string[]
}

/** What stands in a query in the place of what was taken out of it. No query holds this character. */
export const mark = '\ue002'

/** A form in which something is written in queries, and what one of its matches means; null where it means nothing. */
export interface WrittenForm {
  readonly form: RegExp
  readonly meaning: (parts: readonly (string | undefined)[]) => string | null
}

/** Takes everything out of a query that is written in one of these forms, the first form first. */
export function takenOut(query: string, forms: readonly WrittenForm[]): Taken {
  const [wanted, unwanted]: [string[], string[]] = [[], []]
  let rest = query
  for (const { form, meaning } of forms) {
    rest = rest.replace(form, (whole: string, ...found: readonly unknown[]) => {
      const at = found.findIndex((one) => typeof one === 'number')
      const meant = meaning(found.slice(0, at) as (string | undefined)[])
      if (meant === null) return whole
      ;(isBehindMinus(found[at + 1] as string, found[at] as number) ? unwanted : wanted).push(meant)
      return mark
    })
  }
  return { rest, wanted, unwanted }
}

/** Whether a minus stands right before a place in a query, at the beginning of a piece. */
function isBehindMinus(query: string, offset: number): boolean {
  return /(?:^|\s)-$/.test(query.slice(Math.max(0, offset - 2), offset))
}
