import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedSite } from '../served-site.ts'
import { chromiumPath, startBrowser, startSite } from './running.ts'

const content = fileURLToPath(new URL('../worker/content', import.meta.url))

/** A month with more entries than a list says more of than their titles. */
const longMonth = `2020-01-02\n${Array.from({ length: 31 }, (_, number) => `Title ${number}\n글.\n#정렬\n`).join('')}`
const entry = '/2024-06-10/a-model-of-everything/'

let site: ServedSite
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-moves-'))
  cpSync(content, folder, { recursive: true })
  writeFileSync(join(folder, '2020-01-02.md'), longMonth)
  site = await startSite(folder)
  rmSync(folder, { recursive: true })
  browser = await startBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** What opens pages in one context, and gathers what they complain of. */
interface Opened {
  readonly context: BrowserContext
  readonly complaints: string[]
  open(path: string): Promise<Page>
}

async function started(options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  const complaints: string[] = []
  return {
    context,
    complaints,
    async open(path) {
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(site.origin + path)
      await page.locator('button.theme').waitFor()
      return page
    },
  }
}

/** The path of the link that has the focus; null where no link has it. */
const focused = (page: Page): Promise<string | null> => page.evaluate('document.activeElement.pathname ?? null')

const styleOf = (of: Locator, property: string, part: string | null = null): Promise<string> =>
  of.evaluate((one, [named, of]) => one.ownerDocument.defaultView.getComputedStyle(one, of)[named], [property, part] as const)

const pathOf = (page: Page): string => new URL(page.url()).pathname

describe.skipIf(chromiumPath === null)('keys', () => {
  test.each(['/', '/2024-06-10/', '/tags/alignment/'])(
    'j and k go from entry to entry of %s, o opens one, / goes to search',
    async (path) => {
      const { open, context, complaints } = await started()
      const page = await open(path)
      const entries = (await page
        .locator('.h-entry .u-url')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) as string[]
      await page.keyboard.press('j')
      expect(await focused(page)).toBe(entries[0])
      for (const _ of entries) await page.keyboard.press('j')
      expect(await focused(page)).toBe(entries.at(-1))
      const marked = page.locator('.h-entry').last()
      expect(await marked.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(720)
      expect(await styleOf(marked, 'boxShadow')).not.toBe('none')
      for (const _ of entries) await page.keyboard.press('k')
      expect(await focused(page)).toBe(entries[0])
      await page.keyboard.press('o')
      await page.waitForURL(`**${entries[0]}`)
      await page.keyboard.press('/')
      await page.waitForURL('**/search/#q')
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('q')
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('j and k go through entries that a page lists by their titles alone', async () => {
    const { open, context } = await started()
    const page = await open('/days/2020-01/')
    expect(await page.locator('.gist').count()).toBe(0)
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
    expect(await focused(page)).toBe('/2020-01-02/title-0/')
    expect(await styleOf(page.locator('.titles > li').first(), 'boxShadow')).not.toBe('none')
    await context.close()
  })

  test('j goes through what a search has found', async () => {
    const { open, context } = await started()
    const page = await open(`/search/?q=${encodeURIComponent('철회')}`)
    await page.locator('#results a').first().waitFor()
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(entry)
    expect(await styleOf(page.locator('.h-entry').first(), 'boxShadow')).not.toBe('none')
    await context.close()
  })

  test('h and l go to the older and the newer page, on a keyboard that is set to Hangul too', async () => {
    const { open, context } = await started()
    const page = await open('/2024-06-10/')
    await page.keyboard.press('h')
    await page.waitForURL('**/2024-06-09/')
    await page.locator('button.theme').waitFor()
    await page.locator('body').dispatchEvent('keydown', { key: 'ㅣ', code: 'KeyL' })
    await page.waitForURL('**/2024-06-10/')
    await context.close()
  })

  test('in a field and with a modifier they are what they always are', async () => {
    const { open, context } = await started()
    const page = await open('/search/')
    expect(await page.evaluate('document.activeElement.id')).toBe('q')
    await page.keyboard.type('j/k?')
    expect(await page.locator('#q').inputValue()).toBe('j/k?')
    expect(await page.locator('dialog').count()).toBe(0)
    const day = await open('/2024-06-10/')
    await day.keyboard.press('Control+j')
    expect(await focused(day)).toBeNull()
    await context.close()
  })

  test('WCAG 2.1.4: the help says what they do, and turns them off on every page until it turns them on', async () => {
    const { open, context, complaints } = await started()
    const page = await open('/')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.locator('kbd').allTextContents()).toEqual(['j', 'k', 'o', 'h', 'l', '/', '?'])
    expect(await dialog.locator('h2').textContent()).toBe('단축키')
    await page.keyboard.press('j')
    expect(await focused(page)).toBeNull()
    await dialog.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)

    const other = await open('/2024-06-10/')
    for (const key of ['j', '?', '/']) await other.keyboard.press(key)
    expect([await focused(other), await other.locator('dialog').count(), pathOf(other)]).toEqual([null, 0, '/2024-06-10/'])
    await other.locator('button.keys').click()
    await other.getByRole('checkbox').check()
    await other.getByRole('dialog').getByRole('button').click()
    await other.evaluate('document.activeElement.blur()')
    await other.keyboard.press('j')
    expect(await focused(other)).not.toBeNull()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe.skipIf(chromiumPath === null)('the theme', () => {
  const paper = (page: Page): Promise<string> => styleOf(page.locator('body'), 'backgroundColor')

  test('goes from the system’s to light to dark and back, says which, is remembered, and shows in other tabs', async () => {
    const { open, context, complaints } = await started({ colorScheme: 'dark' })
    const [page, other] = [await open('/'), await open('/tags/')]
    const dark = await paper(page)
    const button = page.locator('button.theme')
    const seen: (string | null)[] = [await button.getAttribute('aria-label')]
    await button.click()
    const light = await paper(page)
    expect(light).not.toBe(dark)
    await expect.poll(() => paper(other)).toBe(light)
    await page.reload()
    expect([await paper(page), await page.locator('meta[name=color-scheme]').getAttribute('content')]).toEqual([light, 'light'])
    for (const expected of [dark, dark]) {
      seen.push(await button.getAttribute('aria-label'))
      await button.click()
      expect(await paper(page)).toBe(expected)
    }
    seen.push(await button.getAttribute('aria-label'))
    expect(seen).toEqual(['테마: 시스템 설정', '테마: 밝게', '테마: 어둡게', '테마: 시스템 설정'])
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is there before anything is painted, without the rest of the scripts', async () => {
    const { context } = await started({ colorScheme: 'dark' })
    await context.addInitScript(`localStorage.setItem('theme', 'light')`)
    await context.route('**/page.js', (route) => route.abort())
    const page = await context.newPage()
    await page.goto(`${site.origin}/`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
    await context.close()
  })

  test('where nothing may be kept, the page is as the system is, and nothing complains', async () => {
    const { open, context, complaints } = await started()
    await context.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
    )
    const page = await open('/')
    await page.locator('button.theme').click()
    await page.keyboard.press('j')
    expect([await focused(page), complaints]).toEqual([entry, []])
    await context.close()
  })
})

describe.skipIf(chromiumPath === null)('what can be taken along', () => {
  const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()')

  test('the link and the BibTeX of an entry are copied, and said to be', async () => {
    const { open, context, complaints } = await started({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await open(`${entry}?from=elsewhere#main`)
    await page.locator('[data-copy-link]').click()
    await page.getByRole('status').filter({ hasText: '복사했습니다' }).waitFor()
    expect(await copied(page)).toBe(site.origin + entry)
    await page.locator('[data-copy-file]').click()
    await expect.poll(() => copied(page)).toMatch(/^@\w+\{/)
    expect(await page.locator('[data-share]').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('where a browser shares, the button gives it the page’s title and address', async () => {
    const { open, context } = await started()
    await context.addInitScript(`navigator.share = async ({ title, url }) => document.body.setAttribute('data-shared', title + ' ' + url)`)
    const page = await open(entry)
    await page.locator('[data-share]').click()
    expect(await page.locator('body').getAttribute('data-shared')).toBe(`${await page.title()} ${site.origin}${entry}`)
    await context.close()
  })

  test('a feed’s address is selected by a press or by the keyboard, and copied by the button', async () => {
    const { open, context } = await started({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await open('/rss.xml')
    await page.locator('#address').click()
    expect(await page.evaluate('getSelection().toString()')).toBe(`${site.origin}/rss.xml`)
    await page.locator('[data-copy-from]').click()
    await expect.poll(() => copied(page)).toBe(`${site.origin}/rss.xml`)
    await context.close()
  })

  test('where the clipboard is refused, what was to be copied is selected', async () => {
    const { open, context } = await started()
    await context.addInitScript(`navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))`)
    const page = await open('/embed/')
    await page.locator('#copy').click()
    await page.getByRole('status').filter({ hasText: '선택했습니다' }).waitFor()
    expect(await page.evaluate('getSelection().toString()')).toBe(await page.locator('#snippet').textContent())
    await context.close()
  })
})

describe.skipIf(chromiumPath === null)('pages fetched before they are asked for', () => {
  test('the browser takes the rules under the pages’ policy, and fetches a page that a pointer rests on', async () => {
    const { open, context, complaints } = await started()
    const page = await open('/')
    const session = await context.newCDPSession(page)
    const [errors, prefetched]: [string[], Set<string>] = [[], new Set()]
    session.on('Preload.ruleSetUpdated', ({ ruleSet }) => void (ruleSet.errorType && errors.push(ruleSet.errorMessage ?? '')))
    session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl }) => void prefetched.add(new URL(prefetchUrl).pathname))
    await session.send('Preload.enable')
    for (const href of ['/rss.xml', '/days/', entry]) await page.locator(`a[href="${href}"]:visible`).first().hover()
    await expect.poll(() => prefetched.has(entry)).toBe(true)
    expect([errors, prefetched.has('/rss.xml'), complaints]).toEqual([[], false, []])
    await context.close()
  })

  test('a browser without such rules fetches it by the script, once, unless bytes are to be saved', async () => {
    for (const saveData of [false, true]) {
      const { open, context, complaints } = await started()
      await context.addInitScript(
        `HTMLScriptElement.supports = () => false
        Object.defineProperty(navigator, 'connection', { value: { saveData: ${saveData} } })`,
      )
      const page = await open('/')
      const fetched: string[] = []
      page.on('request', (request) => request.resourceType() === 'fetch' && fetched.push(new URL(request.url()).pathname))
      for (const href of ['/rss.xml', entry, '/', entry]) {
        await page.locator(`a[href="${href}"]:visible`).first().hover()
        await page.waitForTimeout(150)
      }
      expect([fetched, complaints]).toEqual([saveData ? [] : [entry], []])
      await context.close()
    }
  })
})

test.skipIf(chromiumPath === null)('what is folded shows nothing of it, and all of it on paper', async () => {
  const { open, context } = await started()
  const page = await open('/2024-06-10/')
  await page
    .locator('article .authors')
    .first()
    .evaluate((line) => {
      line.innerHTML = '<details class="others"><summary>+1</summary><span>Ada Lovelace</span></details>'
    })
  const folded = page.locator('.others span')
  expect(await folded.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect([await folded.isVisible(), await page.locator('.others summary').isVisible()]).toEqual([true, false])
  await context.close()
})

test.skipIf(chromiumPath === null)('a day is printed as a reading list: titles, authors, addresses, notes, and no way around', async () => {
  const { open, context } = await started()
  const page = await open('/2024-06-10/')
  await page.emulateMedia({ media: 'print' })
  const shown = async (selector: string): Promise<boolean> => page.locator(selector).first().isVisible()
  for (const selector of ['article h2', 'article .authors', '.u-bookmark-of', '.commentary'])
    expect([selector, await shown(selector)]).toEqual([selector, true])
  for (const selector of ['header.site nav', 'button.theme', 'button.keys', '.aside', '.tools', '.pager', 'footer.site ul'])
    expect([selector, await shown(selector)]).toEqual([selector, false])
  const address = page.locator('.u-bookmark-of').first()
  expect(await styleOf(address, 'content', '::after')).toContain((await address.getAttribute('href')) as string)
  await context.close()
})

test.skipIf(chromiumPath === null)('the box of feeds opens without a script, and closes by Escape or a press elsewhere', async () => {
  const { open, context, complaints } = await started()
  const page = await open('/')
  const [button, feeds] = [page.locator('.subscribe > summary'), page.locator('.subscribe .choices')]
  for (const close of [() => page.keyboard.press('Escape'), () => page.locator('footer.site').click()]) {
    await button.click()
    expect(await feeds.isVisible()).toBe(true)
    await close()
    expect(await feeds.isVisible()).toBe(false)
  }
  expect(complaints).toEqual([])
  await context.close()
  const { context: withoutScripts } = await started({ javaScriptEnabled: false })
  const plain = await withoutScripts.newPage()
  await plain.goto(site.origin)
  await plain.locator('.subscribe > summary').click()
  expect(await plain.locator('.subscribe .choices').isVisible()).toBe(true)
  await withoutScripts.close()
})
