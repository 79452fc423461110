import type { FeedDocument } from '../../src/feed/feed-document.ts'
import type { Format } from '../../src/feed/formats.ts'
import type { Item } from '../../src/feed/item.ts'
import { writeFeed, writeItem } from '../../src/feed/writer.ts'
import { trustedHtml } from '../../src/text/html.ts'
import { child, parseXml, type XmlElement } from './xml.ts'

/** An item with everything, but for what a test says otherwise. */
export function sampleItem(overrides: Partial<Item> = {}): Item {
  return {
    id: 'tag:notes.example,2024-06-10:a-title',
    permalinkUrl: 'https://notes.example/2024-06-10/a-title/',
    title: 'A Title',
    titleLanguage: 'en',
    language: 'ko',
    published: new Date('2024-06-10T12:00:00Z'),
    updated: new Date('2024-06-11T08:30:00Z'),
    authors: ['Ada Lovelace', '김연구'],
    summary: 'What it is about.',
    summaryLanguage: 'en',
    contentHtml: trustedHtml('<p lang="ko">논평</p>'),
    categories: [{ term: '정렬', label: '정렬' }],
    paper: {
      url: 'https://arxiv.org/abs/2406.00001',
      arxivId: '2406.00001',
      doi: '10.48550/arXiv.2406.00001',
      pdfUrl: 'https://arxiv.org/pdf/2406.00001',
      publicationMonth: '2024-06',
    },
    licenseUrl: null,
    source: {
      title: '논문 노트',
      feedUrls: {
        rss: 'https://notes.example/rss.xml',
        atom: 'https://notes.example/atom.xml',
        json: 'https://notes.example/feed.json',
      },
    },
    ...overrides,
  }
}

/** A document with its items. */
export interface SampleDocument extends FeedDocument {
  readonly items: readonly Item[]
}

/** A document of that item, but for what a test says otherwise. */
export function sampleDocument(overrides: Partial<SampleDocument> = {}): SampleDocument {
  return {
    id: 'https://notes.example/',
    title: '논문 노트',
    description: 'Notes',
    language: 'ko',
    homeUrl: 'https://notes.example/',
    feedUrls: {
      rss: 'https://notes.example/rss.xml',
      atom: 'https://notes.example/atom.xml',
      json: 'https://notes.example/feed.json',
    },
    archives: { isArchive: false, previous: null, next: null, current: null },
    updated: new Date('2024-06-11T08:30:00Z'),
    author: { name: '지은이', url: 'https://notes.example/about' },
    licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
    hubUrl: null,
    categoryScheme: 'https://notes.example/tags/',
    iconUrl: 'https://notes.example/icon.png',
    smallIconUrl: 'https://notes.example/icon-144.png',
    extensionUrl: 'https://notes.example/json-feed-extension/',
    items: [sampleItem()],
    tombstones: [],
    ...overrides,
  }
}

/** A document in one format, as readers decode it. */
export function feedText(format: Format, document: SampleDocument): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(
    writeFeed(
      format,
      document,
      document.items.map((item) => writeItem(item, document)),
    ),
  )
}

/** The item of RSS for an item that says this otherwise. */
export function rssItemWith(overrides: Partial<Item> = {}): XmlElement {
  return child(child(parseXml(feedText('rss', sampleDocument({ items: [sampleItem(overrides)] }))), 'channel'), 'item')
}

/** The entry of Atom for an item that says this otherwise. */
export function atomEntryWith(overrides: Partial<Item> = {}): XmlElement {
  return child(parseXml(feedText('atom', sampleDocument({ items: [sampleItem(overrides)] }))), 'entry')
}

/** The item of JSON Feed for an item that says this otherwise. */
export function jsonItemWith(overrides: Partial<Item> = {}): Readonly<Record<string, unknown>> {
  return JSON.parse(feedText('json', sampleDocument({ items: [sampleItem(overrides)] }))).items[0]
}

/** What an item lacks where its notes say nothing but a title. */
export const bareItem: Partial<Item> = {
  titleLanguage: 'ko',
  authors: [],
  paper: null,
}

/** A document of two items, the second without authors, tags and paper; with a hub. */
export const twoItems: SampleDocument = sampleDocument({
  hubUrl: 'https://hub.example/',
  items: [
    sampleItem(),
    sampleItem({
      id: 'tag:notes.example,2024-06-10:second',
      title: 'Q&A: A < B',
      authors: [],
      categories: [],
      paper: null,
      published: new Date('2024-06-10T11:59:59Z'),
      updated: new Date('2024-06-10T11:59:59Z'),
    }),
  ],
})
