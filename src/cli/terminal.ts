/** What connects a command with whoever called it: its output, its complaints, and the signals that tell it to end. */
export interface Terminal {
  /** Writes a line, or several, to standard output. */
  say(text: string): void
  /** Writes a line, or several, to standard error. */
  complain(text: string): void
  /** Calls back at each signal to end, such as Ctrl-C. A command that never calls this is ended by the system. */
  onEnd(end: (signal: NodeJS.Signals) => void): void
}

/** The terminal that this process runs in. */
export const processTerminal: Terminal = {
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  onEnd(end) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  },
}
