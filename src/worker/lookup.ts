import { readExpression } from '../selections/expression.ts'
import { type PackKey, packKeys } from '../site/pack-keys.ts'
import { selectionPathOf } from '../site/selection-paths.ts'
import { canonicalCandidates, isAssetPath, paths, pictureAt } from '../site/urls.ts'
import { lookUpSelection, type SelectionOutcome } from './selection-lookup.ts'

/** What a pack tells of paths. Every path and folder that it is asked about is in canonical form, but for the path itself. */
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

/** What is known of a site's paths before a pack is read. */
export interface Signposts {
  /** The pack that tells of a path; null where only the pack `missing` may. */
  packOf(path: string): PackKey | null
  /** Whether there is such a tag, or an author with feeds. */
  hasChannel(kind: 'tag' | 'author', slug: string): boolean
  /** Whether a feed that is polled stands at this path: no pack has to be read to know. */
  hasFeed(path: string): boolean
}

/** Asks for packs by their keys until it has its answer. So it does not say how packs are read, nor whether that takes time. */
export type Asking<Answer> = Generator<PackKey, Answer, Directory>

/** What a path leads to; `path` is one where a document stands, but for a picture's. */
export type Outcome =
  | { readonly kind: 'found'; readonly path: string }
  /** The asked path is a picture's, if there is one of this name: its file tells. */
  | { readonly kind: 'picture'; readonly path: string; readonly name: string }
  /** The asked path is another spelling of `path`, or lies in a folder that has moved. */
  | { readonly kind: 'moved'; readonly path: string }
  /** The asked path names an asset of a former build; `path` is the same file of this one. */
  | { readonly kind: 'replaced'; readonly path: string }
  /** The asked path will be filled later; until then `path` holds what it will. */
  | { readonly kind: 'to come'; readonly path: string }
  | SelectionOutcome
  /** What a form asks for stands in the query. */
  | { readonly kind: 'asked selection' }
  /** What the worker was made with. */
  | { readonly kind: 'deployment' }
  /** The asked path is written as a selection of tags, and is none. */
  | { readonly kind: 'no selection' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'missing' }

/**
 * Decides what a path leads to: the first of found, moved, replaced, to come, gone that holds of the path or of a
 * canonical path that it may mean, else missing. A path that is found as it is written is neither decoded nor slugged.
 *
 * Questions come likeliest first, and the pack of a path's own form before the pack `missing`: a path that is found takes
 * one pack, a path of any form of the site's that leads nowhere takes two.
 */
export function* lookUp(path: string, signposts: Signposts): Asking<Outcome> {
  if (path === paths.select) return { kind: 'asked selection' }
  if (path === paths.deployment) return { kind: 'deployment' }
  const name = pictureAt(path)
  if (name !== null) return { kind: 'picture', path, name }
  if (yield* stands(path, signposts)) return { kind: 'found', path }
  // Before other spellings: `/tags/a+b/` is not the tag a-b where a and b are tags.
  const asked = selectionPathOf(path)
  const selected = asked === null ? null : yield* lookUpSelection(path, asked, signposts)
  if (selected !== null) return selected
  // What leaves out a tag, or names an author, isn't a tag that is spelled otherwise.
  const isSigned = /(?:^|[+,])[!@]/.test(asked?.expression ?? '')
  const candidates = (isSigned ? [] : canonicalCandidates(path)).map((candidate) => candidateOf(candidate, signposts))
  for (const candidate of candidates) {
    if (yield* stands(candidate.path, signposts)) return { kind: 'moved', path: candidate.path }
    const moved = candidate.own === null ? null : yield* movedIn(candidate.own, candidate, signposts)
    if (moved !== null) return { kind: 'moved', path: moved }
  }
  for (const candidate of candidates) {
    const moved = yield* movedIn(packKeys.missing, candidate, signposts)
    if (moved !== null) return { kind: 'moved', path: moved }
  }
  for (const { path: former, file } of candidates) {
    const asset = isAssetPath(former) ? (yield packKeys.assets).assetNamed(file) : null
    if (asset !== null) return { kind: 'replaced', path: asset }
  }
  for (const candidate of candidates) {
    for (const key of packsOf(candidate)) {
      const substitute = yield* fileIn((yield key).substituteOf(candidate.folder), candidate, signposts)
      if (substitute !== null) return { kind: 'to come', path: substitute }
    }
  }
  for (const candidate of candidates) {
    for (const key of packsOf(candidate)) if ((yield key).isGone(candidate.path)) return { kind: 'gone' }
  }
  return asked !== null && asked.expression !== null && readExpression(asked.expression) === null
    ? { kind: 'no selection' }
    : { kind: 'missing' }
}

/** A canonical path, with its two parts: `/tags/math/` and `rss.xml`, or `/tags/math/` and nothing. */
interface Candidate {
  readonly path: string
  readonly folder: string
  readonly file: string
  /** The pack that its form leads to; null where only the pack `missing` may tell where it leads. */
  readonly own: PackKey | null
}

function candidateOf(path: string, signposts: Signposts): Candidate {
  const end = path.lastIndexOf('/') + 1
  return { path, folder: path.slice(0, end), file: path.slice(end), own: signposts.packOf(path) }
}

function packsOf({ own }: Candidate): readonly PackKey[] {
  return own === null ? [packKeys.missing] : [own, packKeys.missing]
}

function* movedIn(key: PackKey, candidate: Candidate, signposts: Signposts): Asking<string | null> {
  return yield* fileIn((yield key).movedTo(candidate.folder), candidate, signposts)
}

function* stands(path: string, signposts: Signposts): Asking<boolean> {
  if (signposts.hasFeed(path)) return true
  const key = signposts.packOf(path)
  return key !== null && (yield key).has(path)
}

/** The path of a candidate's file in another folder; null if there is no such folder, or no such document in it. */
function* fileIn(folder: string | null, { file }: Candidate, signposts: Signposts): Asking<string | null> {
  return folder !== null && (yield* stands(folder + file, signposts)) ? folder + file : null
}
