import { parseFeed } from 'feedsmith'

/** A feed as the library reads it: RSS, Atom, RDF or JSON Feed, with the namespaces that it knows. */
export type ParsedFeed = ReturnType<typeof parseFeed>

/** The only door to `feedsmith`. Null where a text is no feed. */
export function parsedFeed(text: string): ParsedFeed | null {
  try {
    return parseFeed(text)
  } catch {
    return null
  }
}
