import { termsOf } from './terms.ts'

/** A tag as a search offers it. */
export interface SearchedTag {
  readonly label: string
  /** Of its page. */
  readonly path: string
  readonly slug: string
  readonly count: number
  /** What else it is called: its aliases, and slugs that it had. */
  readonly aliases: readonly string[]
}

/** Tags by their names, however these are written: `#Self-Training`, `self training` and `selftraining` are one. */
export class TagNames {
  readonly #byName = new Map<string, SearchedTag>()

  constructor(tags: readonly SearchedTag[]) {
    for (const tag of tags) for (const alias of [...tag.aliases, tag.slug]) if (nameKey(alias) !== '') this.#byName.set(nameKey(alias), tag)
    // A tag's own name is no other's alias.
    for (const tag of tags) if (nameKey(tag.label) !== '') this.#byName.set(nameKey(tag.label), tag)
  }

  /** The tag of this name; null where none is called so. */
  named(name: string): SearchedTag | null {
    return this.#byName.get(nameKey(name)) ?? null
  }

  /** The slugs of tags that somebody may mean who writes this much of a name: the tag of this name, else all whose names begin so. */
  slugsFor(name: string): readonly string[] {
    const tag = this.named(name)
    if (tag !== null) return [tag.slug]
    const key = nameKey(name)
    if (key === '') return []
    return [...new Set([...this.#byName].flatMap(([other, { slug }]) => (other.startsWith(key) ? [slug] : [])))]
  }
}

function nameKey(name: string): string {
  return termsOf(name).join('')
}
