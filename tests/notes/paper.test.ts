import { describe, expect, test } from 'vitest'
import { paperAt, readLinkLine, webAddress } from '../../src/notes/paper.ts'

describe('a link line holds addresses and nothing else', () => {
  test.each([
    ['https://a.example/x', ['https://a.example/x']],
    ['<https://a.example/x>', ['https://a.example/x']],
    ['Paper: https://a.example/x', null],
    ['https://a.example/x, https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x,https://b.example/y,', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x | https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/1,2', ['https://a.example/1,2']],
    ['arXiv:2406.00001v3', ['https://arxiv.org/abs/2406.00001v3']],
    ['arxiv:hep-th/9901001', ['https://arxiv.org/abs/hep-th/9901001']],
    ['doi:10.1000/182', ['https://doi.org/10.1000/182']],
    ['https://a.example/x 참고', null],
    ['a.example/x', null],
    ['ftp://a.example/x', null],
    ['https://', null],
    ['paper: ://', null],
    ['', null],
    [`https://a.example/${'x'.repeat(3_000)}`, null],
  ])('%s', (line, urls) => {
    expect(readLinkLine(line, false)).toEqual(urls)
  })

  test('a line of one Markdown link is a link line only where Markdown links are expected', () => {
    expect(readLinkLine('[arXiv](https://a.example/x)', true)).toEqual(['https://a.example/x'])
    expect(readLinkLine('[arXiv](https://a.example/x)', false)).toBeNull()
  })

  test.each([
    ['https://a.example', 'https://a.example'],
    ['HTTPS://A.example/B', 'https://a.example/B'],
    ['https://ko.example/정렬', 'https://ko.example/%EC%A0%95%EB%A0%AC'],
    ['https://정렬.example/', 'https://xn--pn2bz40a.example/'],
    ['javascript:alert(1)', null],
    ['https://a b', null],
    ['http://[', null],
  ])('%s as a web address is %s', (text, url) => {
    expect(webAddress(text)).toBe(url)
  })
})

describe('an address tells of its paper', () => {
  test.each([
    ['https://arxiv.org/abs/2406.00001', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['https://arxiv.org/abs/2406.00001v2', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['https://arxiv.org/pdf/2406.00001.pdf', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['https://arxiv.org/pdf/2406.00001v2.pdf', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['https://arxiv.org/html/2406.00001v1/', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['http://export.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001', '10.48550/arXiv.hep-th/9901001', '1999-01'],
    ['https://www.arxiv.org/abs/math.GT/0309136', 'math.GT/0309136', '10.48550/arXiv.math.GT/0309136', '2003-09'],
    ['https://doi.org/10.48550/arXiv.2406.00001', '2406.00001', '10.48550/arXiv.2406.00001', '2024-06'],
    ['https://arxiv.org/abs/2413.00001', '2413.00001', '10.48550/arXiv.2413.00001', null],
  ])('%s is arXiv’s %s', (url, arxivId, doi, publicationMonth) => {
    expect(paperAt(url)).toEqual({ url, arxivId, doi, pdfUrl: `https://arxiv.org/pdf/${arxivId}`, publicationMonth })
  })

  test.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org.evil.example/abs/2406.00001',
    'https://example.org/abs/2406.00001',
    'https://example.org/paper',
    'https://example.org/a10.1/b',
    'https://example.org/%zz',
  ])('%s tells nothing but itself', (url) => {
    expect(paperAt(url)).toEqual({ url, arxivId: null, doi: null, pdfUrl: null, publicationMonth: null })
  })

  test.each([
    ['https://doi.org/10.1145/3597503.3639187', '10.1145/3597503.3639187'],
    ['https://dx.doi.org/10.1000/a%3Cb%3E', '10.1000/a<b>'],
    ['https://dl.acm.org/doi/pdf/10.1145/3597503', '10.1145/3597503'],
    ['https://dl.acm.org/doi/abs/10.1145/3597503', '10.1145/3597503'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.01.573000v1.full.pdf', '10.1101/2024.01.01.573000v1'],
  ])('%s has the DOI %s', (url, doi) => {
    expect(paperAt(url)).toMatchObject({ url, arxivId: null, doi })
  })

  test('a file that ends in .pdf is the PDF', () => {
    expect(paperAt('https://example.org/Paper.PDF').pdfUrl).toBe('https://example.org/Paper.PDF')
  })
})
