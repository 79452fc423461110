import type { Format } from '../feed/formats.ts'
import { type FrameTemplate, frameMarks } from '../feed/frame-marks.ts'
import { escapeXml, legalXml } from '../text/xml.ts'

/** What a document of a selection says of itself. */
export interface FilledIn {
  readonly title: string
  readonly description: string
  /** The selection in addresses, percent-encoded. */
  readonly place: string
  readonly updated: Date
  /** The number of the archive that it is; null of what subscribers poll. */
  readonly archive: number | null
  /** The number of the archive before it; null where there is none. */
  readonly previous: number | null
}

/** A feed whose frame is a template filled in, and whose items stand as they do elsewhere. */
export function feedOf(
  format: Format,
  { head, tail, before, between }: FrameTemplate,
  filledIn: FilledIn,
  items: readonly string[],
): string {
  const spliced = items.map((item, index) => (index === 0 ? before : between) + item).join('')
  return filled(format, head, filledIn) + spliced + tail
}

function filled(format: Format, head: string, { title, description, place, updated, archive, previous }: FilledIn): string {
  const escaped = format === 'json' ? (text: string) => JSON.stringify(legalXml(text)).slice(1, -1) : escapeXml
  const date = frameMarks.updated
  return head
    .replaceAll(frameMarks.title, () => escaped(title))
    .replaceAll(frameMarks.description, () => escaped(description))
    .replaceAll(frameMarks.place, () => place)
    .replaceAll(date.toISOString(), updated.toISOString())
    .replaceAll(date.toUTCString(), updated.toUTCString())
    .replaceAll(`/${frameMarks.archive}/`, `/${archive}/`)
    .replaceAll(`/${frameMarks.previous}/`, `/${previous}/`)
    .replaceAll(`/${frameMarks.next}/`, `/${(archive ?? 0) + 1}/`)
}
