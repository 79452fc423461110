import type { Day } from '../text/day.ts'
import { isSameLanguage, type Language } from '../text/language.ts'
import type { CalendarDates } from './dates.ts'
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
  /** Above an entry's tags, or above the most used tags: a reader may follow a single tag. */
  readonly followTags: string
  /** Above the tags that a list's entries often have. */
  readonly oftenTagged: string
  /** Above the other entries of an entry's day, and the way to all of them. */
  readonly sameDay: string
  readonly wholeDay: string
  /** Above the entries that link to one. */
  readonly linkedFrom: string

  // What channels are called, and what is said of them in a sentence. `name` is a tag's label or an author's name.
  readonly tagTitle: (name: string, siteTitle: string) => string
  readonly tagDescription: (name: string, siteTitle: string) => string
  /** What a feed of several tags carries; `name` is `#llm + #alignment`. */
  readonly selectionDescription: (name: string, siteTitle: string) => string
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
  /** What a button subscribes to: `#정렬 구독`. */
  readonly subscribeTo: (name: string) => string
  readonly about: string
  readonly licence: string
  readonly latest: string
  readonly allDays: string
  readonly allTags: string
  readonly older: string
  readonly newer: string
  readonly noEntries: string
  /** Above the titles that follow a list. */
  readonly further: string

  // What pages say that lead nowhere, or no longer anywhere.
  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string

  /** The page about subscribing, and the pages that browsers are shown at the addresses of feeds. */
  readonly feeds: {
    readonly whatIsAFeed: string
    /** Leads to where the page says so. */
    readonly whatIsThis: string
    /** Where readers show an entry that several of the followed feeds carry. */
    readonly severalFeeds: string
    readonly thisIsAFeed: string
    readonly copyAddress: string
    /** Before the addresses of a feed in its formats. */
    readonly addresses: string
    readonly openIn: string
    readonly desktopReader: string
    readonly otherFormats: string
    readonly raw: string
    readonly latestItems: string
    /** The list of authors' feeds, to import into a reader. */
    readonly authorsOpml: string
  }

  /** The search page. `{n}`, `{typed}` and `{meant}` stand for what its script puts there. */
  readonly searching: {
    readonly label: string
    /** What can be typed besides words, by example. */
    readonly hint: string
    readonly withoutScript: string
    readonly found: string
    readonly instead: string
    readonly nothing: string
    readonly advice: string
    readonly busy: string
    readonly failed: string
    readonly more: string
    /** The parts of an entry where something was found. */
    readonly why: { readonly title: string; readonly tags: string; readonly authors: string; readonly text: string }
  }

  /** What languages are called, by their tags: those that notes are mostly in. */
  readonly languageNames: Readonly<Record<string, string>>

  /** The form that makes addresses of selections. */
  readonly building: {
    /** Behind the name of what is followed: what is shown of each note. */
    readonly views: { readonly abstracts: string; readonly commentary: string; readonly titles: string }
    /** Behind the name of what is followed: a feed with one item for each day, or for each week. */
    readonly daily: string
    readonly weekly: string
    /** Above the ways to such feeds. */
    readonly gathered: string
    readonly title: string
    readonly about: string
    /** Whether one of the ticked tags is enough, or all have to be there. */
    readonly any: string
    readonly all: string
    /** Tags beside the ones that can be ticked. */
    readonly otherTags: string
    readonly without: string
    readonly authors: string
    readonly words: string
    readonly venue: string
    readonly anyVenue: string
    readonly language: string
    readonly anyLanguage: string
    readonly shown: string
    readonly everything: string
    readonly oneByOne: string
    readonly show: string
    /** How the addresses are written, and what each part means. */
    readonly grammar: string
    readonly meanings: Readonly<Record<'and' | 'or' | 'not' | 'author' | 'venue' | 'language' | 'word' | 'view' | 'digest', string>>
    /** Behind how many there are. `{week}` stands for a number that a script puts there. */
    readonly often: string
    readonly nothing: string
    readonly unknown: string
  }

  /** The page that makes the code for another blog. */
  readonly embedding: {
    readonly title: string
    /** What the code does, and what it needs of the page it is put into. */
    readonly about: string
    readonly allEntries: string
    readonly limit: string
    readonly copy: string
    readonly snippet: string
    readonly preview: string
    /** Above the code of the most used tags, and how the code of any other is made. */
    readonly tagCodes: string
    readonly otherTags: string
    readonly policy: string
    /** Above the recipes for blogs that put entries into their own pages. */
    readonly recipes: string
    readonly recipesAbout: string
    /** What a page says that carries a whole note; the line that says it stands behind. */
    readonly canonical: string
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

  /** What leads through the site, and what takes something of it along. */
  readonly moving: {
    /** Of the links from the site's home down to a page. */
    readonly breadcrumbs: string
    readonly top: string
    /** What the button says that changes the theme, while each of them shows. */
    readonly themes: Readonly<Record<Theme, string>>
    readonly copyAddress: string
    readonly copyLink: string
    readonly copyBibtex: string
    readonly share: string
    readonly copied: string
    /** Where the clipboard can't be reached. */
    readonly selected: string
    /** Where neither the clipboard can be reached, nor something selected. */
    readonly failed: string
    /** The help about the keys, and the button that opens it. */
    readonly keys: string
    readonly useKeys: string
    readonly close: string
    readonly commands: Readonly<Record<Command, string>>
  }

  /** Years, months, and days of every year. */
  readonly calendar: CalendarDates & {
    /** The weekday that a week begins with, counted from Sunday. */
    readonly weekStart: 0 | 1
    /** Above the table of months, and of its last column. */
    readonly notesByMonth: string
    readonly total: string
    readonly latestDays: string
    /** What was noted on the same day of all years: `해마다 6월 10일`. */
    readonly everyYear: (day: Day) => string
    /** Behind the first entries of a day: how many more entries the day has. */
    readonly andMore: (entries: number) => string
    /** Of a scale of tones: its two ends. */
    readonly fewer: string
    readonly most: string
  }

  /** The list of tags. `{n}` stands for a number that its script puts there. */
  readonly tagIndex: {
    /** That each tag has its own page and feeds. */
    readonly about: (tags: number) => string
    readonly byUse: string
    readonly byLetter: string
    /** Above the tags that begin with a digit, a sign or a letter of another script. */
    readonly others: string
    readonly filter: string
    readonly matching: string
    readonly noneMatches: string
  }

  /** The notes that have to do with one, and why. Each reason stands alone, in a line of them: `shares #rlhf · in common: reward`. */
  readonly related: {
    readonly title: string
    /** The note links to the paper of the related one, or to its page. */
    readonly cited: string
    /** The other way round. */
    readonly citing: string
    readonly samePaper: string
    /** `tags` is a list, `#rlhf #dpo`. */
    readonly tags: (tags: string) => string
    /** `words` is a list, `reward, tree search`. */
    readonly words: (words: string) => string
  }

  /** The pictures by which link previews show pages. */
  readonly pictures: {
    /** So many entries, or a few more. */
    readonly atLeast: (entries: number) => string
  }
}

/** The themes between which a reader chooses: the system's own, and one whatever the system says. */
type Theme = 'system' | 'light' | 'dark'

/** What keys do. */
type Command = 'next' | 'previous' | 'open' | 'older' | 'newer' | 'search' | 'help'

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
