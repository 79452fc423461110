import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Catalog, channelsOfKind, siteChannel } from '../catalog/catalog.ts'
import { formats } from '../feed/formats.ts'
import { paths } from '../site/urls.ts'
import { currentInstant } from './current-instant.ts'
import { portRefusal } from './options.ts'
import { explanationOf } from './refusals.ts'
import { countsOf, reportHeld, reportProblems } from './reports.ts'
import { buildSite, type ReadOptions } from './site-build.ts'
import type { Terminal } from './terminal.ts'
import { configFor, exitOf, wrangler } from './wrangler.ts'

/**
 * Builds a folder of content and serves it under wrangler, and builds again whenever it changes, until it is told to
 * end. Resolves to the exit code; rejects with a `UserError` where the port is taken.
 */
export async function preview(
  content: string,
  port: number,
  shown: Pick<ReadOptions, 'accept' | 'drafts'>,
  terminal: Terminal,
): Promise<number> {
  await refuseTakenPort(port)
  const [out, origin] = [folderFor(port), `http://localhost:${port}`]
  const build = (): Catalog | null => {
    const { catalog, problems, held } = buildSite({
      content,
      out,
      origin,
      now: currentInstant(),
      ...shown,
      records: false,
      record: false,
      keepLast: true,
    })
    reportProblems(problems, 'the site stays as it was', terminal)
    reportHeld(held, terminal)
    if (catalog !== null) terminal.say(`Built ${countsOf(catalog)}.`)
    return catalog
  }
  const catalog = build()
  if (catalog === null) return 1
  const child = wrangler([
    'dev',
    '--config',
    configFor(out),
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--show-interactive-dev-session=false',
    '--log-level',
    'warn',
  ])
  const ended = new AbortController()
  terminal.onEnd((signal) => child.kill(signal))
  const exit = exitOf(child).finally(() => ended.abort())
  rebuildOnChange(content, build, ended.signal, terminal)
  void answers(`${origin}/`, ended.signal).then((ready) => {
    if (ready) terminal.say(addressesOf(catalog, origin))
  })
  return exit
}

/**
 * The folder that a preview builds into, one for each port. Its links lead to this machine and port, so it must be
 * neither `dist/`, which is deployed, nor the folder of a preview at another port.
 */
const folderFor = (port: number): string => `.wrangler/preview/${port}`

/** How long a burst of changes to the content may go on before it is built. */
const settleMilliseconds = 150

/**
 * Builds again whenever the content has changed, until the signal says to stop. The preview goes on when a build can't
 * read a file, such as one that is removed while the others are read.
 */
function rebuildOnChange(content: string, rebuild: () => void, signal: AbortSignal, terminal: Terminal): void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(content, { recursive: true, signal }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      try {
        rebuild()
      } catch (error) {
        terminal.complain(`${explanationOf(error)}; the site stays as it was`)
      }
    }, settleMilliseconds)
  })
  watcher.on('error', (error) => terminal.complain(`${explanationOf(error)}; changes there are not seen`))
  signal.addEventListener('abort', () => clearTimeout(timer))
}

/** Rejects where a port of this machine can't be listened on: wrangler would take another. */
async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer()
  try {
    await once(server.listen(port, 'localhost'), 'listening')
  } catch (error) {
    throw portRefusal(port, error)
  }
  server.close()
  await once(server, 'close')
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok) return true
    } catch {
      // Not listening yet.
    }
    await wait(200)
  }
  return false
}

function addressesOf(catalog: Catalog, origin: string): string {
  const feeds = (folder: string): string => formats.map((format) => origin + paths.feed(format, folder)).join('  ')
  const ofTags = channelsOfKind(catalog, 'tag').map(
    ({ name, entries, folder }) => `  #${name} (${entries.length})  ${origin}${paths.at(folder)}`,
  )
  return [
    '',
    `Home   ${origin}/`,
    `Feeds  ${feeds(siteChannel(catalog).folder)}`,
    'Tags, each with the same feeds below it',
    ...ofTags,
    '',
    'Ctrl-C ends it. Changes of content are built as you save them.',
  ].join('\n')
}
