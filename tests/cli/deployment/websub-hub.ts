import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a hub was told of in one request: its topics, in their order. */
type Ping = readonly string[]

/** A hub on this machine, as WebSub (W3C Recommendation, 23 January 2018) has it. */
export interface Hub {
  readonly url: string
  readonly pings: Ping[]
  /** What it has sent to subscribers: the callback, the topic, and the content. */
  readonly distributed: {
    readonly callback: string
    readonly topic: string
    readonly type: string
    readonly link: string
    readonly body: string
  }[]
  /** How it answers the next pings: the statuses in turn, then as it should. */
  readonly statuses: number[]
  /** Whether it takes one topic for each request only. */
  takesOneOnly: boolean
  /** Resolves once everything that it was told of has been sent. */
  settled(): Promise<void>
  stop(): Promise<void>
}

interface Subscription {
  readonly callback: string
  readonly topic: string
}

/** Starts a hub. It verifies subscriptions (§5.3), fetches what it is told of (§7) and sends it to whoever subscribed (§7). */
export async function startHub(): Promise<Hub> {
  const subscriptions: Subscription[] = []
  let work: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const form = new URLSearchParams(body)
      const status = answer(request.headers['content-type'] ?? '', form)
      response.writeHead(status).end()
    })
  })

  function answer(type: string, form: URLSearchParams): number {
    if (!type.startsWith('application/x-www-form-urlencoded')) return 415
    if (form.get('hub.mode') === 'subscribe') {
      const subscription = { callback: form.get('hub.callback') as string, topic: form.get('hub.topic') as string }
      work = work.then(() => verify(subscription))
      return 202
    }
    const topics = form.getAll('hub.url')
    if (form.get('hub.mode') !== 'publish' || topics.length === 0) return 400
    const status = hub.statuses.shift()
    if (status !== undefined) return status
    if (hub.takesOneOnly && topics.length > 1) return 400
    hub.pings.push(topics)
    work = work.then(async () => {
      for (const topic of topics) await distribute(topic)
    })
    return 204
  }

  /** §5.3: the subscriber must echo the challenge. */
  async function verify(subscription: Subscription): Promise<void> {
    const challenge = randomBytes(8).toString('hex')
    const url = new URL(subscription.callback)
    for (const [name, value] of [
      ['hub.mode', 'subscribe'],
      ['hub.topic', subscription.topic],
      ['hub.challenge', challenge],
    ] as const)
      url.searchParams.append(name, value)
    const response = await fetch(url)
    if (response.ok && (await response.text()) === challenge) subscriptions.push(subscription)
  }

  /** §7: the content as the topic has it, with its type, and Link fields for the hub and the topic. */
  async function distribute(topic: string): Promise<void> {
    const response = await fetch(topic)
    const body = await response.text()
    const type = response.headers.get('Content-Type') ?? ''
    const link = `<${hub.url}>; rel="hub", <${topic}>; rel="self"`
    for (const { callback } of subscriptions.filter((one) => one.topic === topic)) {
      await fetch(callback, { method: 'POST', body, headers: { 'Content-Type': type, Link: link } })
      hub.distributed.push({ callback, topic, type, link, body })
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hub: Hub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    pings: [],
    distributed: [],
    statuses: [],
    takesOneOnly: false,
    settled: async () => void (await work),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return hub
}

/** A subscriber on this machine, and what it was sent. */
export interface Subscriber {
  readonly received: { readonly type: string; readonly link: string; readonly body: string }[]
  subscribe(topic: string, hub: string): Promise<void>
  stop(): Promise<void>
}

/** Starts a subscriber that finds out the hub of a topic by its Link fields (§4), and asks it for the topic's content. */
export async function startSubscriber(): Promise<Subscriber> {
  const received: Subscriber['received'] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'GET') return void response.end(url.searchParams.get('hub.challenge') ?? '')
    void text(request).then((body) => {
      received.push({ type: request.headers['content-type'] ?? '', link: String(request.headers['link'] ?? ''), body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const callback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`
  return {
    received,
    async subscribe(topic, hub) {
      const link = (await fetch(topic)).headers.get('Link') ?? ''
      if (!link.includes(`<${hub}>; rel="hub"`) || !link.includes(`<${topic}>; rel="self"`)) throw new Error(`${topic} names ${link}`)
      await fetch(hub, {
        method: 'POST',
        body: new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callback }),
      })
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
