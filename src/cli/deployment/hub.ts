/** What a hub said of feeds that it was told of, one line each. */
export interface Pinged {
  readonly said: readonly string[]
  /** Whether it took all of them. */
  readonly isDone: boolean
}

/** How a hub is told. */
export interface Pinging {
  readonly get: typeof fetch
  readonly pause: (milliseconds: number) => Promise<void>
}

/** In milliseconds: how long a hub may take, and how long is waited before it is asked again. */
const patience = 10_000
const pauses = [1_000, 4_000]

/** How many feeds one request names: hubs read a form of some kilobytes. */
const mostTogether = 50

/**
 * Tells a hub that feeds have changed. WebSub leaves open how (§6, “Publishing”); hubs take the form that
 * PubSubHubbub 0.4 has (§7, “Publishing”): `hub.mode=publish`, and `hub.url` for each topic. One request names several; where a
 * hub refuses that, each has one of its own. A hub that fails isn't told of the rest. Never rejects: a hub that fails is for the
 * author to know of, and fails nothing.
 */
export async function pingHub(hub: string, topics: readonly string[], pinging: Pinging): Promise<Pinged> {
  const said: string[] = []
  for (let from = 0; from < topics.length; from += mostTogether) {
    const together = topics.slice(from, from + mostTogether)
    const answer = await told(hub, together, pinging)
    const alone = answer.kind === 'refused' && together.length > 1
    const answers = alone ? await eachTold(hub, together, pinging) : [answer]
    for (const one of answers)
      if (one.kind !== 'taken') said.push(`${hub} ${one.why}: ${alone ? 'one feed' : `${topics.length - from} feeds`}`)
    if (answers.some(({ kind }) => kind === 'failed')) break
  }
  return { said: [...new Set(said)], isDone: said.length === 0 }
}

/** Each topic in a request of its own, until the hub fails. */
async function eachTold(hub: string, topics: readonly string[], pinging: Pinging): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const topic of topics) {
    const answer = await told(hub, [topic], pinging)
    answers.push(answer)
    if (answer.kind === 'failed') break
  }
  return answers
}

type Answer = { readonly kind: 'taken' } | { readonly kind: 'refused' | 'failed'; readonly why: string }

async function told(hub: string, topics: readonly string[], { get, pause }: Pinging): Promise<Answer> {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const topic of topics) form.append('hub.url', topic)
  for (let tries = 0; ; tries += 1) {
    const answer = await asked(hub, form, get)
    const wait = pauses[tries]
    if (answer.kind !== 'failed' || wait === undefined) return answer
    await pause(wait)
  }
}

async function asked(hub: string, form: URLSearchParams, get: typeof fetch): Promise<Answer> {
  try {
    // Followed, a redirect would turn the POST into a GET (Fetch, “HTTP-redirect fetch”), which tells the hub nothing.
    const response = await get(hub, { method: 'POST', body: form, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    await response.body?.cancel()
    if (response.ok) return { kind: 'taken' }
    const to = response.headers.get('Location')
    if (to !== null) return { kind: 'refused', why: `has moved to ${new URL(to, hub).href}, which site.md should name` }
    const isPassing = response.status >= 500 || response.status === 429 || response.status === 408
    return { kind: isPassing ? 'failed' : 'refused', why: `answers ${response.status}` }
  } catch {
    return { kind: 'failed', why: 'doesn’t answer' }
  }
}
