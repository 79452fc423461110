import type { Channel } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'

/** A form that leads to a selection of tags. It works without a script; with one it shows what is selected. */
export function selectionBuilder({ words, site }: Frame, tags: readonly Channel[]): Markup {
  const { title, about, all, any, without, show, found, nothing, unknown } = words.building
  const field = (name: string, label: string): Markup =>
    html`<p><label for="select-${name}">${label}</label> <input type="text" id="select-${name}" name="${name}" list="known-tags" autocomplete="off" autocapitalize="none" spellcheck="false"></p>\n`
  return html`<section class="builder" aria-labelledby="builder"><h2 id="builder">${title}</h2>
<form id="select" method="get" action="${paths.select}" data-origin="${site.origin}" data-found="${found}" data-nothing="${nothing}" data-unknown="${unknown}">
<p>${about}</p>
<p class="hint"><code>/tags/llm,rl+alignment+!benchmark/</code></p>
${field('all', all)}${field('any', any)}${field('without', without)}<p><button type="submit">${show}</button></p>
<datalist id="known-tags">${tags.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
</form>
<div id="selected" role="status"></div>
<script type="module" src="${assets()['selection.js'].path}"></script></section>
`
}
