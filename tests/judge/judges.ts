import type { Judge } from './document.ts'
import { feedparser } from './feedparser.ts'
import { jsonSchema } from './json-schema.ts'
import { newsboat } from './newsboat.ts'
import { feedExtractor, feedParser, feedsmith, rssParser } from './npm-readers.ts'
import { pages } from './pages.ts'
import { rss2email } from './rss2email.ts'
import { jing, saxes, xmllint } from './well-formed.ts'

/** Those who know what a feed is, strictest first. */
export const judges: readonly Judge[] = [
  saxes,
  xmllint,
  jing,
  jsonSchema,
  feedparser,
  newsboat,
  rss2email,
  rssParser,
  feedsmith,
  feedParser,
  feedExtractor,
  pages,
]
