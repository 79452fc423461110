import newMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { escapeHtml, type Html, trustedHtml } from '../text/html.ts'
import { renderMath } from '../text/math.ts'
import { mathEnd } from '../text/math-spans.ts'

/** A passage of Markdown, rendered: as HTML without classes, styles or raw HTML, and as plain text that reads the same. */
export interface Rendered {
  readonly html: Html
  readonly text: string
  /** The absolute addresses it links to, in order. */
  readonly links: readonly string[]
  /** The addresses in it that are relative to nothing a subscriber has. */
  readonly relative: readonly string[]
}

/** Where root-relative addresses point: `https://notes.example`. */
export interface MarkdownContext {
  readonly origin: string
}

// CommonMark without raw HTML; with tables, strikethrough of two tildes, and bare addresses as links (only those with a
// scheme: `README.md` and `a@b` are words). The plugin lets `**강조(x)**는` be emphasis, which CommonMark's rule for
// flanking delimiters denies wherever no space stands between words.
const markdown: MarkdownIt = newMarkdownIt({ html: false, linkify: true }).use(cjkFriendly)
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
// A passage stands alone, so `[1]: https://…` defines nothing: it is text and must not vanish.
markdown.disable('reference')

markdown.inline.ruler.before('escape', 'math', (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x24) return false
  const end = mathEnd(state.src, state.pos)
  if (end === -1 || end > state.posMax) return false
  if (!silent) {
    const { text, html } = renderMath(state.src.slice(state.pos, end))
    const token = state.push('math', '', 0)
    token.content = text
    token.meta = { html }
  }
  state.pos = end
  return true
})

/**
 * `[[Note]]` and `[[Note|words]]`, the links of a vault of notes: their target isn't published, so their words stand.
 * `[[1]](https://…)` is a link like any other.
 */
markdown.inline.ruler.before('link', 'wiki', (state, silent) => {
  const wiki = /^!?\[\[([^[\]\n]{1,200})\]\](?!\()/.exec(state.src.slice(state.pos, state.pos + 210))
  if (wiki === null) return false
  if (!silent) {
    const target = wiki[1] as string
    state.push('text', '', 0).content = target.slice(target.indexOf('|') + 1).trim()
  }
  state.pos += wiki[0].length
  return true
})

/**
 * A single `*` right behind a letter or digit of Latin closes emphasis but opens none: `MCTS*와 ReST-MCTS*` are names,
 * which CommonMark, where a letter follows the star, would take for the ends of emphasis.
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

/** Particles that Korean writes onto a word without a space: behind a bare address they are not part of it. */
const particle =
  /(?<=[\w)])(?:에서(?:는|도|의)?|에(?:는|도|게)?|을|를|은|는|이(?:라는|라고|다|며|고|나|랑|네요|에요)?|인데|예요|가|의|(?:으)?로|와|과|도|만|랑|하고|라는|라고|처럼|까지|부터|보다|입니다|참[고조])$/u

markdown.core.ruler.after('linkify', 'particles', (state) => {
  for (const { children } of state.tokens) {
    for (let index = (children?.length ?? 0) - 3; children !== null && index >= 0; index -= 1) {
      const [open, words] = [children[index] as Token, children[index + 1] as Token]
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

markdown.renderer.rules['math'] = (tokens, index) => String((tokens[index] as Token).meta?.['html'])
markdown.renderer.rules['fence'] = (tokens, index) => `<pre><code>${escapeHtml((tokens[index] as Token).content)}</code></pre>\n`

/** A line in which none of this stands has nothing for Markdown to do; most abstracts are such lines. */
const anyMark = /[\\`*_~[\]!<>&$@]|\/\/|\n/

/** Renders one line of text: emphasis, links, code, formulas. No line is a block: `1. x` and `# x` stay as written. */
export function renderInline(source: string, context: MarkdownContext): Rendered {
  return anyMark.test(source) ? renderMarked(source, context) : { html: escapeHtml(source), text: source, links: [], relative: [] }
}

/** {@link renderInline} by the whole of Markdown, whatever the line holds. */
export function renderMarked(source: string, context: MarkdownContext): Rendered {
  const tokens = markdown.parseInline(source, {})
  return rendered(tokens, context, '')
}

/** Renders a list, a table or a block of code, its outermost element marked with its language. */
export function renderBlock(source: string, language: string, context: MarkdownContext): Rendered {
  const tokens = markdown.parse(source, {})
  for (const token of tokens) if (token.level === 0 && token.nesting === 1) token.attrSet('lang', language)
  return rendered(tokens, context, '\n')
}

function rendered(tokens: Token[], context: MarkdownContext, separator: string): Rendered {
  const links: string[] = []
  const relative: string[] = []
  const text: string[] = []
  for (const token of tokens) {
    // Alignment of table cells comes as a style; a feed's content carries none.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null
    for (const child of token.children ?? []) resolveAddress(child, context, links, relative)
    if (token.type === 'inline') text.push((token.children ?? []).map(plain).join(''))
    else if (token.type === 'fence' || token.type === 'code_block') text.push(token.content.trimEnd())
  }
  return {
    html: trustedHtml(markdown.renderer.render(tokens, markdown.options, {}).trimEnd()),
    text: text.join(separator),
    links,
    relative,
  }
}

function plain(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.content
}

/** Makes a link or image absolute in place, and notes where it goes. */
function resolveAddress(token: Token, { origin }: MarkdownContext, links: string[], relative: string[]): void {
  const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : null
  if (name === null) return
  const written = String(token.attrGet(name) ?? '')
  if (!URL.canParse(written) && !written.startsWith('/')) relative.push(written)
  const url = URL.canParse(written, `${origin}/`) ? new URL(written, `${origin}/`) : null
  if (url === null) return
  const href = url.href === `${written}/` ? written : url.href
  token.attrSet(name, href)
  if (name === 'href' && /^https?:$/.test(url.protocol)) links.push(href)
}
