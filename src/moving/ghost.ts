import { type Export, exportedEntry, exportOf } from './exported-entry.ts'

/** What is read of an export of Ghost (ghost.org/docs/migration/custom): lists of what its database holds. */
interface GhostData {
  readonly posts?: readonly {
    readonly id?: string | number
    readonly uuid?: string
    readonly title?: string
    readonly slug?: string
    readonly html?: string | null
    readonly status?: string
    readonly type?: string
    readonly published_at?: string | number | null
  }[]
  readonly tags?: readonly { readonly id?: string | number; readonly name?: string }[]
  readonly posts_tags?: readonly { readonly post_id?: string | number; readonly tag_id?: string | number }[]
}

/**
 * The published posts of an export of Ghost; null where a text is none. Ghost's feeds have a post's identifier for its id, which is
 * no URI: so an entry has its address.
 *
 * @param origin of the old site, which the export doesn't name: `https://old.example`
 */
export function entriesOfGhost(text: string, origin: string | null): Export | null {
  const data = dataIn(text)
  if (data?.posts === undefined) return null
  const names = new Map((data.tags ?? []).map(({ id, name }) => [String(id), name]))
  const tagsOf = Map.groupBy(data.posts_tags ?? [], ({ post_id: post }) => String(post))
  return exportOf(
    data.posts
      .filter(({ status, type = 'post' }) => status === 'published' && type === 'post')
      .map(({ id, title, slug, html, published_at: published }) =>
        exportedEntry({
          id: origin === null || slug === undefined ? undefined : `${origin}/${slug}/`,
          url: undefined,
          title,
          date: typeof published === 'number' ? instantOf(published) : (published ?? undefined),
          authors: [],
          tags: (tagsOf.get(String(id)) ?? [])
            .map(({ tag_id: tag }) => names.get(String(tag)))
            .filter((name) => name?.startsWith('#') !== true),
          html: (html ?? '').replaceAll('__GHOST_URL__', origin ?? ''),
        }),
      ),
  )
}

/** A moment that is counted in milliseconds. */
function instantOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function dataIn(text: string): GhostData | null {
  try {
    const parsed = JSON.parse(text) as { readonly db?: readonly { readonly data?: GhostData }[]; readonly data?: GhostData } | null
    return parsed?.db?.[0]?.data ?? parsed?.data ?? null
  } catch {
    return null
  }
}
