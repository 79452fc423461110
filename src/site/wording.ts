import { type Wording, wordingFor } from '../feed/wording.ts'
import { isSameLanguage, type Language } from '../text/language.ts'

/** The words of the pages, beside those that items have too, in a site's language. */
export interface PageWording extends Wording {
  readonly skip: string
  readonly home: string
  readonly days: string
  readonly search: string
  readonly subscribe: string
  readonly embed: string
  readonly about: string
  readonly latest: string
  readonly allDays: string
  readonly allTags: string
  readonly older: string
  readonly newer: string
  readonly previous: string
  readonly next: string
  readonly cite: string
  readonly copyAddress: string
  readonly openIn: string
  readonly desktopReader: string
  readonly otherFormats: string
  readonly rawFeed: string
  readonly thisIsAFeed: string
  readonly latestItems: string
  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string
  readonly licence: string
  readonly noEntries: string
  readonly count: (entries: number) => string
  readonly archive: (number: number) => string
  readonly papersBy: (author: string) => string
}

const korean: PageWording = {
  ...wordingFor('ko'),
  skip: '본문으로 건너뛰기',
  home: '처음',
  days: '날짜',
  search: '검색',
  subscribe: '구독',
  embed: '다른 블로그에 싣기',
  about: '소개',
  latest: '최근 노트',
  allDays: '모든 날짜',
  allTags: '모든 태그',
  older: '더 오래된 글',
  newer: '더 새로운 글',
  previous: '이전',
  next: '다음',
  cite: '인용',
  copyAddress: '이 주소를 피드 리더에 붙여 넣으세요.',
  openIn: '바로 구독하기',
  desktopReader: '컴퓨터의 피드 리더',
  otherFormats: '다른 형식',
  rawFeed: '피드 원본 보기',
  thisIsAFeed: '이 주소는 피드입니다. 피드 리더에 등록하면 새 글이 올라올 때마다 받아 볼 수 있습니다. 계정도 이메일도 필요 없습니다.',
  latestItems: '이 피드의 최근 글',
  notFound: '그런 페이지는 없습니다',
  notFoundHint: '주소가 바뀌었거나 잘못 적혔을 수 있습니다. 아래에서 찾아보세요.',
  gone: '지워진 글입니다',
  goneHint: '여기 있던 글이나 태그는 더 이상 실리지 않습니다.',
  licence: '이용 허락',
  noEntries: '아직 글이 없습니다.',
  count: (entries) => `${entries}편`,
  archive: (number) => `지난 글 ${number}`,
  papersBy: (author) => `${author}의 논문`,
}

const english: PageWording = {
  ...wordingFor('en'),
  skip: 'Skip to content',
  home: 'Home',
  days: 'Days',
  search: 'Search',
  subscribe: 'Subscribe',
  embed: 'Embed',
  about: 'About',
  latest: 'Latest notes',
  allDays: 'All days',
  allTags: 'All tags',
  older: 'Older entries',
  newer: 'Newer entries',
  previous: 'Previous',
  next: 'Next',
  cite: 'Cite',
  copyAddress: 'Paste this address into your feed reader.',
  openIn: 'Subscribe with',
  desktopReader: 'Desktop reader',
  otherFormats: 'Other formats',
  rawFeed: 'See the feed itself',
  thisIsAFeed: 'This address is a feed. Give it to a feed reader, and every new entry comes to you: no account here, no e-mail.',
  latestItems: 'Latest in this feed',
  notFound: 'There is no such page',
  notFoundHint: 'The address may have changed, or been written otherwise. Look for it here.',
  gone: 'This has been removed',
  goneHint: 'The entry or tag that was here is no longer published.',
  licence: 'Licence',
  noEntries: 'No entries yet.',
  count: (entries) => `${entries} ${entries === 1 ? 'paper' : 'papers'}`,
  archive: (number) => `Archive ${number}`,
  papersBy: (author) => `Papers by ${author}`,
}

/** The words for a site: Korean for a Korean one, English for every other. */
export function pageWordingFor(language: Language): PageWording {
  return isSameLanguage(language, 'ko') ? korean : english
}
