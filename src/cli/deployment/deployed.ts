import { statSync } from 'node:fs'
import { join } from 'node:path'
import { namingOf } from '../../feed/channel-documents.ts'
import { formats } from '../../feed/formats.ts'
import { deployedEntries } from '../../site/deployed-entries.ts'
import { paths } from '../../site/urls.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { type Acceptance, contentOption } from '../options.ts'
import { countsOf } from '../reports.ts'
import type { Terminal } from '../terminal.ts'
import { setUpSteps } from './account.ts'
import { type Changes, changesBetween, changesNothing, changesSaid } from './changes.ts'
import { builtManifest, type Deployment, keepDeployment, keepUntold, lastDeployment, liveDeployment, untoldChannels } from './deployment.ts'
import { pingHub } from './hub.ts'
import { untilLive } from './live.ts'
import { isRecorded, type Prepared, prepared } from './prepared.ts'

/** What a deployment is to do. */
export interface DeployOptions {
  readonly content: string
  readonly out: string
  readonly accept: ReadonlySet<Acceptance> | null
  readonly dryRun: boolean
  /** Whether nothing is to be done where nothing changes. */
  readonly ifChanged: boolean
  /** In milliseconds: how long is waited for the site to be live. */
  readonly most: number
}

/** What a deployment takes from the world around it. */
export interface DeployTools {
  readonly hasAccount: () => boolean
  /** Uploads what was built; resolves to an exit code. */
  readonly upload: () => Promise<number>
  readonly get: typeof fetch
  readonly pause: (milliseconds: number) => Promise<void>
  /** In milliseconds since the epoch. */
  readonly now: () => number
}

/** Deploys what a folder of content holds, and says each step. Resolves to the exit code. */
export async function deployed(options: DeployOptions, terminal: Terminal, tools: DeployTools): Promise<number> {
  const { content, out, accept, dryRun, ifChanged } = options
  if (!isRecorded(await contentOption.read(content), terminal)) return 1
  if (!dryRun && !tools.hasAccount()) {
    for (const line of setUpSteps) terminal.complain(line)
    return 1
  }
  const made = await prepared({ content, out, accept }, terminal)
  if (made === null) return 1
  const { catalog, ledger, recorded, now } = made
  const after: Deployment = { manifest: builtManifest(out), entries: deployedEntries(catalog.entries) }
  const before = await deploymentBefore(options, catalog.site.origin, terminal, tools)
  if (before === null) return 1
  const changes = changesBetween(before.deployment, after)
  if (ifChanged && recorded === ledger && changesNothing(changes)) {
    // The hub may not know yet of what was deployed last.
    if (await tellHub(catalog, untoldChannels(out), terminal, tools)) keepUntold(out, [])
    terminal.say('Nothing has changed: nothing deployed.')
    return 0
  }
  sayChanges(changes, made, out, terminal)
  if (!(await mayGo(changes, made, accept, terminal))) return 1
  // Entries are recorded before anyone can subscribe to them. A dry run publishes nothing, so it has nothing to record.
  if (!dryRun) terminal.say(writeLedgerFile(content, ledger, recorded))
  terminal.say(`${out}: ${countsOf(catalog)}, for ${catalog.site.origin}`)
  const exitCode = await tools.upload()
  if (dryRun) return exitCode
  if (exitCode !== 0) {
    terminal.complain(
      'The upload failed: what was live before is live still. What was recorded stays recorded, so that nothing is lost (npm run deploy again, as soon as you like)',
    )
    return exitCode
  }
  keepDeployment(out, after)
  const touched = before.isFirst ? [] : changes.touched.map(({ folder }) => folder)
  const untold = [...new Set([...untoldChannels(out), ...touched])]
  keepUntold(out, untold)
  const differs = await untilLive(
    { origin: catalog.site.origin, out, manifest: after.manifest, touched: changes.touched },
    { get: tools.get, pause: tools.pause, now: tools.now, most: options.most },
  )
  if (differs !== null) {
    terminal.complain(
      `${differs} (wait longer with --wait SECONDS; is ${catalog.site.origin}, the url in site.md, the address that wrangler deploys to? See routes in wrangler.toml. The hub was told nothing: npm run deploy again tells it)`,
    )
    return 1
  }
  terminal.say(recorded === ledger ? 'Live.' : liveAfter(now, new Date(tools.now())))
  if (await tellHub(catalog, untold, terminal, tools)) keepUntold(out, [])
  return 0
}

/** What stood before a deployment; `deployment` is null where nothing is known of one. */
interface Before {
  readonly deployment: Deployment | null
  /** Whether nobody can have subscribed yet: nothing stands at the site's address, and nothing was deployed from here. */
  readonly isFirst: boolean
}

/** In milliseconds: how long is waited before a site that fails is asked once more. */
const pauses = [1_000, 4_000]

/**
 * What stood before: what is live, or, offline or where there is no such thing, what was deployed last from here. Null where the
 * site fails, so that nobody can tell what would be lost, and that isn't accepted.
 */
async function deploymentBefore(
  { out, dryRun, accept }: DeployOptions,
  origin: string,
  terminal: Terminal,
  { get, pause }: DeployTools,
): Promise<Before | null> {
  const last = lastDeployment(out)
  const against = (why: string): void =>
    terminal.say(
      `${why}: ${last === null ? 'nothing is known of a deployment before, so all is new' : 'against the last deployment from here'}.`,
    )
  if (dryRun) {
    against('A dry run asks nobody')
    return { deployment: last, isFirst: last === null }
  }
  let live = await liveDeployment(origin, get)
  for (const wait of pauses) {
    if (live.kind !== 'unknown') break
    await pause(wait)
    live = await liveDeployment(origin, get)
  }
  if (live.kind === 'deployment') {
    terminal.say(`Against what ${origin} serves now:`)
    return { deployment: live.deployment, isFirst: false }
  }
  if (live.kind === 'unknown' && accept?.has('removals') !== true) {
    terminal.complain(
      `${live.why}: what is live can’t be told, nor what would be lost, so nothing was recorded or deployed (try again; or, if whatever is there may go, add --accept removals)`,
    )
    return null
  }
  against(live.why)
  return { deployment: last, isFirst: last === null && live.kind === 'none' && !live.isAnswered }
}

function sayChanges(changes: Changes, { catalog, held }: Prepared, out: string, terminal: Terminal): void {
  const titles = new Map(catalog.entries.map(({ id, day, title }) => [id, `${day} ${title}`]))
  const names = new Map(catalog.channels.map((channel) => [channel.folder, namingOf(catalog, channel).title]))
  const bytes = changes.files.reduce((sum, name) => sum + statSync(join(out, 'bodies', name)).size, 0)
  const lines = changesSaid(changes, {
    titleOf: (id) => titles.get(id) ?? null,
    nameOf: (folder) => names.get(folder) ?? null,
    held: held.length,
    bytes,
  })
  for (const line of lines) terminal.say(line)
}

/**
 * Whether what would be lost may be lost: entries that are live and that the ledger here doesn't know, as when somebody else has
 * deployed since.
 */
async function mayGo(
  { removed }: Changes,
  { recorded }: Prepared,
  accept: ReadonlySet<Acceptance> | null,
  terminal: Terminal,
): Promise<boolean> {
  const known = new Set(recorded.records.map(({ id }) => id))
  const unknown = removed.filter((id) => !known.has(id))
  const [first] = unknown
  if (first === undefined || accept?.has('removals') === true) return true
  const what = `${unknown.length === 1 ? 'An entry is' : `${unknown.length} entries are`} live that the ledger here doesn’t know, such as ${first}`
  if (terminal.ask !== null && (await terminal.ask(`${what}. Deploy all the same, so that it is gone?`))) return true
  terminal.complain(
    `${what}: nothing was recorded or deployed (has somebody else deployed? Take their notes and ledger first; or, if it is to go, add --accept removals)`,
  )
  return false
}

/** How long the entries were dated before anyone could see them: whoever asked in between by the time of the last run missed them. */
export function liveAfter(recorded: Date, live: Date): string {
  const seconds = Math.ceil((live.getTime() - recorded.getTime()) / 1000)
  return `Live ${seconds === 1 ? 'one second' : `${seconds} seconds`} after the recording.`
}

/** Tells the site's hub of channels that have changed, in each format, but for those that are no more; whether it knows of all. */
async function tellHub(
  { site: { hubUrl, origin }, channels }: Prepared['catalog'],
  folders: readonly string[],
  terminal: Terminal,
  { get, pause }: DeployTools,
): Promise<boolean> {
  const present = new Set(channels.map(({ folder }) => folder))
  const topics = folders
    .filter((folder) => present.has(folder))
    .flatMap((folder) => formats.map((format) => origin + paths.feed(format, folder)))
  if (hubUrl === null || topics.length === 0) return true
  const { said, isDone } = await pingHub(hubUrl, topics, { get, pause })
  for (const line of said) terminal.complain(`${line} (the deployment stands; subscribers by the hub find it when they poll)`)
  if (isDone) terminal.say(`${hubUrl} was told of ${topics.length} feeds.`)
  return isDone
}
