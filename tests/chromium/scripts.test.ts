import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedSite } from '../served-site.ts'
import { chromiumPath, startBrowser, startSite } from './running.ts'

const content = fileURLToPath(new URL('../worker/content', import.meta.url))

let site: ServedSite
let browser: Browser
let blog: Server
let blogOrigin = ''
let blogPage = ''
beforeAll(async () => {
  if (chromiumPath === null) return
  site = await startSite(content)
  browser = await startBrowser()
  // Another site on this machine: another port is another origin.
  blog = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}`,
    })
    response.end(`<!DOCTYPE html><html lang="en"><title>A blog</title><body>${blogPage}</body></html>`)
  })
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve))
  blogOrigin = `http://127.0.0.1:${(blog.address() as { port: number }).port}`
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  if (blog !== undefined) await new Promise((resolve) => blog.close(resolve))
})

async function open(url: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return { page, complaints }
}

describe.skipIf(chromiumPath === null)('search', () => {
  test.each([
    ['철회', 'A Model of Everything'],
    ['묻는', '정렬에 대하여'],
    ['Lovelace', 'A Model of Everything'],
    ['grace hop', 'A Plain Entry'],
    ['정렬', '정렬에 대하여'],
  ])('finds %s', async (query, title) => {
    const { page, complaints } = await open(`${site.origin}/search/`)
    await page.locator('#q').fill(query)
    await page.locator('#results a', { hasText: title }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe(query)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('an address with a query is a search to share, and leads to entries', async () => {
    const { page } = await open(`${site.origin}/search/?q=${encodeURIComponent('철회')}`)
    await page.locator('#results a').first().click()
    await page.waitForURL('**/2024-06-10/a-model-of-everything/')
    await page.goBack()
    await page.locator('#results a').first().waitFor()
    expect([await page.locator('#q').inputValue(), await page.locator('#results mark').first().textContent()]).toEqual(['철회', '철회'])
    await page.close()
  })

  test('arrows go through the results and back to the box, and Escape leads there; Enter opens', async () => {
    const { page, complaints } = await open(`${site.origin}/search/`)
    const focused = (): Promise<string> => page.evaluate('document.activeElement.id || document.activeElement.textContent')
    expect(await focused()).toBe('q')
    await page.keyboard.type('정렬')
    await page.locator('#results li').nth(1).waitFor()
    const titles = await page.locator('#results h3').allTextContents()
    const seen: string[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'Escape', 'ArrowDown']) {
      await page.keyboard.press(key)
      seen.push(await focused())
    }
    expect(seen).toEqual([titles[0], titles[1], titles[0], 'q', titles[0], 'q', titles[0]])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/2024-\d\d-\d\d\/[^/]+\/$/)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a tag that is named is offered first, with its feed', async () => {
    const { page } = await open(`${site.origin}/search/?q=${encodeURIComponent('정렬')}`)
    await page.locator('#offers .offer').waitFor()
    const links = await page.locator('#offers a').evaluateAll((all) => all.map((one) => decodeURI(one.getAttribute('href') ?? '')))
    expect(links).toEqual(['/tags/정렬/', '/tags/정렬/atom.xml'])
    await page.close()
  })

  test('while Korean is composed nothing is said to be missing', async () => {
    const { page } = await open(`${site.origin}/search/`)
    const said: string[] = []
    await page.exposeFunction('heard', (text: string) => said.push(text))
    await page.evaluate(
      "new MutationObserver(() => heard(document.querySelector('#found').textContent)).observe(document.querySelector('#found'), { childList: true })",
    )
    // A quick typist makes the first syllable; behind it somebody thinks for longer than it takes to be told of nothing.
    for (const [typed, milliseconds] of [
      ['ㅊ', 150],
      ['처', 150],
      ['철', 1_200],
      ['철ㅎ', 1_200],
      ['철호', 1_200],
      ['철회', 0],
    ] as const) {
      await page.locator('#q').fill(typed)
      await page.waitForTimeout(milliseconds)
    }
    await page.locator('#results a').first().waitFor()
    expect(said.filter((text) => /없/.test(text))).toEqual([])
    await page.close()
  })

  test('loads nothing of the index before it is used, and says so when nothing is found', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${site.origin}/search/`)
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => /^\/search\/(?:words|entries)/.test(path))).toEqual([])
    await page.locator('#q').fill('없는낱말입니다')
    await page.locator('#advice').waitFor()
    expect(asked.some((path) => path.startsWith('/search/words/'))).toBe(true)
    expect(asked.filter((path) => path.startsWith('/search/entries/'))).toEqual([])
    await page.close()
  })
})

describe.skipIf(chromiumPath === null)('the form that makes addresses of selections', () => {
  test('shows what is selected while it is filled in, with every way to subscribe, and says when a name is no tag', async () => {
    const { page, complaints } = await open(`${site.origin}/subscribe/`)
    await page.locator('#tick-filter').fill('정렬')
    expect(await page.locator('.ticks li:visible').allTextContents()).toEqual([expect.stringContaining('정렬')])
    await page.locator('.ticks li:visible input').check()
    await page.locator('#select-without').fill('alignment')
    const heading = page.locator('#selected h3 a', { hasText: '−' })
    await heading.waitFor()
    const path = '/tags/정렬+!alignment/'
    expect([await heading.textContent(), decodeURI((await heading.getAttribute('href')) ?? '')]).toEqual(['#정렬 − #alignment', path])
    expect(await page.locator('#selected li').allTextContents()).toEqual(['정렬에 대하여'])
    expect(await page.locator('#selected p').textContent()).toMatch(/1.*일주일에 약 1편/)
    const address = await page.locator('#selected-address').inputValue()
    expect(decodeURI(address)).toMatch(new RegExp(`^https?://[^/]+${path.replaceAll('+', '\\+')}atom\\.xml$`))
    const readers = await page
      .locator('#selected-ways .readers a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(readers.length).toBeGreaterThan(4)
    expect(readers.every((link) => link === `feed:${address}` || link.includes(encodeURIComponent(address)))).toBe(true)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#selected-opml').click()])
    const list = readFileSync((await download.path()) as string, 'utf8')
    expect(list).toContain(`<outline type="rss" text="#정렬 − #alignment" title="#정렬 − #alignment" xmlUrl="${address}"/>`)
    await page.locator('#select-view').selectOption('titles')
    await page.locator('#selected h3 a', { hasText: '제목만' }).waitFor()
    await page.locator('#select-without').fill('never')
    await page.locator('#selected p', { hasText: '없는 태그' }).waitFor()
    expect(await page.locator('#selected-ways').isVisible()).toBe(false)
    // The browser itself says of an answer that it was 404.
    expect(complaints.filter((text) => !/404/.test(text))).toEqual([])
    await page.close()
  })

  test('without a script it leads to the page of the selection', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.origin}/subscribe/`)
    await page.locator('input[name=tag][value=정렬]').check()
    await page.locator('input[name=tag][value=alignment]').check()
    await page.locator('select[name=match]').selectOption('all')
    await page.locator('#select button').click()
    await page.waitForURL('**/tags/alignment+%EC%A0%95%EB%A0%AC/')
    expect(await page.locator('h1').textContent()).toBe('#alignment + #정렬')
    await context.close()
  })
})

describe.skipIf(chromiumPath === null)('a feed in another blog', () => {
  const element = (attributes: string): string => `<paperwire-feed ${attributes}><a href="${site.origin}/">fallback</a></paperwire-feed>`

  test('shows its items there, under a strict policy, and nothing complains', async () => {
    blogPage = `<script type="module" src="${site.origin}/embed.js"></script>${element('tag="정렬" limit="2"')}`
    const { page, complaints } = await open(blogOrigin)
    const link = page.locator('paperwire-feed a', { hasText: 'A Model of Everything' })
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe(`${site.origin}/2024-06-10/a-model-of-everything/`)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('follows its attributes, and says so once the page stands', async () => {
    const twice = `<script type="module" src="${site.origin}/embed.js"></script>`.repeat(2)
    blogPage = `${twice}${element('tag="정렬" limit="1"')}${element('limit="1"')}`
    const { page, complaints } = await open(blogOrigin)
    const [first, second] = [page.locator('paperwire-feed').first(), page.locator('paperwire-feed').last()]
    for (const one of [first, second]) await one.locator('[part=feed][aria-busy=false] li').waitFor()
    expect(await first.locator('[role=status]').textContent()).toBe('')
    await first.evaluate((one) => one.setAttribute('limit', '2'))
    await first.locator('li').nth(1).waitFor()
    expect(await first.locator('[role=status]').textContent()).toMatch(/ \(2\)$/)
    await first.evaluate((one) => one.setAttribute('src', 'javascript:alert(1)'))
    await first.locator('> a').waitFor()
    expect(await first.locator('[role=status]').textContent()).toBe('fallback')
    expect(await second.locator('li').count()).toBe(1)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('taken out of the page, an element asks no further; put back, it shows its feed', async () => {
    blogPage = `<script type="module" src="${site.origin}/embed.js"></script>${element('')}`
    const { page } = await open(blogOrigin)
    await page.locator('paperwire-feed li').first().waitFor()
    const failed = page.waitForEvent('requestfailed')
    await page.route('**/tags/*/feed.json', () => {})
    const removed = await page.locator('paperwire-feed').evaluateHandle((one) => {
      one.setAttribute('tag', '정렬')
      setTimeout(() => one.remove(), 100)
      return one
    })
    expect((await failed).url()).toMatch(/\/tags\/[^/]+\/feed\.json$/)
    await page.unroute('**/tags/*/feed.json')
    await removed.evaluate((one) => one.ownerDocument.body.append(one))
    await page.locator('paperwire-feed a', { hasText: 'A Model of Everything' }).waitFor()
    await page.close()
  })

  test('of several tags, as a selection writes them, shows what has them', async () => {
    blogPage = `<script type="module" src="${site.origin}/embed.js"></script>${element('tag="정렬+!alignment"')}`
    const { page, complaints } = await open(blogOrigin)
    await page.locator('paperwire-feed a', { hasText: '정렬에 대하여' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  test('of a tag that there is not, the link inside stays', async () => {
    blogPage = `<script type="module" src="${site.origin}/embed.js"></script>${element('tag="nothing-of-the-kind"')}`
    const { page } = await open(blogOrigin)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('paperwire-feed > a').isVisible()).toBe(true)
    await page.close()
  })

  test('the page that makes the code makes one that works', async () => {
    const { page, complaints } = await open(`${site.origin}/embed/`)
    await page.locator('#embed select').selectOption('alignment')
    const code = (await page.locator('#snippet').textContent()) as string
    expect(code).toContain('tag="alignment"')
    blogPage = code
    const { page: shown } = await open(blogOrigin)
    await shown.locator('paperwire-feed a', { hasText: 'A Model of Everything' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
    await shown.close()
  })
})
