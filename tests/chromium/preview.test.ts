import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { freePort } from '../free-port.ts'
import { chromiumPath, startBrowser } from './running.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperwire-preview-'))
const note = (date: string, title: string): void =>
  writeFileSync(join(folder, 'a.md'), `# ${date}\n## ${title}\n${'한 문단이다.\n'.repeat(200)}#tag\n`)

let browser: Browser
let end = (): void => {}
let exit: Promise<number>
let origin = ''
beforeAll(async () => {
  if (chromiumPath === null) return
  const port = await freePort()
  origin = `http://localhost:${port}`
  writeFileSync(join(folder, 'site.md'), '---\ntitle: Notes\nurl: https://notes.example\n---\n')
  note('2024-06-31', 'First Paper')
  const { promise, resolve } = Promise.withResolvers<void>()
  exit = run(['start', '--port', String(port), '--content', folder], {
    say: (text) => text.startsWith('Serving') && resolve(),
    complain: () => {},
    ask: null,
    onEnd: (listener) => {
      end = () => listener('SIGTERM')
    },
  })
  await promise
  browser = await startBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  end()
  await exit
  rmSync(folder, { recursive: true })
})

test.skipIf(chromiumPath === null)('an open page shows mistakes, becomes what is saved, and keeps its place', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/2024-06-30/`)
  const mistake = page.getByText('2024-06-31 is no day of the calendar')
  await mistake.waitFor()

  note('2024-06-30', 'First Paper')
  await page.getByRole('link', { name: 'First Paper' }).first().waitFor()
  expect(await mistake.count()).toBe(0)
  await page.evaluate('scrollTo({ top: 1500, behavior: "instant" })')

  note('2024-06-30', 'Second Paper')
  await page.getByRole('link', { name: 'Second Paper' }).first().waitFor({ state: 'attached' })
  await expect.poll(() => page.evaluate('scrollY')).toBe(1500)

  note('2024-06-31', 'Second Paper')
  await mistake.waitFor()
  expect(await page.getByText('# 2024-06-31').isVisible()).toBe(true)
  expect(await page.evaluate('scrollY')).toBe(1500)
  // What stands at the end of the page can be scrolled to: the mistakes come after it.
  await page.evaluate('scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" })')
  const [footer, shown] = await Promise.all([page.locator('footer.site').boundingBox(), page.locator('.mistakes').boundingBox()])
  expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeLessThanOrEqual((shown?.y ?? 0) + 1)
  note('2024-06-30', 'Second Paper')
  await mistake.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.close()
})
