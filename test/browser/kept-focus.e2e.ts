/** The focus stays in the page, however slow the machine is that takes away what had it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { served } from '../machines/served.ts'
import { browserOfTests, desktop, openPage } from './browser.ts'

const browser = browserOfTests()

const isKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => document.activeElement !== null && document.activeElement !== document.body,
    undefined,
    { timeout: 3_000 },
  )

/** Does this to the button that has the focus, and draws nothing for longer than is waited. */
const slowly = (page: Page, act: 'disable' | 'blur' | 'remove'): Promise<void> =>
  page.evaluate((how) => {
    const button = document.activeElement as HTMLButtonElement
    if (how === 'disable') button.disabled = true
    if (how === 'blur') button.blur()
    if (how === 'remove') button.remove()
    // Timers are due before the page is drawn.
    const keepBusy = (rest: number): void => {
      const until = performance.now() + 40
      while (performance.now() < until);
      if (rest > 0) setTimeout(() => keepBusy(rest - 1))
    }
    keepBusy(5)
  }, act)

test('what had the focus is disabled, blurred or gone on a slow machine: it is not lost; who presses beside everything has put it away', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users`)
  await w.signIn(page, w.frank)
  await page.getByRole('link', { name: 'Fiona Byrne' }).waitFor()
  for (const act of ['blur', 'disable', 'remove'] as const) {
    const button = page.getByRole('main').getByRole('button', { name: 'New user' })
    await button.focus()
    await slowly(page, act)
    await isKept(page)
    await page.reload()
    await page.getByRole('link', { name: 'Fiona Byrne' }).waitFor()
  }
  await page.getByRole('main').getByRole('button', { name: 'New user' }).focus()
  await page.mouse.click(desktop.width - 20, desktop.height - 20)
  await page.waitForTimeout(300)
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
