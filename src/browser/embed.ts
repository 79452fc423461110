// <paperwire-feed>: lists a feed's items in a page of any site. What the feed says becomes text and http(s) links, never HTML.
import { type Feed, type FeedItem, feedAddress, limitOf, readFeed } from './json-feed.ts'

/** The site that serves this script: an element without `src` shows that site's feeds. */
const { origin } = new URL(import.meta.url)

/** After this long an element gives up on its feed, and is no longer busy. */
const timeoutMilliseconds = 30_000

// A constructed sheet, since a page's Content-Security-Policy may refuse inline styles.
const sheet = new CSSStyleSheet()
sheet.replaceSync(`
:host { display: block; }
:host([hidden]) { display: none; }
[part=feed] { position: relative; overflow-wrap: anywhere; }
[part=list] { display: grid; gap: var(--paperwire-gap, 0.75em); margin: 0; padding: 0; list-style: none; }
[part=title] { color: var(--paperwire-link, inherit); }
[part=authors] {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--paperwire-author-lines, 2); overflow: hidden;
}
[part=authors], [part=about] { color: var(--paperwire-quiet, inherit); font-size: 0.875em; }
[part=about] { display: flex; flex-wrap: wrap; gap: 0 0.75em; }
[part=status] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`)

class PaperwireFeed extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['src', 'tag', 'limit', 'show-tags']

  /** Holds the list of items, or the slot: the page's own link, which stands there until the list comes. */
  readonly #feed = make('div', 'feed')
  readonly #slot = document.createElement('slot')
  readonly #status = make('div', 'status')
  /** The feed that is shown or on its way. */
  #address: string | null = null
  /** Aborts the latest update. */
  #latest = new AbortController()
  #hasSettled = false

  constructor() {
    super()
    this.#status.setAttribute('role', 'status')
    this.#feed.append(this.#slot)
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.append(this.#feed, this.#status)
  }

  connectedCallback(): void {
    void this.#update()
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) void this.#update()
  }

  disconnectedCallback(): void {
    this.#latest.abort()
  }

  async #update(): Promise<void> {
    this.#latest.abort()
    this.#latest = new AbortController()
    const { signal } = this.#latest
    // Attributes that are set one after another, as when the page opens, make one update: the last of them.
    await null
    if (signal.aborted) return
    const address = feedAddress(this.getAttribute('src'), this.getAttribute('tag'), origin, this.baseURI)
    // The same feed's list stays until the new one is made: only its length or its tags change.
    if (address !== this.#address) this.#feed.replaceChildren(this.#slot)
    this.#address = address
    this.#feed.setAttribute('aria-busy', 'true')
    const feed = address === null ? null : await fetchFeed(address, signal).catch(() => null)
    if (signal.aborted) return
    const items = feed?.items.slice(0, limitOf(this.getAttribute('limit'))) ?? []
    this.#feed.replaceChildren(feed && items.length > 0 ? listOf(feed, items, this.hasAttribute('show-tags')) : this.#slot)
    this.#feed.setAttribute('aria-busy', 'false')
    // Nothing is announced while a page opens; a later change is.
    if (this.#hasSettled) this.#status.textContent = items.length > 0 ? `${feed?.title} (${items.length})` : this.textContent
    this.#hasSettled = true
  }
}

/** The feed at an address. Rejects when it can't be had in time, isn't a JSON Feed, or the signal aborts. */
async function fetchFeed(address: string, signal: AbortSignal): Promise<Feed> {
  const response = await fetch(address, {
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
  })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return readFeed(await response.json(), response.url)
}

function listOf(feed: Feed, items: readonly FeedItem[], withTags: boolean): HTMLElement {
  const list = make('ul', 'list')
  // Safari tells assistive technology of a list without marks only where it has its role.
  list.setAttribute('role', 'list')
  if (feed.title !== '') list.setAttribute('aria-label', feed.title)
  if (feed.language !== '') list.lang = feed.language
  list.append(...items.map((item) => listItem(item, withTags)))
  return list
}

function listItem({ title, url, language, authors, day, tags }: FeedItem, withTags: boolean): HTMLElement {
  const heading = url === null ? make('span', 'title', title) : make('a', 'title', title)
  if (heading instanceof HTMLAnchorElement && url !== null) heading.href = url
  heading.dir = 'auto'
  const names = make('div', 'authors', authors.join(', '))
  if (language !== '') heading.lang = names.lang = language
  const about = make('div', 'about')
  if (day !== null) {
    const date = make('time', 'date', day)
    date.dateTime = day
    about.append(date)
  }
  if (withTags && tags.length > 0) about.append(make('span', 'tags', tags.map((tag) => `#${tag}`).join(' ')))
  const item = make('li', 'item')
  item.append(heading, ...(authors.length > 0 ? [names] : []), about)
  return item
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, part: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.setAttribute('part', part)
  made.textContent = text
  return made
}

// A page may include the script more than once.
if (customElements.get('paperwire-feed') === undefined) customElements.define('paperwire-feed', PaperwireFeed)
