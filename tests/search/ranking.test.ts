import { describe, expect, test } from 'vitest'
import { entriesInSegment } from '../../src/search/layout.ts'
import { distanceBetween } from '../../src/search/nearly.ts'
import { TagNames } from '../../src/search/tag-names.ts'
import { entryWith } from './searched-entries.ts'
import { searchingIn, searchingInNotes } from './searching-in.ts'

/** Notes of entries, each a title, a text and tags; the first is the newest. */
const notesOf = (...entries: readonly (readonly [title: string, text: string, tags?: string])[]): string =>
  `2024-06-10\n${entries.map(([title, text, tags = '#t']) => `${title}\n${text}\n${tags}\n`).join('')}`

describe('what comes first', () => {
  test.each([
    ['a title before a tag, and this before a text', 'diffusion', ['Of Diffusion', 'B', 'C']],
    [
      'whole words before beginnings, these before insides',
      'former',
      ['The Former Net', 'Formerly a Long Title of Many Words', 'Transformer'],
    ],
  ])('%s', async (_, query, titles) => {
    const notes = notesOf(
      ['C', 'diffusion 을 말하고 diffusion, diffusion 을 또 말한다.'],
      ['B', '글.', '#diffusion'],
      ['Of Diffusion', '글.'],
      ['Transformer', '글.'],
      ['Formerly a Long Title of Many Words', '글.'],
      ['The Former Net', '글.'],
    )
    expect((await searchingInNotes(notes).titles(query)).filter((title) => titles.includes(title))).toEqual(titles)
  })

  test('a title that has all words before one that has some and a text that has the rest', async () => {
    const notes = notesOf(['Flash', 'attention', '#attention'], ['Attention in a Flash of Light', '글.'])
    expect(await searchingInNotes(notes).titles('flash attention')).toEqual(['Attention in a Flash of Light', 'Flash'])
  })

  test('the title itself before others with its words', async () => {
    const notes = notesOf(['Segment Anything in Images and Videos', '글.'], ['Segment Anything', '글.'], ['Anything Segment', '글.'])
    expect((await searchingInNotes(notes).titles('segment anything'))[0]).toBe('Segment Anything')
  })

  test('the newer between equals only', async () => {
    const notes = notesOf(['Later Notes', '글.'], ['Earlier Notes', '글.'])
    expect(await searchingInNotes(notes).titles('notes')).toEqual(['Later Notes', 'Earlier Notes'])
  })

  test('wherever it is: an old title before new texts in other segments', async () => {
    const entries = Array.from({ length: 2 * entriesInSegment + 5 }, (_, index) => entryWith(index, 'about swin and others'))
    const last = entries.length - 1
    const old = { ...entryWith(last, '글'), title: 'Swin' }
    const { titles, answer } = searchingIn([...entries.slice(0, last), old])
    expect((await titles('swin'))[0]).toBe('Swin')
    expect((await answer('swin')).ranked).toHaveLength(entries.length)
  })
})

test('words that are asked for elsewhere don’t keep a title from being the query itself', async () => {
  const notes = notesOf(['Segment Anything in Images', '글.'], ['Segment Anything', '글.'])
  for (const query of ['segment anything year:2024', 'tag:t segment anything', 'segment anything 2024년 6월'])
    expect((await searchingInNotes(notes).titles(query))[0], query).toBe('Segment Anything')
})

test('a whole word in a title before a beginning, whatever the tags', async () => {
  const notes = notesOf(['Transformers Are RNNs', '글.', '#transformer'], ['On the Transformer', '글.'])
  expect(await searchingInNotes(notes).titles('transformer')).toEqual(['On the Transformer', 'Transformers Are RNNs'])
})

test('Korean that may end with a particle is the word itself where it is there, else without it', async () => {
  const { titles } = searchingInNotes(notesOf(['A', '정확한 값이다.'], ['B', '정확도를 잰다.']))
  expect(await titles('정확도')).toEqual(['B'])
  expect(await titles('"정확도"')).toEqual(['B'])
  expect(await titles('값이')).toEqual(['A'])
})

test('scripts without spaces: phrases and unwanted words are looked for inside', async () => {
  const { titles } = searchingInNotes(notesOf(['A', '深層強化学習を使う。'], ['B', '学習を使う。']))
  expect(await titles('"強化学習"')).toEqual(['A'])
  expect(await titles('学習 -強化学習')).toEqual(['B'])
})

describe('words as others write them', () => {
  const notes = notesOf(
    ['FlashAttention', '글.'],
    ['Flash Attention Two', '글.'],
    ['Attention Is All You Need', '트랜스포머의 시작이다.'],
    ['Is It Needed', '강화 학습으로 배운다.'],
    ['Other', '`arXiv:2406.00009`에서 이어진다. 강화하고 학습한다.'],
  )
  const { titles } = searchingInNotes(notes)
  test.each([
    ['two words for one', 'flash attention', ['FlashAttention', 'Flash Attention Two']],
    ['one word for two', 'flashattention', ['FlashAttention', 'Flash Attention Two']],
    ['a phrase with words that every text has', '"attention is all you need"', ['Attention Is All You Need']],
    ['the same without quotes', 'attention is all you need', ['Attention Is All You Need']],
    ['words that every text has alone, which titles have', 'is it', ['Is It Needed']],
    ['a word that is unwanted', 'attention -flash', ['FlashAttention', 'Attention Is All You Need']],
    ['an unwanted phrase', 'attention -"all you need"', ['FlashAttention', 'Flash Attention Two']],
    ['Korean without its space', '강화학습', ['Is It Needed']],
    ['Korean words apart', '강화 학습', ['Is It Needed', 'Other']],
    ['a phrase in Korean, whose last word may go on', '"강화 학습"', ['Is It Needed']],
    ['a syllable on the way', '트랜스폼', ['Attention Is All You Need']],
    ['initials', 'ㅌㄹㅅㅍ', ['Attention Is All You Need']],
    ['a particle more', '트랜스포머를', ['Attention Is All You Need']],
    ['a paper that the text names', '2406.00009', ['Other']],
    ['the day', '2024-06-10 other', ['Other']],
    ['the month in Korean', '2024년 6월 other', ['Other']],
    ['another month', '2024년 5월 other', []],
    ['a day that is unwanted', 'other -2024년', []],
    ['a paper that is unwanted', 'it -2406.00009', ['Is It Needed']],
    ['a phrase of one word, just that', '"강화"', ['Is It Needed', 'Other']],
    ['an unwanted word, just that', 'is -강', ['Is It Needed', 'Attention Is All You Need']],
    ['a particle behind Latin', 'FlashAttention을', ['FlashAttention', 'Flash Attention Two']],
    ['two words whose beginning alone is there', 'flashattention zebraflashattentionzebraflash', []],
    ['a year', 'year:2024 needed', ['Is It Needed']],
  ])('%s: %s', async (_, query, found) => {
    expect((await titles(query)).toSorted()).toEqual(found.toSorted())
  })
})

test('a mistyped word is replaced, and said to be', async () => {
  const { answer } = searchingInNotes(notesOf(['Denoising Diffusion', '글.']))
  for (const typed of ['difusion', 'the difusion', 'denoising with difusion'])
    expect((await answer(typed)).corrections, typed).toEqual([['difusion', 'diffusion']])
  expect((await answer('diffusion')).corrections).toEqual([])
})

test.each([
  ['transformer', 'tranzformer', 1],
  ['transformer', 'trasnformer', 1],
  ['transformer', 'transfomer', 1],
  ['transformer', 'transformers', 1],
  ['kitten', 'sitting', 3],
  ['a', 'abcdef', 4],
])('from %s to %s there are %d letters to change, 4 standing for more', (one, other, distance) => {
  expect(distanceBetween(one, other, 3)).toBe(distance)
})

describe('tags by their names', () => {
  const tag = (label: string, slug: string, aliases: readonly string[] = []) => ({ label, slug, aliases, path: `/tags/${slug}/`, count: 1 })
  const names = new TagNames([
    tag('rl', 'rl', ['강화학습', 'reinforcement-learning']),
    tag('정렬', '정렬'),
    tag('c++', 'c++'),
    tag('llm-agents', 'llm-agents'),
  ])

  test.each([
    ['강화학습', ['rl']],
    ['강화 학습', ['rl']],
    ['Reinforcement Learning', ['rl']],
    ['#정렬', ['정렬']],
    ['C++', ['c++']],
    ['LLM agents', ['llm-agents']],
    ['llm', ['llm-agents']],
    ['정', ['정렬']],
    ['x', []],
    ['?!', []],
  ])('%s', (name, slugs) => {
    expect(names.slugsFor(name)).toEqual(slugs)
  })

  test('a tag’s own name is no other’s alias', () => {
    expect(new TagNames([tag('a', 'a', ['b']), tag('b', 'b')]).slugsFor('b')).toEqual(['b'])
  })

  test('narrow a search', async () => {
    const { titles } = searchingInNotes(notesOf(['One', '글.', '#rl'], ['Two', '글.', '#llm']), 'aliases: { 강화학습: rl }')
    expect(await titles('tag:rl')).toEqual(['One'])
    expect(await titles('tag:강화학습')).toEqual(['One'])
    expect(await titles('tag:never')).toEqual([])
    expect(await titles('two -tag:llm')).toEqual([])
  })
})
