import type { Entry, Tag } from '../catalog/catalog.ts'

/** How many tags are named beside a list of entries. */
const most = 10

/** The tags that most of these entries have, the most frequent first, without the one whose slug is left out. */
export function frequentTags(entries: readonly Entry[], leftOut: string | null): readonly Tag[] {
  const uses = new Map<string, { readonly tag: Tag; count: number }>()
  for (const { tags } of entries) {
    for (const tag of tags) {
      const use = uses.get(tag.slug)
      if (use === undefined) uses.set(tag.slug, { tag, count: 1 })
      else use.count += 1
    }
  }
  const others = [...uses.values()].filter(({ tag }) => tag.slug !== leftOut)
  return others
    .toSorted((one, other) => other.count - one.count || (one.tag.slug < other.tag.slug ? -1 : 1))
    .slice(0, most)
    .map(({ tag: { label, slug } }) => ({ label, slug }))
}
