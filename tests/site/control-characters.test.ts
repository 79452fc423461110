import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteOf } from './site-of.ts'

/** How a character gets into notes, and where the file's name may hold it. */
type Way = (character: string) => Readonly<Record<string, string>>

const code = (character: string): number => character.codePointAt(0) as number
const hex = (character: string): string => code(character).toString(16).padStart(4, '0')
const percent = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** One entry in the raw form, with whatever stands in each place. */
const note = ({
  title = 'A Title',
  authors = 'Ada Lovelace, Alan Turing',
  text = '본문.',
  tags = '#tag',
}): Readonly<Record<string, string>> => ({
  'a.md': `2024-06-10\n${title}\n(${authors})\nVenue: V\n${text}\n${tags}\n`,
})

const ways: Readonly<Record<string, Way>> = {
  'as it is, everywhere': (c) => ({
    'a.md': `2024-06-10\nA T${c}itle\nAuthors: Ada Love${c}lace, Alan Turing\nVenue: V${c}enue\nAn abs${c}tract of eight words, or so I think.\n본${c}문.\n#t${c}ag #b\n`,
  }),
  'a number of TeX in a title': (c) => note({ title: `A $\\char"${hex(c).toUpperCase()} x$ Title` }),
  'a number of MathJax in a title': (c) => note({ title: `A $\\unicode{x${hex(c)}}$ Title` }),
  'a number of TeX in text': (c) =>
    note({
      text: `An abstract $\\text{a\\char"${hex(c).toUpperCase()} b}$ of words, which are eight and more.\n본문 $\\char${code(c)}^2$.`,
    }),
  'a reference in text': (c) =>
    note({
      text: `An abstract &#${code(c)};&#x${hex(c)}; of words, which are eight and more.\n본문 [a](https://a.example/ "&#${code(c)};") ![&#${code(c)};](https://a.example/x.png).`,
    }),
  'an address that is shown': (c) => note({ text: `An abstract https://a.example/${percent(c)}x of words, which are eight and more.` }),
  'the address of the paper': (c) => note({ title: `A Title\nhttps://a.example/10.1000/a${percent(c)}b?q=${percent(c)}#${percent(c)}` }),
  'a DOI': (c) => ({ 'a.md': `---\ntitle: A Title\ndate: 2024-06-10\ndoi: 10.1000/a${percent(c)}b\n---\n글.\n#t\n` }),
  'the name of the file': (c) => ({ [`240610 A T${c}itle of a Paper.md`]: 'https://arxiv.org/abs/2406.00001\n글.\n#t\n' }),
}

/** Every character of the category Cc. */
const controls: readonly string[] = Array.from({ length: 0xa0 }, (_, point) => String.fromCodePoint(point)).filter((one) =>
  /\p{Cc}/u.test(one),
)
const directions: readonly string[] = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']

/** What a page, a feed or a citation calls something: titles, tags and names. */
function namesIn(path: string, body: string): readonly string[] {
  if (path.endsWith('.bib')) return [...body.matchAll(/^ {2}(?:title|author|keywords|howpublished) = .*$/gm)].map(([line]) => line)
  if (path.endsWith('.ris')) return [...body.matchAll(/^(?:TI|T2|AU|KW) {2}- .*$/gm)].map(([line]) => line)
  if (path.endsWith('.json'))
    return [...body.matchAll(/"(?:title|keyword|name|literal|family|given|container-title)": ?"[^"]*"/g)].map(([field]) => field)
  return [
    ...body.matchAll(
      /<(title|h1|h2)\b[^>]*>.*?<\/\1>|<meta name="citation_(?:title|author|keywords)"[^>]*>|<category[^>]*>|<dc:creator>.*?</gs,
    ),
  ].map(([element]) => element)
}

/** A control character in a text of JSON, which is none of JSON's own: there are no line feeds but between its members. */
const escapedControl = /(?![\n\t])\p{Cc}|(?<!\\)(?:\\\\)*\\(?:u00[0189][0-9a-f]|[bfr])/iu

/** Expects of everything that a site serves that it holds no control character, and of its names that they steer no direction. */
function expectClean(files: Readonly<Record<string, string>>): void {
  const { bodies, catalog } = siteOf(files)
  expect(catalog.entries, JSON.stringify(files)).toHaveLength(1)
  for (const [path, body] of bodies) {
    if (!/(?:\/|\.xml|\.json|\.bib|\.ris)$/.test(path)) continue
    const text = path.endsWith('.ris') ? body.replaceAll('\r\n', '\n') : body
    expect(
      (path.endsWith('.json') ? escapedControl : /(?![\n\t])\p{Cc}|&#(?:x[01]?[0-9a-f]|[012]?\d|3[01]);/iu).exec(text)?.[0],
      `${path} of ${JSON.stringify(files)}`,
    ).toBeUndefined()
    expect(namesIn(path, body).filter((name) => /\p{Bidi_Control}/u.test(name))).toEqual([])
    if (path.endsWith('.ris')) {
      expect(text.split('\n').filter((line) => !/^(?:[A-Z][A-Z0-9] {2}- .*)?$/.test(line))).toEqual([])
      expect(text.match(/^ER {2}- $/gm)).toHaveLength(1)
    }
    if (/citation\.\w+$/.test(path)) expect(plugins.input.chain(body)).toHaveLength(1)
  }
}

describe.each(Object.entries(ways))('a character that comes by %s', (_, way) => {
  test('is left out where it is a control character, and of names where it steers the direction of text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...controls, ...directions).filter((c) => !(c === '\n' || c === '\r')),
        (character) => expectClean(way(character)),
      ),
      { numRuns: 25 },
    )
  })
})

describe.each(['title', 'authors', 'venue', 'tags', 'abstract'])('in the field %s of front matter', (name) => {
  const written = (text: string): Readonly<Record<string, string>> => ({
    'a.md': `---\ndate: 2024-06-10\n${name}: "${text}"\n${name === 'title' ? '' : 'title: A Title\n'}---\n글.\n#t\n`,
  })

  test('a control character that YAML writes by its number is refused', () => {
    for (const character of controls.filter((one) => !/[\t\n]/.test(one)))
      expect(() => siteOf(written(`a\\u${hex(character)}b`))).toThrow(`a.md:3: ${name} holds a control character (remove it)`)
  })

  test('a line feed begins no field of RIS, and a tab is a space', () => {
    expectClean(written('a\\nER  - \\nTY  - JOUR\\tb'))
  })

  test('what steers the direction of text is left out of names', () => {
    for (const character of directions) expectClean(written(`Ada L\\u${hex(character)}b`))
  })
})

test.each([
  ['title: "a\\u202eb"', /site\.md:2: title holds characters that steer/],
  ['title: "a\\u0007b"', /site\.md:2: title holds a control character/],
  ['title: T\nauthor: { name: "a\\u0007b" }', /site\.md:3: author holds a control character/],
  ['title: T\nauthor: "a\\u200fb"', /site\.md:3: author holds characters that steer/],
  ['title: T\naliases: { a: "a\\u0085b" }', /site\.md:3: aliases holds a control character/],
  ['title: T\naliases: { a: "a\\u2067b" }', /site\.md:3: aliases holds characters that steer/],
])('site.md: %s is refused', (fields, problem) => {
  expect(() => siteOf({ ...note({}), 'site.md': `---\n${fields}\nurl: https://notes.example\n---\n` })).toThrow(problem)
})
