import newMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { withoutControl } from '../text/control.ts'
import { escapeHtml, type Html, trustedHtml } from '../text/html.ts'
import { isRightToLeft } from '../text/language.ts'
import { type RefusedPassage, renderMath } from '../text/math.ts'
import { longestFormula, mathEnd } from '../text/math-spans.ts'
import { noWikiLinks, type WikiLink } from './note.ts'

/** A passage of Markdown as HTML, without classes, styles or raw HTML, and as plain text that reads the same. */
export interface Rendered {
  readonly html: Html
  readonly text: string
  /** The absolute addresses that the passage links to, in order. */
  readonly links: readonly string[]
  /** The addresses in the passage that are relative to its file, which no subscriber has: `other.md`, but not `/tags/llm/`. */
  readonly relative: readonly string[]
  /** What is wrong with formulas and lists that stand as they were written. */
  readonly refused: readonly RefusedPassage[]
  /** In order; in `html` and `text` only their words stand. */
  readonly wikiLinks: readonly WikiLink[]
}

/** What a passage is rendered with. */
export interface MarkdownContext {
  /** The origin that root-relative addresses are resolved against: `https://notes.example`. */
  readonly origin: string
}

// CommonMark without raw HTML, but with tables, strikethrough (`~~x~~`) and bare addresses as links. Only an address with
// a scheme is a link: `README.md` and `a@b` are words. The plugin makes `**강조(x)**는` emphasis; CommonMark's rule for
// flanking delimiters (§6.2) expects spaces between words.
const markdown: MarkdownIt = newMarkdownIt({ html: false, linkify: true }).use(cjkFriendly)
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
// Each passage is parsed alone, so a definition (`[1]: https://…`) could define nothing and would only vanish: it is text.
markdown.disable('reference')

markdown.inline.ruler.before('escape', 'math', (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x24) return false
  const end = mathEnd(state.src, state.pos)
  if (end === -1 || end > state.posMax) return false
  if (!silent) {
    const { text, html, refused } = renderMath(state.src.slice(state.pos, end))
    const token = state.push('math', '', 0)
    token.content = text
    token.meta = { html, refused }
  }
  state.pos = end
  return true
})

/**
 * `[[Note]]` and `[[Note|words]]` link notes of a vault. Their words stand between two marks, which {@link withoutMarks} takes
 * out again; words that hold an address stand alone, since they link to it. `[[1]](https://…)` is a Markdown link.
 */
markdown.inline.ruler.before('link', 'wiki', (state, silent) => {
  const wiki = /^!?\[\[([^[\]\n]{1,200})\]\](?!\()/.exec(state.src.slice(state.pos, state.pos + 210))
  if (wiki === null) return false
  if (!silent) {
    const inside = wiki[1] as string
    const bar = inside.indexOf('|')
    const words = inside.slice(bar + 1).trim()
    const isLink = words !== '' && !markdown.linkify.test(words)
    if (isLink) state.push('wiki_open', '', 0).meta = { target: inside.slice(0, bar === -1 ? undefined : bar).trim() }
    state.push('text', '', 0).content = words
    if (isLink) state.push('wiki_close', '', 0)
  }
  state.pos += wiki[0].length
  return true
})

/**
 * A single `*` right behind an ASCII letter or digit closes emphasis but opens none. In `MCTS*와 ReST-MCTS*` both stars
 * belong to names; CommonMark (§6.2) would emphasise the text between them.
 */
markdown.inline.ruler.before('emphasis', 'star', (state, silent) => {
  if (silent || state.src.charCodeAt(state.pos) !== 0x2a || !/[A-Za-z0-9]/.test(state.src.charAt(state.pos - 1))) return false
  const { can_close: close, length } = state.scanDelims(state.pos, true)
  if (length !== 1) return false
  state.push('text', '', 0).content = '*'
  state.delimiters.push({ marker: 0x2a, length, token: state.tokens.length - 1, end: -1, open: false, close })
  state.pos += 1
  return true
})

/** Particles that Korean writes right behind a word. Behind a bare address they aren't part of it: `https://a.example/x에서`. */
const particle =
  /(?<=[\w)])(?:에서(?:는|도|의)?|에(?:는|도|게)?|을|를|은|는|이(?:라는|라고|다|며|고|나|랑|네요|에요)?|인데|예요|가|의|(?:으)?로|와|과|도|만|랑|하고|라는|라고|처럼|까지|부터|보다|입니다|참[고조])$/u

markdown.core.ruler.after('linkify', 'particles', (state) => {
  for (const { children } of state.tokens) {
    for (let index = (children?.length ?? 0) - 3; children !== null && index >= 0; index -= 1) {
      const open = children[index] as Token
      const words = children[index + 1] as Token
      if (open.type !== 'link_open' || open.markup !== 'linkify') continue
      const found = particle.exec(words.content.slice(-12))?.[0]
      if (found === undefined) continue
      words.content = words.content.slice(0, -found.length)
      open.attrSet('href', state.md.normalizeLink(words.content))
      const text = new state.Token('text', '', 0)
      text.content = found
      children.splice(index + 3, 0, text)
    }
  }
})

// Whoever writes `<wiki>` in a note finds it escaped.
markdown.renderer.rules['wiki_open'] = () => '<wiki>'
markdown.renderer.rules['wiki_close'] = () => '</wiki>'
markdown.renderer.rules['math'] = (tokens, index) => String((tokens[index] as Token).meta?.['html'])
markdown.renderer.rules['fence'] = (tokens, index) => `<pre><code>${escapeHtml((tokens[index] as Token).content)}</code></pre>\n`

/** A line without any of these is the same before and after Markdown; most lines of abstracts are such lines. */
const anyMark = /[\\`*_~[\]!<>&$@]|\/\/|\n/

/** Renders one line of text, with its emphasis, links, code and formulas. No line is a block: `1. x` and `# x` stay as written. */
export function renderInline(source: string, context: MarkdownContext): Rendered {
  return anyMark.test(source)
    ? renderMarked(source, context)
    : { html: escapeHtml(source), text: source, links: [], relative: [], refused: [], wikiLinks: noWikiLinks }
}

/** {@link renderInline} without its short cut for plain lines: the Markdown parser reads every line. */
export function renderMarked(source: string, context: MarkdownContext): Rendered {
  const tokens = markdown.parseInline(source, {})
  return rendered(tokens, context, '')
}

/** Renders a formula on lines of its own, between its dollars. What is no formula all the same, such as `$$a $ b$$`, is a line of text. */
export function renderFormula(written: string, context: MarkdownContext): Rendered {
  if (written.length <= longestFormula) return renderMarked(written, context)
  const { text, html, refused } = renderMath(written)
  return { html, text, links: [], relative: [], refused: refused === null ? [] : [refused], wikiLinks: noWikiLinks }
}

/** In lists inside one another. Markdown-it leaves out what stands deeper than 50. */
const deepestList = 20

/** Whether a token opens an element inside too many lists. Each list takes two levels: one for the list, one for its item. */
function isTooDeep({ nesting, type, level }: Token): boolean {
  return nesting === 1 && type !== 'paragraph_open' && level >= 2 * deepestList
}

/** Renders a list, a table or a block of code. The outermost element of a list or table has the language as its `lang`. */
export function renderBlock(source: string, language: string, context: MarkdownContext): Rendered {
  const tokens = markdown.parse(source, {})
  if (tokens.some(isTooDeep)) {
    const refused = [{ what: `a list nested more than ${deepestList} levels deep`, cure: 'part it' }]
    const html = trustedHtml(`<pre lang="${escapeHtml(language)}"><code>${escapeHtml(source)}</code></pre>`)
    return { html, text: source, links: [], relative: [], refused, wikiLinks: noWikiLinks }
  }
  for (const token of tokens) {
    if (token.level !== 0 || token.nesting !== 1) continue
    token.attrSet('lang', language)
    if (isRightToLeft(language)) token.attrSet('dir', 'rtl')
  }
  return rendered(tokens, context, '\n')
}

function rendered(tokens: Token[], context: MarkdownContext, separator: string): Rendered {
  const links: string[] = []
  const relative: string[] = []
  const refusals: RefusedPassage[] = []
  const targets: string[] = []
  const text: string[] = []
  for (const token of tokens) {
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = alignmentOf(token)
    let isOpen = true
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') isOpen = resolveAddress(child, context, links, relative)
      else if (child.type === 'image' && !resolveAddress(child, context, links, relative)) child.type = 'text'
      // A link that leads nowhere is its words.
      if (!isOpen && (child.type === 'link_open' || child.type === 'link_close')) child.hidden = true
      const refused = child.type === 'math' ? (child.meta?.['refused'] as RefusedPassage | null) : null
      if (refused !== null) refusals.push(refused)
      if (child.type === 'wiki_open') targets.push(String(child.meta?.['target']))
    }
    if (token.type === 'inline') text.push((token.children ?? []).map(plain).join(''))
    else if (token.type === 'fence' || token.type === 'code_block') text.push(token.content.trimEnd())
  }
  return {
    // References (`&#12;`), TeX (`\char7`) and the percent-encoding of an address that is shown write characters by their number.
    ...withoutMarks(withoutControl(markdown.renderer.render(tokens, markdown.options, {}).trimEnd()), targets),
    text: withoutControl(text.join(separator)),
    links,
    relative,
    refused: refusals,
  }
}

/**
 * Markdown-it aligns the cells of a table's column by a style, which no feed may carry. The attribute that HTML had for it
 * is obsolete in pages, but readers of feeds leave it where they take styles and classes away.
 */
function alignmentOf(cell: Token): [string, string][] | null {
  const side = /^text-align:(left|center|right)$/.exec(String(cell.attrGet('style')))?.[1]
  return side === undefined ? null : [['align', side]]
}

/** HTML without the marks around wiki links, and where the words of these links stand in it. */
function withoutMarks(marked: string, targets: readonly string[]): Pick<Rendered, 'html' | 'wikiLinks'> {
  if (targets.length === 0) return { html: trustedHtml(marked), wikiLinks: noWikiLinks }
  const wikiLinks: WikiLink[] = []
  let html = ''
  for (const [index, piece] of marked.split(/<\/?wiki>/).entries()) {
    const target = index % 2 === 1 ? targets[(index - 1) / 2] : undefined
    if (target !== undefined) wikiLinks.push({ target, start: html.length, end: html.length + piece.length })
    html += piece
  }
  return { html: trustedHtml(html), wikiLinks }
}

function plain(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.content
}

/** What a link may lead to. Any other scheme means something on one machine only (`zotero:`, `file:`), or runs something. */
const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** What an image may be shown from: an address on the web, or itself. */
const imageSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'data:'])

/**
 * Makes the address of a link or image absolute, in place, and adds it to the lists. False where its scheme is none of
 * those that may be published.
 */
function resolveAddress(token: Token, { origin }: MarkdownContext, links: string[], relative: string[]): boolean {
  const isLink = token.type === 'link_open'
  const name = isLink ? 'href' : 'src'
  const written = String(token.attrGet(name) ?? '')
  if (!URL.canParse(written) && !written.startsWith('/')) relative.push(written)
  const url = URL.canParse(written, `${origin}/`) ? new URL(written, `${origin}/`) : null
  if (url === null || !(isLink ? linkSchemes : imageSchemes).has(url.protocol)) {
    if (URL.canParse(written) || url === null) relative.push(written)
    return false
  }
  const href = url.href === `${written}/` ? written : url.href
  token.attrSet(name, href)
  if (isLink && /^https?:$/.test(url.protocol)) links.push(href)
  return true
}
