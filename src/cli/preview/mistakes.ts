import { readFileSync } from 'node:fs'
import { decode } from '../../notes/content.ts'
import type { Problem } from '../../notes/problem.ts'
import type { Mistake } from './pages.ts'

/** The errors among problems, each with the line that it is about as it stands in its file now. */
export function mistakesOf(problems: readonly Problem[]): readonly Mistake[] {
  const texts = new Map<string, readonly string[]>()
  const linesOf = (file: string): readonly string[] => {
    const lines = texts.get(file) ?? readLines(file)
    texts.set(file, lines)
    return lines
  }
  return problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({
      place: `${problem.file}:${problem.line}`,
      what: problem.what,
      cure: problem.cure,
      line: shortened(linesOf(problem.file)[problem.line - 1] ?? ''),
    }))
}

function readLines(file: string): readonly string[] {
  try {
    return decode(file, readFileSync(file)).text?.split('\n') ?? []
  } catch {
    return []
  }
}

/** The line on one screen; null where nothing stands in it. */
function shortened(line: string): string | null {
  if (line.trim() === '') return null
  const characters = Array.from(line)
  return characters.length > 300 ? `${characters.slice(0, 299).join('')}…` : line
}
