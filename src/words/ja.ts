import { longDates } from './dates.ts'
import type { Words } from './words.ts'

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
  linkedFrom: 'ここへリンクしている記事',

  tagTitle: (name, siteTitle) => `#${name} · ${siteTitle}`,
  tagDescription: (name, siteTitle) => `${siteTitle}で#${name}のタグが付いた記事`,
  authorTitle: (name, siteTitle) => `${name} · ${siteTitle}`,
  authorDescription: (name, siteTitle) => `${siteTitle}で${name}の論文を取り上げた記事`,
  papersBy: (author) => `${author}の論文`,
  archive: (number) => `過去の記事 ${number}`,

  skip: '本文へ移動',
  home: 'ホーム',
  days: '日付',
  search: '検索',
  subscribe: '購読',
  about: 'このサイトについて',
  licence: 'ライセンス',
  latest: '最新のノート',
  allDays: 'すべての日付',
  allTags: 'すべてのタグ',
  older: '古い記事',
  newer: '新しい記事',
  previous: '前へ',
  next: '次へ',
  noEntries: 'まだ記事がありません。',

  notFound: 'ページが見つかりません',
  notFoundHint: 'アドレスが変わったか、誤っている可能性があります。こちらから探してみてください。',
  gone: '削除されたページです',
  goneHint: 'ここにあったものは、もう公開されていません。',

  feeds: {
    whatIsAFeed:
      'フィードは新しい記事を知らせるアドレスです。フィードリーダーというアプリに一度登録しておけば、サイトを訪れなくても新しいノートが届きます。全体を購読することも、気になるタグだけを購読することもできます。会員登録もメールアドレスも要りません。',
    severalFeeds:
      '全体とタグを一緒に購読すると、両方のフィードに載る記事があります。そのような記事を、Thunderbirdは先に受け取ったフィードのフォルダーにだけ置き、newsboatは最後に読み込んだフィードにだけ表示し、elfeedは一覧に一度だけ表示します。MinifluxとFreshRSSではフィードごとに表示されます。',
    thisIsAFeed:
      'このアドレスはフィードです。フィードリーダーに登録すると、新しい記事が公開されるたびに届きます。アカウントもメールも要りません。',
    copyAddress: 'このアドレスをフィードリーダーに貼り付けてください。',
    openIn: 'すぐに購読する',
    desktopReader: 'パソコンのフィードリーダー',
    otherFormats: 'ほかの形式',
    raw: 'フィードそのものを見る',
    latestItems: 'このフィードの最新記事',
    authorsOpml: '著者別フィードのOPML',
  },

  searching: {
    label: '題名、著者、タグ、本文から探す',
    withoutScript: '検索するにはJavaScriptを有効にしてください。記事はタグからも探せます：',
    found: '見つかった記事：{n}',
    foundInLatest: '最新{of}件のうち見つかった記事：{n}',
    foundNearly: '一致する記事はありません。似た記事：{n}',
    nothing: '見つかりませんでした。',
    advice: '語を減らすか、短くしてみてください。記事はタグからも探せます：',
    busy: '検索中…',
    failed: '検索データを読み込めませんでした。しばらくしてからもう一度お試しください。',
    more: 'さらに探す',
  },

  embedding: {
    title: 'ほかのブログに載せる',
    about:
      '次のコードをブログに貼ると、最新記事の一覧が表示されます。フォントと色はそのブログに従い、一覧を取得できないときはコードの中のリンクがそのまま残ります。',
    allEntries: 'すべての記事',
    limit: '件数',
    copy: 'コピー',
    copied: 'コピーしました。',
    selected: '選択しました。そのままコピーしてください。',
    snippet: 'コード',
    preview: 'プレビュー',
    everyTag: 'タグごとのコード',
    policy: 'コンテンツセキュリティポリシー（CSP）のあるブログでは、次を許可する必要があります：',
    recipes: 'ブログのページの中に載せる',
    recipesAbout:
      '次の方法は記事をブログのページそのものに載せるので、検索エンジンやスクリプトを使わない読者にも届きます。フィードの本文はそのまま出力しても安全です。スクリプトもスタイルもクラスもなく、リンクはすべて絶対URLです。',
    tried: (version) => `動作確認済み：${version}`,
    notTried: '公式ドキュメントによる（動作未確認）',
    recipeNotes: {
      wordpress:
        'コードエディターに次のWordPress標準のブロックを貼ります。フィードは12時間キャッシュされるため、新しい記事の反映が遅れることがあります。著者が複数の場合は最初の一人だけが表示されます。',
      'wordpress-script':
        'または、上の要素をカスタムHTMLブロックに、スクリプトをテーマのfunctions.phpに入れます（WordPress 6.5以降）。要素が残るのは、保存する人がフィルターされないHTMLを書ける場合だけです。該当するのは管理者と編集者、マルチサイトでは特権管理者だけです。',
      ghost:
        'スクリプトを設定のコードインジェクション（Code injection）でサイトのヘッダーに入れ、要素を記事のHTMLカードに入れます。ニュースレターではスクリプトが動かないので、リンクが表示されます。',
      astro: 'RSSとAtomを読みます。分類にスラッグが入るAtomを使ってください。著者のない記事にはサイトの著者が出ます。',
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

  pictures: {
    atLeast: (entries) => `ノート${entries}件以上`,
  },
}
