import { expect, test } from 'vitest'
import { shareTools } from '../../../src/site/pages/share.ts'
import { sampleCatalog } from '../entries.ts'
import { entryPath, sampleSite, tagPath } from '../sample-site.ts'

const catalog = { ...sampleCatalog(), picture: null }

test.each([
  [true, ['data-copy="https://notes.example/x/"', 'data-copy-file="/x/citation.bib"', 'data-share="https://notes.example/x/"']],
  [false, ['data-copy="https://notes.example/x/"', 'data-share="https://notes.example/x/"']],
])('with citations: %s', (hasCitations, told) => {
  const { html } = shareTools(catalog, '/x/', hasCitations)
  expect([...html.matchAll(/<button type="button" hidden ([^>]+)>/g)].map(([, attribute]) => attribute)).toEqual(told)
})

test.each([entryPath, tagPath, '/2024-06-10/'])('%s can be passed on', (path) => {
  expect(sampleSite.pages.get(path)).toContain(`data-share="https://notes.example${path}"`)
})

test.each([entryPath, tagPath])('the file that a button of %s copies is one of the site’s', (page) => {
  const [, path] = /data-copy-file="([^"]+)"/.exec(sampleSite.pages.get(page) as string) ?? []
  expect(sampleSite.bodies.get(path as string)).toMatch(/^@/)
})
