/** The same function of a text: asked for the text of the last time, it gives what it gave. Only for what stays the same. */
export function rememberingLast<Answer>(read: (text: string | null) => Answer): (text: string | null) => Answer {
  let last: { readonly text: string | null; readonly answer: Answer } | null = null
  return (text) => {
    if (last === null || last.text !== text) last = { text, answer: read(text) }
    return last.answer
  }
}
