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
 * Tells a hub that feeds have changed. WebSub leaves the form of that open (§6, “Publishing”); hubs take the one of
 * PubSubHubbub 0.4 (§7, “Publishing”): `hub.mode=publish`, and `hub.url` for each topic. One request names several; where a
 * hub refuses that, each has one of its own. Never rejects: a hub that fails is for the author to know of, and fails nothing.
 */
export async function pingHub(hub: string, topics: readonly string[], pinging: Pinging): Promise<Pinged> {
  const said: string[] = []
  let isDone = true
  for (let from = 0; from < topics.length; from += mostTogether) {
    const together = topics.slice(from, from + mostTogether)
    const answer = await told(hub, together, pinging)
    if (answer.kind === 'refused' && together.length > 1) {
      for (const topic of together) {
        const alone = await told(hub, [topic], pinging)
        if (alone.kind !== 'taken') [isDone] = [false, said.push(`${hub} ${alone.why}: ${topic}`)]
      }
    } else if (answer.kind !== 'taken') [isDone] = [false, said.push(`${hub} ${answer.why}: ${together.length} feeds`)]
  }
  return { said, isDone }
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
    const response = await get(hub, { method: 'POST', body: form, redirect: 'follow', signal: AbortSignal.timeout(patience) })
    await response.body?.cancel()
    if (response.ok) return { kind: 'taken' }
    const isPassing = response.status >= 500 || response.status === 429 || response.status === 408
    return { kind: isPassing ? 'failed' : 'refused', why: `answers ${response.status}` }
  } catch {
    return { kind: 'failed', why: 'doesn’t answer' }
  }
}
