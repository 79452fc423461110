import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Catalog } from '../catalog/catalog.ts'
import { paths } from '../site/urls.ts'
import { contentFolder, countsOf, currentInstant, readOptions, refusal, reportProblems, runCommand, UserError } from './command.ts'
import { buildSite } from './site-build.ts'
import { configFor, exitOf, wrangler } from './wrangler.ts'

/** The preview has a folder of its own, so that links to this machine are never deployed. */
const out = '.wrangler/preview'

/** How long a burst of changes to the content may go on before it is built. */
const settleMilliseconds = 150

function build(content: string, origin: string, accept: boolean): Catalog | null {
  const { catalog, problems } = buildSite({ content, out, origin, now: currentInstant(), accept, record: false, keepLast: true })
  const errors = reportProblems(problems)
  if (catalog === null) console.error(refusal(errors, 'the site stays as it was'))
  else console.log(`Built ${countsOf(catalog)}.`)
  return catalog
}

/** Builds again whenever the content has changed, until the signal says to stop. */
function rebuildOnChange(content: string, rebuild: () => void, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined
  watch(content, { recursive: true, signal }, () => {
    clearTimeout(timer)
    timer = setTimeout(rebuild, settleMilliseconds)
  })
  signal.addEventListener('abort', () => clearTimeout(timer))
}

/** Whether nothing listens on a port of this machine yet. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, 'localhost', () => server.close(() => resolve(true)))
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

function addressesOf({ tags }: Catalog, origin: string): string {
  const feeds = (folder: string): string => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${origin}${folder}${file}`).join('  ')
  const ofTags = tags.map(({ tag, entries }) => `  #${tag.label} (${entries.length})  ${origin}${paths.tag(tag.slug)}`)
  return [
    '',
    `Home   ${origin}/`,
    `Feeds  ${feeds('/')}`,
    'Tags, each with the same three feeds below it',
    ...ofTags,
    '',
    'Ctrl-C ends it. Changes of content are built as you save them.',
  ].join('\n')
}

await runCommand(async () => {
  const options = readOptions(['port', 'content'], ['accept'])
  const port = options.port ?? '8787'
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new UserError(`--port ${port}: not a port (write a number from 1 to 65535)`)
  if (!(await isFree(Number(port))))
    throw new UserError(`--port ${port}: something listens there already (stop it, or take another: npm start -- --port N)`)
  const content = contentFolder(options.content)
  const origin = `http://localhost:${port}`
  const buildPreview = (): Catalog | null => build(content, origin, options.accept === true)
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
