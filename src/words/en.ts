import { calendarDates, longDates } from './dates.ts'
import type { Words } from './words.ts'

const dates = calendarDates('en')

export const en: Words = {
  language: 'en',
  day: longDates('en'),
  count: (entries) => `${entries} ${entries === 1 ? 'note' : 'notes'}`,

  authors: 'Authors',
  allAuthors: 'All authors',
  paper: 'Paper',
  abstract: 'Abstract',
  tags: 'Tags',
  cite: 'Cite',
  followTags: 'Follow a single tag',
  oftenTagged: 'Often tagged',
  sameDay: 'Also on this day',
  wholeDay: 'The whole day',
  linkedFrom: 'Linked from',

  tagTitle: (name, siteTitle) => `#${name} · ${siteTitle}`,
  tagDescription: (name, siteTitle) => `Notes of ${siteTitle} tagged #${name}`,
  selectionDescription: (name, siteTitle) => `Notes of ${siteTitle} selected by ${name}`,
  authorTitle: (name, siteTitle) => `${name} · ${siteTitle}`,
  authorDescription: (name, siteTitle) => `Notes of ${siteTitle} on papers by ${name}`,
  papersBy: (author) => `Papers by ${author}`,
  archive: (number) => `Archive ${number}`,

  skip: 'Skip to content',
  home: 'Home',
  days: 'Days',
  search: 'Search',
  subscribe: 'Subscribe',
  subscribeTo: (name) => `Subscribe to ${name}`,
  about: 'About',
  licence: 'Licence',
  latest: 'Latest notes',
  allDays: 'All days',
  allTags: 'All tags',
  older: 'Older notes',
  newer: 'Newer notes',
  noEntries: 'No notes yet.',
  further: 'More, by title',

  notFound: 'There is no such page',
  notFoundHint: 'The address may have changed, or been mistyped. Look for it here.',
  gone: 'This has been removed',
  goneHint: 'What was here is no longer published.',

  feeds: {
    whatIsAFeed:
      'A feed is an address that tells of new notes. Give it to an app called a feed reader once, and each of them comes to you without a visit here. Follow everything, or a single tag; there is nothing to sign up for and no e-mail to leave.',
    whatIsThis: 'What is a feed?',
    severalFeeds:
      'Follow the whole site and a tag, and some notes come by both feeds. Thunderbird keeps such a note once, in the folder of the feed that brought it first; newsboat once, under the feed it loaded last; elfeed lists it once. Miniflux and FreshRSS show it under each feed.',
    thisIsAFeed: 'This address is a feed. Give it to a feed reader, and every new note comes to you: no account here, no e-mail.',
    copyAddress: 'Paste this address into your feed reader.',
    addresses: 'Addresses to give to a feed reader:',
    openIn: 'Subscribe with',
    desktopReader: 'Desktop reader',
    otherFormats: 'Other formats',
    raw: 'See the feed itself',
    latestItems: 'Latest in this feed',
    authorsOpml: 'OPML of authors’ feeds',
  },

  searching: {
    label: 'Search titles, authors, tags and text',
    hint: '"just this", -without, tag:llm, author:name, year:2024, June 2024, 2406.04093',
    withoutScript: 'Searching needs JavaScript. Notes can also be found here:',
    found: 'Notes found: {n}',
    instead: 'Searched for “{meant}” instead of “{typed}”.',
    nothing: 'Nothing found.',
    advice: 'Try fewer words, or only the beginning of one. Notes can also be found here:',
    busy: 'Searching…',
    failed: 'The search data could not be loaded. Please try again in a moment.',
    more: 'Show more',
    why: { title: 'title', tags: 'tag', authors: 'author', text: 'text' },
  },

  languageNames: { ko: 'Korean', en: 'English', ja: 'Japanese', zh: 'Chinese' },

  building: {
    views: { abstracts: 'abstracts only', commentary: 'commentary only', titles: 'titles only' },
    daily: 'day by day',
    weekly: 'week by week',
    gathered: 'All of a day or a week at once',
    title: 'Follow exactly what you want',
    about:
      'Tick tags, and fill in the rest as you need it. What is selected has a page and feeds, as a tag has. Eight names may stand in it.',
    any: 'One of the ticked tags is enough',
    all: 'All of the ticked tags',
    otherTags: 'Other tags (with commas)',
    without: 'Tags and @authors to leave out (with commas)',
    authors: 'Authors, one of whom is enough (with commas)',
    words: 'Words in titles, authors, tags, all of them (with commas)',
    venue: 'Venue',
    anyVenue: 'any',
    language: 'Language of the notes',
    anyLanguage: 'any',
    shown: 'What is shown',
    everything: 'everything',
    oneByOne: 'each note by itself',
    show: 'Show what is selected',
    often: 'about {week} a week',
    grammar: 'How addresses are written',
    meanings: {
      and: 'notes with both',
      or: 'notes with one of them; binds closer than +',
      not: 'all notes but those with the tag',
      author: 'an author who has feeds',
      venue: 'a venue, with its year or without',
      language: 'the language of the notes',
      word: 'words that follow one another in a title, an author’s name or a tag',
      view: 'a feed of abstracts, commentary or titles alone',
      digest: 'a feed with one item for a day or a week',
    },
    nothing: 'There are no such notes yet.',
    unknown: 'One of these is no tag and no author. A selection may name eight.',
  },

  embedding: {
    title: 'Show in another blog',
    about:
      'Put the code below into a blog, and a list of the latest notes appears there. It takes the blog’s fonts and colours; where the list can’t be had, the link inside the code stays.',
    allEntries: 'All notes',
    limit: 'How many',
    copy: 'Copy',
    snippet: 'Code',
    preview: 'Preview',
    tagCodes: 'Code for tags',
    otherTags: 'The code of any other tag is the same, with the last part of its page’s address in the quotation marks.',
    policy: 'A blog with a Content-Security-Policy has to allow:',
    recipes: 'Inside the pages of a blog',
    recipesAbout:
      'These recipes put notes into the blog’s own pages, where search engines and readers without scripts find them. The content of a feed’s items is safe to print as it is: no scripts, styles or classes, and only full addresses.',
    canonical:
      'A page that carries a whole note should name the note’s own page in its head, so that search engines don’t take the copy for the original:',
    tried: (version) => `tried: ${version}`,
    notTried: 'from its documentation, not tried',
    recipeNotes: {
      wordpress:
        'Paste this block, one of WordPress’s own, into the code editor. WordPress keeps a feed for 12 hours, so new notes may show late, and it shows the first of several authors.',
      'wordpress-script':
        'Or put the element above into a Custom HTML block, and the script into the theme’s functions.php (WordPress 6.5 or newer). WordPress keeps the element only where whoever saves the block may write unfiltered HTML: administrators and editors, on a multisite the super admin alone.',
      ghost:
        'Put the script into the site header under Settings, Code injection, and the element into an HTML card of a post. Scripts don’t run in newsletters: the link shows there.',
      astro:
        'The loader reads RSS and Atom: take Atom, whose categories carry slugs. For notes without authors it names the site’s author.',
      eleventy: 'The package.json needs this line:',
      hugo: 'This is a partial. A tag that isn’t there shows nothing; a site that can’t be reached stops the build.',
    },
  },

  extension: {
    title: '_paperwire in JSON Feed',
    description: 'What _paperwire means in the JSON feeds of this site',
    about: 'Items of this site’s JSON feeds carry an object _paperwire. Each member but about is missing where there is nothing to say.',
    members: {
      about: 'The address of this page.',
      title_language: 'The language of the title where the item is in another, as a tag of BCP 47: en.',
      doi: 'The DOI of the paper that the item is about, without a resolver: 10.48550/arXiv.2406.03816.',
      arxiv_id: 'The paper’s identifier on arXiv, without a version: 2406.03816.',
      publication_month: 'The month in which the paper was published, 2024-06, where its identifier tells.',
    },
  },

  moving: {
    breadcrumbs: 'You are here',
    top: 'Back to top',
    themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
    copyAddress: 'Copy address',
    copyLink: 'Copy link',
    copyBibtex: 'Copy BibTeX',
    share: 'Share',
    copied: 'Copied.',
    selected: 'Selected: copy it yourself.',
    failed: 'This could not be copied.',
    keys: 'Keyboard shortcuts',
    useKeys: 'Use these keys',
    close: 'Close',
    commands: {
      next: 'Next note',
      previous: 'Previous note',
      open: 'Open the note',
      older: 'Older page',
      newer: 'Newer page',
      search: 'Search',
      help: 'These keys',
    },
  },

  calendar: {
    ...dates,
    weekStart: 1,
    notesByMonth: 'Notes by month',
    total: 'Total',
    latestDays: 'Latest days',
    everyYear: (day) => `${dates.dayOfYear(day)} through the years`,
    andMore: (entries) => `${entries} more`,
    fewer: 'Fewer',
    most: 'More',
  },

  tagIndex: {
    about: (tags) =>
      `${tags === 1 ? 'One tag' : `${tags} tags`}, with the number of notes that bear each. A tag’s page has its feeds, to follow that subject alone.`,
    byUse: 'Most used',
    byLetter: 'All by letter',
    others: 'Others',
    filter: 'Find a tag',
    matching: 'Tags found: {n}',
    noneMatches: 'No tag has that name.',
  },

  related: {
    title: 'Related notes',
    cited: 'cited in this note',
    citing: 'cites this paper',
    samePaper: 'on the same paper',
    tags: (tags) => `shares ${tags}`,
    words: (words) => `in common: ${words}`,
  },

  pictures: {
    atLeast: (entries) => `${entries}+ notes`,
  },
}
