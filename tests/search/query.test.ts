import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutDates } from '../../src/search/dates.ts'
import { paperId, withoutPapers } from '../../src/search/papers.ts'
import { type Clause, queryOf } from '../../src/search/query.ts'

const word = (term: string, isTyped = false): Clause => ({ kind: 'word', term, isTyped })

describe('what somebody types', () => {
  const rows: readonly (readonly [string, readonly Clause[], readonly Clause[]])[] = [
    ['swin transformer', [word('swin'), word('transformer', true)], []],
    ['swin transformer ', [word('swin'), word('transformer')], []],
    ['"state space" models', [{ kind: 'phrase', terms: ['state', 'space'] }, word('models', true)], []],
    ['“state space', [{ kind: 'phrase', terms: ['state', 'space'] }], []],
    ['diffusion -denoising', [word('diffusion')], [word('denoising', true)]],
    ['-"latent diffusion" image', [word('image', true)], [{ kind: 'phrase', terms: ['latent', 'diffusion'] }]],
    ['gpt-4', [word('gpt'), word('4', true)], []],
    [
      'tag:llm #정렬',
      [
        { kind: 'tag', name: 'llm' },
        { kind: 'tag', name: '정렬' },
      ],
      [],
    ],
    [
      '태그:정렬 저자:조경현',
      [
        { kind: 'tag', name: '정렬' },
        { kind: 'author', term: '조경현' },
      ],
      [],
    ],
    ['tag:"reading notes"', [{ kind: 'tag', name: 'reading notes' }], []],
    [
      'author:"kaiming he"',
      [
        { kind: 'author', term: 'kaiming' },
        { kind: 'author', term: 'he' },
      ],
      [],
    ],
    ['YEAR:2017 attention', [{ kind: 'day', start: '2017' }, word('attention', true)], []],
    ['-tag:llm rl', [word('rl', true)], [{ kind: 'tag', name: 'llm' }]],
    ['2017 attention', [word('2017'), word('attention', true)], []],
    ['June 2017', [{ kind: 'day', start: '2017-06' }], []],
    ['arXiv:1706.03762v5', [{ kind: 'paper', id: '1706.03762' }], []],
    ['ㅌㄹㅅ', [{ kind: 'initials', letters: 'ㅌㄹㅅ' }], []],
    ['강화학습을', [word('강화학습을', true)], []],
    ['tag: author: year:x - " ?!', [], []],
    ['attention -1706.03762', [word('attention')], [{ kind: 'paper', id: '1706.03762' }]],
    ['attention -2024년 6월', [word('attention')], [{ kind: 'day', start: '2024-06' }]],
    ['"June 2024"', [{ kind: 'phrase', terms: ['june', '2024'] }], []],
    ['foo"bar baz"', [word('foo'), { kind: 'phrase', terms: ['bar', 'baz'] }], []],
    ['"deep"learning', [{ kind: 'phrase', terms: ['deep'] }, word('learning', true)], []],
    ['GPT-4를', [word('gpt'), word('4', true)], []],
    ['2024년 6월에', [{ kind: 'day', start: '2024-06' }], []],
    ['1706.03762를', [{ kind: 'paper', id: '1706.03762' }], []],
    [
      'タグ：強化学習 ２０２４年６月',
      [
        { kind: 'day', start: '2024-06' },
        { kind: 'tag', name: '強化学習' },
      ],
      [],
    ],
    ['form transform', [word('form'), word('transform', true)], []],
    ['http://x', [word('http'), word('x', true)], []],
    ['', [], []],
  ]
  test.each(rows)('%s', (typed, wanted, unwanted) => {
    expect(queryOf(typed)).toEqual({ wanted, unwanted })
  })

  test('is read whatever it is, in time by its length', () => {
    const typed = fc.string({ unit: fc.constantFrom('"', '-', ':', ' ', 'tag:', '2024-', '10.1234/', '가', 'ㄱ', 'a', '#', '년', '“') })
    fc.assert(fc.property(typed, (text) => void queryOf(text)))
    for (const part of ['"', '-', ' ', 'tag:', '2024-06 ', '10.1234/', '가', '"a" ']) void queryOf(part.repeat(100_000))
  })
})

describe('dates are written as people write them', () => {
  test.each([
    ['2024-06-10', ['2024-06-10']],
    ['2024.6.10', ['2024-06-10']],
    ['2024/06', ['2024-06']],
    ['2024년 6월 10일', ['2024-06-10']],
    ['2024년6월', ['2024-06']],
    ['2024년', ['2024']],
    ['2024年6月10日', ['2024-06-10']],
    ['2024年', ['2024']],
    ['June 10, 2024', ['2024-06-10']],
    ['Jun 2024', ['2024-06']],
    ['Sept. 3rd, 2021', ['2021-09-03']],
    ['10 June 2024', ['2024-06-10']],
    ['the 1st of May 2020', ['2020-05-01']],
    ['2024', []],
    ['2024-13', []],
    ['1706.03762', []],
    ['Notes 2024', []],
    ['3.5 2024', []],
    ['0024-06-10', []],
    ['model-2024-06-10', []],
  ])('%s', (query, days) => {
    expect(withoutDates(query).wanted).toEqual(days)
  })

  test('what else there is stays', () => {
    expect(withoutDates('transformers of June 2017 and after').rest.replace(/[\s\ue002]+/g, ' ')).toBe('transformers of and after')
  })
})

describe('papers are named as people paste them', () => {
  test.each([
    ['1706.03762', ['1706.03762']],
    ['arXiv:1706.03762v5', ['1706.03762']],
    ['arxiv: 2406.00001', ['2406.00001']],
    ['https://arxiv.org/abs/1706.03762', ['1706.03762']],
    ['arxiv.org/pdf/1706.03762v2.pdf', ['1706.03762']],
    ['https://doi.org/10.48550/arXiv.1706.03762', ['1706.03762']],
    ['10.1038/nature24270.', ['10.1038/nature24270']],
    ['doi:10.1145/3292500.3330701', ['10.1145/3292500.3330701']],
    ['https://dx.doi.org/10.1145/3292500.3330701', ['10.1145/3292500.3330701']],
    ['https://arxiv.org/abs/1706.03762?context=cs.CL', ['1706.03762']],
    ['https://arxiv.org/pdf/1706.03762v5#page=3', ['1706.03762']],
    ['https://huggingface.co/papers/1706.03762', ['1706.03762']],
    ['arXiv 1706.03762', ['1706.03762']],
    ['arXiv:1706.03762v7 [cs.CL]', ['1706.03762']],
    ['hep-th/9711200', ['hep-th/9711200']],
    ['arXiv:math.GT/0309136v1', ['math.gt/0309136']],
    ['2024.06.10', []],
    ['17060.3762', []],
    ['state-of-the-art', []],
  ])('%s', (query, ids) => {
    expect(withoutPapers(query).wanted).toEqual(ids)
  })

  test.each([
    ['10.48550/arXiv.1706.03762', '1706.03762'],
    ['10.1000/ABC', '10.1000/abc'],
    ['1706.03762v3', '1706.03762'],
  ])('the DOI or id %s is found as %s', (written, id) => {
    expect(paperId(written)).toBe(id)
  })
})
