import { expect, test } from 'vitest'
import { matter, read } from './read.ts'

const definition =
  'warning: a formula that defines a macro, with \\def, which stays as it was written (write in its place what it stands for)'

test('a formula that is refused stays as it was written, wherever it stands, with a warning that names its line', () => {
  const formula = '$\\def\\a{x}\\a$'
  const { entries, problems } = read(
    `2024-06-10\nTitle ${formula}\nText ${formula} and **${formula}**.\n> ${formula}\n\n- a\n- ${formula}\n| a |\n|---|\n| ${formula} |\n#t\n`,
    'n.md',
  )
  expect(problems).toEqual([2, 3, 4, 6, 8].map((line) => `n.md:${line}: ${definition}`))
  const [entry] = entries
  expect(entry?.title).toBe(`Title ${formula}`)
  for (const block of [...(entry?.abstract ?? []), ...(entry?.commentary ?? [])]) expect(block.text).toContain(formula)
})

test('so it is in front matter', () => {
  const { problems } = read(`${matter('title: T', "abstract: '$\\def\\a{x}\\a$ is what we propose.'")}2024-06-10\n글`, 'n.md')
  expect(problems).toEqual([`n.md:3: ${definition}`])
})

test('a formula between lines of dollars that is longer than any is text, with a warning', () => {
  const { entries, problems } = read(`2024-06-10\nTitle\n글.\n$$\n${'x + '.repeat(600)}y\n$$\n#t\n`, 'n.md')
  expect(problems).toEqual(['n.md:4: warning: a formula of 2401 characters, which stays as it was written (part it: 2000 are the most)'])
  expect(entries[0]?.commentary[1]?.text).toMatch(/^\$\$x \+ x .* y\$\$$/)
})

test('a list nested deeper than any is shown as it was written, with a warning, and nothing of it is lost', () => {
  const nested = (depth: number): string => Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- Z${level}`).join('\n')
  expect(read(`2024-06-10\nT\n글.\n${nested(20)}\n#t`).problems).toEqual([])
  for (const list of [nested(21), nested(60), `${'- '.repeat(10_000)}Z`, `${'- > '.repeat(60)}Z`, `${'1. '.repeat(60)}Z`]) {
    const { entries, problems } = read(`2024-06-10\nT\n글.\n${list}\n#t`, 'n.md')
    expect(problems).toEqual(['n.md:4: warning: a list nested more than 20 levels deep, which stays as it was written (part it)'])
    expect(entries[0]?.commentary[1]?.text).toBe(list)
  }
})
