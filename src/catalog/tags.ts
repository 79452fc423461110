import type { Note } from '../notes/note.ts'
import { errorAt, type Place, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { tagKey } from '../notes/tag-line.ts'
import { tagSlugOf } from '../text/slug.ts'

/** A tag: what it is called, and the form of it that stands in its address. */
export interface Tag {
  readonly label: string
  readonly slug: string
}

/** The tag of every label that occurs, by the key that labels of one tag share (see `tagKey`); and tags that would share an address. */
export interface TagNames {
  readonly tags: ReadonlyMap<string, Tag>
  /** Where the oldest entry with each tag bears it. */
  readonly places: ReadonlyMap<Tag, Place>
  readonly problems: readonly Problem[]
}

/** Names the tags of all entries; a label is written as in the oldest of them, so that a new one renames nothing. */
export function nameTags(site: Site, notes: readonly Note[]): TagNames {
  const tags = new Map<string, Tag>()
  const places = new Map<Tag, Place>()
  const firstWithSlug = new Map<string, Tag>()
  const problems: Problem[] = []
  for (const { file, tags: mentions } of notes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    for (const { label: written, line } of mentions) {
      const label = labelOf(site, written)
      if (tags.has(tagKey(label))) continue
      const tag = tagNamed(label, slugFor(site, label))
      tags.set(tagKey(label), tag)
      places.set(tag, { file, line })
      const first = firstWithSlug.get(tag.slug)
      if (first === undefined) {
        firstWithSlug.set(tag.slug, tag)
        continue
      }
      const what = `#${label} would share the address /tags/${tag.slug}/ with #${first.label} (${placeOf(first, places)})`
      const cure = `write one of them otherwise, or say in site.md that they are one: aliases: { "${label}": "${first.label}" }, or give one a name of its own: slugs: { "${label}": … }`
      problems.push(errorAt({ file, line }, what, cure))
    }
  }
  return { tags, places, problems }
}

const named = new Map<string, Tag>()

/** The tag of a label and a slug: always the same object, so that tags of one build can be compared with another's. */
function tagNamed(label: string, slug: string): Tag {
  const name = `${label}\n${slug}`
  const tag = named.get(name) ?? { label, slug }
  named.set(name, tag)
  return tag
}

/** The tags of an entry, each once, in the order written. */
export function tagsOf(site: Site, { tags }: Note, all: ReadonlyMap<string, Tag>): readonly Tag[] {
  return [...new Set(tags.map(({ label }) => all.get(tagKey(labelOf(site, label))) as Tag))]
}

/** The slug of the tag with this label: the one that site.md chooses, else the label's own. */
export function slugFor({ slugs }: Site, label: string): string {
  return slugs.get(tagKey(label)) ?? tagSlugOf(label)
}

/** The file and line of a tag's first mention, for a message: `content/a.md:4`. */
export function placeOf(tag: Tag, places: TagNames['places']): string {
  const { file, line } = places.get(tag) as Place
  return `${file}:${line}`
}

/** What a label is called once aliases are followed. */
function labelOf(site: Site, written: string): string {
  return site.aliases.get(tagKey(written)) ?? written
}
