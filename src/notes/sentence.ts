// Each is tried against the last characters of a line, and its repetitions exclude what follows them: none can backtrack.
const sentenceEnd = /(?:[?!…。？！]|[^\s.]{2,}[가-힣]\.|[a-z]{3,}\.|[다요죠음함임]\.?|\s(?:예정|필요|참고))$/u
const abbreviationEnd = /(?:\b(?:[JS]r|et al|etc|Inc|Ltd|Corp|Co|Esq|Ph\.?D|M\.?D|[A-Z])\.)$/u

/** Whether a text of several words ends as sentences and remarks do; `Jr.` and `J. K.` end names. */
export function isSentence(text: string): boolean {
  return /\s/.test(text) && sentenceEnd.test(text.slice(-40)) && !abbreviationEnd.test(text.slice(-12))
}
