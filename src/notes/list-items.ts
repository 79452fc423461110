import type { SignedLine } from './lines.ts'

/** The list below a line. */
export interface ItemsBelow {
  readonly items: readonly SignedLine[]
  /** The index of the first line behind the list. */
  readonly end: number
}

/**
 * The items of the list right below a line: `저자` and below it `* Ada Lovelace`. Below an item they are those that are
 * indented further.
 *
 * @param from the index of the line behind it
 */
export function itemsBelow(lines: readonly SignedLine[], from: number, line: SignedLine): ItemsBelow {
  const items: SignedLine[] = []
  const margin = indentOf(line)
  let at = from
  while (items.length === 0 && lines[at]?.sign.is === 'blank') at += 1
  for (; at < lines.length; at += 1) {
    const next = lines[at] as SignedLine
    const isItem = isListed(next) && (!isListed(line) || indentOf(next) > margin)
    if (!isItem) break
    items.push(next)
  }
  return { items, end: items.length === 0 ? from : at }
}

/** A line without the mark of a list in front. */
export function itemText({ bare }: SignedLine): string {
  return bare.replace(/^[-*+]\s+/, '')
}

function isListed({ bare }: SignedLine): boolean {
  return /^[-*+]\s/.test(bare)
}

/** The indentation of a line, a tab counted as four spaces. */
function indentOf({ text }: SignedLine): number {
  return (/^\s*/.exec(text)?.[0] ?? '').replace(/\t/g, '    ').length
}
