import { readFileSync } from 'node:fs'
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { scriptOf } from '../../site/assets.ts'
import { emptyPage, fieldsWithout, isNavigation, isPage, newsOf, type PreviewState, withScript } from './pages.ts'

/** The server of a preview: stands in front of the worker, and adds to pages what tells them of builds. */
export interface PreviewServer {
  /** Not listening yet. */
  readonly server: Server
  /** Where the worker listens on 127.0.0.1; null from its end on. Requests wait for it. */
  workerAt(port: number | null): void
  /** Tells the open pages what there is to show from now on. */
  show(state: PreviewState): void
}

/**
 * A server that passes requests on to the worker, and its answers back as they are. Only what a browser shows as a page
 * is another: it has one script more, and isn't kept by the browser.
 */
export function previewServer(first: PreviewState): PreviewServer {
  let state = first
  let worker = Promise.withResolvers<number>()
  const agent = new Agent({ keepAlive: true })
  const pages = new Set<ServerResponse>()
  const own: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/.preview/preview.js': (response) => send(response, 'text/javascript; charset=utf-8', scriptOf('src/browser/preview.ts')),
    '/.preview/overlay.css': (response) => send(response, 'text/css; charset=utf-8', readFileSync(new URL('overlay.css', import.meta.url))),
    '/.preview/news': (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', ...unkept })
      response.write(eventOf(state))
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
  }

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const ownAnswer = own[asked.url ?? '']
    if (ownAnswer !== undefined) return ownAnswer(response)
    const isShown = isNavigation(asked.method, asked.headers)
    const { build } = state
    if (build === 0) return answerWithout(response, isShown)
    const port = await worker.promise
    if (response.closed) return
    const passed = isShown ? fieldsWithout(asked.rawHeaders, changedInRequests) : asked.rawHeaders
    const onward = request({
      host: '127.0.0.1',
      port,
      agent,
      method: asked.method ?? 'GET',
      path: asked.url ?? '/',
      headers: [...passed, 'Preview-Build', String(build)],
      setHost: false,
    })
    onward.on('response', (answered) =>
      isShown && isPage(answered.headers) ? passPage(answered, response, build) : pass(answered, response),
    )
    // The worker has ended in the middle, as it does when the preview is told to.
    onward.on('error', () => (response.headersSent ? response.destroy() : answerWithout(response, isShown)))
    response.on('close', () => onward.destroy())
    asked.pipe(onward)
  }

  return {
    // The worker refuses a request without Host itself.
    server: createServer({ requireHostHeader: false }, (asked, response) => void answer(asked, response)),
    workerAt(port) {
      if (port === null) worker = Promise.withResolvers()
      else worker.resolve(port)
    },
    show(next) {
      state = next
      for (const page of pages) page.write(eventOf(state))
    },
  }
}

const unkept = { 'Cache-Control': 'no-store' }

/** What a browser says of the copy that it has, which lacks the script, and how the answer may be packed. */
const changedInRequests = ['if-none-match', 'if-modified-since', 'accept-encoding']

/** What is no longer so of a page with a script more. */
const changedInPages = ['cache-control', 'content-length', 'etag', 'last-modified', 'transfer-encoding']

function eventOf(state: PreviewState): string {
  return `data: ${JSON.stringify(newsOf(state))}\n\n`
}

function send(response: ServerResponse, mediaType: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'Content-Type': mediaType, ...unkept })
  response.end(body)
}

/** The answer where there is no site, or the worker has ended before it answered. The page asks again once there is one. */
function answerWithout(response: ServerResponse, isShown: boolean): void {
  if (isShown) return send(response, 'text/html; charset=utf-8', emptyPage())
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1', ...unkept })
  response.end('Service Unavailable\n')
}

function pass(answered: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answered.statusCode ?? 502, answered.statusMessage, answered.rawHeaders)
  answered.pipe(response)
}

async function passPage(answered: IncomingMessage, response: ServerResponse, build: number): Promise<void> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of answered) chunks.push(chunk as Buffer)
  } catch {
    return void response.destroy()
  }
  const fields = fieldsWithout(answered.rawHeaders, changedInPages)
  response.writeHead(answered.statusCode ?? 502, answered.statusMessage, [...fields, ...Object.entries(unkept).flat()])
  response.end(withScript(Buffer.concat(chunks).toString(), build))
}
