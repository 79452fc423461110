import { nfc } from '../text/nfc.ts'

/** What a labelled line says of its paper. */
export type LabelName = 'title' | 'authors' | 'paper' | 'link' | 'code' | 'date' | 'tags' | 'venue' | 'abstract'

/** The words that label lines, in lower case. An author adds to them with `labels` in `site.md`. */
const standardLabels: Readonly<Record<LabelName, string>> = {
  title: 'title, paper title, 제목, 논문 제목, 논문제목, タイトル, 題名, 論文タイトル, 标题, 標題, 题目, 论文标题',
  authors: 'author, authors, author(s), 저자, 저자들, 논문 저자, 著者, 作者, 论文作者',
  paper: `paper, paper link, paper url, main paper, main paper link, original paper, official paper, link to paper, link to the paper,
    pdf, arxiv, doi, 논문, 논문 링크, 논문링크, 원문, 論文, 論文url, 論文 url, 論文リンク, 原論文, 论文, 论文链接, 论文地址, 原文, 原文链接`,
  link: 'link, links, url, source, 링크, 출처, リンク, 出典, 链接, 鏈接, 連結, 地址',
  code: `code, official code, source code, github, repo, repository, implementation, project, project page, demo, website,
    코드, 공식 코드, 깃허브, 구현, 공식 구현, 프로젝트, コード, 実装, プロジェクト, 代码, 代碼, 项目, 项目主页, 开源代码`,
  date: 'date, 날짜, 작성일, 日付, 日期',
  tags: 'tag, tags, keyword, keywords, 태그, 키워드, タグ, キーワード, 标签, 標籤, 关键词, 关键字',
  venue: 'venue, conference, journal, published in, 학회, 저널, 학술지, 会議, 学会, ジャーナル, 会议, 期刊, 發表於, 发表于',
  abstract: 'abstract, 초록, アブストラクト, 要旨, 抄録, 摘要',
}

/** Every word that labels a line, with what it says. */
export type Labels = ReadonlyMap<string, LabelName>

/** The words of {@link standardLabels} with an author's own. */
export function labelsWith(own: Readonly<Partial<Record<LabelName, readonly string[]>>>): Labels {
  const standard = Object.entries(standardLabels).map(([name, words]) => [name, words.split(/,\s+/)])
  const all = [...standard, ...Object.entries(own)] as [LabelName, readonly string[]][]
  return new Map(all.flatMap(([name, words]) => words.map((word) => [labelKey(word), name] as const)))
}

/** Every kind of label there is. */
export const labelNames = Object.keys(standardLabels) as readonly LabelName[]

/** A labelled line: `Authors: Ada Lovelace`, `- **Link**: https://…`, `[paper](https://…)`, `Paper - https://…`. */
export interface Label {
  /** What the word says; null for a word that isn't in the table. */
  readonly name: LabelName | null
  /** What stands behind the word: of `[paper](https://…)` the address, of a word alone nothing. */
  readonly value: string
  /** Whether nothing but the label's marks tells that it is one: a word alone in bold or before its colon. */
  readonly isBare: boolean
}

/** In characters. No longer line is taken apart, and no longer word is a label. */
const longestLabelled = 4_000
const longestWord = 40

// None of these can backtrack: each is anchored, and each run is of a class that excludes what follows it.
const listMark = /^[-*+]\s+(?:\[[ xX]\]\s+)?/
const boldLabel = /^(\*\*\*|\*\*|\*|___|__|_)([^*_\s:：][^*_:：]*)(?:\1\s*(?:::?|：)|(?:::?|：)\s*\1)\s*/u
const boldAlone = /^(\*\*|__)([^*_:：]+)\1$/u
const plainLabel = /^([^\s:：[\](){}<>"“#|`*_][^:：[\]{}<>"“#|`*_]*)(?:::|:(?!\/\/)|：)\s*/u
const addressLabel = /^([^\s:：[\](){}<>"“#|`*_][^:：[\]{}<>"“#|`*_]{0,38}?)\s*(?:[:：]\s*[-–—]|[-–—])?\s+(?=https?:\/\/)/u
const linkLabel = /^\[([^[\]]+)\]\(([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)$/u

/**
 * Reads a line as a labelled one, whatever marks it has: plain, bold, in a list or a field of Dataview (`Authors:: …`).
 * Null for a line without a label. A plain word that isn't in the table makes no label.
 */
export function readLabel(line: string, labels: Labels): Label | null {
  if (line.length > longestLabelled) return null
  const bare = line.trim()
  const item = bare.replace(listMark, '')
  const bold = boldLabel.exec(item)
  if (bold !== null) return labelled(bold[2] as string, item.slice(bold[0].length), labels, true)
  const link = linkLabel.exec(item)
  if (link !== null) {
    const name = nameOf(link[1] as string, labels)
    const target = link[2] as string
    // A relative address leads to a file that nobody else has, and says nothing of the paper.
    return name === null || !/^(?:https?:\/\/|$)/i.test(target) ? null : { name, value: target, isBare: false }
  }
  const address = addressLabel.exec(item.slice(0, longestWord + 60))
  const named = address === null ? null : nameOf(address[1] as string, labels)
  if (address !== null && (named === 'paper' || named === 'link' || named === 'code')) {
    return { name: named, value: item.slice(address[0].length).trim(), isBare: false }
  }
  const plain = plainLabel.exec(item.slice(0, longestWord + 20))
  if (plain !== null) return labelled(plain[1] as string, item.slice(plain[0].length), labels, item !== bare)
  const alone = boldAlone.exec(item)
  if (alone !== null) return labelled(alone[2] as string, '', labels, false)
  return null
}

/** What a word or a heading says, if it is a label of the table: `## Abstract`, `### 초록`. */
export function nameOf(word: string, labels: Labels): LabelName | null {
  return word.length > longestWord ? null : (labels.get(labelKey(word)) ?? null)
}

function labelled(word: string, value: string, labels: Labels, isMarked: boolean): Label | null {
  const name = nameOf(word, labels)
  if (name === null && (!isMarked || word.length > longestWord)) return null
  return { name, value: value.trim(), isBare: value.trim() === '' }
}

/** A label's word without regard to case, spaces, and pictures or numbers in front of it: `📄 Paper ` is `paper`. */
function labelKey(word: string): string {
  return nfc(word)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
