import { type Channel, channelsOfKind } from '../../catalog/catalog.ts'
import { views } from '../../selections/views.ts'
import { html, type Markup } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { type Facet, facetsOf } from '../facets.ts'
import { paths } from '../urls.ts'
import type { FramedCatalog } from './frame.ts'
import { readerLinks } from './readers.ts'
import { saidOfCopies } from './share.ts'

/** What stands in the place of a path that a script puts there. */
const addressMark = '/paperwire-mark-address'

/** How many tags can be ticked, and how many of each kind are offered where one is written: the most used. */
const [mostTags, mostOffered] = [100, 150]

/**
 * A form that leads to a selection of entries. It works without a script; with one it shows what is selected, and the ways to
 * subscribe to it.
 *
 * @param tags the most used first
 */
export function selectionBuilder(catalog: FramedCatalog, tags: readonly Channel[]): Markup {
  const { words, site } = catalog
  const { building } = words
  const { venue, lang } = facetsOf(catalog)
  const authors = byUse(channelsOfKind(catalog, 'author')).slice(0, mostOffered)
  return html`<section class="builder" aria-labelledby="builder"><h2 id="builder">${building.title}</h2>
<form id="select" method="get" action="${paths.select}" data-unknown="${building.unknown}">
<p>${building.about}</p>
${tags.length === 0 ? null : tagTicks(catalog, tags)}<div class="fields">
${tags.length <= mostTags ? null : textField('tags', building.otherTags, tags.slice(mostTags, mostTags + mostOffered))}${textField('without', building.without, tags.slice(0, mostOffered))}${textField('author', building.authors, authors)}${textField('word', building.words, [])}${choice(
  'venue',
  building.venue,
  building.anyVenue,
  options(byUse(venue).slice(0, mostOffered)),
)}${lang.length < 2 ? null : choice('lang', building.language, building.anyLanguage, options(lang))}${choice(
  'view',
  building.shown,
  building.everything,
  views.map((view) => [view, building.views[view]]),
)}${choice('digest', building.gathered, building.oneByOne, [
  ['daily', building.daily],
  ['weekly', building.weekly],
])}</div>
<p><button type="submit">${building.show}</button></p>
</form>
<div id="selected" role="status" data-origin="${site.origin}" data-mark="${site.origin}${addressMark}" data-often="${building.often}" data-nothing="${building.nothing}"></div>
<div id="selected-ways" hidden${saidOfCopies(words)}>
<p class="address"><input id="selected-address" type="url" readonly aria-label="Atom"> <button type="button" hidden data-copy-from="selected-address">${words.embedding.copy}</button></p>
${readerLinks(catalog, site.origin + addressMark)}
<p><a id="selected-opml">OPML</a></p></div>
${grammar(catalog)}
<script type="module" src="${assets()['selection.js'].path}"></script></section>
`
}

/** The most used tags, to be ticked. A script finds some of them. */
function tagTicks({ words: { tags: legend, building, tagIndex } }: FramedCatalog, tags: readonly Channel[]): Markup {
  return html`<fieldset><legend>${legend}</legend>
<p><select name="match" aria-label="${legend}"><option value="any">${building.any}</option><option value="all">${building.all}</option></select></p>
<p class="tick-filter" hidden><label for="tick-filter">${tagIndex.filter}</label> <input type="search" id="tick-filter" autocomplete="off" autocapitalize="none" spellcheck="false"></p>
<ul class="plain ticks">${tags
    .slice(0, mostTags)
    .map(
      ({ key: { slug }, name, entries }) =>
        html`<li><label><input type="checkbox" name="tag" value="${slug}"> ${name} <span class="count">${entries.length}</span></label></li>\n`,
    )}</ul></fieldset>
`
}

/** An example of each part of an address. */
const examples = {
  and: '/tags/llm+alignment/',
  or: '/tags/llm,rl/',
  not: '/tags/llm+!benchmark/',
  author: '/tags/@kaiming-he+vision/',
  venue: '/tags/venue:iclr-2024/',
  language: '/tags/lang:ko/',
  word: '/tags/word:diffusion-models/',
  view: '/tags/llm/titles/',
  digest: '/tags/llm+rl/abstracts/weekly/',
} as const

function grammar({ words: { building } }: FramedCatalog): Markup {
  const rows = Object.entries(examples) as readonly (readonly [keyof typeof examples, string])[]
  return html`<details><summary>${building.grammar}</summary>
<dl>${rows.map(([part, example]) => html`<dt><code>${example}</code></dt><dd>${building.meanings[part]}</dd>\n`)}</dl></details>`
}

function byUse<Gathering extends { readonly entries: readonly unknown[] }>(all: readonly Gathering[]): readonly Gathering[] {
  return all.toSorted((one, other) => other.entries.length - one.entries.length)
}

/** A field for names with commas between them, with those that are offered. */
function textField(name: string, label: string, offered: readonly Channel[]): Markup {
  const list = offered.length === 0 ? null : html` list="known-${name}"`
  return html`<p><label for="select-${name}">${label}</label> <input type="text" id="select-${name}" name="${name}"${list} autocomplete="off" autocapitalize="none" spellcheck="false"></p>
${offered.length === 0 ? null : html`<datalist id="known-${name}">${offered.map((channel) => html`<option value="${channel.name}"></option>`)}</datalist>\n`}`
}

type Option = readonly [value: string, name: string]

function options(facets: readonly Facet[]): readonly Option[] {
  return facets.map(({ slug, name, entries }) => [slug, `${name} (${entries.length})`])
}

/** A choice of one or none; nothing where there is nothing to choose. */
function choice(name: string, label: string, none: string, choices: readonly Option[]): Markup | null {
  if (choices.length === 0) return null
  return html`<p><label for="select-${name}">${label}</label> <select id="select-${name}" name="${name}"><option value="">${none}</option>${choices.map(
    ([value, written]) => html`<option value="${value}">${written}</option>`,
  )}</select></p>\n`
}
