import type { FileReading } from './note-files.ts'

/** In characters. The rest of a longer line is left out. */
const longestShown = 60

/**
 * What a file was taken for, and each of its lines that isn't blank, and why: first `content/2024-06-10.md: day, since …`,
 * then a row for each line with its number, its role, the beginning of its text and the reason.
 */
export function explanation({ file, kind, why, roles, lines }: FileReading): string {
  const rows = lines.flatMap((text, index) => {
    if (text.trim() === '') return []
    const { as, why: reason } = roles.get(index + 1) ?? { as: 'left out', why: 'an error keeps it from being read' }
    return [{ number: String(index + 1), as, text: cut(text.trim()), reason }]
  })
  const width = (column: 'number' | 'as'): number => rows.reduce((widest, row) => Math.max(widest, row[column].length), 0)
  const [numbers, roleWidth] = [width('number'), width('as')]
  return [
    `${file}: ${kind}, since ${why}`,
    ...rows.map(({ number, as, text, reason }) => `${number.padStart(numbers)}  ${as.padEnd(roleWidth)}  ${text}  (${reason})`),
  ].join('\n')
}

function cut(text: string): string {
  const characters = Array.from(text)
  return characters.length > longestShown ? `${characters.slice(0, longestShown - 1).join('')}…` : text
}
