import { html, type Markup } from '../../text/html.ts'
import type { Frame } from './frame.ts'

/** Who writes the notes, for programs that read pages (microformats.org, h-card): people find the name at the foot of the page. */
export function notesAuthor({ site: { author } }: Frame): Markup {
  return author.url === null
    ? html`<span class="p-author h-card" hidden>${author.name}</span>`
    : html`<a class="p-author h-card" href="${author.url}" hidden>${author.name}</a>`
}

/**
 * A list of entries as a feed of its own (microformats.org, h-feed), with a name that is read out.
 *
 * @param id of its heading
 */
export function feedSection(frame: Frame, id: string, name: string, list: Markup): Markup {
  return html`<section class="h-feed" aria-labelledby="${id}"><h2 id="${id}" class="p-name unseen">${name}</h2>
${notesAuthor(frame)}
${list}</section>`
}
