import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import { describe, expect, test } from 'vitest'
import { type Finder, finderOf, type ListedEntry, unpacked } from '../../src/browser/finder.ts'
import { searchedFields, termsOf } from '../../src/browser/tokens.ts'
import { catalogOf, type Entry, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { browserScript, miniSearchScript } from '../../src/site/assets.ts'
import { searchPage } from '../../src/site/pages/search.ts'
import { searchIndexes, searchIndexOf } from '../../src/site/search-index.ts'
import { benchmarkContent } from '../bench/notes.ts'
import { sampleCatalog } from './entries.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function entriesOf(files: Iterable<readonly [string, string]>): readonly Entry[] {
  const all = new Map([['site.md', '---\ntitle: 노트\nurl: https://notes.example\n---\n'], ...files])
  const { content, problems } = readContent(
    'content',
    [...all].map(([path, text]) => ({ path, bytes: bytes(text) })),
    null,
  )
  if (content === null) throw new Error(JSON.stringify(problems))
  const { catalog } = catalogOf(content.site, content.entries, noLedger)
  if (catalog === null) throw new Error('no catalog')
  return catalog.entries
}

const titles = (found: readonly ListedEntry[]): readonly string[] => found.map(({ title }) => title)
const finderOfNotes = (notes: string): Promise<Finder> => finderOf(searchIndexOf(entriesOf([['a.md', notes]])))

const notes = `2024-06-10
Large Language Models Must Be Taught to Know What They Don’t Know
(Sanyam Kapoor, Andrew Gordon Wilson)
We fine-tune a transformer with GPT-4 and \`C++\`.
제안하자마자 철회하는 논문은 처음 본다.
#정렬 #uncertainty-estimation
ReST-MCTS*: LLM Self-Training
(João G. M. Araújo, Łukasz Kaiser, Søren Kierkegaard)
심층강화학습을 다룬다.
#rl
Reinforcement Notes
(김연구, 이저자)
심층 강화 학습의 메모. 🤖
#rl #c++
`

describe('terms', () => {
  test.each([
    ['Hangul is one term from space to space', '심층강화학습은 어렵다', ['심층강화학습은', '어렵다']],
    ['decomposed Hangul is the same', '철회하는'.normalize('NFD'), ['철회하는']],
    ['a particle parts from Latin, and a number from letters', 'GPT-4를', ['gpt', '4', '를']],
    ['so names of models agree however they are joined', 'GPT4 gpt 4 GPT‑4', ['gpt', '4', 'gpt', '4', 'gpt', '4']],
    ['the signs of languages stay', 'C++, c# F#. A+B', ['c++', 'c#', 'f#', 'a', 'b']],
    ['accents fall off, decomposed or not', `Araújo ${'Araújo'.normalize('NFD')} Gödel`, ['araujo', 'araujo', 'godel']],
    ['as do strokes', 'Łukasz Søren Æ ß', ['lukasz', 'soren', 'ae', 'ss']],
    ['but not the marks of other scripts', 'が हिन्दी', ['が', 'हिन्दी']],
    ['width and raised letters don’t matter', 'ＧＰＴ ReSTᴱᴹ H₂O', ['gpt', 'restem', 'h', '2', 'o']],
    ['apostrophes vanish', "Claude’s don't", ['claudes', 'dont']],
    ['the dotted capital I of Turkish is an i', 'İstanbul ışık', ['istanbul', 'isik']],
    ['emoji are terms', '좋다🤖👍🏽 🇰🇷', ['좋다', '🤖', '👍', '🇰', '🇷']],
    ['marks of tags and underscores part words', '#object_detection #정렬', ['object', 'detection', '정렬']],
    ['kana and ideographs are syllables', 'モデル 強化学習 A', ['モデル', '強化学習', 'a']],
    ['punctuation alone is nothing', ' — ?! | : ', []],
  ])('%s', (_, text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  test('never hold what an index parts them by', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => termsOf(text).every((term) => !/[|\s:]/.test(term) && term !== '')))
  })

  test('of a long text of any one kind take time by its length', () => {
    for (const part of ['a', '가', '1', '+', 'a+', 'a\u0301', '\u0301', '\u0301\u0323', '가\u0301', "'", ' ']) {
      const started = performance.now()
      termsOf(part.repeat(200_000))
      expect(performance.now() - started, part).toBeLessThan(2_000)
    }
  })
})

describe('an index', () => {
  const entries = entriesOf([['2024-06-10.md', readFileSync(new URL('../../content/2024-06-10.md', import.meta.url), 'utf8')]])

  test('is what MiniSearch itself makes of the entries', () => {
    const index = searchIndexOf(entries)
    const own = new MiniSearch({ fields: [...searchedFields], tokenize: termsOf, processTerm: (term) => term })
    for (const [id, { title, authors, tags, abstract, commentary }] of entries.entries()) {
      const text = [...abstract, ...commentary].map((block) => block.text).join('\n')
      own.add({ id, title, authors: authors.map(({ name }) => name).join('\n'), tags: tags.map(({ label }) => label).join('\n'), text })
    }
    const json = (value: AsPlainObject): AsPlainObject => JSON.parse(JSON.stringify(value))
    const [restored, plain] = [json(unpacked(index)), json(own.toJSON())]
    const byTerm = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1)
    const averages = (value: AsPlainObject): readonly number[] => value.averageFieldLength.map((average) => Math.round(average * 1e6))
    const comparable = (value: AsPlainObject): object => ({
      ...value,
      index: value.index.toSorted(byTerm),
      averageFieldLength: averages(value),
      storedFields: {},
    })
    expect(comparable(restored)).toEqual(comparable(plain))
  })

  test('is the same for the same entries', () => {
    expect(JSON.stringify(searchIndexes(entries))).toBe(JSON.stringify(searchIndexes(entries)))
  })

  test('holds 500 entries; a full one stays as it is when entries are added', () => {
    const of = (count: number): readonly Entry[] => entriesOf([...benchmarkContent(count, 20)].filter(([name]) => name !== 'site.md'))
    const entries = of(1210)
    const [before, after] = [searchIndexes(entries.slice(150)), searchIndexes(entries)]
    expect(before.map((index) => index.entries.length)).toEqual([500, 500, 60])
    expect(after.map((index) => index.entries.length)).toEqual([500, 500, 210])
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after.toReversed().flatMap((index) => index.entries.map(({ path }) => path))).toEqual(
      entries.map(({ day, name }) => `/${day}/${name}/`),
    )
    expect(searchIndexes([])).toEqual([])
  })
})

describe('finds', async () => {
  const finder = await finderOfNotes(notes)
  const [taught, rest, memo] = [
    'Large Language Models Must Be Taught to Know What They Don’t Know',
    'ReST-MCTS*: LLM Self-Training',
    'Reinforcement Notes',
  ] as const

  test.each([
    ['the inside of a Korean word', '철회', [taught]],
    ['its end', '회하는', [taught]],
    ['one syllable', '철', [taught]],
    ['a part between two others', '강화', [memo, rest]],
    ['decomposed Hangul', '강화'.normalize('NFD'), [memo, rest]],
    ['a syllable whose next one is half typed', '철ㅎ', [taught]],
    ['words that aren’t neighbours', '논문 제안', [taught]],
    ['words across fields', '강화 김연구', [memo]],
    ['a Korean author', '연구', [memo]],
    ['an author', 'kapoor', [taught]],
    ['an author with accents', 'Araujo', [rest]],
    ['as they are written, too', 'Araújo', [rest]],
    ['an author with a stroke', 'lukasz', [rest]],
    ['a tag', '정렬', [taught]],
    ['a tag with its mark', '#정렬', [taught]],
    ['a tag with signs of its own', 'c++', [memo, taught]],
    ['the beginning of a word', 'transf', [taught]],
    ['the beginning of a hyphenated tag', 'uncertainty-est', [taught]],
    ['a name without the hyphen', 'gpt4', [taught]],
    ['and with a particle', 'GPT-4 논문은', [taught]],
    ['an emoji', '🤖', [memo]],
    ['apostrophes of either form', "don't", [taught]],
  ])('%s: %s', (_, query, expected) => {
    expect(titles(finder.exactly(query)).toSorted()).toEqual(expected.toSorted())
  })

  test.each([
    ['another word', 'diffusion'],
    ['one word of two', 'transformer diffusion'],
    ['the end of a Latin word', 'former'],
    ['syllables that meet over no word', '회는'],
    ['part of a number', '40'],
    ['nothing but punctuation', '?!'],
    ['nothing', ' '],
  ])('nothing by %s', (_, query) => {
    expect(finder.exactly(query)).toEqual([])
  })

  test.each([
    ['a letter that is wrong', 'tranzformer', [taught]],
    ['letters that are swapped', 'trasnformer', [taught]],
    ['a misspelt author', 'Kapor', [taught]],
    ['Korean that is spaced otherwise', '심층강화', [memo, rest]],
    ['in three parts, too', '심층강화학습', [memo, rest]],
  ])('nearly, by %s', (_, query, expected) => {
    expect(titles(finder.nearly(query)).toSorted()).toEqual(expected.toSorted())
  })

  test('nothing nearly by a short word that is wrong, or by nonsense', () => {
    for (const query of ['gpd', '뷁뷁뷁뷁', 'qqqqqqqq', '가'.repeat(1000)]) expect(finder.nearly(query), query).toEqual([])
  })

  test('titles before text', async () => {
    const finder = await finderOfNotes('2024-06-10\nA\nAbout the attention of others.\n#t\nAttention\n본문.\n#t\n')
    const found = finder.exactly('attention')
    expect(titles(found)).toEqual(['Attention', 'A'])
  })

  test('what a list shows', () => {
    expect(finder.exactly('araujo')).toEqual([
      {
        path: '/2024-06-10/rest-mcts-llm-self-training/',
        day: '2024-06-10',
        title: rest,
        language: 'en',
        authors: ['João G. M. Araújo', 'Łukasz Kaiser', 'Søren Kierkegaard'],
        tags: ['rl'],
      },
    ])
  })

  test('any entry of the real notes by each of its words', async () => {
    const entries = entriesOf([['a.md', readFileSync(new URL('../../content/2024-06-10.md', import.meta.url), 'utf8')]])
    const finder = await finderOf(searchIndexOf(entries))
    for (const { title, authors, tags, commentary } of entries) {
      const texts = [title, ...authors.map(({ name }) => name), ...tags.map(({ label }) => label), ...commentary.map(({ text }) => text)]
      for (const word of texts.flatMap((text) => text.split(/\s+/)).filter((word) => termsOf(word).length > 0))
        expect(titles(finder.exactly(word)), word).toContain(title)
    }
  })
})

const hangul = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 6,
})
const particle = fc.constantFrom('는', '를', '에서', 'GPT-4', 'c++', '(2024)', ',')

test('every entry is found by any two syllables and more of its Korean, spaces or not, composed or not', async () => {
  const text = fc.array(fc.oneof({ weight: 3, arbitrary: hangul }, { weight: 1, arbitrary: particle }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async (texts, at, length, decomposed) => {
        const bodies = texts.map((words) => words.join(' '))
        const entries = bodies.map((body, number) => entryWith(number, body))
        const finder = await finderOf(searchIndexOf(entries))
        for (const [number, body] of bodies.entries()) {
          for (const [run] of body.matchAll(/[가-힣][가-힣 ]*[가-힣]/g)) {
            const from = at % (run.length - 1)
            const part = run.slice(from, from + 2 + (length % (run.length - from - 1)))
            const query = decomposed ? part.normalize('NFD') : part
            expect(titles(finder.exactly(query)), `${part} in ${body}`).toContain(`t${number}`)
          }
        }
      },
    ),
  )
})

test('what is found by one Korean word has it, and nothing else is', async () => {
  const part = fc.string({ unit: fc.constantFrom('가', '나', '다'), minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom('가나', '나다', '가나다', '다가', '나'), { minLength: 1 }), { minLength: 1 }),
      part,
      async (texts, part) => {
        const entries = texts.map((words, number) => entryWith(number, words.join(' ')))
        const having = texts.flatMap((words, number) => (words.some((word) => word.includes(part)) ? [`t${number}`] : []))
        const finder = await finderOf(searchIndexOf(entries))
        expect(titles(finder.exactly(part)).toSorted()).toEqual(having.toSorted())
      },
    ),
  )
})

const [plainEntry] = entriesOf([['a.md', '2024-06-10\nT\n본문.\n#t\n']]) as [Entry]

/** An entry that says this and is called by its number. */
function entryWith(number: number, text: string): Entry {
  const [block] = plainEntry.commentary as [Entry['commentary'][number]]
  return { ...plainEntry, title: `t${number}`, name: `t${number}`, tags: [], commentary: [{ ...block, text }] }
}

describe('scripts', () => {
  test.each(['search', 'finder', 'tokens'])('%s.js is JavaScript that imports files next to it', (name) => {
    const script = browserScript(name)
    for (const [, from] of script.matchAll(/\bimport\b[^'\n]*'([^']+)'/g))
      expect(['./minisearch.js', './finder.js', './tokens.js']).toContain(from)
    expect(script).not.toMatch(/\.ts'|\beval\b|new Function|innerHTML/)
    expect(script).not.toMatch(/\binterface \w+ \{/)
  })

  test('search.js asks for the others only when there is something to search', () => {
    expect(browserScript('search')).not.toMatch(/^import /m)
    expect(browserScript('search')).toContain("import('./finder.js')")
  })

  test('MiniSearch is served with its licence, and needs no eval', () => {
    const script = miniSearchScript()
    expect(script).toContain('Permission is hereby granted, free of charge')
    expect(script).toContain('export { MiniSearch as default };')
    expect(script).not.toMatch(/\beval\(|new Function|sourceMappingURL/)
  })
})

describe('the search page', () => {
  test.each(['ko', 'en', 'ja'])('in %s works by GET, leads to the tags without a script, and holds none inline', (language) => {
    const html = searchPage(sampleCatalog(`language: ${language}`), 3)
    expect(html).toContain('<form role="search" method="get" action="/search/" ')
    expect(html).toContain('data-indexes="/search/3.json /search/2.json /search/1.json"')
    expect(html).toMatch(/<noscript><p lang="(?:ko|en|ja)">[^<]+ <a href="\/tags\/">/)
    expect(html).toContain('role="status"')
    expect([...html.matchAll(/<script[^>]*>([^<]*)/g)].map(([tag]) => tag)).toEqual(['<script type="module" src="/search/search.js">'])
    expect(html).not.toMatch(/ style=| on\w+=/)
  })
})
