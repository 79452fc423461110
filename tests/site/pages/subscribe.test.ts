import { expect, test } from 'vitest'
import { wordsIn } from '../../../src/words/words.ts'
import { sampleSite, tagPath } from '../sample-site.ts'

const page = sampleSite.pages.get('/subscribe/') as string

test('the page about subscribing names the site’s feeds and every tag’s, of each Atom first, and the lists to import', () => {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  const files = [...main.matchAll(/ href="([^"]+\.(?:xml|json))"/g)].map(([, href]) => href)
  const feeds = ['/', '/tags/c/', '/tags/many/', tagPath].flatMap((folder) =>
    ['atom.xml', 'rss.xml', 'feed.json'].map((file) => folder + file),
  )
  expect(files).toEqual([...feeds, '/opml.xml'])
})

test('it says where readers show an entry that several feeds carry', () => {
  expect(page).toContain(`<p lang="ko">${wordsIn('ko').feeds.severalFeeds}</p>`)
})
