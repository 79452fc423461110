import { slugOf } from '../text/slug.ts'

/**
 * Words in the name of a file that make no title of it: what people call the notes of a day, a week or a folder. An author
 * adds to them with `dayWords` in `site.md`.
 */
const dayWords: readonly string[] = `mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
  daily weekly monthly day week month today diary journal log digest list reading readings read readme index overview summary summaries
  review reviews report reports memo memos note notes paper papers arxiv of the and on my
  월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일
  오늘 오늘의 하루 매일 주간 월간 논문 논문들 노트 메모 일지 일기 기록 요약 정리 리뷰 읽기 읽은 목록
  月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 今日 今日の 日報 週報 月報 日記 日誌 論文 論文メモ メモ ノート 要約 まとめ 一覧
  论文 論文筆記 论文笔记 笔记 筆記 日记 日报 周报 月报 每日 每周 今日论文 总结 阅读 目录`.split(/\s+/)

/** The slugs of all words that make no title. */
export function dayWordsWith(own: readonly string[]): ReadonlySet<string> {
  return new Set([...dayWords, ...own].map(slugOf))
}

/** The title in what a file's name says besides a date; empty where it says nothing but words of the table and numbers. */
export function titleInName(rest: string, words: ReadonlySet<string>): string {
  const isTitle = slugOf(rest)
    .split(/[-_]/)
    .some((word) => /\p{L}/u.test(word) && !words.has(word) && !/^\d+(?:st|nd|rd|th|편|회|차|주차|호)?$/u.test(word))
  return isTitle ? rest : ''
}

/** Whether a line says the title that a file's name has in short: names lack `:`, `/` and `?`, and are cut. */
export function saysTheName(title: string, nameTitle: string): boolean {
  const line = slugOf(title)
  const name = slugOf(nameTitle)
  return name !== '' && line !== '' && (line.startsWith(name) || name.startsWith(line))
}
