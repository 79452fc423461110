import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, FeedDocument } from './document.ts'

/** What a path answers. */
export interface Body {
  readonly contentType: string
  readonly text: string
}

/** Serves bodies by their paths on a free loopback port, for as long as `use` takes. */
export async function whileServing<Result>(bodies: ReadonlyMap<string, Body>, use: (base: URL) => Promise<Result>): Promise<Result> {
  const server = createServer(({ url = '' }, response) => {
    const body = bodies.get(url)
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': body?.contentType ?? 'text/plain' })
    response.end(body?.text ?? 'no such path')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Lays copies of the downloads into files and onto a loopback server, for as long as `use` takes. */
export async function whileCopied<Result>(
  downloads: readonly Download[],
  use: (documents: readonly FeedDocument[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-judge-'))
  const bodies = new Map(downloads.map((download) => [download.path, download]))
  try {
    return await whileServing(bodies, (base) =>
      use(
        downloads.map((download, index) => {
          const file = join(folder, `${index}.${download.format}`)
          writeFileSync(file, download.text)
          return { ...download, file, url: new URL(download.path, base).href }
        }),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
