import { describe, expect, test } from 'vitest'
import { askedPaper } from '../../src/papers/asked-paper.ts'

describe('a paper is named by', () => {
  test.each([
    ['2406.04093', 'arxiv 2406.04093'],
    ['2406.04093v2', 'arxiv 2406.04093'],
    ['arXiv:2406.04093', 'arxiv 2406.04093'],
    ['hep-th/9901001', 'arxiv hep-th/9901001'],
    ['https://arxiv.org/abs/2406.04093', 'arxiv 2406.04093'],
    ['https://arxiv.org/pdf/2406.04093v1', 'arxiv 2406.04093'],
    ['10.48550/arXiv.2406.04093', 'arxiv 2406.04093'],
    ['10.1038/nature14539', 'doi 10.1038/nature14539'],
    ['doi:10.1038/nature14539', 'doi 10.1038/nature14539'],
    ['https://doi.org/10.1038/nature14539', 'doi 10.1038/nature14539'],
    ['https://www.nature.com/articles/x', null],
    ['a title', null],
    ['', null],
  ])('%s', (written, expected) => {
    const paper = askedPaper(written)
    expect(paper === null ? null : `${paper.kind} ${paper.id}`).toBe(expected)
  })
})
