// No expression here can backtrack: each is tried against the last few characters of a line, and each repetition in it
// excludes what follows it.
const sentenceEnd = /(?:[?!…。？！]|[^\s.]{2,}[가-힣]\.|[a-z]{3,}\.|[다요죠음함임]\.?|\s(?:예정|필요|참고))$/u
const abbreviationEnd = /(?:\b(?:[JS]r|et al|etc|Inc|Ltd|Corp|Co|Esq|Ph\.?D|M\.?D|[A-Z])\.)$/u

/**
 * Whether a text of several words ends as a sentence or a remark does: `see the appendix.`, `나중에 정리 예정`. An
 * abbreviation at the end makes no sentence: `Sammy Davis, Jr.`, `Jane Q.`
 */
export function isSentence(text: string): boolean {
  return /\s/.test(text) && sentenceEnd.test(text.slice(-40)) && !abbreviationEnd.test(text.slice(-12))
}
