import type { Note } from '../notes/note.ts'
import { errorAt, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { tagKey } from '../notes/tag-line.ts'
import { slugOf } from '../text/slug.ts'

/** A tag: what it is called, and the form of it that stands in its address. */
export interface Tag {
  readonly label: string
  readonly slug: string
}

/** The tag of every label that occurs, by the key that labels of one tag share (see `tagKey`); and tags that would share an address. */
interface TagNames {
  readonly tags: ReadonlyMap<string, Tag>
  readonly problems: readonly Problem[]
}

/** Names the tags of all entries; a label is written as in the oldest of them, so that a new one renames nothing. */
export function nameTags(site: Site, notes: readonly Note[]): TagNames {
  const tags = new Map<string, Tag>()
  const firstWithSlug = new Map<string, { readonly label: string; readonly place: string }>()
  const problems: Problem[] = []
  for (const { file, tags: mentions } of notes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    for (const { label: written, line } of mentions) {
      const label = labelOf(site, written)
      if (tags.has(tagKey(label))) continue
      const tag = { label, slug: slugOf(label) }
      tags.set(tagKey(label), tag)
      const first = firstWithSlug.get(tag.slug)
      if (first === undefined) {
        firstWithSlug.set(tag.slug, { label, place: `${file}:${line}` })
        continue
      }
      const what = `#${label} would share the address /tags/${tag.slug}/ with #${first.label} (${first.place})`
      const cure = `write one of them otherwise, or say in site.md that they are one: aliases: { "${label}": "${first.label}" }`
      problems.push(errorAt({ file, line }, what, cure))
    }
  }
  return { tags, problems }
}

/** The tags of an entry, each once, in the order written. */
export function tagsOf(site: Site, { tags }: Note, named: ReadonlyMap<string, Tag>): readonly Tag[] {
  return [...new Set(tags.map(({ label }) => named.get(tagKey(labelOf(site, label))) as Tag))]
}

/** What a label is called once aliases are followed. */
function labelOf(site: Site, written: string): string {
  return site.aliases.get(tagKey(written)) ?? written
}
