/** The questions of the portal in a dialog: all that stands in them is read, on each screen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { browserOfTests, desktop, openPage, phone, picture } from './browser.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

/** What the bar with the buttons does to the rest of an open dialog, a sentence for each fault. */
const faultsOfBar = (dialog: Locator): Promise<string[]> =>
  dialog.evaluate((root) => {
    const bar = root.querySelector('.decide') ?? root
    const faults: string[] = []
    const judge = (where: string): void => {
      const around = root.getBoundingClientRect()
      const below = document.elementFromPoint(around.left + 40, around.bottom - 3)
      if (below === null || !bar.contains(below))
        faults.push(`${where}: beneath the bar stands ${below?.textContent ?? 'nothing'}`)
    }
    root.scrollTop = 0
    judge('at its beginning')
    root.scrollTop = root.scrollHeight / 3
    judge('in between')
    root.scrollTop = root.scrollHeight
    judge('at its end')
    const last = bar.previousElementSibling ?? bar
    if (last.getBoundingClientRect().bottom > bar.getBoundingClientRect().top)
      faults.push(`the bar covers ${last.textContent}`)
    for (const one of root.querySelectorAll<HTMLElement>('a, textarea')) {
      if (bar.contains(one)) continue
      root.scrollTop = 0
      one.focus()
      if (one.getBoundingClientRect().bottom + 4 > bar.getBoundingClientRect().top)
        faults.push(`the bar covers what has the focus: ${one.textContent || one.id}`)
    }
    return faults
  })

const low = { width: 1280, height: 480, colorScheme: 'light' } as const

for (const view of [desktop, low, phone])
  test(`R6: nothing in a question is covered by its buttons, or stands beneath them, at ${view.width} × ${view.height}`, async () => {
    const w = await served()
    await w
      .as(w.nora, w.northwind)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
    const { page, problems } = await openPage(browser, view)
    await page.goto(`${w.url}/organizations`)
    await w.signIn(page, w.ada)
    const dialog = page.getByRole('alertdialog')
    const asked = async (link: string, name: string): Promise<void> => {
      await page.getByRole('link', { name: link }).click()
      await dialog.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await faultsOfBar(dialog), [], name)
      await picture(page, `question-${name}-${view.width}-${view.height}`)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await asked('Leave organization Fabrikam', 'leave')
    await asked('Ask to be removed Northwind', 'ask')
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  })
