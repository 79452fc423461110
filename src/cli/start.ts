import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Catalog, channelsOfKind } from '../catalog/catalog.ts'
import { paths } from '../site/urls.ts'
import {
  contentFolder,
  countsOf,
  currentInstant,
  explanationOf,
  readOptions,
  refusal,
  reportProblems,
  runCommand,
  UserError,
} from './command.ts'
import { buildSite } from './site-build.ts'
import { configFor, exitOf, wrangler } from './wrangler.ts'

/** A preview has a folder of its own, so that links to this machine are never deployed, nor those of another preview shown. */
const folderFor = (port: string): string => `.wrangler/preview/${port}`

/** How long a burst of changes to the content may go on before it is built. */
const settleMilliseconds = 150

function build(content: string, out: string, origin: string, accept: boolean): Catalog | null {
  const { catalog, problems } = buildSite({ content, out, origin, now: currentInstant(), accept, record: false, keepLast: true })
  const errors = reportProblems(problems)
  if (catalog === null) console.error(refusal(errors, 'the site stays as it was'))
  else console.log(`Built ${countsOf(catalog)}.`)
  return catalog
}

/**
 * Builds again whenever the content has changed, until the signal says to stop. A file that has gone while others were
 * read, or that leads nowhere, doesn't end the preview.
 */
function rebuildOnChange(content: string, rebuild: () => void, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(content, { recursive: true, signal }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      try {
        rebuild()
      } catch (error) {
        console.error(`${explanationOf(error)}; the site stays as it was`)
      }
    }, settleMilliseconds)
  })
  watcher.on('error', (error) => console.error(`${explanationOf(error)}; changes there are not seen`))
  signal.addEventListener('abort', () => clearTimeout(timer))
}

/** Why a port of this machine can't be listened on; null if it can. */
function refusalOf(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EACCES' ? 'not open to you' : 'something listens there already'),
    )
    server.listen(port, 'localhost', () => server.close(() => resolve(null)))
  })
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
  const feeds = (folder: string): string => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${origin}${folder}${file}`).join('  ')
  const ofTags = channelsOfKind(catalog, 'tag').map(
    ({ name, entries, folder }) => `  #${name} (${entries.length})  ${origin}${paths.at(folder)}`,
  )
  return [
    '',
    `Home   ${origin}/`,
    `Feeds  ${feeds('/')}`,
    'Tags, each with the same three feeds below it',
    ...ofTags,
    '',
    'Ctrl-C ends it. LastModified of content are built as you save them.',
  ].join('\n')
}

await runCommand(async () => {
  const options = readOptions(['port', 'content'], ['accept'])
  const port = options.port ?? '8787'
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new UserError(`--port ${port}: not a port (write a number from 1 to 65535)`)
  const refused = await refusalOf(Number(port))
  if (refused !== null) throw new UserError(`--port ${port}: ${refused} (take another: npm start -- --port N)`)
  const content = contentFolder(options.content)
  const [out, origin] = [folderFor(port), `http://localhost:${port}`]
  const buildPreview = (): Catalog | null => build(content, out, origin, options.accept === true)
  const catalog = buildPreview()
  if (catalog === null) return 1
  const child = wrangler([
    'dev',
    '--config',
    configFor(out),
    '--port',
    port,
    '--inspector-port',
    '0',
    '--show-interactive-dev-session=false',
    '--log-level',
    'warn',
  ])
  const ended = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill(name))
  const exit = exitOf(child).finally(() => ended.abort())
  rebuildOnChange(content, buildPreview, ended.signal)
  void answers(`${origin}/`, ended.signal).then((ready) => {
    if (ready) console.log(addressesOf(catalog, origin))
  })
  return exit
})
