import type { Paper } from '../catalog/catalog.ts'

/**
 * The month in which a paper was published, `2024-06`, where its identifier on arXiv tells: by its first four digits,
 * the year and the month since April 2007 (`2406.03816`) and before (`hep-th/9901001`). Null where nothing tells.
 */
export function publicationMonth(paper: Paper | null): string | null {
  const [, old, year, month] = /^([a-z-]+(?:\.[A-Z]{2})?\/)?(\d{2})(0[1-9]|1[0-2])/.exec(paper?.arxivId ?? '') ?? []
  if (year === undefined) return null
  return `${old !== undefined && Number(year) > 90 ? 19 : 20}${year}-${month}`
}
