/** A registered name or an address of IPv4, or one of IPv6 in brackets; then a port (RFC 3986 §3.2.2 and §3.2.3). */
const host = /^(?:[\w.~%!$&'()*+,;=-]+|\[[\da-f:.]+\])(?::\d*)?$/i

/**
 * Whether the Host of a request is a host and nothing else (RFC 9112 §3.2). Runtimes put the address of a request
 * together from Host and path: with `Host: x/tags/?`, whoever asks for `/rss.xml` seems to ask for `/tags/`.
 */
export function isHost(text: string): boolean {
  return host.test(text)
}
