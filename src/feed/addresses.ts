import type { FeedUrls } from './formats.ts'

/** The addresses that items and feeds carry. The site knows them; feeds only say them. */
export interface Addresses {
  readonly iconUrl: string
  readonly smallIconUrl: string
  /** Where the members that Paperwire adds to JSON Feed are described. */
  readonly extensionUrl: string
  readonly categoryScheme: string
  /** The page of a channel, by its folder. */
  channelUrl(folder: string): string
  feedUrls(folder: string): FeedUrls
  archiveUrls(folder: string, number: number): FeedUrls
  permalinkUrl(day: string, name: string): string
}
