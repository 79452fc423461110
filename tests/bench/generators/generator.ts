import type { CorpusEntry } from '../corpus/entry.ts'

/** The files of a folder: their paths in it, and what they hold. */
export type Files = ReadonlyMap<string, string>

/** A line to run in a folder that holds one site. */
export interface CommandLine {
  readonly program: string
  readonly arguments: readonly string[]
}

/** A generator of sites that takes part. Each gets a folder of its own, and writes the site into `out` below it. */
export interface Generator {
  readonly name: string
  readonly version: string
  /** What stands in the folder before the first entry is written: settings and templates. */
  readonly siteFiles: Files
  /** The files of whole days of entries; one written again replaces the one that was there. */
  readonly entryFiles: (entries: readonly CorpusEntry[]) => Files
  /** What has to be run, unmeasured, once entries have been written or changed; null for nothing. */
  readonly settle: CommandLine | null
  readonly build: CommandLine
  /** Packages that must be found from the folder, in a `node_modules`; null for none. */
  readonly modules: string | null
}

/** A generator, or why it can't take part. */
export type Found = Generator | { readonly name: string; readonly missing: string }

/** What every generator is told of the site. */
export const site = { title: '벤치마크', description: '측정에 쓰는 큰 사이트', url: 'https://notes.example', feedSize: 50 } as const
