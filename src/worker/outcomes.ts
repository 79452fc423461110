import { andThen } from './and-then.ts'
import { isHost } from './host.ts'
import { LatestMade } from './latest-made.ts'
import type { Outcome } from './lookup.ts'

/** How many outcomes are remembered, and how long their paths are at most: whoever asks for nonsense fills no memory. */
const [mostRemembered, longestRemembered] = [1_000, 200]

/** Finds out what a path leads to: at once, or after reading. */
export type LookUp = (path: string) => Outcome | Promise<Outcome>

/**
 * What the addresses of requests lead to. What was found out of an address is not found out again: that takes 0.3 µs, where
 * a document takes 3 even when its pack is at hand, and a path that leads elsewhere or nowhere up to 17.
 */
export class Outcomes {
  /** By the path as it was sent. */
  readonly #remembered = new LatestMade<Outcome>(mostRemembered)
  /** Scheme and authority of the last address that could be read, up to the slash behind them, and the Host beside it. */
  #origin: string | null = null
  #host: string | null = null

  /**
   * What the address of a request leads to, at once if it is remembered; null where the address or the Host can't be read.
   * workerd passes on a Host that is none: that is the client's fault (RFC 9112 §3.2), not ours. Rejects as the look-up does.
   */
  of(address: string, host: string | null, lookUp: LookUp): Outcome | null | Promise<Outcome> {
    const path = this.#pathIn(address, host)
    const remembered = path === null ? undefined : this.#remembered.get(path)
    if (remembered !== undefined) return remembered
    const url = URL.parse(address)
    if (url === null || (host !== null && !isHost(host))) return null
    const outcome = lookUp(url.pathname)
    if (path === null) this.#rememberOrigin(address, host)
    if (path === null || path.length > longestRemembered) return outcome
    return andThen(outcome, (found) => {
      this.#remembered.keep(path, found)
      return found
    })
  }

  /** The path as it was sent, cut from an address of the last origin; null for any other. */
  #pathIn(address: string, host: string | null): string | null {
    if (this.#origin === null || host !== this.#host || !address.startsWith(this.#origin)) return null
    const query = address.indexOf('?')
    return address.slice(this.#origin.length - 1, query === -1 ? undefined : query)
  }

  /** Only where nothing but a host stands before the path, so that all of the path stands behind it: not in `http://x?y/z`. */
  #rememberOrigin(address: string, host: string | null): void {
    const [, origin, authority] = /^(https?:\/\/([^/]+)\/)/.exec(address) ?? []
    if (origin === undefined || authority === undefined || !isHost(authority)) return
    this.#origin = origin
    this.#host = host
  }
}
