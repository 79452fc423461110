import { type Catalog, channelsOfKind, siteChannel } from '../../catalog/catalog.ts'
import { formats } from '../../feed/formats.ts'
import { paths } from '../../site/urls.ts'

/** The addresses of a site's home, feeds and tags, a line each, to be said once. */
export function addressesOf(catalog: Catalog, origin: string): string {
  const feeds = (folder: string): string => formats.map((format) => origin + paths.feed(format, folder)).join('  ')
  const ofTags = channelsOfKind(catalog, 'tag').map(
    ({ name, entries, folder }) => `  #${name} (${entries.length})  ${origin}${paths.at(folder)}`,
  )
  return [
    '',
    `Home   ${origin}/`,
    `Feeds  ${feeds(siteChannel(catalog).folder)}`,
    'Tags, each with the same feeds below it',
    ...ofTags,
    '',
    'Ctrl-C ends it. Changes of content are built as you save them.',
  ].join('\n')
}
