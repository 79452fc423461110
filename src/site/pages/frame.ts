import type { Catalog } from '../../catalog/catalog.ts'
import type { PagePicture } from '../pictures.ts'

/**
 * What stands around every page. A page that is given this and not the whole catalog says nothing of other entries but
 * what it is given besides: so a build knows when it needn't be made again.
 */
export interface Frame extends Pick<Catalog, 'site' | 'words'> {
  /** The site's picture for link previews, which shows every page that has none of its own; null where it isn't there. */
  readonly picture: PagePicture | null
}

/** A catalog as pages are given it that say something of the whole site. */
export type FramedCatalog = Catalog & Frame
