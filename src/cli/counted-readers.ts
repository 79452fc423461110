import { UserError } from './refusals.ts'
import type { Terminal } from './terminal.ts'

/** What is asked of Cloudflare. */
export interface CountingQuery {
  readonly days: number
  readonly dataset: string
  readonly account: string
  readonly token: string
}

/** One row of the answer. Numbers may come as text: Analytics Engine writes large ones so. */
interface Row {
  readonly feed: string
  readonly format: string
  readonly reader: string
  readonly polls: number | string
  readonly unchanged: number | string
  readonly subscribers: number | string
}

/**
 * What is asked for, in the SQL of Analytics Engine: of many polls it keeps some, each standing for `_sample_interval` of them. A
 * reader that says for how many it polls says so at each poll: the most that it said counts.
 */
export function countingSql({ days, dataset }: Pick<CountingQuery, 'days' | 'dataset'>): string {
  return `SELECT blob1 AS feed, blob2 AS format, blob3 AS reader, SUM(_sample_interval) AS polls, SUM(IF(blob4 = '304', _sample_interval, 0)) AS unchanged, MAX(double1) AS subscribers FROM ${dataset} WHERE timestamp > NOW() - INTERVAL '${days}' DAY GROUP BY feed, format, reader ORDER BY feed, polls DESC LIMIT 10000 FORMAT JSON`
}

/** In milliseconds. */
const patience = 30_000

/** Says, for each feed, who polls it and for how many people. Resolves to the exit code. Rejects with a {@link UserError}. */
export async function readersSaid(
  query: CountingQuery,
  terminal: Terminal,
  { get, api }: { readonly get: typeof fetch; readonly api: string },
): Promise<number> {
  const rows = await rowsOf(query, get, api)
  if (rows.length === 0) {
    terminal.say(`No poll was counted in ${query.days} days (is READERS bound in wrangler.toml, and deployed?)`)
    return 0
  }
  for (const [feed, ofFeed] of Map.groupBy(rows, (row) => row.feed)) {
    terminal.say(`${feed}: ${peopleIn(ofFeed)}`)
    for (const row of ofFeed) terminal.say(`  ${lineOf(row)}`)
  }
  terminal.say(`All feeds: ${peopleIn(rows)}, ${sumOf(rows, 'polls')} polls in ${query.days} days, ${shareOf(rows)} of them answered 304.`)
  return 0
}

async function rowsOf(query: CountingQuery, get: typeof fetch, api: string): Promise<readonly Row[]> {
  const url = `${api}/accounts/${query.account}/analytics_engine/sql`
  const response = await get(url, {
    method: 'POST',
    body: countingSql(query),
    headers: { Authorization: `Bearer ${query.token}` },
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new UserError(`${url}: it doesn’t answer (is this machine offline?)`)
  })
  const text = await response.text()
  if (response.status === 401 || response.status === 403)
    throw new UserError(`${url}: the token may not read it (make one with “Account Analytics: Read” for this account)`)
  if (!response.ok)
    throw new UserError(`${url}: it is answered ${response.status}: ${text.slice(0, 200).trim()} (is the name of the dataset right?)`)
  try {
    return (JSON.parse(text) as { readonly data: readonly Row[] }).data
  } catch {
    throw new UserError(`${url}: what it answers can’t be read (try again later)`)
  }
}

function sumOf(rows: readonly Row[], field: 'polls' | 'unchanged'): number {
  return rows.reduce((sum, row) => sum + Number(row[field]), 0)
}

function shareOf(rows: readonly Row[]): string {
  return `${Math.round((100 * sumOf(rows, 'unchanged')) / Math.max(1, sumOf(rows, 'polls')))} %`
}

/** People are counted where a reader says for how many it polls; who polls for one person only is one more reader, not one more person. */
function peopleIn(rows: readonly Row[]): string {
  const subscribers = rows.reduce((sum, row) => sum + Number(row.subscribers), 0)
  const others = new Set(rows.filter((row) => Number(row.subscribers) === 0).map(({ reader }) => reader)).size
  const people = subscribers === 1 ? '1 subscription' : `${subscribers} subscriptions`
  return others === 0
    ? people
    : `${people} that readers tell of, and ${others === 1 ? 'one reader that tells' : `${others} readers that tell`} of none`
}

function lineOf({ format, reader, polls, unchanged, subscribers }: Row): string {
  const share = `${Math.round((100 * Number(unchanged)) / Math.max(1, Number(polls)))} % answered 304`
  const people = Number(subscribers) === 0 ? '' : `, for ${subscribers}`
  return `${reader}${people} (${format}): ${polls} polls, ${share}`
}
