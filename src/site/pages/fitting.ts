import type { Markup } from '../../text/html.ts'

/**
 * How many bytes and elements what a page is about takes at most, so that with all around it a page stays below 60 kB and
 * 1,500 elements: a phone lays out 1,500 elements in a tenth of a second, 15,000 in a second and a half.
 */
const [mostBytes, mostElements] = [50_000, 1_200]

/** The first of several ways to write the same that a page has room for, the fullest first; the last where none fits. */
export function firstFitting(ways: readonly (() => Markup)[]): Markup {
  for (const write of ways.slice(0, -1)) {
    const written = write()
    if (fits(written)) return written
  }
  return (ways.at(-1) as () => Markup)()
}

function fits({ html }: Markup): boolean {
  return Buffer.byteLength(html) <= mostBytes && (html.match(/<[a-z]/g)?.length ?? 0) <= mostElements
}
