/** Runs of bytes that can be given to another thread. */
export interface GivenBytes {
  readonly runs: readonly Uint8Array[]
  /** What to transfer with them. */
  readonly memory: readonly ArrayBuffer[]
}

/** Copies runs of bytes into memory of their own: what they lie in may be shared with others, which must not be given away. */
export function givenBytes(runs: readonly Uint8Array[]): GivenBytes {
  const memory = new ArrayBuffer(runs.reduce((sum, { length }) => sum + length, 0))
  let to = 0
  const copies = runs.map((run) => {
    const copy = new Uint8Array(memory, to, run.length)
    copy.set(run)
    to += run.length
    return copy
  })
  return { runs: copies, memory: [memory] }
}
