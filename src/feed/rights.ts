import type { Site } from '../catalog/catalog.ts'

/** One line on whose the items are and what may be done with them; null where the site doesn't say. */
export function rightsOf({ author, license }: Site): string | null {
  if (license === null) return null
  return license.url === null ? `${author.name}, ${license.name}` : `${author.name}, ${license.name} (${license.url})`
}
