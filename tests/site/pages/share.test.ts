import { expect, test } from 'vitest'
import { shareTools } from '../../../src/site/pages/share.ts'
import { sampleCatalog } from '../entries.ts'
import { entryPath, sampleSite } from '../sample-site.ts'

const catalog = { ...sampleCatalog(), picture: null }

test.each([
  [true, ['data-copy="https://notes.example/x/"', 'data-copy-file="/x/citation.bib"', 'data-share="https://notes.example/x/"']],
  [false, ['data-copy="https://notes.example/x/"', 'data-share="https://notes.example/x/"']],
])('with citations: %s', (hasCitations, told) => {
  const { html } = shareTools(catalog, '/x/', hasCitations)
  expect([...html.matchAll(/<button type="button" hidden ([^>]+)>/g)].map(([, attribute]) => attribute)).toEqual(told)
})

test('the file that an entry’s button copies is one of the site’s', () => {
  const [, path] = /data-copy-file="([^"]+)"/.exec(sampleSite.pages.get(entryPath) as string) ?? []
  expect(sampleSite.bodies.get(path as string)).toMatch(/^@/)
})
