import { describe, expect, test } from 'vitest'
import { entryPath, sampleSite, tagPath } from '../sample-site.ts'

const { pages } = sampleSite

describe('the page that a browser is shown at a feed’s address', () => {
  test.each([
    ['/rss.xml', 'RSS'],
    [`${tagPath}atom.xml`, 'Atom'],
    [`${tagPath}feed.json`, 'JSON Feed'],
  ])('%s', (path, format) => {
    const page = pages.get(`/view${path}/`) as string
    const url = `https://notes.example${path}`
    expect(page).toContain(`<input id="address" type="url" readonly value="${url}">`)
    expect(page).toContain(`<span class="format" lang="en">${format}</span>`)
    for (const reader of ['feedly.com', 'www.inoreader.com', 'www.newsblur.com', 'feedbin.com', 'theoldreader.com']) {
      expect(page).toMatch(new RegExp(`<a href="https://${reader}/[^"]*${encodeURIComponent(url).replaceAll('.', '\\.')}"`))
    }
    expect(page).toMatch(/<button type="button" hidden data-copy-from="address" data-copied="[^"]+"/)
    expect(page).toContain(`<a href="feed:${url}">`)
    expect(page).toContain(`<a href="${path}?raw">`)
    expect(page).toContain(entryPath)
  })
})
