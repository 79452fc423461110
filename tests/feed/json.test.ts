import { Ajv } from 'ajv'
import schema from 'jsonfeed-schema/v1.1.js'
import { describe, expect, test } from 'vitest'
import { paperAt } from '../../src/notes/paper.ts'
import { bareItem, feedText, jsonItemWith, sampleDocument, twoItems } from './samples.ts'

describe('JSON Feed 1.1', () => {
  const json = JSON.parse(feedText('json', twoItems))

  test('is what the schema says, with and without everything that may be missing', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    const bare = sampleDocument({ items: [], description: '', licenseUrl: null, author: { name: 'A', url: null } })
    for (const channel of [twoItems, bare]) {
      expect(validate(JSON.parse(feedText('json', channel))), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  test('has the hub, the paper as external_url, and no feed author in an item without one', () => {
    expect(json.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/' }])
    expect(json.items[0].external_url).toBe('https://arxiv.org/abs/2406.00001')
    expect(json.items[1]).not.toHaveProperty('authors')
    expect(json.items[1]).not.toHaveProperty('external_url')
  })

  test('attachments, and what the extension adds, described at `about`', () => {
    const item = jsonItemWith()
    expect(item).toMatchObject({
      external_url: 'https://arxiv.org/abs/2406.00001',
      attachments: [{ url: 'https://arxiv.org/pdf/2406.00001', mime_type: 'application/pdf' }],
      authors: [{ name: 'Ada Lovelace' }, { name: '김연구' }],
      language: 'ko',
    })
    // What the notes say stands in the content and the summary, and not a third time here.
    expect(item['_paperwire']).toEqual({
      about: 'https://notes.example/json-feed-extension/',
      title_language: 'en',
      doi: '10.48550/arXiv.2406.00001',
      arxiv_id: '2406.00001',
      publication_month: '2024-06',
    })
  })

  test.each([
    ['https://arxiv.org/abs/2406.00001', '2024-06'],
    ['https://arxiv.org/abs/0704.0001v2', '2007-04'],
    ['https://arxiv.org/abs/hep-th/9901001', '1999-01'],
    ['https://arxiv.org/abs/math.GT/0309136', '2003-09'],
    ['https://doi.org/10.1145/3597503.3639187', undefined],
    ['https://example.org/paper', undefined],
  ])('the month of publication stands only where the address tells it: %s', (url, month) => {
    expect((jsonItemWith({ paper: paperAt(url) })['_paperwire'] as Record<string, unknown>)['publication_month']).toBe(month)
  })

  test('nothing stands for what is missing', () => {
    const json = jsonItemWith(bareItem)
    expect(json['_paperwire']).toEqual({ about: 'https://notes.example/json-feed-extension/' })
    for (const name of ['authors', 'attachments', 'external_url']) expect(json).not.toHaveProperty(name)
  })

  test('the feed names no author, whom readers would put beside each paper’s', () => {
    expect(JSON.parse(feedText('json', sampleDocument()))).not.toHaveProperty('authors')
  })

  test('it is version 1.1, which has all authors of an item: the library would write 1.0 with the first', () => {
    const json = JSON.parse(feedText('json', sampleDocument()))
    expect(json.version).toBe('https://jsonfeed.org/version/1.1')
    expect(json.items[0].authors).toEqual([{ name: 'Ada Lovelace' }, { name: '김연구' }])
    expect(json.items[0].author).toBeUndefined()
  })
})
