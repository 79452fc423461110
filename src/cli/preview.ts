import { once } from 'node:events'
import { portRefusal } from './options.ts'
import { Builder, type BuildRequest } from './preview/builder.ts'
import { Bursts } from './preview/bursts.ts'
import { watchContent } from './preview/content-watch.ts'
import { isLastSite, rememberSite } from './preview/last-site.ts'
import type { PreviewState } from './preview/pages.ts'
import { previewServer } from './preview/server.ts'
import { runWorkerd } from './preview/workerd.ts'
import { explanationOf } from './refusals.ts'
import type { ReadOptions } from './site-build.ts'
import type { Terminal } from './terminal.ts'

/**
 * Builds a folder of content and serves it as the deployed worker would, and builds again whenever it changes, until it is
 * told to end. Resolves to the exit code; rejects with a `UserError` where the port is taken.
 */
export async function preview(
  content: string,
  port: number,
  shown: Pick<ReadOptions, 'accept' | 'drafts'>,
  terminal: Terminal,
): Promise<number> {
  const origin = `http://localhost:${port}`
  const request: BuildRequest = { content, out: folderFor(port), origin, ...shown }
  let state: PreviewState = { build: 0, step: null, mistakes: [] }
  const { server, workerAt, show } = previewServer(state)
  const become = (change: Partial<PreviewState>): void => {
    state = { ...state, ...change }
    show(state)
  }
  try {
    await once(server.listen(port, 'localhost'), 'listening')
  } catch (error) {
    throw portRefusal(port, error)
  }
  const ended = new AbortController()
  terminal.onEnd(() => ended.abort())

  const hasLast = isLastSite(request)
  if (hasLast) become({ build: 1 })
  terminal.say(`Serving ${origin}/${hasLast ? ' as it was built last' : ''}.`)
  let isAnnounced = false
  const builder = new Builder(request, terminal, (step) => {
    if (!isAnnounced) terminal.say(`${step}…`)
    become({ step })
  })
  const bursts = new Bursts(async () => {
    const { addresses, until, isChanged, mistakes } = await builder.build()
    if (addresses === null) return become({ step: null, mistakes })
    if (until !== null) bursts.addAt(until)
    rememberSite(request)
    become({ build: isChanged || state.build === 0 ? state.build + 1 : state.build, step: null, mistakes })
    if (!isAnnounced) terminal.say(addresses)
    isAnnounced = true
  })
  bursts.add()
  watchContent(
    content,
    () => bursts.add(),
    (error) => terminal.complain(`${explanationOf(error)}; changes there are not seen`),
    ended.signal,
  )
  try {
    await runWorkerd(request.out, workerAt, ended.signal)
  } finally {
    ended.abort()
    bursts.stop()
    await builder.stop()
    server.close()
    server.closeAllConnections()
  }
  return 0
}

/**
 * The folder that a preview builds into, one for each port. Its links lead to this machine and port, so it must be
 * neither `dist/`, which is deployed, nor the folder of a preview at another port.
 */
const folderFor = (port: number): string => `.wrangler/preview/${port}`
