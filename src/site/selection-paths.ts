import { type Format, formatFacts, formats } from '../feed/formats.ts'
import type { DigestKind } from '../selections/digests.ts'
import { addressOf, isExpression, type Selection } from '../selections/expression.ts'
import type { View } from '../selections/views.ts'

/** A path that is written as a selection's, a view's or a digest's, taken apart. */
export interface SelectionPath {
  /** The part that says what is selected, decoded; null where it is the whole site. */
  readonly expression: string | null
  /** What is shown of each entry; null where that is everything. */
  readonly view: View | null
  /** What an item gathers; null where each is an entry. */
  readonly digest: DigestKind | null
  /** The number of the archive; null of what lies in none. */
  readonly archive: number | null
  /** The format of the feed; null of the page. */
  readonly format: Format | null
}

const selectionPath =
  /^\/(?:tags\/([^/]+)\/)?(?:(abstracts|commentary|titles)\/)?(?:(daily|weekly)\/)?(?:archive\/([1-9]\d{0,5})\/)?([^/]*)$/i

const formatOfFile: ReadonlyMap<string, Format> = new Map(formats.map((format) => [formatFacts[format].file, format]))

/** Takes a path apart that is written as a selection's, a view's or a digest's, in whatever spelling; null of any other. */
export function selectionPathOf(path: string): SelectionPath | null {
  const [, segment, shown, kind, archive, file = ''] = selectionPath.exec(withSlash(path)) ?? []
  const view = shown === undefined ? null : (shown.toLowerCase() as View)
  const digest = kind === undefined ? null : (kind.toLowerCase() as DigestKind)
  const expression = segment === undefined ? null : decoded(segment)
  // One tag is a selection only where its entries are gathered or not all is shown of them; a segment that can't be decoded is none.
  if (view === null && digest === null && (expression === null || !isExpression(expression))) return null
  if (segment !== undefined && expression === null) return null
  const format = formatOfFile.get(file.toLowerCase()) ?? null
  // An archive has no page of its own, and a digest no archive.
  if (archive !== undefined && (format === null || digest !== null)) return null
  if (format === null && file !== '') return null
  return { expression, view, digest, archive: archive === undefined ? null : Number(archive), format }
}

/** A path of a page with a slash at its end: what stands right below `/tags/` is no file, be there a dot in it (`word:node.js`). */
function withSlash(path: string): string {
  return /\/[^/.]+$|^\/tags\/[^/]+$/i.test(path) ? `${path}/` : path
}

/** In characters as they are sent: eight slugs of 80 letters of three bytes each are no longer. */
const longest = 6_000

function decoded(segment: string): string | null {
  if (segment.length > longest) return null
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null
  }
}

/** Where a selection's page is, below the site's: `tags/llm+rl/titles/daily/`. */
export function folderOfSelection(selection: Selection, { view, digest }: Pick<SelectionPath, 'view' | 'digest'>): string {
  const address = addressOf(selection)
  return [address === '' ? null : `tags/${address}`, view, digest].flatMap((part) => (part === null ? [] : `${part}/`)).join('')
}

/** The one path of a selection's page or feed. */
export function pathOfSelection(selection: Selection, { archive, format, ...shown }: Omit<SelectionPath, 'expression'>): string {
  const inArchive = archive === null ? '' : `archive/${archive}/`
  return `/${folderOfSelection(selection, shown)}${inArchive}${format === null ? '' : formatFacts[format].file}`
}
