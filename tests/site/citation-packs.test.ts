import { expect, test } from 'vitest'
import { citationFormats } from '../../src/citations/citation-formats.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import { packKeys } from '../../src/site/pack-keys.ts'
import { noPictures } from '../../src/site/pictures.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { nothingKept } from './site-of.ts'

/** So many entries with one tag, a hundred a day. */
const notesOf = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 100))).toISOString().slice(0, 10)
    return `${day}\nT${index}\n글.\n#t\n`
  }).join('')

test('the citations of very many papers have a pack for each format, with all of them; of fewer, one pack', () => {
  const { catalog } = catalogFrom(notesOf(2_501))
  const { groups, manifest } = siteInGroups(catalog, nothingKept, noPictures)
  const found = [...groups].filter(({ key }) => key.startsWith('citations'))
  expect(found.map(({ key }) => key)).toEqual(citationFormats.map((format) => packKeys.citations('tags/t', format)))
  expect(manifest.channels.tag).toEqual([['t', '', null, expect.any(Number), 'apart']])
  const texts = found.map(({ make }) => make().map(({ path, body }) => [path, new TextDecoder().decode(body)] as const))
  expect(texts.flat().map(([path, text]) => [path, text.split(/T\d+/).length > 2_501])).toEqual(
    citationFormats.map((format) => [`/tags/t/citation.${format}`, true]),
  )
  const few = siteInGroups(catalogFrom(notesOf(3)).catalog, nothingKept, noPictures)
  expect([...few.groups].map(({ key }) => key)).toContain(packKeys.citations('tags/t', null))
})
