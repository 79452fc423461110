import { expect, test } from 'vitest'
import { wordsIn } from '../../../src/words/words.ts'
import { sampleSite, tagPath } from '../sample-site.ts'

const page = sampleSite.pages.get('/subscribe/') as string

test('the page about subscribing names the site’s feeds, Atom first, the feeds of the tags by use, and the lists to import', () => {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  const files = [...main.matchAll(/ href="((?:\/|feed:)[^"]+\.(?:xml|json))"/g)].map(([, href]) => href)
  const ofTags = ['/tags/many/', tagPath, '/tags/c/'].map((folder) => `${folder}atom.xml`)
  expect(files).toEqual(['/atom.xml', '/rss.xml', '/feed.json', 'feed:https://notes.example/atom.xml', ...ofTags, '/opml.xml'])
})

test('it says where readers show an entry that several feeds carry', () => {
  expect(page).toContain(`<div class="prose" lang="ko">\n<p>${wordsIn('ko').feeds.severalFeeds}</p>`)
})
