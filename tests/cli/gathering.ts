import type { Terminal } from '../../src/cli/terminal.ts'

/** A terminal that gathers what is written to it. */
export interface Gathering {
  readonly terminal: Terminal
  /** What was written so far. */
  said(): { readonly stdout: string; readonly stderr: string }
}

/** @param answer to each question, which is written down; null where nobody is there to answer */
export function gathering(answer: boolean | null = null): Gathering {
  let [stdout, stderr] = ['', '']
  const say = (text: string): void => {
    stdout += `${text}\n`
  }
  const complain = (text: string): void => {
    stderr += `${text}\n`
  }
  const ask = (question: string): Promise<boolean> => {
    say(question)
    return Promise.resolve(answer === true)
  }
  return { terminal: { say, complain, ask: answer === null ? null : ask, onEnd: () => {} }, said: () => ({ stdout, stderr }) }
}
