import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { havingWords, wordSlugOf, wordsOfEntry } from '../../src/selections/words.ts'
import { served } from './served-json.ts'

const entry = wordsOfEntry({
  title: 'Swin Transformers: GPT-4를 위한 정렬기법과 拡散モデルの学習',
  authors: [{ name: 'Łukasz Kaiser' }, { name: 'Ada Lovelace' }],
  tags: [{ label: 'computer_vision' }, { label: '강화학습' }],
})

describe('words select an entry by its title, its authors and its tags', () => {
  test.each([
    ['a word', 'swin', true],
    ['whatever its case', 'SWIN', true],
    ['a phrase', 'Swin Transformers', true],
    ['a singular for a plural', 'transformer', true],
    ['not the beginning of a word', 'trans', false],
    ['not the end of a word', 'win', false],
    ['not words that stand apart', 'swin gpt', false],
    ['a number with its hyphen or without', 'GPT4', true],
    ['a number whole', 'GPT-40', false],
    ['a Korean word with whatever follows', '정렬', true],
    ['not what stands inside a Korean word', '기법', false],
    ['a Japanese word wherever it stands', 'モデル', true],
    ['an author without accents', 'lukasz kaiser', true],
    ['not two authors as one', 'kaiser ada', false],
    ['a tag', '강화학습', true],
    ['a word of a tag', 'vision', true],
    ['a name with signs by its letters', 'c++', false],
  ])('%s: %s', (_, words, isThere) => {
    expect(havingWords(wordSlugOf(words))(entry)).toBe(isThere)
  })

  test('an address of words has one form, and signs of other operands are no part of it', () => {
    expect(['Diffusion  Models', 'GPT4', 'gpt-4', 'C++', '!?', '정렬, 그리고'].map(wordSlugOf)).toEqual([
      'diffusion-models',
      'gpt-4',
      'gpt-4',
      'c',
      '',
      '정렬-그리고',
    ])
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => wordSlugOf(wordSlugOf(text)) === wordSlugOf(text)))
  })

  test('whatever a title is, its own words select it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = wordSlugOf(title)
        fc.pre(slug !== '')
        expect(havingWords(slug)(wordsOfEntry({ title, authors: [], tags: [] }))).toBe(true)
      }),
    )
  })
})

const notes = `2024-06-12
Denoising Diffusion Models
(Ada Lovelace)
Venue: ICLR 2024
확산 모델.
#llm
2024-06-11
Diffusion for Language
Venue: ICLR 2023
In English. It is short and of the language that it is in.
#llm #lang:fi
2024-06-10
Alignment
첫 번째.
#rl
`

describe('what is selected by words, venues and languages', async () => {
  const { titlesAt, leadsTo } = await served(notes)
  test.each([
    ['word:diffusion', ['Denoising Diffusion Models', 'Diffusion for Language']],
    ['word:diffusion-models', ['Denoising Diffusion Models']],
    ['word:lovelace', ['Denoising Diffusion Models']],
    ['llm+!word:denoising', ['Diffusion for Language']],
    ['rl,word:language', ['Diffusion for Language', 'Alignment']],
    ['word:never-written', []],
    ['venue:iclr', ['Denoising Diffusion Models', 'Diffusion for Language']],
    ['venue:iclr-2024', ['Denoising Diffusion Models']],
    ['lang:ko+llm', ['Denoising Diffusion Models']],
    ['lang:en', ['Diffusion for Language']],
    ['lang:fi', ['Diffusion for Language']],
  ])('%s', async (expression, titles) => {
    const path = `/tags/${expression}/feed.json`
    const led = await leadsTo(path)
    expect(await titlesAt(typeof led === 'string' ? led : path)).toEqual(titles)
  })

  test.each([
    ['a phrase in one form', '/tags/word:Diffusion%20Models/', '/tags/word:diffusion-models/'],
    ['kinds in lower case', '/tags/Venue:ICLR%202024/atom.xml', '/tags/venue:iclr-2024/atom.xml'],
    ['a tag that is called like a language', '/tags/lang:fi/', '/tags/lang-fi/'],
    ['words with a dot in them', '/tags/word:node.js', '/tags/word:node-js/'],
    ['operands in the order of how they are written', '/tags/word:x+llm+lang:ko/', '/tags/lang:ko+llm+word:x/'],
  ])('%s: %s leads to %s', async (_, path, to) => {
    expect(await leadsTo(path)).toBe(to)
  })

  test.each([
    ['a venue that there is not', '/tags/venue:nips/', 404],
    ['a language that there is not', '/tags/lang:de/feed.json', 404],
    ['words without a letter', '/tags/word:!/', 400],
    ['words that are too long', `/tags/word:${'x'.repeat(81)}/`, 404],
    ['words that become too long', `/tags/word:${encodeURIComponent('ﷺ'.repeat(20))}/`, 404],
    ['no words', '/tags/word:/', 400],
    ['a kind that there is not', '/tags/year:2024/', 404],
  ])('%s: %s is answered %d', async (_, path, status) => {
    expect(await leadsTo(path)).toBe(status)
  })

  test('a feed is called by what it selects', async () => {
    const { title } = await (await served(notes)).feedAt('/tags/lang:ko+llm+venue:iclr+word:diffusion-models/feed.json')
    expect(title).toBe('한국어 + #llm + ICLR + “diffusion models” · T')
  })

  test('only words read the words of entries', async () => {
    const { ask, reads } = await served(notes)
    await ask('/tags/venue:iclr/atom.xml')
    expect(reads()).not.toContain('selection words')
    await ask('/tags/word:diffusion/atom.xml')
    expect(reads()).toContain('selection words')
    await ask('/tags/word:models/atom.xml')
    expect(reads()).not.toContain('selection words')
  })
})

test('a tag that is called as words are doesn’t take their place', async () => {
  const { leadsTo, titlesAt } = await served('2024-06-10\nWord embeddings considered\n글.\n#a\nOther\n글.\n#word-embeddings\n')
  expect(await leadsTo('/tags/word:embeddings/')).toBe(200)
  expect(await titlesAt('/tags/word:embeddings/feed.json')).toEqual(['Word embeddings considered', 'Other'])
})

test('C, C++ and C# are one word: signs mean something else in an address', async () => {
  const { titlesAt } = await served('2024-06-10\nC++ for machines\n글.\n#a\nC# for people\n글.\n#a\n')
  expect(await titlesAt('/tags/word:c/feed.json')).toHaveLength(2)
})

describe('words that are strewn over the years', () => {
  const text = (days: number, isRare: (day: number) => boolean): string =>
    Array.from({ length: days }, (_, index) => {
      const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
      return `${day}\nPaper ${index}${isRare(index) ? ' rareword' : ''}\n글 ${index}.\n#a\n`
    }).join('')

  test('lose no entry: what is not in the twelve documents that are read is in an archive', async () => {
    const { feedAt } = await served(
      text(400, (day) => day % 20 === 0),
      'feedSize: 20',
    )
    const seen: string[] = []
    let path: string | undefined = '/tags/word:rareword/feed.json'
    while (path !== undefined) {
      const feed: Awaited<ReturnType<typeof feedAt>> = await feedAt(path)
      seen.push(...feed.items.map(({ title }) => title))
      path = feed.next_url === undefined ? undefined : new URL(feed.next_url).pathname
    }
    expect(new Set(seen).size).toBe(20)
  })

  test('have another entity tag where fewer of them are read, as after entries of others', async () => {
    const isRare = (day: number): boolean => day === 305 || day === 295 || (day < 280 && day % 20 === 7)
    const versions = await Promise.all(
      [310, 316].map(async (days) => {
        const { ask } = await served(text(days, isRare), 'feedSize: 20')
        const response = await ask('/tags/word:rareword/feed.json')
        return [response.headers.get('ETag'), await response.text()]
      }),
    )
    expect(versions[0]?.[0] === versions[1]?.[0]).toBe(versions[0]?.[1] === versions[1]?.[1])
    expect(versions[0]?.[1]).not.toBe(versions[1]?.[1])
  })
})

test('a request whose words never come leaves no other waiting', async () => {
  const { ask, reads, stall } = await served(notes)
  stall('selection words')
  const stalled = ask('/tags/word:x/atom.xml')
  while (!reads().includes('selection words')) await new Promise((resolve) => setTimeout(resolve, 1))
  stall(null)
  expect((await ask('/tags/word:z/atom.xml')).status).toBe(200)
  expect(await Promise.race([stalled, Promise.resolve('waiting')])).toBe('waiting')
})
