/** What of a site counts for Cloudflare. Sizes and lengths are in bytes. */
export interface Uses {
  /** How many files of assets there are. */
  readonly files: number
  /** With the path of a document in it. */
  readonly largestFile: { readonly path: string; readonly size: number }
  /** The manifest, gzipped, which is part of the worker's script. */
  readonly manifest: number
  /** The longest document, not gzipped. */
  readonly longestDocument: { readonly path: string; readonly length: number }
}

/** The worker without its manifest, minified and gzipped, in bytes. (A test measures it.) */
export const workerSize = 26_500

/** In milliseconds of CPU for a megabyte: what workerd takes to unpack a document for a client that wants nothing gzipped. */
const unpacking = 4

/** One limit of Cloudflare's, in its two plans. */
interface Limit {
  readonly what: string
  readonly unit: string
  readonly free: number
  readonly paid: number
  /** How much of it is used, in the same unit. */
  readonly used: (uses: Uses) => number
  readonly cure: (uses: Uses) => string
}

/** developers.cloudflare.com/workers/platform/limits, as of November 2026. */
const limits: readonly Limit[] = [
  {
    what: 'files',
    unit: '',
    free: 20_000,
    paid: 100_000,
    used: ({ files }) => files,
    cure: () => 'raise authorFeeds in site.md, so that fewer authors have feeds of their own',
  },
  {
    what: 'largest file',
    unit: ' MB',
    free: 26.2,
    paid: 26.2,
    used: ({ largestFile }) => largestFile.size / 1e6,
    cure: ({ largestFile }) => `it holds ${largestFile.path}: divide its tag`,
  },
  {
    what: 'script',
    unit: ' kB',
    free: 3_000,
    paid: 10_000,
    used: ({ manifest }) => (workerSize + manifest) / 1e3,
    cure: () => 'raise authorFeeds in site.md, so that fewer authors have feeds of their own',
  },
  {
    what: 'CPU of the longest answer',
    unit: ' ms',
    free: 10,
    paid: 300_000,
    used: ({ longestDocument }) => 1 + (longestDocument.length / 1e6) * unpacking,
    cure: ({ longestDocument }) => `it is ${longestDocument.path}, for a client that wants nothing gzipped: leave it, or divide its tag`,
  },
]

/** The part of a limit from which on it is warned of. */
const near = 0.8

/** What is said of limits: a line with all of them, and a warning with a cure for each that is near or passed. */
export interface LimitsSaid {
  readonly line: string
  readonly warnings: readonly string[]
}

/** How much of Cloudflare's limits a site uses. A paid plan is named where the free one would not do. */
export function limitsSaid(uses: Uses): LimitsSaid {
  const parts = limits.map(({ what, unit, free, paid, used }) => {
    const inPaid = paid === free ? '' : ` (paid ${number(paid)})`
    return `${what} ${number(used(uses))} of ${number(free)}${unit}${inPaid}`
  })
  const warnings = limits.flatMap((limit) => {
    const { what, unit, free, paid, cure, used } = limit
    const found = used(uses)
    if (found < near * free) return []
    const percent = (most: number): string => `${Math.round((found / most) * 100)} %`
    const ofPaid = paid === free ? '' : `, ${percent(paid)} of what the paid one takes`
    return [`${what}: ${number(found)}${unit} are ${percent(free)} of what Cloudflare's free plan takes${ofPaid} (${cure(uses)})`]
  })
  return { line: `Of Cloudflare's limits: ${parts.join(', ')}`, warnings }
}

function number(value: number): string {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1)
}
