import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedSite } from '../served-site.ts'
import { chromiumPath, startBrowser, startSite } from './running.ts'

const labels = ['정렬', '강화학습', 'image_generation', 'image-generation', 'image-generation', 'Élan', 'llm', 'vision', 'speech', 'agents']
const more = ['code', 'law', 'games', 'video', 'audio']

let content = ''
let site: ServedSite
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  content = mkdtempSync(join(tmpdir(), 'paperwire-tags-'))
  writeFileSync(join(content, 'site.md'), '---\ntitle: T\nurl: https://notes.example\nlanguage: ko\naliases: { rl: 강화학습 }\n---\n')
  const entries = [...labels, ...more].map((label, index) => `T${index}\n글.\n#${label}\n`)
  writeFileSync(join(content, 'a.md'), `2024-06-10\n${entries.join('')}`)
  site = await startSite(content)
  browser = await startBrowser()
  page = await browser.newPage()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  if (content !== '') rmSync(content, { recursive: true, force: true })
})

describe.skipIf(chromiumPath === null)('the field that finds a tag', () => {
  test.each([
    ['ali', []],
    ['elan', ['Élan']],
    ['정려', ['정렬']],
    ['ㄱㅎ', ['강화학습']],
    ['rl', ['강화학습']],
    ['imagegen', ['image-generation', 'image_generation']],
  ])('%s shows %j and says how many', async (typed, shown) => {
    await page.goto(`${site.origin}/tags/`)
    await page.locator('#filter').fill(typed)
    expect(await page.locator('.letter li a:visible').allTextContents()).toEqual(shown)
    expect(await page.locator('#by-use').isVisible()).toBe(false)
    expect(await page.locator('.tag-filter output').textContent()).toBe(
      shown.length === 0 ? '그런 태그는 없습니다.' : `찾은 태그: ${shown.length}`,
    )
  })

  test('emptied, it shows every tag again; entered, it leads to the first', async () => {
    await page.goto(`${site.origin}/tags/`)
    const all = await page.locator('.letter li a:visible').count()
    await page.locator('#filter').fill('llm')
    await page.locator('#filter').fill('')
    expect([await page.locator('.letter li a:visible').count(), await page.locator('#by-use').isVisible()]).toEqual([all, true])
    await page.locator('#filter').fill('vis')
    await page.locator('#filter').press('Enter')
    await page.waitForURL('**/tags/vision/')
  })

  test('asks nothing of the network, and holds when the page is narrow', async () => {
    await page.goto(`${site.origin}/tags/`)
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setViewportSize({ width: 320, height: 640 })
    await page.locator('#filter').pressSequentially('image')
    // A browser asks for the icon of a tab when it likes.
    expect(asked.filter((url) => !url.endsWith('/icon.svg'))).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })
})
