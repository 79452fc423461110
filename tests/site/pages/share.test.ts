import { expect, test } from 'vitest'
import { shareTools } from '../../../src/site/pages/share.ts'
import { sampleCatalog } from '../entries.ts'
import { entryPath, sampleSite, tagPath } from '../sample-site.ts'

const catalog = { ...sampleCatalog(), picture: null }

test.each([
  [true, ['data-copy-link', 'data-copy-file="/x/citation.bib"', 'data-share']],
  [false, ['data-copy-link', 'data-share']],
])('with citations: %s', (hasCitations, told) => {
  const { html } = shareTools(catalog, '/x/', hasCitations)
  expect([...html.matchAll(/<button type="button" hidden ([^>]+)>/g)].map(([, attribute]) => attribute)).toEqual(told)
})

test.each([entryPath, tagPath, '/2024-06-10/'])('%s can be passed on, by the address that it names as its own', (path) => {
  const page = sampleSite.pages.get(path) as string
  expect(page).toContain(' data-share>')
  expect(page).toContain(`<link rel="canonical" href="https://notes.example${path}">`)
})

test.each([entryPath, tagPath])('the file that a button of %s copies is one of the site’s', (page) => {
  const [, path] = /data-copy-file="([^"]+)"/.exec(sampleSite.pages.get(page) as string) ?? []
  expect(sampleSite.bodies.get(path as string)).toMatch(/^@/)
})
