import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How answers of others are got. */
export interface Asking {
  readonly get: typeof fetch
  readonly pause: (milliseconds: number) => Promise<void>
  /** In milliseconds since the epoch. */
  readonly now: () => number
  /** The folder in which answers are kept, and when somebody was asked last. */
  readonly folder: string
}

/** What asking came to: the answer, or why there is none, to be said with the address. */
export type Answered = { readonly text: string } | { readonly why: string }

/** In milliseconds: arXiv asks for one request in three seconds, from all programs of one user together. */
const between = 3_000

/** In milliseconds: how long an answer may take, how long is waited after one that failed, and for how long an answer is kept. */
const patience = 20_000
const pauses = [3_000, 9_000]
const keptFor = 7 * 86_400_000

/**
 * Asks an address that others than we answer: not more often than they wish, again where they fail for a while, and not at all
 * where an answer of this week is kept. Never rejects.
 *
 * @param isWhole whether an answer says all that is asked for, and is worth keeping
 */
export async function askedFor(url: string, asking: Asking, isWhole: (text: string) => boolean): Promise<Answered> {
  const file = join(asking.folder, `${hash('sha256', url, 'hex').slice(0, 32)}.txt`)
  const kept = keptAnswer(file, asking.now())
  if (kept !== null) return { text: kept }
  for (let tries = 0; ; tries += 1) {
    await turn(asking)
    const answer = await answerOf(url, asking)
    if ('text' in answer && isWhole(answer.text)) keep(asking.folder, file, JSON.stringify({ at: asking.now(), text: answer.text }))
    const wait = pauses[tries]
    if ('text' in answer || !answer.isPassing || wait === undefined) return answer
    await asking.pause(wait)
  }
}

function keptAnswer(file: string, now: number): string | null {
  try {
    const { at, text } = JSON.parse(readFileSync(file, 'utf8')) as { at: number; text: string }
    return now - at < keptFor ? text : null
  } catch {
    return null
  }
}

/** Waits until nobody has been asked for three seconds, in another run of the program either. */
async function turn({ folder, now, pause }: Asking): Promise<void> {
  const file = join(folder, 'last')
  const last = Number(readOr(file, '0'))
  const left = last + between - now()
  if (left > 0 && left <= between) await pause(left)
  keep(folder, file, String(now()))
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

function keep(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, text)
  renameSync(`${file}.${process.pid}`, file)
}

async function answerOf(url: string, { get }: Asking): Promise<Answered & { readonly isPassing?: boolean }> {
  try {
    const response = await get(url, { headers: { 'User-Agent': 'Paperwire/0.1 (notes on papers)' }, signal: AbortSignal.timeout(patience) })
    const text = await response.text()
    if (response.ok) return { text }
    const isPassing = response.status >= 500 || response.status === 429
    return { why: response.status === 404 ? 'there is no such paper' : `it is answered ${response.status}`, isPassing }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { why: isLate ? 'there is no answer in time' : 'there is no way there: is this machine offline?', isPassing: isLate }
  }
}
