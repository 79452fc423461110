import type { Catalog } from '../../catalog/catalog.ts'

/**
 * What stands around every page. A page that is given this and not the whole catalog says nothing of other entries but
 * what it is given besides: so a build knows when it needn't be made again.
 */
export type Frame = Pick<Catalog, 'site' | 'words'>
