import { createHash } from 'node:crypto'
import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'

/** The name of an entry in its address: its title's slug, or a digest of a title that has no letter or digit. */
export function entryName(title: string): string {
  return slugOf(title) || `x${digest(title)}`
}

/**
 * The id that an entry of that name is given: `tag:AUTHORITY,DATE:NAME` (RFC 4151 §2.1). ASCII throughout: a name in
 * another script stands as its digest, since readers differ in how they compare what is percent-encoded.
 */
export function entryId(authority: string, day: Day, name: string): string {
  return `tag:${authority},${day}:${/^[a-z0-9_-]+$/.test(name) ? name : `x${digest(name)}`}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
