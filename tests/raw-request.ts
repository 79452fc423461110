import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** The whole answer of a server to a request as it is written, by lines. Rejects where the server hangs up on it. */
export async function rawAnswer(origin: string, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'))
  return await text(socket)
}

/** What a whole answer holds behind its header. */
export const bodyOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4)

/** Requests for a path by whatever fills the place of a host, by name. */
export function requestsOf(path: string): readonly (readonly [string, readonly string[]])[] {
  const hosts = [
    ...[
      'x',
      'X.Example:80',
      '127.0.0.1',
      '[::1]',
      '[::1]:80',
      'a'.repeat(10_000),
      ':80',
      '::1',
      '[::1',
      'x:y',
      '.',
      '..',
      'x,y',
      '*',
      '%2f',
    ],
    ...[
      '',
      'a b',
      'a\tb',
      '/',
      '//',
      '?',
      '#',
      'x/',
      'x/tags/?',
      'x/tags/y/?',
      'x/tags/#',
      'x?',
      'x#',
      'x\\tags\\',
      'user@x',
      'user:word@x',
    ],
    ...['http://x', 'http://x/tags/?', 'x:99999', `x:80/tags/?`, `x/${'a'.repeat(10_000)}`, '\u00e9'],
  ]
  const of = (host: string): readonly string[] => [`GET ${path} HTTP/1.1`, `Host: ${host}`]
  return [
    ...hosts.map((host) => [`Host: ${host.slice(0, 20)}`, of(host)] as const),
    ['two hosts', [...of('x'), 'Host: y']],
    ['two hosts, the first of which is none', [...of('x/tags/?'), 'Host: y']],
    ['two hosts, the second of which is none', [...of('x'), 'Host: y/tags/?']],
    ['no host', [`GET ${path} HTTP/1.1`]],
    ['no host, by HTTP/1.0', [`GET ${path} HTTP/1.0`]],
    ['a whole address', [`GET http://other${path} HTTP/1.1`, 'Host: x']],
    ['a whole address, of HTTPS', [`GET https://other${path} HTTP/1.1`, 'Host: x']],
    ['a whole address and a host that is none', [`GET http://other${path} HTTP/1.1`, 'Host: x/tags/?']],
    ['a whole address without a host', [`GET http://${path} HTTP/1.1`, 'Host: x']],
    ['a whole address with a user', [`GET http://user@other${path} HTTP/1.1`, 'Host: x']],
  ]
}
