import { parseOpml } from 'feedsmith'
import { expect, test } from 'vitest'
import { sampleSite, tagPath } from './sample-site.ts'

test('OPML 2.0: the site’s feed, then the tags’ in a group; read back as they are', () => {
  const { body } = parseOpml(sampleSite.bodies.get('/opml.xml') as string)
  const [siteOutline, group] = body?.outlines ?? []
  expect(siteOutline).toMatchObject({
    type: 'rss',
    text: '<노트> & "Notes"',
    xmlUrl: 'https://notes.example/atom.xml',
    htmlUrl: 'https://notes.example/',
  })
  expect(group?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
    'https://notes.example/tags/c/atom.xml',
    'https://notes.example/tags/many/atom.xml',
    `https://notes.example${tagPath}atom.xml`,
  ])
})
