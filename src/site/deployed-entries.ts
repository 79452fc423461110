import type { Entry } from '../catalog/catalog.ts'
import { entryDigest } from './inputs.ts'

/** The entries of a deployment: each id with what tells one version of the entry from another. */
export type DeployedEntries = readonly (readonly [id: string, version: string])[]

/** In hexadecimal digits: that two versions of one entry are alike in so many happens once in four milliards. */
const versionDigits = 8

export function deployedEntries(entries: readonly Entry[]): DeployedEntries {
  return entries.map((entry) => [entry.id, entryDigest(entry).slice(0, versionDigits)])
}
