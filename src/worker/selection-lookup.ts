import { folderOf } from '../catalog/channels.ts'
import {
  canonicalSelection,
  type Operand,
  readExpression,
  type Selection,
  singleOf,
  type WrittenOperand,
  written,
} from '../selections/expression.ts'
import { wordSlugOf } from '../selections/words.ts'
import { packKeys } from '../site/pack-keys.ts'
import { pathOfSelection, type SelectionPath } from '../site/selection-paths.ts'
import { paths } from '../site/urls.ts'
import { slugOf, tagSlugOf } from '../text/slug.ts'
import type { Asking, Signposts } from './lookup.ts'

/** What a selection's path leads to. */
export type SelectionOutcome =
  | {
      readonly kind: 'selection'
      /** The one path that it has. */
      readonly path: string
      readonly selection: Selection
      readonly asked: SelectionPath
    }
  | { readonly kind: 'moved'; readonly path: string }

/**
 * What a path leads to that is written as a selection; null where it is none, or names what is no tag and no author. Whether
 * there are such venues and languages, the index tells. Tags are meant by their aliases and by other spellings, too. One tag or
 * author alone is that one.
 */
export function* lookUpSelection(path: string, asked: SelectionPath, signposts: Signposts): Asking<SelectionOutcome | null> {
  const read = asked.expression === null ? { groups: [], without: [] } : readExpression(asked.expression)
  if (read === null) return null
  const groups: (readonly Operand[])[] = []
  for (const group of read.groups) {
    const operands = yield* operandsCalled(group, signposts)
    if (operands === null) return null
    groups.push(operands)
  }
  const without = yield* operandsCalled(read.without, signposts)
  if (without === null) return null
  const selection = canonicalSelection({ groups, without })
  const single = singleOf(selection)
  if (single !== null && asked.view === null && asked.digest === null && asked.archive === null) {
    const folder = folderOf(single.kind, single.slug)
    return { kind: 'moved', path: asked.format === null ? paths.at(folder) : paths.feed(asked.format, folder) }
  }
  const canonical = pathOfSelection(selection, asked)
  return canonical === path ? { kind: 'selection', path, selection, asked } : { kind: 'moved', path: canonical }
}

/** The tags and authors of these names; null where one name is no tag's and no author's. */
function* operandsCalled(names: readonly WrittenOperand[], signposts: Signposts): Asking<readonly Operand[] | null> {
  const operands: Operand[] = []
  for (const name of names) {
    const operand = yield* operandCalled(name, signposts)
    if (operand === null) return null
    operands.push(operand)
  }
  return operands
}

function* operandCalled(operand: WrittenOperand, signposts: Signposts): Asking<Operand | null> {
  const { kind, name } = operand
  if (kind !== 'tag' && kind !== 'author') {
    // A tag may be called so: #lang:ko. One that is called as words are is found by them as well.
    const tag = tagSlugOf(written({ kind, slug: name }))
    if (kind !== 'word' && signposts.hasChannel('tag', tag)) return { kind: 'tag', slug: tag }
    const slug = kind === 'word' ? wordSlugOf(name) : slugOf(name)
    return slug === '' ? null : { kind, slug }
  }
  const slugs = [name, name.toLowerCase(), kind === 'tag' ? tagSlugOf(name) : slugOf(name)]
  for (const slug of slugs) if (signposts.hasChannel(kind, slug)) return { kind, slug }
  for (const slug of new Set(slugs)) {
    const moved = (yield packKeys.missing).movedTo(paths.at(folderOf(kind, slug)))
    const [, encoded] = moved === null ? [] : (/^\/(?:tags|authors)\/([^/]+)\/$/.exec(moved) ?? [])
    const now = encoded === undefined ? null : decodeURIComponent(encoded)
    if (now !== null && signposts.hasChannel(kind, now)) return { kind, slug: now }
  }
  return null
}
