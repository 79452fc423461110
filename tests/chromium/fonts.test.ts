import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedSite } from '../served-site.ts'
import { chromiumPath, startBrowser, startSite } from './running.ts'

const content = fileURLToPath(new URL('../worker/content', import.meta.url))
const entry = '/2024-06-10/a-model-of-everything/'

let site: ServedSite
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  site = await startSite(content)
  browser = await startBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** The faces that the text of an element is drawn in. Those that the page brought begin with a star. */
async function facesOf(page: Page, selector: string): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? `*${familyName}` : familyName))
}

/** The fonts that a page asks for, by their files' names, and the bytes of them all. */
async function fontsLoadedBy(
  context: BrowserContext,
  path: string,
): Promise<{ readonly files: readonly string[]; readonly bytes: number }> {
  const page = await context.newPage()
  const files: Promise<readonly [string, number]>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'font')
      files.push(
        request.sizes().then(({ responseBodySize }) => [new URL(request.url()).pathname.split('/').at(-1) as string, responseBodySize]),
      )
  })
  await page.goto(site.origin + path, { waitUntil: 'networkidle' })
  const loaded = await Promise.all(files)
  await page.close()
  return { files: loaded.map(([file]) => file).toSorted(), bytes: loaded.reduce((sum, [, size]) => sum + size, 0) }
}

describe.skipIf(chromiumPath === null)('fonts in Chromium', () => {
  test('a title is set in the site’s serif, what stands around it in its sans', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(site.origin + entry, { waitUntil: 'networkidle' })
    // A page's first visit may be painted before its fonts have come; the second has them.
    await page.reload({ waitUntil: 'networkidle' })
    expect(await facesOf(page, 'h1')).toEqual(['*Literata'])
    expect(await facesOf(page, '.authors')).toContain('*Hanken Grotesk')
    await context.close()
  })

  test.each(['/', entry, '/tags/'])('%s loads the fonts that it names in its head and no other, in at most 60 kB', async (path) => {
    const context = await browser.newContext()
    const { files, bytes } = await fontsLoadedBy(context, path)
    const html = await (await fetch(site.origin + path)).text()
    const named = [...html.matchAll(/<link rel="preload" href="[^"]+\/([^"/]+)" as="font"/g)].map(([, file]) => file as string)
    expect(files).toEqual(named.toSorted())
    expect(bytes).toBeLessThanOrEqual(60_000)
    await context.close()
  })

  test.each([
    [375, '/'],
    [375, entry],
    [1280, '/'],
    [1280, entry],
    [375, '/rss.xml'],
    [1280, '/rss.xml'],
  ])('at %d px on %s nothing moves when fonts and scripts come late, and text doesn’t wait for them', async (width, path) => {
    const context = await browser.newContext({ viewport: { width, height: 812 } })
    const page = await context.newPage()
    const late = Promise.withResolvers<void>()
    // The script of the theme, which has to come before anything is painted, comes in time.
    await page.route(/\.woff2$|\/(?!theme\b)[^/]*\.js$/, async (route) => {
      await late.promise
      await route.continue()
    })
    await page.addInitScript(
      `window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })`,
    )
    await page.goto(site.origin + path, { waitUntil: 'commit' })
    await expect.poll(() => page.evaluate(`performance.getEntriesByName('first-contentful-paint').length`), { timeout: 20_000 }).toBe(1)
    late.resolve()
    await page.waitForLoadState('networkidle')
    await page.evaluate(
      'document.fonts.ready.then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))',
    )
    expect(await page.evaluate('shifts')).toEqual([])
    await context.close()
  })
})
