import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperAt, webAddress } from '../../../src/notes/paper.ts'
import { linkElements, linkHeader, paperMetadata, signpostsOf } from '../../../src/site/pages/paper-metadata.ts'
import { sampleCatalog, sampleEntry } from '../entries.ts'

const catalog = sampleCatalog()
const head = (...given: Parameters<typeof sampleEntry>): string => paperMetadata(catalog, sampleEntry(...given)).html
const dataOf = (text: string): Record<string, unknown> =>
  JSON.parse((/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) as RegExpExecArray)[1] as string)
const bare = { authors: [], paper: null, abstract: [], tags: [] }

describe('Highwire Press’s tags', () => {
  const metas = (text: string): readonly string[] =>
    [...text.matchAll(/<meta name="citation_([a-z_]+)" content="([^"]*)">/g)].map(([, name, content]) => `${name}: ${content}`)

  test('everything known of the paper, one tag an author and a keyword', () => {
    expect(metas(head({ authors: ['Ada Lovelace', '김연구', 'OpenAI, Inc.', 'William Davis, Jr., et al.'] }))).toEqual([
      'title: A Title',
      'author: Lovelace, Ada',
      'author: 김연구',
      'author: OpenAI Inc.',
      'author: Davis, William, Jr.',
      'publication_date: 2024/06',
      'arxiv_id: 2406.00001',
      'doi: 10.48550/arXiv.2406.00001',
      'pdf_url: https://arxiv.org/pdf/2406.00001',
      'abstract_html_url: https://arxiv.org/abs/2406.00001',
      'abstract: What it is.',
      'language: en',
      'keywords: 정렬',
      'keywords: RLHF',
    ])
  })

  test('nothing stands for what is missing', () => {
    expect(metas(head(bare))).toEqual(['title: A Title', 'language: en'])
  })

  test.each([
    ['https://arxiv.org/pdf/2406.00001v2', 'https://arxiv.org/abs/2406.00001'],
    ['https://a.example/paper.pdf', null],
    ['https://a.example/paper', 'https://a.example/paper'],
  ])('the page with the abstract of %s', (url, page) => {
    const found = metas(head({ paper: paperAt(url) })).filter((meta) => meta.startsWith('abstract_html_url'))
    expect(found).toEqual(page === null ? [] : [`abstract_html_url: ${page}`])
  })
})

describe('JSON-LD', () => {
  test('schema.org: a Review of a ScholarlyArticle, each with its own authors, dates and language', () => {
    expect(dataOf(head())).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Review',
      '@id': 'https://notes.example/2024-06-10/a-title/',
      url: 'https://notes.example/2024-06-10/a-title/',
      inLanguage: 'ko',
      author: { '@type': 'Person', name: '지은이', url: 'https://notes.example/about' },
      datePublished: '2024-06-10T12:00:00.000Z',
      dateModified: '2024-06-11T08:30:00.000Z',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      keywords: ['정렬', 'RLHF'],
      itemReviewed: {
        '@type': 'ScholarlyArticle',
        name: 'A Title',
        inLanguage: 'en',
        author: [
          { '@type': 'Person', name: 'Ada Lovelace' },
          { '@type': 'Person', name: '김연구' },
        ],
        datePublished: '2024-06',
        identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.48550/arXiv.2406.00001' },
        url: 'https://arxiv.org/abs/2406.00001',
        sameAs: 'https://doi.org/10.48550/arXiv.2406.00001',
      },
    })
  })

  test('nothing stands for what is missing', () => {
    expect(dataOf(head(bare))['itemReviewed']).toEqual({ '@type': 'ScholarlyArticle', name: 'A Title', inLanguage: 'en' })
  })

  test('HTML §4.12.1.3: no text of an entry ends the script or begins a comment in it', () => {
    const hostile = fc.array(fc.constantFrom('<', '/', '!', '-', 'script', '>', '"', '\\', '&', '김', '\u2028', ' '), { minLength: 1 })
    fc.assert(
      fc.property(hostile, (parts) => {
        const title = parts.join('')
        const text = head({ title })
        expect(text.match(/<\/?script|<!--/g)).toEqual(['<script', '</script'])
        expect((dataOf(text)['itemReviewed'] as Record<string, unknown>)['name']).toBe(title)
      }),
    )
  })
})

describe('Signposting', () => {
  const citationUrl = (format: string): string => `https://notes.example/2024-06-10/a-title/citation.${format}`
  const signposts = signpostsOf(catalog, sampleEntry(), citationUrl)

  test('RFC 8574 §4, RFC 8288 §3.2: the page never gives the paper’s identifier, metadata or PDF as its own', () => {
    expect(signposts.filter(({ anchor }) => anchor === null).map(({ rel, href }) => [rel, href])).toEqual([
      ['author', 'https://notes.example/about'],
      ['license', 'https://creativecommons.org/licenses/by/4.0/'],
      ['type', 'https://schema.org/Review'],
      ['about', 'https://doi.org/10.48550/arXiv.2406.00001'],
    ])
    expect(signposts.filter(({ anchor }) => anchor !== null)).toEqual(
      [
        ['cite-as', 'https://doi.org/10.48550/arXiv.2406.00001', null],
        ['item', 'https://arxiv.org/pdf/2406.00001', 'application/pdf'],
        ['describedby', citationUrl('bib'), 'application/x-bibtex'],
        ['describedby', citationUrl('ris'), 'application/x-research-info-systems'],
        ['describedby', citationUrl('json'), 'application/vnd.citationstyles.csl+json'],
      ].map(([rel, href, type]) => ({ rel, href, type, anchor: 'https://arxiv.org/abs/2406.00001' })),
    )
  })

  test('an entry without a paper has nothing to say of one, a site without author’s page or licence nothing of them', () => {
    const plain = signpostsOf(sampleCatalog('license: all rights reserved'), sampleEntry(bare), citationUrl)
    expect(plain.map(({ rel }) => rel)).toEqual(['type'])
  })

  test('RFC 8288 §3: the field is ASCII, each link with its parameters quoted', () => {
    const paper = paperAt(webAddress('https://a.example/논문?q="\\') as string)
    const field = linkHeader(signpostsOf(catalog, sampleEntry({ paper }), citationUrl))
    expect(field).toMatch(/^[\x20-\x7e]+$/)
    for (const link of field.split(', '))
      expect(link).toMatch(/^<[^<>]+>; rel="[a-z-]+"(?:; type="[a-z/+.-]+")?(?:; anchor="(?:[^"\\]|\\.)+")?$/)
    expect(linkHeader(signposts)).toContain(
      '<https://arxiv.org/pdf/2406.00001>; rel="item"; type="application/pdf"; anchor="https://arxiv.org/abs/2406.00001"',
    )
  })

  test('HTML §4.2.4: an element’s link is from its page, so only the page’s own are elements', () => {
    expect(linkElements(signposts).html).toBe(
      '<link rel="author" href="https://notes.example/about">\n<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">\n<link rel="type" href="https://schema.org/Review">\n<link rel="about" href="https://doi.org/10.48550/arXiv.2406.00001">\n',
    )
  })

  test('a DOI with signs that mean something in a URL still leads to it', () => {
    const paper = {
      url: 'https://a.example/',
      arxivId: null,
      doi: '10.1002/(SICI)<1::AID>3.0.CO;2-#?%',
      pdfUrl: null,
      publicationMonth: null,
    }
    expect(signpostsOf(catalog, sampleEntry({ paper }), citationUrl).find(({ rel }) => rel === 'about')?.href).toBe(
      'https://doi.org/10.1002/(SICI)%3C1::AID%3E3.0.CO;2-%23%3F%25',
    )
  })
})
