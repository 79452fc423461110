import { canonicalCandidates, isAssetPath } from '../site/urls.ts'

/** What the look-up asks of a site. Every path and folder it asks about is in canonical form, but for the path itself. */
export interface Directory {
  /** Whether a document stands at this path. */
  has(path: string): boolean
  /** Where a folder has moved to for good; null if it hasn't. */
  movedTo(folder: string): string | null
  /** The folder that answers, for now, for one that holds nothing yet; null if there is none. */
  substituteOf(folder: string): string | null
  /** The path of the present asset with this file name; null if there is none. */
  assetNamed(file: string): string | null
  /** Whether what stood at this path was removed for good. */
  isGone(path: string): boolean
}

/** What a path leads to; `path` is always one where a document stands. */
export type Outcome =
  | { readonly kind: 'found'; readonly path: string }
  /** The asked path is another spelling of `path`, or lies in a folder that has moved. */
  | { readonly kind: 'moved'; readonly path: string }
  /** The asked path names an asset of a former build; `path` is the same file of this one. */
  | { readonly kind: 'replaced'; readonly path: string }
  /** The asked path will be filled later; until then `path` holds what it will. */
  | { readonly kind: 'to come'; readonly path: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'missing' }

/**
 * Decides what a path leads to: the first of found, moved, replaced, to come, gone that holds of the path or of a
 * canonical path that it may mean, else missing. A path that is found as it is written is neither decoded nor slugged.
 *
 * Questions come likeliest first, so that a directory which has to read something for an answer reads as little as it
 * can.
 */
export function lookUp(path: string, directory: Directory): Outcome {
  if (directory.has(path)) return { kind: 'found', path }
  const candidates = canonicalCandidates(path).map(candidateOf)
  for (const candidate of candidates) {
    if (directory.has(candidate.path)) return { kind: 'moved', path: candidate.path }
    const moved = fileIn(directory.movedTo(candidate.folder), candidate, directory)
    if (moved !== null) return { kind: 'moved', path: moved }
  }
  for (const candidate of candidates) {
    const asset = isAssetPath(candidate.path) ? directory.assetNamed(candidate.file) : null
    if (asset !== null) return { kind: 'replaced', path: asset }
  }
  for (const candidate of candidates) {
    const substitute = fileIn(directory.substituteOf(candidate.folder), candidate, directory)
    if (substitute !== null) return { kind: 'to come', path: substitute }
  }
  return { kind: candidates.some((candidate) => directory.isGone(candidate.path)) ? 'gone' : 'missing' }
}

/** A canonical path, with its two parts: `/tags/math/` and `rss.xml`, or `/tags/math/` and nothing. */
interface Candidate {
  readonly path: string
  readonly folder: string
  readonly file: string
}

function candidateOf(path: string): Candidate {
  const end = path.lastIndexOf('/') + 1
  return { path, folder: path.slice(0, end), file: path.slice(end) }
}

/** The path of a candidate's file in another folder; null if there is no such folder, or no such document in it. */
function fileIn(folder: string | null, { file }: Candidate, directory: Directory): string | null {
  return folder !== null && directory.has(folder + file) ? folder + file : null
}
