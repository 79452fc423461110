import { type Format, formatFacts, formats } from '../feed/formats.ts'
import { addressOf, isExpression, type Selection } from '../selections/expression.ts'

/** A path that is written as a selection's, taken apart. */
export interface SelectionPath {
  /** The part that says what is selected, decoded. */
  readonly expression: string
  /** The number of the archive; null of what lies in none. */
  readonly archive: number | null
  /** The format of the feed; null of the page. */
  readonly format: Format | null
}

const selectionPath = /^\/tags\/([^/]+)(?:\/(?:archive\/([1-9]\d{0,5})\/)?([^/]*))?$/i

const formatOfFile: ReadonlyMap<string, Format> = new Map(formats.map((format) => [formatFacts[format].file, format]))

/** Takes a path apart that is written as a selection's, in whatever spelling; null of any other. */
export function selectionPathOf(path: string): SelectionPath | null {
  const [, segment, archive, file = ''] = selectionPath.exec(path) ?? []
  const expression = segment === undefined ? null : decoded(segment)
  if (expression === null || !isExpression(expression)) return null
  const format = formatOfFile.get(file.toLowerCase()) ?? null
  // An archive has no page of its own.
  if (format === null && (file !== '' || archive !== undefined)) return null
  return { expression, archive: archive === undefined ? null : Number(archive), format }
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null
  }
}

/** The one path of a selection's page or feed. */
export function pathOfSelection(selection: Selection, { archive, format }: Pick<SelectionPath, 'archive' | 'format'>): string {
  const inArchive = archive === null ? '' : `archive/${archive}/`
  return `/tags/${addressOf(selection)}/${inArchive}${format === null ? '' : formatFacts[format].file}`
}
