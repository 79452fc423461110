import type { Entry } from '../catalog/catalog.ts'
import type { Frame } from './pages/frame.ts'
import { imageOf } from './pages/link-preview.ts'
import type { PagePicture } from './pictures.ts'

/** In seconds: how long others may keep what they know of an entry. A day, since an edit of a title is seldom. */
const cacheAge = 86_400

/**
 * An entry as others show a link to it (oembed.com §2.3.4): its title, whose notes they are, and the picture that stands for
 * it. Of type `link`, which needs no HTML of ours in another's page: WordPress drops any but frames, and others clean it.
 */
export function oembedOf({ site, picture: ofSite }: Frame, { title }: Pick<Entry, 'title'>, picture: PagePicture | null): string {
  const { path, width, height } = imageOf(site, picture ?? ofSite)
  return JSON.stringify({
    version: '1.0',
    type: 'link',
    title,
    author_name: site.author.name,
    ...(site.author.url === null ? {} : { author_url: site.author.url }),
    provider_name: site.title,
    provider_url: `${site.origin}/`,
    cache_age: cacheAge,
    thumbnail_url: site.origin + path,
    thumbnail_width: width,
    thumbnail_height: height,
  })
}
