import type { Run } from './measure.ts'

/** The runs of one generator in one case. */
export interface Measurement {
  readonly case: string
  readonly generator: string
  readonly runs: readonly Run[]
}

/** The middle one, or halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

interface Column {
  readonly name: string
  readonly read: (run: Run) => number
  readonly written: (value: number) => string
}

const columns: readonly Column[] = [
  { name: 'wall time', read: (run) => run.wallSeconds, written: seconds },
  { name: 'CPU', read: (run) => run.cpuSeconds, written: seconds },
  { name: 'peak memory', read: (run) => run.peakBytes, written: megabytes },
  { name: 'files written', read: (run) => run.files, written: (files) => Math.round(files).toLocaleString('en') },
  { name: 'bytes written', read: (run) => run.bytes, written: megabytes },
]

/**
 * A table in Markdown of medians, and behind each how many times the median of the generator that all are compared to it
 * is, in the same case. Nothing stands there for that generator itself, or where it has no median above zero.
 */
export function tableOf(measurements: readonly Measurement[], comparedTo: string): string {
  const rows = measurements.map((measurement) => {
    const base = measurements.find((other) => other.case === measurement.case && other.generator === comparedTo)
    const cells = columns.map(({ read, written }) => {
      const value = median(measurement.runs.map(read))
      const ratio = base === undefined || base === measurement ? Number.NaN : value / median(base.runs.map(read))
      return Number.isFinite(ratio) ? `${written(value)} (${times(ratio)})` : written(value)
    })
    return row([measurement.case, measurement.generator, ...cells])
  })
  return [row(['case', 'generator', ...columns.map(({ name }) => name)]), row(['---', '---', ...columns.map(() => '--:')]), ...rows].join(
    '\n',
  )
}

/** Sections of Markdown by their headings: those given replace the ones of before that have the same heading. */
export function mergedSections(before: string, sections: ReadonlyMap<string, string>): string {
  const [head = '', ...old] = before.split(/^## /m)
  const all = new Map(old.map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]))
  for (const [heading, text] of sections) all.set(heading, text)
  return `${[head.trim(), ...[...all].map(([heading, text]) => `## ${heading}\n\n${text}`)].join('\n\n')}\n`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}

function megabytes(value: number): string {
  return `${(value / 1e6).toFixed(value < 9.95e6 ? 1 : 0)} MB`
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 0.995 ? 2 : 1)}×`
}
