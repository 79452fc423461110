/** Bytes that can hardly be told from chance, so that a job has something to do. */
export function bodyOf(length: number, seed: number): Uint8Array {
  const body = new Uint8Array(length)
  for (let index = 0, state = seed; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    body[index] = state >>> 28
  }
  return body
}
