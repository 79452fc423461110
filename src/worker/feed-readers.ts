/** Cloudflare's Analytics Engine, as a worker has it: a data point is sent after the answer, and nothing waits for it. */
export interface Dataset {
  writeDataPoint(point: {
    readonly indexes: readonly string[]
    readonly blobs: readonly string[]
    readonly doubles: readonly number[]
  }): void
}

/** What a poll says of who polls. */
export interface PollingReader {
  /** By the name that it gives itself, or `other`. */
  readonly name: string
  /** How many people it says that it polls for; 0 where it doesn't say. */
  readonly subscribers: number
}

/**
 * Readers by what their User-Agent holds, those that poll for many first. Each says so in its documentation or its source; most
 * that poll for many say for how many, as Google Reader began to: `Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; …)`.
 */
const readers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Feedly', /^feedly/i],
  ['Inoreader', /inoreader/i],
  ['NewsBlur', /newsblur/i],
  ['Feedbin', /feedbin/i],
  ['The Old Reader', /theoldreader/i],
  ['BazQux', /bazqux/i],
  ['Feeder', /feeder\.co|^feeder/i],
  ['Readwise', /readwise/i],
  ['Feedspot', /feedspot/i],
  ['Flipboard', /flipboard/i],
  ['Miniflux', /miniflux/i],
  ['FreshRSS', /freshrss/i],
  ['Tiny Tiny RSS', /tiny tiny rss/i],
  ['Nextcloud News', /nextcloud-news/i],
  ['NetNewsWire', /netnewswire/i],
  ['Reeder', /reeder/i],
  ['Thunderbird', /thunderbird/i],
  ['newsboat', /newsboat/i],
  ['Liferea', /liferea/i],
  ['Akregator', /akregator/i],
  ['elfeed', /elfeed/i],
  ['rss2email', /rss2email/i],
  ['feedparser', /feedparser/i],
  ['Slack', /slackbot/i],
  ['a browser', /^mozilla\/5\.0 .*(?:chrome|firefox|safari)\//i],
]

/** In characters: no reader's name for itself is longer. */
const longest = 300

/** Who polls, by the User-Agent of a request; null where it has none. */
export function pollingReader(userAgent: string | null): PollingReader {
  const written = (userAgent ?? '').slice(0, longest)
  const [name = 'other'] = readers.find(([, mark]) => mark.test(written)) ?? []
  const [, subscribers] = /(\d{1,9}) (?:subscribers?|readers?)\b/i.exec(written) ?? []
  return { name, subscribers: Number(subscribers ?? 0) }
}

/**
 * Writes down a poll: the feed's path, its format by its file, who polls, the status, and for how many. No address, no time but
 * the dataset's own, nothing by which one person could be told from another.
 */
export function countPoll(
  dataset: Dataset,
  path: string,
  { userAgent, status }: { readonly userAgent: string | null; readonly status: number },
): void {
  const { name, subscribers } = pollingReader(userAgent)
  const file = path.slice(path.lastIndexOf('/') + 1)
  try {
    dataset.writeDataPoint({ indexes: [path.slice(0, 96)], blobs: [path, file, name, String(status)], doubles: [subscribers] })
  } catch (error) {
    // A poll that isn't counted is answered all the same.
    console.error(error)
  }
}
