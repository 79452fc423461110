/** Where a command runs: what it says, what it complains of, and how it hears that it is to end. */
export interface Terminal {
  /** Writes a line, or several, to standard output. */
  say(text: string): void
  /** Writes a line, or several, to standard error. */
  complain(text: string): void
  /** Calls back at each signal to end, such as Ctrl-C. A command that doesn't ask for this is ended by the system. */
  onEnd(end: (signal: NodeJS.Signals) => void): void
}

/** This process's own. */
export const processTerminal: Terminal = {
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  onEnd(end) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  },
}
