import { type ServedSelections, servedSelections } from './served.ts'

/** The members of a JSON Feed that tests look at. */
export interface ServedFeed {
  readonly title: string
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly summary?: string
    readonly content_html: string
    readonly language: string
    readonly _paperwire: { readonly title_language?: string }
  }[]
  readonly next_url?: string
}

/** A site in memory, and what its JSON feeds say. */
export interface ServedFeeds extends ServedSelections {
  readonly feedAt: (path: string) => Promise<ServedFeed>
  readonly titlesAt: (path: string) => Promise<readonly string[]>
  /** Where a path leads, or its status. */
  readonly leadsTo: (path: string) => Promise<string | number>
}

export async function served(...args: Parameters<typeof servedSelections>): Promise<ServedFeeds> {
  const site = await servedSelections(...args)
  const feedAt = async (path: string): Promise<ServedFeed> => (await (await site.ask(path)).json()) as ServedFeed
  return {
    ...site,
    feedAt,
    titlesAt: async (path) => (await feedAt(path)).items.map(({ title }) => title),
    async leadsTo(path) {
      const response = await site.ask(path)
      return response.headers.get('Location') ?? response.status
    },
  }
}
