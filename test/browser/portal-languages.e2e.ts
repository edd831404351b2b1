/** The portal in other languages than English: from right to left where they run so. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { portal } from '../../src/words/ar/portal.ts'
import { openBrowser, openPage, phone, requireAccessible } from './browser.ts'
import { served } from '../machines/served.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** From here on this browser has chosen the language. */
const read = (page: Page, url: string, language: string): Promise<void> =>
  page.context().addCookies([{ name: 'guesthouse_language', value: language, url }])

test('R128: in Arabic the portal runs from right to left, and fits a phone', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, phone)
  await page.goto(w.url)
  await w.signIn(page, w.ada)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await read(page, w.url, 'ar')
  await page.goto(w.url)
  await page.getByRole('heading', { level: 1, name: portal.apps.title, exact: true }).waitFor()
  const html = page.locator('html')
  assert.deepEqual([await html.getAttribute('lang'), await html.getAttribute('dir')], ['ar', 'rtl'])
  for (const path of ['/', '/profile', '/organizations']) {
    await page.goto(w.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await requireAccessible(page, `${path} in Arabic`)
  }
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
