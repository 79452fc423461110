import type { Day } from '../text/day.ts'
import { isSameLanguage, type Language } from '../text/language.ts'
import { en } from './en.ts'
import * as languages from './languages.ts'

/**
 * Everything that Paperwire itself says to readers, in feeds and on pages, in one language. A site has one of these; what
 * its authors wrote is never among it.
 */
export interface Words {
  /** The language of these words, which marks them where the text around them is in another. */
  readonly language: Language
  /** A day as people write it: `2024년 6월 10일`. */
  readonly day: (day: Day) => string
  /** So many entries: `12편`. */
  readonly count: (entries: number) => string

  // What the parts of an entry are called.
  readonly authors: string
  /** Before the names of all, where the first of them stand elsewhere. */
  readonly allAuthors: string
  readonly paper: string
  readonly abstract: string
  readonly tags: string
  readonly cite: string
  /** Above the entries that link to one. */
  readonly linkedFrom: string

  // What channels are called, and what is said of them in a sentence. `name` is a tag's label or an author's name.
  readonly tagTitle: (name: string, siteTitle: string) => string
  readonly tagDescription: (name: string, siteTitle: string) => string
  readonly authorTitle: (name: string, siteTitle: string) => string
  readonly authorDescription: (name: string, siteTitle: string) => string
  readonly papersBy: (author: string) => string
  readonly archive: (number: number) => string

  // The ways through the site.
  readonly skip: string
  readonly home: string
  readonly days: string
  readonly search: string
  readonly subscribe: string
  readonly about: string
  readonly licence: string
  readonly latest: string
  readonly allDays: string
  readonly allTags: string
  readonly older: string
  readonly newer: string
  readonly previous: string
  readonly next: string
  readonly noEntries: string

  // What pages say that lead nowhere, or no longer anywhere.
  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string

  /** The page about subscribing, and the pages that browsers are shown at the addresses of feeds. */
  readonly feeds: {
    readonly whatIsAFeed: string
    /** Where readers show an entry that several of the followed feeds carry. */
    readonly severalFeeds: string
    readonly thisIsAFeed: string
    readonly copyAddress: string
    readonly openIn: string
    readonly desktopReader: string
    readonly otherFormats: string
    readonly raw: string
    readonly latestItems: string
    /** The list of authors' feeds, to import into a reader. */
    readonly authorsOpml: string
  }

  /** The search page. `{n}` and `{of}` stand for numbers that its script puts there. */
  readonly searching: {
    readonly label: string
    readonly withoutScript: string
    readonly found: string
    readonly foundInLatest: string
    readonly foundNearly: string
    readonly nothing: string
    readonly advice: string
    readonly busy: string
    readonly failed: string
    readonly more: string
  }

  /** The page that makes the code for another blog. */
  readonly embedding: {
    readonly title: string
    /** What the code does, and what it needs of the page it is put into. */
    readonly about: string
    readonly allEntries: string
    readonly limit: string
    readonly copy: string
    readonly copied: string
    /** Where the clipboard can't be reached. */
    readonly selected: string
    readonly snippet: string
    readonly preview: string
    readonly everyTag: string
    readonly policy: string
    /** Above the recipes for blogs that put entries into their own pages. */
    readonly recipes: string
    readonly recipesAbout: string
    readonly tried: (version: string) => string
    readonly notTried: string
    readonly recipeNotes: Readonly<Record<RecipeNote, string>>
  }

  /** The page about what Paperwire adds to JSON Feed. */
  readonly extension: {
    readonly title: string
    readonly description: string
    readonly about: string
    readonly members: Readonly<Record<ExtensionMember, string>>
  }

  /** The pictures by which link previews show pages. */
  readonly pictures: {
    /** So many entries, or a few more. */
    readonly atLeast: (entries: number) => string
  }
}

/** Blogs for which `/embed/` has a recipe that needs a sentence beside its code. */
export type RecipeNote = 'wordpress' | 'wordpress-script' | 'ghost' | 'astro' | 'eleventy' | 'hugo'

/** The members of `_paperwire` in an item of JSON Feed. */
export type ExtensionMember = 'about' | 'title_language' | 'doi' | 'arxiv_id' | 'publication_month'

const known: readonly Words[] = Object.values(languages)

/** Whether Paperwire has words in a language, whatever region or script its tag adds. */
export function hasWordsIn(language: Language): boolean {
  return known.some((words) => isSameLanguage(words.language, language))
}

/** The languages that Paperwire has words in. */
export const languagesOfWords: readonly Language[] = known.map(({ language }) => language)

/** The words of a site in this language. English where there are none, which reading `site.md` warns of. */
export function wordsIn(language: Language): Words {
  return known.find((words) => isSameLanguage(words.language, language)) ?? en
}
