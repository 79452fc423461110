import type { Site } from '../catalog/catalog.ts'

/** The address of a Creative Commons licence that is named as SPDX names it (`CC-BY-4.0`); null for any other name. */
export function licenseUrl(license: string): string | null {
  if (license === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  const parts = /^CC-((?:BY)(?:-(?:NC|ND|SA|NC-ND|NC-SA))?)-(\d\.\d)$/.exec(license)
  return parts === null ? null : `https://creativecommons.org/licenses/${(parts[1] as string).toLowerCase()}/${parts[2]}/`
}

/** One line on whose the items are and what may be done with them; null where the site doesn't say. */
export function rightsOf({ author, license }: Site): string | null {
  if (license === null) return null
  const url = licenseUrl(license)
  return url === null ? `${author.name}, ${license}` : `${author.name}, ${license} (${url})`
}
