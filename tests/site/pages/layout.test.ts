import { describe, expect, test } from 'vitest'
import { assets } from '../../../src/site/assets.ts'
import { paths } from '../../../src/site/urls.ts'
import { entryPath, sampleSite, tagPath } from '../sample-site.ts'
import { siteOf } from '../site-of.ts'

const { pages, bodies } = sampleSite

/** Notes of seven days. */
const manyDays = Array.from({ length: 7 }, (_, index) => `2024-06-0${index + 1}\nT${index}\n글.\n#all\n`).join('')

const autodiscovered = (page: string): readonly string[] =>
  [...page.matchAll(/<link rel="alternate" type="application\/(?:atom\+xml|rss\+xml|feed\+json)" [^>]*href="([^"]+)"/g)].map(
    ([, href]) => href as string,
  )

describe('autodiscovery: each page names exactly the feeds it is about, its own first in each format, then each other feed in Atom', () => {
  test.each([
    ['/', ['/atom.xml', '/rss.xml', '/feed.json']],
    ['/2024-06-10/', ['/atom.xml', '/rss.xml', '/feed.json']],
    [tagPath, [`${tagPath}atom.xml`, `${tagPath}rss.xml`, `${tagPath}feed.json`]],
    [entryPath, ['/atom.xml', '/rss.xml', '/feed.json', `${tagPath}atom.xml`, '/tags/c/atom.xml']],
  ])('%s', (path, feeds) => {
    expect(autodiscovered(pages.get(path) as string)).toEqual(feeds.map((feed) => `https://notes.example${feed}`))
  })

  test.each(['/404/', '/410/'])('%s, which is about nothing, names none', (path) => {
    expect(autodiscovered(pages.get(path) as string)).toEqual([])
  })
})

test('every page is one document in the site’s language, with its own title, address and style sheet, and no inline script or style', () => {
  for (const [path, page] of pages) {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="ko">\n/)
    expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(page.match(/<h1[ >]/g), path).toHaveLength(1)
    if (page.includes('<meta name="robots" content="noindex">')) expect(page).not.toContain('rel="canonical"')
    else expect(page).toContain(`<link rel="canonical" href="https://notes.example${path}">`)
    expect(page).toContain(`<link rel="stylesheet" href="${assets()['style.css'].path}">`)
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json">|(?: type="module")? src="\/[^"]+">)|<style| style="| on\w+="/)
  }
})

describe('the navigation marks the page that it leads to, and the part of the site that a page belongs to', () => {
  test.each([
    ['/', null, null],
    ['/days/', '/days/', 'page'],
    ['/2024-06-10/', '/days/', 'true'],
    [entryPath, '/days/', 'true'],
    ['/tags/', '/tags/', 'page'],
    [tagPath, '/tags/', 'true'],
    [`/view${tagPath}rss.xml/`, '/subscribe/', 'true'],
    ['/search/', '/search/', 'page'],
    ['/embed/', '/subscribe/', 'true'],
    ['/404/', null, null],
  ])('%s: %s', (path, marked, as) => {
    const links = [...(pages.get(path) as string).matchAll(/<li><a href="([^"]+)"(?: rel="search")? aria-current="([^"]+)">/g)]
    expect(links.map(([, href, current]) => [href, current])).toEqual(marked === null ? [] : [[marked, as]])
  })

  test('an older page of a tag is of the tags, one of the whole site of nothing', () => {
    const { pages: withArchives } = siteOf(manyDays, 'feedSize: 2')
    const current = (path: string): readonly string[] =>
      [...(withArchives.get(path) as string).matchAll(/<a href="([^"]+)"[^>]* aria-current="true"/g)].map(([, href]) => href as string)
    expect([current('/tags/all/archive/1/'), current('/archive/1/')]).toEqual([['/tags/'], []])
  })
})

test('what only a script can do is hidden until one shows it', () => {
  for (const page of pages.values())
    for (const [button] of page.matchAll(/<button [^>]*>/g)) expect(button).toMatch(/ hidden[ >]| type="submit"| id="more"/)
})

describe('fonts', () => {
  const preloaded = (page: string): readonly string[] =>
    [...page.matchAll(/<link rel="preload" href="([^"]+)" as="font" type="font\/woff2" crossorigin>/g)].map(([, href]) => href as string)
  const { 'literata.woff2': serif, 'hanken-grotesk.woff2': sans, 'hanken-grotesk-extended.woff2': extended } = assets()

  test.each([...pages])('%s preloads the serif and the sans, and the letters of further names where it has some', (_, page) => {
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    const named = /[\u0100-\u021b]/.test(main) ? [serif, sans, extended] : [serif, sans]
    expect(preloaded(page)).toEqual(named.map(({ path }) => path))
  })
})

/** Pages that the worker makes. */
const digests: readonly string[] = [paths.daily, paths.weekly]

test('every link of a page leads to a page of the site or elsewhere on the web', () => {
  for (const page of pages.values()) {
    for (const [, href] of page.matchAll(/ href="([^"]+)"/g)) {
      if (href?.startsWith('https://notes.example/')) expect(bodies.has(href.slice('https://notes.example'.length)), href).toBe(true)
      else if (digests.includes(href ?? '')) continue
      else if (href?.startsWith('/')) expect(bodies.has(href.replace(/\?raw$|#.*$/, '')), href).toBe(true)
      else expect(href).toMatch(/^(?:https:\/\/|feed:https:\/\/|#)/)
    }
    for (const [, id] of page.matchAll(/ href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
  }
})
