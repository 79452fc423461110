import { type Catalog, type Channel, type ChannelKind, channelsOfKind, siteChannel } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { type Recipe, type RecipeStep, recipesFor } from '../recipes.ts'
import { paths } from '../urls.ts'
import { headingOf } from './channel-parts.ts'
import type { FramedCatalog } from './frame.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { saidOfCopies } from './share.ts'

const defaultLimit = 5

/** How to show a feed of the site in another blog. */
export function embedPage(catalog: FramedCatalog): string {
  const { title } = catalog.words.embedding
  return layout(catalog, {
    kind: 'embed',
    path: paths.embed,
    title,
    description: `${title} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: embedPageMain(catalog),
  })
}

/**
 * What makes the code for another blog. Without scripts it gives the code of the site's feed and of the most used tags'; with
 * them a form picks a tag and a number. Its scripts and styles are files: it works under `default-src 'self'`.
 */
export function embedPageMain(catalog: Catalog): Markup {
  const { site, words } = catalog
  const { embedding } = words
  const all = siteChannel(catalog)
  const tags = channelsOfKind(catalog, 'tag').toSorted((one, other) => other.entries.length - one.entries.length)
  const options = [all, ...tags.slice(0, mostChoices)].map(
    (channel) => html`<option value="${channel.key.slug}">${headingOf(channel) ?? embedding.allEntries}</option>\n`,
  )
  return html`<h1>${embedding.title}</h1>
<p>${embedding.about}</p>
<form id="embed" data-code="${codeOfTags(catalog).html}" hidden>
<p><label>${words.tags} <select name="tag">
${options}</select></label>
<label>${embedding.limit} <input name="limit" type="number" min="1" max="${site.feedSize}" value="${defaultLimit}" required></label></p>
</form>
<h2>${embedding.snippet}</h2>
<pre><code id="snippet">${snippet(catalog, all).html}</code></pre>
<p><button id="copy" type="button" hidden data-copy-from="snippet"${saidOfCopies(words)}>${embedding.copy}</button></p>
<h2>${embedding.preview}</h2>
<paperwire-feed id="preview" limit="${defaultLimit}"><a href="${paths.home}">${site.title}</a></paperwire-feed>
<details><summary>${embedding.tagCodes}</summary>
<dl>${tags.slice(0, mostCodes).map((tag) => html`<dt>${headingOf(tag)}</dt><dd><pre><code>${snippet(catalog, tag).html}</code></pre></dd>\n`)}</dl>
<p>${embedding.otherTags}</p></details>
<p>${embedding.policy} <code>script-src ${site.origin}; connect-src ${site.origin}</code></p>
${recipes(catalog)}
<script type="module" src="${paths.embedScript}"></script>
<script type="module" src="${assets()['embed-form.js'].path}"></script>`
}

/** How many tags can be chosen, and how many have their code in the page for those who have no scripts: the most used. */
const [mostChoices, mostCodes] = [600, 40]

/** The code of any tag, with `{slug}`, `{path}` and `{label}` where a script puts what the tag has. */
function codeOfTags(catalog: Catalog): Markup {
  const { site, words } = catalog
  return codeOf(site.origin, html` tag="{slug}"`, `${site.origin}${paths.tags}{path}/`, words.tagTitle('{label}', site.title))
}

/** The attribute by which the component finds the feed of a channel; the site's own is what it shows without one. */
const attributeOfKind: Readonly<Record<ChannelKind, (channel: Channel, origin: string) => Markup | null>> = {
  site: () => null,
  tag: ({ key }) => html` tag="${key.slug}"`,
  author: ({ folder }, origin) => html` src="${origin}${paths.feed('json', folder)}"`,
}

function snippet(catalog: Catalog, channel: Channel): Markup {
  const { origin } = catalog.site
  const attribute = attributeOfKind[channel.key.kind](channel, origin)
  return codeOf(origin, attribute, origin + paths.at(channel.folder), feedOf(catalog, channel).title)
}

/** What goes into the other blog: the link inside is what stays where scripts don't run or the feed can't be had. */
function codeOf(origin: string, attribute: Markup | null, address: string, title: string): Markup {
  return html`<script type="module" src="${origin}${paths.embedScript}"></script>
<paperwire-feed${attribute} limit="${defaultLimit}"><a href="${address}">${title}</a></paperwire-feed>`
}

/** The address of the latest entry; of the site where there is none. */
function permalinkExample({ site, entries: [latest] }: Catalog): string {
  return site.origin + (latest === undefined ? paths.home : paths.entry(latest.day, latest.name))
}

/** Code for blogs that put entries into their own pages, for the tag that most entries have. */
function recipes(catalog: Catalog): Markup {
  const { site, words } = catalog
  const { embedding } = words
  const [example] = channelsOfKind(catalog, 'tag').toSorted((a, b) => b.entries.length - a.entries.length)
  const written = recipesFor({
    channelUrl: site.origin + paths.at((example ?? siteChannel(catalog)).folder),
    scriptUrl: site.origin + paths.embedScript,
  })
  const step = ({ note, code }: RecipeStep): Markup =>
    html`${note === null ? null : html`<p>${embedding.recipeNotes[note]}</p>\n`}<pre><code>${code}</code></pre>\n`
  const recipe = ({ name, tried, steps }: Recipe): Markup => html`<details><summary><span lang="en">${name}</span></summary>
<p class="description">${tried === null ? embedding.notTried : embedding.tried(tried)}</p>
${steps.map(step)}</details>
`
  return html`<section aria-labelledby="recipes"><h2 id="recipes">${embedding.recipes}</h2>
<p>${embedding.recipesAbout}</p>
<p>${embedding.canonical}</p>
<pre><code>${html`<link rel="canonical" href="${permalinkExample(catalog)}">`.html}</code></pre>
${written.map(recipe)}</section>`
}
