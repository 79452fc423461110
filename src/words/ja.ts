import { calendarDates, longDates } from './dates.ts'
import type { Words } from './words.ts'

const dates = calendarDates('ja')

export const ja: Words = {
  language: 'ja',
  day: longDates('ja'),
  count: (entries) => `${entries}件`,

  authors: '著者',
  allAuthors: 'すべての著者',
  paper: '論文',
  abstract: '要旨',
  tags: 'タグ',
  cite: '引用',
  followTags: 'タグだけを購読',
  oftenTagged: 'よく一緒に付くタグ',
  sameDay: '同じ日のノート',
  wholeDay: 'この日のすべて',
  linkedFrom: 'ここへリンクしているノート',

  tagTitle: (name, siteTitle) => `#${name} · ${siteTitle}`,
  tagDescription: (name, siteTitle) => `${siteTitle}で#${name}のタグが付いたノート`,
  selectionDescription: (name, siteTitle) => `${siteTitle}から選んだノート：${name}`,
  authorTitle: (name, siteTitle) => `${name} · ${siteTitle}`,
  authorDescription: (name, siteTitle) => `${siteTitle}で${name}の論文を取り上げたノート`,
  papersBy: (author) => `${author}の論文`,
  archive: (number) => `過去のノート ${number}`,

  skip: '本文へ移動',
  home: 'ホーム',
  days: '日付',
  search: '検索',
  subscribe: '購読',
  subscribeTo: (name) => `${name}を購読`,
  about: 'このサイトについて',
  licence: 'ライセンス',
  latest: '最新のノート',
  allDays: 'すべての日付',
  allTags: 'すべてのタグ',
  older: '古いノート',
  newer: '新しいノート',
  noEntries: 'まだノートがありません。',
  further: '続くノート',

  notFound: 'ページが見つかりません',
  notFoundHint: 'アドレスが変わったか、誤っている可能性があります。こちらから探してみてください。',
  gone: '削除されたページです',
  goneHint: 'ここにあったものは、もう公開されていません。',

  feeds: {
    whatIsAFeed:
      'フィードは新しいノートを知らせるアドレスです。フィードリーダーというアプリに一度登録しておけば、サイトを訪れなくても新しいノートが届きます。全体を購読することも、気になるタグだけを購読することもできます。会員登録もメールアドレスも要りません。',
    whatIsThis: 'フィードとは？',
    severalFeeds:
      '全体とタグを一緒に購読すると、両方のフィードに載るノートがあります。そのようなノートを、Thunderbirdは先に受け取ったフィードのフォルダーにだけ置き、newsboatは最後に読み込んだフィードにだけ表示し、elfeedは一覧に一度だけ表示します。MinifluxとFreshRSSではフィードごとに表示されます。',
    thisIsAFeed:
      'このアドレスはフィードです。フィードリーダーに登録すると、新しいノートが公開されるたびに届きます。アカウントもメールも要りません。',
    copyAddress: 'このアドレスをフィードリーダーに貼り付けてください。',
    addresses: 'フィードリーダーに登録するアドレス：',
    openIn: 'すぐに購読する',
    desktopReader: 'パソコンのフィードリーダー',
    otherFormats: 'ほかの形式',
    raw: 'フィードそのものを見る',
    latestItems: 'このフィードの最新ノート',
    authorsOpml: '著者別フィードのOPML',
  },

  searching: {
    label: '題名、著者、タグ、本文から探す',
    hint: '"このとおり"、-除く、タグ:強化学習、著者:名前、年:2024、2024年6月、2406.04093',
    withoutScript: '検索するにはJavaScriptを有効にしてください。ノートはこちらからも探せます：',
    found: '見つかったノート：{n}',
    instead: '「{typed}」の代わりに「{meant}」で探しました。',
    nothing: '見つかりませんでした。',
    advice: '語を減らすか、短くしてみてください。ノートはこちらからも探せます：',
    busy: '検索中…',
    failed: '検索データを読み込めませんでした。しばらくしてからもう一度お試しください。',
    more: 'さらに表示',
    why: { title: '題名', tags: 'タグ', authors: '著者', text: '本文' },
  },

  languageNames: { ko: '韓国語', en: '英語', ja: '日本語', zh: '中国語' },

  building: {
    views: { abstracts: '要旨だけ', commentary: '解説だけ', titles: 'タイトルだけ' },
    daily: '一日のまとめ',
    weekly: '一週間のまとめ',
    gathered: 'まとめて受け取る',
    title: '読みたいノートだけを購読する',
    about:
      'タグを選び、必要なら残りの欄も埋めてください。選んだノートにも、タグと同じようにページとフィードがあります。名前は全部で八つまでです。',
    any: '選んだタグのどれか',
    all: '選んだタグすべて',
    otherTags: 'ほかのタグ（コンマ区切り）',
    without: '除くタグと @著者（コンマ区切り）',
    authors: '著者（コンマ区切り、誰か一人）',
    words: '題名・著者・タグにある語（コンマ区切り、すべて）',
    venue: '会議・論文誌',
    anyVenue: '指定なし',
    language: 'ノートの言語',
    anyLanguage: '指定なし',
    shown: '表示する内容',
    everything: 'すべて',
    oneByOne: 'ノートごとに',
    show: '選んだノートを見る',
    often: '週に約{week}本',
    grammar: 'アドレスの書き方',
    meanings: {
      and: '両方のタグがあるノート',
      or: 'どれかがあるノート（+ より強く結びつく）',
      not: 'そのタグがないノート',
      author: 'フィードのある著者',
      venue: '会議・論文誌。年はあってもなくてもよい',
      language: 'ノートの言語',
      word: '題名・著者・タグに続けて現れる語',
      view: '要旨・解説・題名だけのフィード',
      digest: '一日や一週間をまとめて一項目にしたフィード',
    },
    nothing: 'そのようなノートはまだありません。',
    unknown: '存在しないタグか著者が含まれています。一度に選べるのは八つまでです。',
  },

  embedding: {
    title: 'ほかのブログに載せる',
    about:
      '次のコードをブログに貼ると、最新ノートの一覧が表示されます。フォントと色はそのブログに従い、一覧を取得できないときはコードの中のリンクがそのまま残ります。',
    allEntries: 'すべてのノート',
    limit: '件数',
    copy: 'コピー',
    snippet: 'コード',
    preview: 'プレビュー',
    tagCodes: 'タグごとのコード',
    otherTags: 'ほかのタグのコードでは、引用符の中にそのページのアドレスの最後の部分を入れます。',
    policy: 'コンテンツセキュリティポリシー（CSP）のあるブログでは、次を許可する必要があります：',
    recipes: 'ブログのページの中に載せる',
    recipesAbout:
      '次の方法はノートをブログのページそのものに載せるので、検索エンジンやスクリプトを使わない読者にも届きます。フィードの本文はそのまま出力しても安全です。スクリプトもスタイルもクラスもなく、リンクはすべて絶対URLです。',
    canonical:
      'ノートをまるごと転載するページでは、そのヘッダー部にノートのアドレスを入れてください。検索エンジンが写しを原文と取り違えません：',
    tried: (version) => `動作確認済み：${version}`,
    notTried: '公式ドキュメントによる（動作未確認）',
    recipeNotes: {
      wordpress:
        'コードエディターに次のWordPress標準のブロックを貼ります。フィードは12時間キャッシュされるため、新しいノートの反映が遅れることがあります。著者が複数の場合は最初の一人だけが表示されます。',
      'wordpress-script':
        'または、上の要素をカスタムHTMLブロックに、スクリプトをテーマのfunctions.phpに入れます（WordPress 6.5以降）。要素が残るのは、保存する人がフィルターされないHTMLを書ける場合だけです。該当するのは管理者と編集者、マルチサイトでは特権管理者だけです。',
      ghost:
        'スクリプトを設定のコードインジェクション（Code injection）でサイトのヘッダーに入れ、要素を記事のHTMLカードに入れます。ニュースレターではスクリプトが動かないので、リンクが表示されます。',
      astro: 'RSSとAtomを読みます。分類にスラッグが入るAtomを使ってください。著者のないノートにはサイトの著者が出ます。',
      eleventy: 'package.jsonに次の行が必要です：',
      hugo: 'パーシャルです。存在しないタグなら何も表示されず、サイトに接続できないとビルドが止まります。',
    },
  },

  extension: {
    title: 'JSON Feedの_paperwire',
    description: 'このサイトのJSON Feedにある_paperwireの意味',
    about: 'このサイトのJSON Feedの各項目には_paperwireというオブジェクトがあります。about以外のメンバーは、書くことがなければ省かれます。',
    members: {
      about: 'このページのアドレス。',
      title_language: '題名の言語が項目の言語と異なるときの、題名の言語。BCP 47のタグで表す：en。',
      doi: '項目が取り上げる論文のDOI。リゾルバーのアドレスは付かない：10.48550/arXiv.2406.03816。',
      arxiv_id: 'arXivでの論文の番号。版の番号は付かない：2406.03816。',
      publication_month: '論文が公開された月。番号から分かるときだけ書く：2024-06。',
    },
  },

  moving: {
    breadcrumbs: '現在の位置',
    top: 'ページの先頭へ',
    themes: { system: 'テーマ：システムに合わせる', light: 'テーマ：ライト', dark: 'テーマ：ダーク' },
    copyAddress: 'アドレスをコピー',
    copyLink: 'リンクをコピー',
    copyBibtex: 'BibTeXをコピー',
    share: '共有',
    copied: 'コピーしました。',
    selected: '選択しました。そのままコピーしてください。',
    failed: 'コピーできませんでした。',
    keys: 'キーボードショートカット',
    useKeys: 'ショートカットを使う',
    close: '閉じる',
    commands: {
      next: '次のノート',
      previous: '前のノート',
      open: 'ノートを開く',
      older: '古いほうへ',
      newer: '新しいほうへ',
      search: '検索',
      help: 'ショートカット一覧',
    },
  },

  calendar: {
    ...dates,
    weekStart: 0,
    notesByMonth: '月ごとのノート',
    total: '合計',
    latestDays: '最近の日付',
    everyYear: (day) => `毎年の${dates.dayOfYear(day)}`,
    andMore: (entries) => `ほか${entries}件`,
    fewer: '少ない',
    most: '多い',
  },

  tagIndex: {
    about: (tags) => `${tags}個のタグと、それぞれのノートの件数です。タグのページには、その話題だけを受け取るフィードがあります。`,
    byUse: 'よく使うタグ',
    byLetter: '五十音・アルファベット順',
    others: 'その他',
    filter: 'タグを探す',
    matching: '見つかったタグ：{n}',
    noneMatches: 'そのようなタグはありません。',
  },

  related: {
    title: '関連するノート',
    cited: 'このノートで言及',
    citing: 'この論文に言及',
    samePaper: '同じ論文',
    tags: (tags) => `共通のタグ：${tags}`,
    words: (words) => `共通の言葉：${words}`,
  },

  pictures: {
    atLeast: (entries) => `ノート${entries}件以上`,
  },
}
