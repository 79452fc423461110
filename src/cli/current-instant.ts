/** The instant at which a command runs, in whole seconds as HTTP has them. */
export function currentInstant(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000)
}
