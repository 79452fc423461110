import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { parseFeed } from '@rowanmanning/feed-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { type FeedDocument, formats, type Judge } from './document.ts'
import { npmVersion } from './npm.ts'
import { everyAuthor, firstAuthor, instant, oneByOne, type Reading, readingJudge } from './reader.ts'

export const rssParser: Judge = readingJudge({
  name: 'rss-parser',
  formats: ['rss', 'atom'],
  install: 'npm ci',
  version: npmVersion('rss-parser'),
  authors: firstAuthor,
  read: oneByOne(async ({ text, format }) => {
    const { items } = await new RssParser<object, { id?: string; author?: string }>().parseString(text)
    return items.map(({ guid, id, link, title, isoDate, creator, author }) => ({
      id: (format === 'rss' ? guid : id) ?? '',
      url: link ?? '',
      title: title ?? '',
      published: instant(isoDate),
      authors: [format === 'rss' ? creator : author].filter((name) => name !== undefined),
    }))
  }),
})

export const feedsmith: Judge = readingJudge({
  name: 'feedsmith',
  formats,
  install: 'npm ci',
  version: npmVersion('feedsmith'),
  authors: everyAuthor,
  read: oneByOne(({ text, format }) => feedsmithReaders[format](text)),
})

const feedsmithReaders: Readonly<Record<FeedDocument['format'], (text: string) => readonly Reading[]>> = {
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map(({ guid, link, title, pubDate, dc }) => ({
      id: guid?.value ?? '',
      url: link ?? '',
      title: title ?? '',
      published: instant(pubDate),
      authors: dc?.creators ?? [],
    })),
  atom: (text) =>
    (parseAtomFeed(text).entries ?? []).map(({ id, links, title, published, updated, authors }) => ({
      id: id ?? '',
      url: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? '',
      title: title?.value ?? '',
      published: instant(published),
      updated: instant(updated),
      authors: (authors ?? []).map(({ name }) => name ?? ''),
    })),
  json: (text) =>
    (parseJsonFeed(text).items ?? []).map(({ id, url, title, date_published, date_modified, authors }) => ({
      id: id ?? '',
      url: url ?? '',
      title: title ?? '',
      published: instant(date_published),
      updated: instant(date_modified),
      authors: (authors ?? []).map(({ name }) => name ?? ''),
    })),
}

export const feedParser: Judge = readingJudge({
  name: '@rowanmanning/feed-parser',
  formats: ['rss', 'atom'],
  install: 'npm ci',
  version: npmVersion('@rowanmanning/feed-parser'),
  authors: everyAuthor,
  read: oneByOne(({ text }) =>
    parseFeed(text).items.map(({ id, url, title, published, authors }) => ({
      id: id ?? '',
      url: url ?? '',
      title: title ?? '',
      published: instant(published),
      authors: authors.map(({ name }) => name ?? ''),
    })),
  ),
})

/** It doesn't tell authors, and of an Atom entry's dates only when it was updated. */
export const feedExtractor: Judge = readingJudge({
  name: '@extractus/feed-extractor',
  formats,
  install: 'npm ci',
  version: npmVersion('@extractus/feed-extractor'),
  authors: everyAuthor,
  read: oneByOne(({ text, format }) =>
    ((format === 'json' ? extractFromJson(text) : extractFromXml(text)).entries ?? []).map(({ id, link, title, published }) => ({
      id,
      url: link ?? '',
      title: title ?? '',
      [format === 'atom' ? 'updated' : 'published']: instant(published),
    })),
  ),
})
