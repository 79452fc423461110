/** Notes of any size for measuring: the same for the same numbers, with nothing random about them. */

const english =
  'we study how large models learn from data and show that a simple change of the objective makes training more stable while it keeps accuracy on every benchmark that was tried including retrieval reasoning and code'.split(
    ' ',
  )
const korean =
  '이 논문은 학습 데이터의 비율을 바꾸는 것만으로 성능이 얼마나 달라지는지 살펴본다 결과가 흥미롭지만 규모를 키웠을 때에도 같은 경향이 나타날지는 더 두고 보아야 한다'.split(
    ' ',
  )

/** A sequence of numbers that looks like chance (a linear congruential generator; Knuth, TAOCP 3.2.1). */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The files of a content folder with so many entries, ten a day, and so many tags, two an entry. */
export function benchmarkContent(entries: number, tags: number): ReadonlyMap<string, string> {
  const next = sequence(entries)
  const words = (from: readonly string[], count: number): string => Array.from({ length: count }, () => from[next(from.length)]).join(' ')
  const files = new Map([['site.md', '---\ntitle: 벤치마크\ndescription: 큰 사이트\nurl: https://notes.example\n---\n많은 글.\n']])
  for (let first = 0; first < entries; first += 10) {
    const day = new Date(Date.UTC(2000, 0, 1 + first / 10)).toISOString().slice(0, 10)
    const ofDay = Array.from({ length: Math.min(10, entries - first) }, (_, index) => {
      const number = first + index
      return [
        `Paper ${number}: ${words(english, 8)}`,
        `https://arxiv.org/abs/${1000 + (number % 8000)}.${String(10_000 + number).padStart(5, '0')}`,
        `(Author ${next(500)}, Author ${next(500)}, 저자 ${next(500)})`,
        words(english, 150),
        `${words(korean, 30)}. **${words(korean, 2)}**는 (https://arxiv.org/abs/2405.${String(10_000 + next(9_000))}) ${words(korean, 20)}.`,
        `#tag-${number % tags} #tag-${next(tags)}`,
      ].join('\n')
    })
    files.set(`${day}.md`, `# ${day}\n${ofDay.join('\n')}\n`)
  }
  return files
}
