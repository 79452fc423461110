import { createInterface } from 'node:readline/promises'

/** What connects a command with whoever called it: its output, its complaints, and the signals that tell it to end. */
export interface Terminal {
  /** Writes a line, or several, to standard output. */
  say(text: string): void
  /** Writes a line, or several, to standard error. */
  complain(text: string): void
  /** Asks a question that is answered by yes or no; null where nobody is there to answer, as in a script. */
  readonly ask: ((question: string) => Promise<boolean>) | null
  /** Calls back at each signal to end, such as Ctrl-C. A command that never calls this is ended by the system. */
  onEnd(end: (signal: NodeJS.Signals) => void): void
}

async function asked(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(?:y|yes|네|예|はい)$/i.test((await lines.question(`${question} [y/N] `)).trim())
  } finally {
    lines.close()
  }
}

/** The terminal that this process runs in. */
export const processTerminal: Terminal = {
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  ask: process.stdin.isTTY && process.stdout.isTTY ? asked : null,
  onEnd(end) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  },
}
