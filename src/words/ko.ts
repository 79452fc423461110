import { calendarDates, longDates } from './dates.ts'
import type { Words } from './words.ts'

const dates = calendarDates('ko')

export const ko: Words = {
  language: 'ko',
  day: longDates('ko'),
  count: (entries) => `${entries}편`,

  authors: '저자',
  allAuthors: '모든 저자',
  paper: '논문',
  abstract: '초록',
  tags: '태그',
  cite: '인용',
  followTags: '태그만 구독하기',
  oftenTagged: '함께 붙는 태그',
  sameDay: '같은 날의 노트',
  wholeDay: '하루 전체 보기',
  linkedFrom: '이 노트를 언급한 노트',

  tagTitle: (name, siteTitle) => `#${name} · ${siteTitle}`,
  tagDescription: (name, siteTitle) => `${siteTitle}에서 #${name} 태그가 붙은 노트`,
  selectionDescription: (name, siteTitle) => `${siteTitle}에서 고른 노트: ${name}`,
  authorTitle: (name, siteTitle) => `${name} · ${siteTitle}`,
  authorDescription: (name, siteTitle) => `${siteTitle}에서 ${name}의 논문을 다룬 노트`,
  papersBy: (author) => `${author}의 논문`,
  archive: (number) => `지난 노트 ${number}`,

  skip: '본문으로 건너뛰기',
  home: '홈',
  days: '날짜',
  search: '검색',
  subscribe: '구독',
  subscribeTo: (name) => `${name} 구독`,
  about: '소개',
  licence: '라이선스',
  latest: '최근 노트',
  allDays: '모든 날짜',
  allTags: '모든 태그',
  older: '더 오래된 노트',
  newer: '더 새로운 노트',
  noEntries: '아직 노트가 없습니다.',
  further: '이어지는 노트',

  notFound: '그런 페이지는 없습니다',
  notFoundHint: '주소가 바뀌었거나 잘못 적혔을 수 있습니다. 아래에서 찾아보세요.',
  gone: '지워진 페이지입니다',
  goneHint: '여기 있던 것은 더 이상 실리지 않습니다.',

  feeds: {
    whatIsAFeed:
      '피드는 새 노트를 알려 주는 주소입니다. 피드 리더라는 앱에 주소를 한 번 등록해 두면, 사이트에 들르지 않아도 노트가 올라올 때마다 받아 볼 수 있습니다. 전체를 구독해도 되고 관심 있는 태그 하나만 구독해도 됩니다. 가입할 것도, 이메일 주소를 남길 것도 없습니다.',
    whatIsThis: '피드가 무엇인가요?',
    severalFeeds:
      '전체와 태그를 함께 구독하면 두 피드에 다 실린 노트가 있습니다. Thunderbird는 그런 노트를 먼저 가져온 피드의 폴더에만 두고, newsboat는 마지막으로 불러온 피드에만 보이며, elfeed의 목록에는 한 번만 나옵니다. Miniflux와 FreshRSS에서는 피드마다 보입니다.',
    thisIsAFeed: '이 주소는 피드입니다. 피드 리더에 등록하면 새 노트가 올라올 때마다 받아 볼 수 있습니다. 계정도 이메일도 필요 없습니다.',
    copyAddress: '이 주소를 피드 리더에 붙여 넣으세요.',
    addresses: '피드 리더에 등록할 주소:',
    openIn: '바로 구독하기',
    desktopReader: '컴퓨터의 피드 리더',
    otherFormats: '다른 형식',
    raw: '피드 원본 보기',
    latestItems: '이 피드의 최근 노트',
    authorsOpml: '저자별 피드 OPML',
  },

  searching: {
    label: '제목, 저자, 태그, 본문에서 찾기',
    hint: '"꼭 이대로", -빼고, 태그:정렬, 저자:이름, 연도:2024, 2024년 6월, 2406.04093, ㅌㄹㅅ',
    withoutScript: '검색은 JavaScript가 켜져 있어야 합니다. 노트는 이렇게도 찾을 수 있습니다:',
    found: '찾은 노트: {n}',
    instead: '‘{typed}’ 대신 ‘{meant}’로 찾았습니다.',
    nothing: '찾은 노트가 없습니다.',
    advice: '낱말을 줄이거나 짧게 잘라 보세요. 노트는 이렇게도 찾을 수 있습니다:',
    busy: '찾는 중…',
    failed: '검색 자료를 불러오지 못했습니다. 잠시 뒤에 다시 찾아 주세요.',
    more: '더 보기',
    why: { title: '제목', tags: '태그', authors: '저자', text: '본문' },
  },

  languageNames: { ko: '한국어', en: '영어', ja: '일본어', zh: '중국어' },

  building: {
    views: { abstracts: '초록만', commentary: '해설만', titles: '제목만' },
    daily: '하루 모음',
    weekly: '한 주 모음',
    gathered: '한 번에 모아서 받기',
    title: '여러 태그 함께 구독하기',
    about: '태그를 쉼표로 나누어 적으세요. 저자는 이름 앞에 @를 붙입니다. 고른 노트에도 태그처럼 페이지와 피드가 있습니다.',
    all: '모두 붙은 태그',
    any: '하나라도 붙은 태그',
    without: '빼고 싶은 태그',
    show: '고른 노트 보기',
    found: '최근 노트 {n}편, 일주일에 약 {week}편',
    nothing: '그런 노트가 아직 없습니다.',
    unknown: '없는 태그나 저자가 있습니다. 한 번에 여덟 개까지 고를 수 있습니다.',
  },

  embedding: {
    title: '다른 블로그에 싣기',
    about:
      '아래 코드를 블로그에 붙이면 최근 노트의 목록이 나타납니다. 글꼴과 색은 그 블로그를 따르고, 목록을 받지 못하면 코드 안의 링크가 그대로 보입니다.',
    allEntries: '모든 노트',
    limit: '노트의 수',
    copy: '복사',
    snippet: '코드',
    preview: '미리 보기',
    tagCodes: '태그별 코드',
    otherTags: '다른 태그의 코드는 따옴표 안에 그 태그 페이지 주소의 마지막 부분을 넣으면 됩니다.',
    policy: '콘텐츠 보안 정책(CSP)이 있는 블로그라면 다음을 허용해야 합니다:',
    recipes: '블로그 페이지 안에 넣기',
    recipesAbout:
      '아래 방법은 노트를 블로그의 페이지 자체에 넣으므로, 검색 엔진과 스크립트를 쓰지 않는 독자도 읽을 수 있습니다. 피드의 본문은 그대로 출력해도 안전합니다. 스크립트도 스타일도 클래스도 없고, 주소는 모두 온전합니다.',
    tried: (version) => `직접 써 봄: ${version}`,
    notTried: '문서에 따른 것으로, 써 보지는 않음',
    recipeNotes: {
      wordpress:
        '코드 편집기에 WordPress의 기본 블록을 넣습니다. 한 번 받은 피드를 열두 시간 동안 쓰므로 새 노트가 늦게 보일 수 있고, 저자가 여럿이면 첫 사람만 보입니다.',
      'wordpress-script':
        '또는 위의 요소를 사용자 정의 HTML 블록에, 스크립트를 테마의 functions.php에 넣습니다(WordPress 6.5부터). 블록을 저장하는 사람이 걸러지지 않은 HTML을 쓸 수 있어야 요소가 남습니다. 관리자와 편집자가 그렇고, 멀티사이트에서는 최고 관리자만 그렇습니다.',
      ghost:
        '스크립트를 설정의 코드 삽입에서 사이트 머리글에 넣고, 요소를 글의 HTML 카드에 넣습니다. 뉴스레터에서는 스크립트가 돌지 않아 링크가 보입니다.',
      astro: 'RSS와 Atom을 읽습니다. 분류에 슬러그가 실리는 Atom을 쓰세요. 저자가 없는 노트에는 사이트의 저자가 나옵니다.',
      eleventy: 'package.json에 다음이 있어야 합니다:',
      hugo: '파셜 하나입니다. 없는 태그라면 아무것도 나오지 않고, 사이트에 닿지 못하면 빌드가 멈춥니다.',
    },
  },

  extension: {
    title: 'JSON Feed의 _paperwire',
    description: '이 사이트의 JSON Feed에 있는 _paperwire의 뜻',
    about: '이 사이트의 JSON Feed 항목에는 _paperwire라는 객체가 있습니다. about이 아닌 멤버는 적을 것이 없으면 빠집니다.',
    members: {
      about: '이 페이지의 주소.',
      title_language: '제목의 언어가 항목의 언어와 다를 때, BCP 47의 태그로 적은 제목의 언어: en.',
      doi: '항목이 다루는 논문의 DOI(리졸버 주소 없이): 10.48550/arXiv.2406.03816.',
      arxiv_id: 'arXiv에서 논문을 가리키는 번호(판 번호 없이): 2406.03816.',
      publication_month: '논문이 나온 달(번호에서 알 수 있을 때만): 2024-06.',
    },
  },

  moving: {
    breadcrumbs: '현재 위치',
    top: '맨 위로',
    themes: { system: '테마: 시스템 설정', light: '테마: 밝게', dark: '테마: 어둡게' },
    copyAddress: '주소 복사',
    copyLink: '링크 복사',
    copyBibtex: 'BibTeX 복사',
    share: '공유',
    copied: '복사했습니다.',
    selected: '선택했습니다. 직접 복사하세요.',
    failed: '복사하지 못했습니다.',
    keys: '단축키',
    useKeys: '단축키 사용',
    close: '닫기',
    commands: {
      next: '다음 노트',
      previous: '이전 노트',
      open: '노트 열기',
      older: '더 오래된 쪽으로',
      newer: '더 새로운 쪽으로',
      search: '검색',
      help: '단축키 보기',
    },
  },

  calendar: {
    ...dates,
    weekStart: 0,
    notesByMonth: '월별 노트',
    total: '합계',
    latestDays: '최근 날짜',
    everyYear: (day) => `해마다 ${dates.dayOfYear(day)}`,
    andMore: (entries) => `${entries}편 더`,
    fewer: '적음',
    most: '많음',
  },

  tagIndex: {
    about: (tags) => `태그 ${tags}개와 태그마다의 노트 수입니다. 태그의 페이지에는 그 주제만 받아 보는 피드가 있습니다.`,
    byUse: '많이 쓰인 태그',
    byLetter: '가나다순',
    others: '기타',
    filter: '태그 찾기',
    matching: '찾은 태그: {n}',
    noneMatches: '그런 태그는 없습니다.',
  },

  related: {
    title: '관련 노트',
    cited: '이 노트에서 언급',
    citing: '이 논문을 언급',
    samePaper: '같은 논문',
    tags: (tags) => `같은 태그: ${tags}`,
    words: (words) => `겹치는 말: ${words}`,
  },

  pictures: {
    atLeast: (entries) => `노트 ${entries}편 이상`,
  },
}
