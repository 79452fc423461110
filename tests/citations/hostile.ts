import type { Entry } from '../../src/catalog/catalog.ts'
import { paperAt, webAddress } from '../../src/notes/paper.ts'
import { sampleEntry } from '../site/entries.ts'

/** Texts that would run TeX, or end a field, an entry or a line, if they were written as they are. */
const attacks: readonly string[] = [
  '\\typeout{PWNED}',
  '\\input{bait} \\input bait \\include{bait}',
  '\\immediate\\write18{touch pwned}',
  '\\newwrite\\w\\immediate\\openout\\w=pwned',
  '\\def\\emph#1{}\\catcode`\\^=7 \\makeatletter',
  '^^5ctypeout{PWNED} ^^5c^^5cinput{bait} ^^^^005ctypeout{PWNED}',
  '$\\typeout{PWNED}$ $$x$$ $',
  '} \\typeout{PWNED} {',
  '}} \\typeout{PWNED}',
  '{{ \\typeout{PWNED}',
  '"} @preamble{"\\typeout{PWNED}"} @misc{x, title = "',
  '}, } @preamble{{\\typeout{PWNED}}} @misc{y, title = {',
  '@string{a = "b"} @comment{ # jan # "',
  '\\',
  '\\\\ \\{ \\} \\% \\& \\# \\_ \\~ \\^',
  '\\end{thebibliography}\\end{document}',
]

/** Texts that are only odd. */
const oddities: readonly string[] = [
  '100% of x_1 & y_2 ~ 3^2 # 4 $5 @6 | <7> "8" \'9\' `0`',
  "What?` and !` and -- and --- and `` and '' and ,, and << >>",
  'A “quoted” — title… with “$20,000 and $30,000”',
  '모든 것의 모델: 한국어 제목',
  '日本語の題名',
  'Éclairs über Łódź, ẞ, ø, ı, å',
  'E = mc², H₂O, ℝⁿ, ReSTᴱᴹ, x̂',
  '🦙 LLaMA 👩‍🔬',
  '{',
  '}',
  '}{',
  '[',
  ']',
  '(',
  ')',
  '%',
  '&',
  '#',
  '_',
  '~',
  '^',
  '$',
  '"',
  "'",
  '@',
  ',',
  '=',
  '-',
  ':',
  'A Very Long Title '.repeat(60).trim(),
  'averyveryverylongword'.repeat(30),
  '<i>Italic</i> &amp; <span class="nocase">Case</span>',
  'and',
  'Title and others',
  'ER  - ',
  'TY  - JOUR',
]

const authors: readonly (readonly string[])[] = [
  [],
  ['OpenAI'],
  ['AT&T Labs'],
  ['R&D_Lab, Inc.'],
  ['Ab_', 'A#b', 'C $D$', 'E ^^5cF', 'G {H', 'I }J', 'K \\L', 'M ~N', 'O %P'],
  ['Ada \\typeout{PWNED}', '\\input{bait}', '^^5ctypeout{PWNED} Lovelace'],
  ['김연구'],
  ['이 연구', '王小明', 'やまだ たろう'],
  ['Ada Lovelace, Jr.', 'Laurens van der Maaten', 'Jean-Pierre Dupont-Moretti'],
  ['Barnes and Noble', 'et al.', 'others'],
  Array.from({ length: 80 }, (_, index) => `Author Number${String.fromCharCode(65 + (index % 26))}`),
]

const addresses: readonly string[] = [
  'https://a.example/a%20b%23c#frag_ment',
  'https://a.example/~user/x_y?a=1&b=2%25&c=#',
  'https://a.example/?q={a}&r=}{&s=\\typeout{PWNED}&t=^^5ctypeout{PWNED}',
  'https://a.example/#\\input{bait}^^5cinput{bait}',
  'https://a.example/#{{{',
  'https://a.example/?$x$|`"<>\'()*!;,@[]=+:',
  'https://a.example/정렬/모델?q=한국어#제목',
  'https://정렬.example/%EC%A0%95',
  'https://user:p%5Ea@a.example:8080/%5Ctypeout%7BPWNED%7D/%5E%5E5c',
  'https://doi.org/10.1000/a_b#c',
  'https://doi.org/10.1000/%5Ctypeout%7BPWNED%7D',
  'https://doi.org/10.1000/%5E%5E5ctypeout%7BPWNED%7D',
  'https://doi.org/10.1002/(SICI)1097-4679(199911)55:11%3C1381::AID-JCLP6%3E3.0.CO;2-%23',
  'https://doi.org/10.1000/$x$&y~z%25',
  'https://doi.org/10.1007/978-3-030-58452-8_24',
]

/** Entries whose every field would do harm in some document that cites them, or is at least hard to write down. */
export const hostileEntries: readonly Entry[] = [
  ...[...attacks, ...oddities].map((text) =>
    sampleEntry({
      title: text,
      authors: ['Ada Lovelace', text.slice(0, 100)],
      venue: text,
      tags: [{ label: text, slug: 'x' }],
      abstract: sampleEntry().abstract.map((block) => ({ ...block, text: `${text}\n\n${text}` })),
    }),
  ),
  ...attacks.map((title) => sampleEntry({ title, authors: [], venue: null, paper: null, abstract: [], tags: [] })),
  ...authors.map((names, index) => sampleEntry({ title: `Authors ${index}`, authors: names })),
  ...addresses.map((address, index) =>
    sampleEntry({ title: `Address ${index}`, venue: 'ICML 2024', paper: paperAt(webAddress(address) as string) }),
  ),
].map((entry, index) => ({ ...entry, name: `entry-${index}` }))
