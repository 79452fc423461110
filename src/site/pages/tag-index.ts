import { channelsOfKind, tagKey } from '../../catalog/catalog.ts'
import { twinsAmong } from '../../catalog/twins.ts'
import { folded } from '../../text/folded.ts'
import { html, type Markup } from '../../text/html.ts'
import { indexLetters, letterOf } from '../../text/letters.ts'
import type { Words } from '../../words/words.ts'
import { assets } from '../assets.ts'
import { paths } from '../urls.ts'
import type { FramedCatalog } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { pageLead } from './page-lead.ts'

/** How many of the most used tags stand above the letters: three screens of a phone. */
const mostUsed = 60

/** With fewer tags there is nothing to look up by letter. */
const tagsForLetters = 13

/** A tag, and in how many entries it is. */
interface UsedTag {
  readonly tag: { readonly label: string; readonly slug: string }
  readonly path: string
  readonly entries: number
  /** Other names by which it is found. */
  readonly aliases: readonly string[]
}

/** All tags with counts: the most used first, then every one by letter, near twins side by side, with a field that finds one. */
export function tagsPage(catalog: FramedCatalog): string {
  const { site, words } = catalog
  const tags = usedTags(catalog)
  const byUse = tags.toSorted((one, other) => other.entries - one.entries)
  return layout(catalog, {
    kind: 'tags',
    path: paths.tags,
    title: words.allTags,
    description: `${words.allTags} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`${pageLead(catalog, {
      crumbs: [],
      heading: html`${words.allTags}`,
      description: words.tagIndex.about(tags.length),
      count: catalog.entries.length,
    })}
${tags.length < tagsForLetters ? chips(byUse) : withLetters(catalog, tags, byUse)}`,
  })
}

/** The field stays hidden where no script runs. */
function withLetters(catalog: FramedCatalog, tags: readonly UsedTag[], byUse: readonly UsedTag[]): Markup {
  const { words } = catalog
  const { tagIndex } = words
  const twins = twinsAmong(catalog.site, tags)
  // A twin may have twins of its own.
  const firstOf = (tag: UsedTag): UsedTag => (twins.has(tag) ? firstOf(twins.get(tag) as UsedTag) : tag)
  const twinsOf = Map.groupBy([...twins.keys()], firstOf)
  const rows = tags
    .filter((tag) => !twins.has(tag))
    .map((tag) => ({ tags: [tag, ...(twinsOf.get(tag) ?? [])], order: folded(tag.tag.label) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
  const inLetters = Map.groupBy(rows, ({ tags: [first] }) => letterOf((first as UsedTag).tag.label))
  const letters = indexLetters.filter((letter) => inLetters.has(letter))
  return html`<search><form class="tag-filter" data-matching="${tagIndex.matching}" data-none="${tagIndex.noneMatches}" hidden>
<label for="filter">${tagIndex.filter}</label>
<input type="search" id="filter" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go">
<output for="filter" lang="${words.language}"></output>
</form></search>
<section id="by-use" aria-labelledby="most-used"><h2 id="most-used">${tagIndex.byUse}</h2>
${chips(byUse.slice(0, mostUsed))}</section>
<section id="by-letter" aria-labelledby="letters"><h2 id="letters">${tagIndex.byLetter}</h2>
<nav class="letters" aria-labelledby="letters">${letters.map((letter) => html`<a href="#${idOf(letter)}">${headingOf(letter, words)}</a>\n`)}</nav>
${letters.map(
  (letter) => html`<section class="letter" id="${idOf(letter)}"><h3>${headingOf(letter, words)}</h3>
<ul class="plain">${(inLetters.get(letter) ?? []).map((row) => tagsOfRow(row.tags))}</ul></section>
`,
)}</section>
<script type="module" src="${assets()['tag-filter.js'].path}"></script>`
}

function usedTags(catalog: FramedCatalog): readonly UsedTag[] {
  const aliases = Map.groupBy(catalog.site.aliases, ([, now]) => tagKey(now))
  return channelsOfKind(catalog, 'tag').map(({ key, name, folder, entries }) => ({
    tag: { label: name, slug: key.slug },
    path: paths.at(folder),
    entries: entries.length,
    aliases: (aliases.get(tagKey(name)) ?? []).flatMap(([old]) => (old === tagKey(name) ? [] : [old])),
  }))
}

function chips(tags: readonly UsedTag[]): Markup {
  return html`<ul class="plain cloud">${tags.map(
    ({ tag, path, entries }) => html`<li><a class="tag" href="${path}">${tag.label}</a><span class="count">${entries}</span></li>\n`,
  )}</ul>`
}

/** A tag with its near twins. */
function tagsOfRow(tags: readonly UsedTag[]): Markup {
  const aliases = tags.flatMap((tag) => tag.aliases)
  const also = aliases.length === 0 ? null : html` data-also="${aliases.join(' ')}"`
  return html`<li${tags.length > 1 ? html` class="twins"` : null}${also}>${tags.map(tagWithCount)}</li>\n`
}

function tagWithCount({ tag, path, entries }: UsedTag): Markup {
  return html`<a href="${path}">${tag.label}</a> ${entries} `
}

function idOf(letter: string): string {
  return letter === '' ? 'letter' : `letter-${letter}`
}

function headingOf(letter: string, { tagIndex }: Words): string {
  return letter === '' ? tagIndex.others : letter
}
