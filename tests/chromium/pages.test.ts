import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedSite } from '../served-site.ts'
import { chromiumPath, startBrowser, startSite } from './running.ts'

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const content = fileURLToPath(new URL('../worker/content', import.meta.url))

/** Days of another year, with as many entries as it takes for each tone of a calendar. */
const otherYear = [8, 4, 3, 2, 1]
  .map(
    (count, index) =>
      `2023-06-${10 + index}\n${Array.from({ length: count }, (_, number) => `Older ${index} ${number}\n글.\n#정렬\n`).join('')}`,
  )
  .join('')

/** What is wider than a narrow screen, and what runs from the right. */
const odd = `2023-06-15
${'Donaudampfschifffahrt'.repeat(5)}_${'And_Never_Ends'.repeat(5)}
https://example.org/${'a-long-address'.repeat(8)}
${'가나다라'.repeat(30)}
#${'아주긴태그'.repeat(8)} #정렬
نموذج لغوي كبير
https://arxiv.org/abs/2306.00077
هذا تعليق مكتوب بالعربية.
#정렬
`
const korean = `/tags/${encodeURIComponent('정렬')}/`

/** One of each kind of page. */
const pages = [
  ['home', '/'],
  ['day', '/2024-06-10/'],
  ['day of odd notes', '/2023-06-15/'],
  ['entry', '/2024-06-10/a-model-of-everything/'],
  ['tag', korean],
  ['tags', '/tags/'],
  ['days', '/days/'],
  ['year', '/days/2023/'],
  ['month', '/days/2023-06/'],
  ['day of every year', '/days/06-10/'],
  ['subscribe', '/subscribe/'],
  ['feed', '/rss.xml'],
  ['tag’s feed', `${korean}feed.json`],
  ['extension', '/json-feed-extension/'],
  ['search', '/search/'],
  ['embed', '/embed/'],
  ['404', '/nothing/'],
] as const

let site: ServedSite
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-pages-'))
  cpSync(content, folder, { recursive: true })
  writeFileSync(join(folder, 'older.md'), otherYear + odd)
  site = await startSite(folder)
  rmSync(folder, { recursive: true })
  browser = await startBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens a page, and gathers what it complains of and whatever it asks of others. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: string[]; readonly foreign: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const [complaints, foreign]: [string[], string[]] = [[], []]
  page.on('console', (message) => {
    // The status of a page that is about its status.
    if (message.type() === 'error' && !/404 \(Not Found\)/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) foreign.push(request.url())
  })
  await page.goto(site.origin + path)
  return { page, complaints, foreign, close: () => context.close() }
}

describe.skipIf(chromiumPath === null)('in Chromium', () => {
  describe.each(pages)('%s', (_, path) => {
    test.each(['light', 'dark'] as const)(
      'WCAG: axe finds nothing, nothing complains, no request leaves the site; %s',
      async (colorScheme) => {
        const { page, complaints, foreign, close } = await open(path, { colorScheme })
        expect(await page.title()).not.toBe('')
        // The page's own policy lets no foreign script in: axe comes by the debugger's door.
        await page.evaluate(axeSource)
        const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
        expect([complaints, foreign]).toEqual([[], []])
        await close()
      },
    )

    test('reads with scripts off, and on a narrow screen nothing sticks out', async () => {
      const { page, complaints, close } = await open(path, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
      expect(await page.locator('main').innerText()).not.toBe('')
      expect(complaints).toEqual([])
      await close()
      const narrow = await open(path, { viewport: { width: 320, height: 640 } })
      await narrow.page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '')
      })
      expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      await narrow.close()
    })

    test('the keyboard reaches every link, field and fold, in the order of the page', async () => {
      const { page, close } = await open(path)
      await page.waitForLoadState('networkidle')
      // What stands for a feed until it has come is hidden once it has; its links, and code that scrolls, are stops besides.
      const reachable = `[...document.querySelectorAll('a[href]:not(paperwire-feed a), input, select, button, summary')].filter((one) => one.checkVisibility())`
      const all = (await page.evaluate(`${reachable}.length`)) as number
      const reached = new Set<number>()
      for (let presses = 0; presses <= 2 * all + 20 && reached.size <= all; presses += 1) {
        await page.keyboard.press('Tab')
        reached.add((await page.evaluate(`${reachable}.indexOf(document.activeElement)`)) as number)
      }
      reached.delete(-1)
      expect(reached.size).toBe(all)
      await close()
    })
  })

  test('a feed’s address opened is a page; the same address fetched by it is the feed', async () => {
    const { page, close } = await open('/rss.xml')
    expect(await page.locator('#address').inputValue()).toBe(`${site.origin}/rss.xml`)
    const fetched = await page.evaluate(async () => {
      const response = await fetch('/rss.xml')
      return [response.headers.get('content-type'), (await response.text()).slice(0, 5)]
    })
    expect(fetched).toEqual(['application/rss+xml; charset=utf-8', '<?xml'])
    await close()
  })

  test('an Arabic title and note run from the right, in a list and on their page (UAX #9)', async () => {
    const { page, close } = await open('/days/2023-06/')
    const rightOf = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((block) => {
        const text = block.ownerDocument.createRange()
        text.selectNodeContents(block)
        return block.getBoundingClientRect().right - text.getBoundingClientRect().right
      })
    for (const selector of ['h3:has(:lang(ar))', '.gist:lang(ar)']) expect(await rightOf(selector), selector).toBeLessThan(1)
    await page.locator('h3 > :lang(ar)').click()
    expect(await rightOf('h1:lang(ar)')).toBeLessThan(1)
    await close()
  })

  test('an abstract folds without a script', async () => {
    const { page, close } = await open('/2024-06-10/', { javaScriptEnabled: false })
    const abstract = page.locator('details.abstract blockquote').first()
    const fold = page.locator('details.abstract summary').first()
    // A short one is open at first.
    expect(await abstract.isVisible()).toBe(true)
    await fold.click()
    expect(await abstract.isVisible()).toBe(false)
    await fold.click()
    expect(await abstract.isVisible()).toBe(true)
    await close()
  })

  test('printed, the abstract is there and the way around is not', async () => {
    const { page, close } = await open('/2024-06-10/')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header.site nav').isVisible()).toBe(false)
    expect(await page.locator('article').first().isVisible()).toBe(true)
    await close()
  })
})
