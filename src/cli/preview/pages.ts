import type { IncomingHttpHeaders } from 'node:http'
import { html, type Markup } from '../../text/html.ts'

/** Something that keeps the content from being built. */
export interface Mistake {
  /** `content/2024-06-10.md:3`, or a path alone; null where it is in no file. */
  readonly place: string | null
  readonly what: string
  /** What to do about it; null where `what` says it. */
  readonly cure: string | null
  /** The line that it is about; null where there is none. */
  readonly line: string | null
}

/** A mistake that is in no line, such as a file that can't be read. */
export function mistakeOfError(what: string): Mistake {
  return { place: null, what, cure: null, line: null }
}

/** What a preview shows at this moment. */
export interface PreviewState {
  /** Counts the sites that were built; 0 while there is none to show. */
  readonly build: number
  /** What the preview is doing: `Reading content`; null where it waits for a change. */
  readonly step: string | null
  /** What the last build found wrong. */
  readonly mistakes: readonly Mistake[]
}

/** What pages are told of a state. */
interface PageNews {
  readonly build: number
  /** The HTML that is shown over the page. */
  readonly overlay: string
}

/** More are on the terminal. */
const mostShown = 30

/** What pages are told of a state, for `src/browser/preview.ts` to show. */
export function newsOf(state: PreviewState): PageNews {
  return { build: state.build, overlay: overlayOf(state).html }
}

function overlayOf({ mistakes, step }: PreviewState): Markup {
  const status = step === null ? null : html`<p class="step" role="status">${step}…</p>`
  if (mistakes.length === 0) return html`${status}`
  const left = mistakes.length - mostShown
  const count = mistakes.length === 1 ? 'One mistake keeps' : `${mistakes.length} mistakes keep`
  return html`${status}<details class="mistakes" open role="alert"><summary>${count} the notes from being built. The page is as it was before.</summary>
<ol>${mistakes.slice(0, mostShown).map(mistakeOf)}</ol>${left <= 0 ? null : html`<p>${left} more on the terminal.</p>`}</details>`
}

function mistakeOf({ place, what, cure, line }: Mistake): Markup {
  return html`<li>${place === null ? null : html`<code class="place">${place}</code>`}<p>${what}</p>${
    line === null ? null : html`<pre>${line}</pre>`
  }${cure === null ? null : html`<p class="cure">${cure}</p>`}</li>`
}

/** The page that a browser is shown where there is no site yet. */
export function emptyPage(): string {
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Paperwire</title>
<meta name="color-scheme" content="light dark">
</head>
<body>
<p>There is no site to show yet. This page becomes it, once the notes are built.</p>
</body>
</html>
`
  return withScript(page.html, 0)
}

/** A page with the script that loads it again after a build; at its end, where it keeps nothing waiting. */
export function withScript(page: string, build: number): string {
  const script = html`<script type="module" src="/.preview/preview.js" data-build="${build}"></script>`.html
  const end = page.lastIndexOf('</body>')
  return end === -1 ? page + script : page.slice(0, end) + script + page.slice(end)
}

/** Whether a request is a browser's, to show a whole page (Fetch Metadata §2). What readers and scripts ask for stays as it is deployed. */
export function isNavigation(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return method === 'GET' && headers['sec-fetch-dest'] === 'document' && headers['sec-fetch-mode'] === 'navigate'
}

/** Whether an answer is a page. */
export function isPage({ 'content-type': contentType }: IncomingHttpHeaders): boolean {
  return /^text\/html\b/i.test(contentType ?? '')
}

/** The header fields of a message, names and values in turn as in `rawHeaders`, without the fields that `names` lists in lower case. */
export function fieldsWithout(raw: readonly string[], names: readonly string[]): string[] {
  return raw.filter((_, index) => !names.includes((raw[index - (index % 2)] as string).toLowerCase()))
}
