// A feed in a page of any other site. Served as it stands, with its types taken off, so it imports nothing. What a feed
// says comes into the page as text and as http(s) links, never as HTML.

/** The site whose feeds are meant: the one that this script comes from. */
const { origin } = new URL(import.meta.url)

const defaultLimit = 5

/** How long a feed may take before the element no longer says that it is busy. */
const patienceMilliseconds = 30_000

/** What is shown of an item. */
interface Line {
  readonly title: string
  /** Null where the item has no address that a link may lead to. */
  readonly url: string | null
  /** Of the title and the authors; empty where the feed doesn't say. */
  readonly language: string
  readonly authors: readonly string[]
  /** `2024-06-10`, as the feed has it, or null. */
  readonly day: string | null
  readonly tags: readonly string[]
}

export interface Feed {
  readonly title: string
  readonly language: string
  readonly lines: readonly Line[]
}

/** The address of the feed that an element's attributes ask for; null if it can't have one. */
export function feedAddress(src: string | null, tag: string | null, site: string, page: string): string | null {
  if (src !== null) return httpUrl(src, page)
  // The site redirects what isn't yet a slug. But an address takes slashes and dots for its own: in a slug they are hyphens.
  const name = (tag ?? '')
    .trim()
    .replace(/^#/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[./\\]+/g, '-')
  return name === '' ? `${site}/feed.json` : `${site}/tags/${encodeURIComponent(name.toWellFormed())}/feed.json`
}

/** How many items to show: a whole number above zero, or the default. */
export function limitOf(written: string | null): number {
  return /^\s*0*[1-9]\d*\s*$/.test(written ?? '') ? Number(written) : defaultLimit
}

/** What a JSON Feed (1.0 or 1.1) says, whoever wrote it: what isn't of the expected type is left out. */
export function readFeed(json: unknown, address: string): Feed {
  const { title, language, items } = fieldsOf(json)
  if (!Array.isArray(items)) throw new TypeError(`${address}: not a JSON Feed`)
  const lines = items.map((one): Line => {
    const item = fieldsOf(one)
    const own = fieldsOf(item['_paperwire'])
    const authors = listOf(item['authors'] ?? [item['author']])
    const url = httpUrl(textOf(item['url']) || textOf(item['external_url']), address)
    return {
      title: textOf(item['title']) || textOf(item['summary']) || (url ?? ''),
      url,
      language: textOf(own['title_language']) || textOf(item['language']) || textOf(language),
      authors: textsOf(authors.map((author) => fieldsOf(author)['name'])),
      day: dayOf(url, textOf(item['date_published'])),
      tags: textsOf(listOf(item['tags'])),
    }
  })
  return { title: textOf(title), language: textOf(language), lines: lines.filter((line) => line.title !== '') }
}

/** The day that the address names, as those of notes do: that of the instant, in UTC, may be the one before. */
function dayOf(url: string | null, published: string): string | null {
  const named = /^https?:\/\/[^/]+\/(\d{4}-\d\d-\d\d)\//.exec(url ?? '')?.[1]
  return named ?? /^\d{4}-\d\d-\d\d(?=T|$)/.exec(published)?.[0] ?? null
}

/** The address in full if it is one of the web, not `javascript:` or the like. */
function httpUrl(written: string, base: string): string | null {
  if (written === '' || !URL.canParse(written, base)) return null
  const url = new URL(written, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.map(textOf).filter((text) => text !== '')
}

/** A feed that elements of this page wait for, or that has come. */
interface Request {
  readonly feed: Promise<Feed>
  readonly controller: AbortController
  waiting: number
  hasCome: boolean
}

/** Each feed is fetched once a page. */
const requests = new Map<string, Request>()

/** One element's part in a request. */
interface Wait {
  readonly feed: Promise<Feed>
  /** What nobody waits for any more is not fetched to its end. */
  end(): void
}

function waitFor(address: string): Wait {
  const request = requests.get(address) ?? requestOf(address)
  request.waiting += 1
  return {
    feed: request.feed,
    end() {
      request.waiting -= 1
      if (request.waiting > 0 || request.hasCome) return
      forget(address, request)
      request.controller.abort()
    },
  }
}

function requestOf(address: string): Request {
  const controller = new AbortController()
  const feed = fetchFeed(address, AbortSignal.any([controller.signal, AbortSignal.timeout(patienceMilliseconds)]))
  const request: Request = { feed, controller, waiting: 0, hasCome: false }
  requests.set(address, request)
  feed.then(
    () => {
      request.hasCome = true
    },
    // Whoever asks next tries again.
    () => forget(address, request),
  )
  return request
}

function forget(address: string, request: Request): void {
  if (requests.get(address) === request) requests.delete(address)
}

async function fetchFeed(address: string, signal: AbortSignal): Promise<Feed> {
  const response = await fetch(address, { credentials: 'omit', signal })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return readFeed(await response.json(), response.url)
}

// A constructed sheet and no style attributes: so it works where the page's Content-Security-Policy refuses inline styles.
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

  /** Holds the slot, in which the page's own link stands, until there is a list to take its place. */
  readonly #feed = make('div', 'feed')
  readonly #slot = document.createElement('slot')
  readonly #status = make('div', 'status')
  #wait: Wait | null = null
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

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#update()
  }

  disconnectedCallback(): void {
    this.#wait?.end()
    this.#wait = null
  }

  async #update(): Promise<void> {
    const address = feedAddress(this.getAttribute('src'), this.getAttribute('tag'), origin, this.baseURI)
    const [before, wait] = [this.#wait, address === null ? null : waitFor(address)]
    this.#wait = wait
    // Only now: both may be of one request.
    before?.end()
    // A feed that is here already takes the slot's place before the page is painted.
    this.#feed.replaceChildren(this.#slot)
    this.#feed.setAttribute('aria-busy', 'true')
    const feed = await wait?.feed.catch(() => null)
    if (this.#wait !== wait || !this.isConnected) return
    const lines = feed?.lines.slice(0, limitOf(this.getAttribute('limit'))) ?? []
    if (feed && lines.length > 0) this.#feed.replaceChildren(listOfLines(feed, lines, this.hasAttribute('show-tags')))
    this.#feed.setAttribute('aria-busy', 'false')
    // A page that has just been opened speaks for itself; what changes in it later is said.
    if (this.#hasSettled) this.#status.textContent = lines.length > 0 ? `${feed?.title} (${lines.length})` : this.textContent
    this.#hasSettled = true
  }
}

function listOfLines(feed: Feed, lines: readonly Line[], withTags: boolean): HTMLElement {
  const list = make('ul', 'list')
  // Without its marks, Safari takes a list for none.
  list.setAttribute('role', 'list')
  if (feed.title !== '') list.setAttribute('aria-label', feed.title)
  if (feed.language !== '') list.lang = feed.language
  list.append(...lines.map((line) => itemOfLine(line, withTags)))
  return list
}

function itemOfLine({ title, url, language, authors, day, tags }: Line, withTags: boolean): HTMLElement {
  const item = make('li', 'item')
  const titled = url === null ? make('span', 'title', title) : make('a', 'title', title)
  if (titled instanceof HTMLAnchorElement && url !== null) titled.href = url
  const names = make('div', 'authors', authors.join(', '))
  if (language !== '') {
    titled.lang = language
    names.lang = language
  }
  titled.dir = 'auto'
  const date = make('time', 'date', day ?? '')
  date.dateTime = day ?? ''
  const about = make('div', 'about')
  about.append(
    ...(day === null ? [] : [date]),
    ...(withTags && tags.length > 0 ? [make('span', 'tags', tags.map((tag) => `#${tag}`).join(' '))] : []),
  )
  item.append(titled, ...(authors.length > 0 ? [names] : []), about)
  return item
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, part: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.setAttribute('part', part)
  made.textContent = text
  return made
}

// The script may stand in a page more than once.
if (customElements.get('paperwire-feed') === undefined) customElements.define('paperwire-feed', PaperwireFeed)
