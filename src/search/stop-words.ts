/** Words that nearly every English text has: a text isn't found by one, only a title is. Whoever searches for several words is not asked to have them. */
const stopWords: ReadonlySet<string> = new Set(
  'a an and are as at be been but by can for from has have in into is it its not of on or our such that the their these they this to was we were which while with'.split(
    ' ',
  ),
)

/** Whether a term is a word that nearly every English text has. */
export function isStopWord(term: string): boolean {
  return stopWords.has(term)
}
