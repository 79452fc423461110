import type { Format } from '../feed/formats.ts'
import { type FrameTemplate, frameMarks } from '../feed/frame-marks.ts'
import { escapeXml, legalXml } from '../text/xml.ts'
import { dateValues, filledIn } from './filling.ts'

/** What a document of a selection says of itself. */
export interface FilledIn {
  readonly title: string
  readonly description: string
  /** Where its page is, below the site's, percent-encoded: `tags/llm+rl/`. */
  readonly folder: string
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

function filled(format: Format, head: string, { title, description, folder, updated, archive, previous }: FilledIn): string {
  const escaped = format === 'json' ? (text: string) => JSON.stringify(legalXml(text)).slice(1, -1) : escapeXml
  return filledIn(
    head,
    new Map([
      [frameMarks.title, escaped(title)],
      [frameMarks.description, escaped(description)],
      [`tags/${frameMarks.place}/`, folder],
      ...dateValues(frameMarks.updated, updated),
      [String(frameMarks.archive), String(archive)],
      [String(frameMarks.previous), String(previous)],
      [String(frameMarks.next), String((archive ?? 0) + 1)],
    ]),
  )
}
