/** What was typed in a form of the admin centre is not lost without a question. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { userPropertiesIn } from '../../src/words/user-properties.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import {
  browserOfTests,
  desktop,
  goTo,
  openPage,
  phone,
  picture,
  requireAccessible,
} from './browser.ts'

const browser = browserOfTests()

/** Loads the page anew; whether the browser asked before, and was told to stay. */
const asksBeforeReload = async (page: Page): Promise<boolean> => {
  const seen = { asked: false }
  const stay = (dialog: { type: () => string; dismiss: () => Promise<void> }): void => {
    seen.asked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  }
  page.on('dialog', stay)
  await page.reload({ timeout: 3_000 }).catch(() => {})
  page.off('dialog', stay)
  return seen.asked
}

for (const view of [desktop, phone])
  test(`what was typed in a form is asked about before it is left, saved or let go, at ${view.width}`, async () => {
    const w = await served()
    const { page, problems } = await openPage(browser, view)
    await page.goto(`${w.url}/admin/${w.fabrikam.id}/policies`)
    await w.signIn(page, w.frank)
    await page.getByRole('link', { name: 'New policy' }).click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.waitFor()
    // Untouched, it is left without one.
    await goTo(page, view, 'Groups')
    await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
    await page.goBack()

    await name.fill('Unused')
    await goTo(page, view, 'Groups')
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('Discard what you entered?').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Keep')
    await requireAccessible(page, 'unsaved')
    await picture(page, `admin-unsaved-${view.width}`)
    await dialog.getByRole('button', { name: 'Keep' }).click()
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await name.inputValue(), 'Unused', 'nothing is lost')

    // Back in the history, and the page itself.
    await page.goBack()
    await dialog.getByText('Discard what you entered?').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await asksBeforeReload(page), true)
    assert.equal(await name.inputValue(), 'Unused')

    // Saved, it is not asked about, though saving leads to another page.
    await page.getByRole('switch', { name: 'On' }).uncheck()
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.getByRole('heading', { level: 1, name: 'Unused' }).waitFor()
    await page.getByText('Nothing yet').waitFor()
    assert.equal(await asksBeforeReload(page), false)
    await name.fill('Unused for long')
    await goTo(page, view, 'Groups')
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
    assert.equal(await asksBeforeReload(page), false)

    // A dialog is a form too: left by Escape, by Cancel or by a click beside it, it asks once.
    const opener = page.getByRole('button', { name: 'New group' })
    await opener.click()
    const called = page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true })
    const ways = [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click(),
      () => page.mouse.click(4, 4),
    ]
    for (const leave of ways) {
      await called.fill('Aurora')
      await leave()
      await dialog.getByText('Discard what you entered?').waitFor()
      await page.waitForFunction(() => document.activeElement?.textContent === 'Keep')
      await dialog.getByRole('button', { name: 'Keep' }).click()
      await dialog.waitFor({ state: 'detached' })
      assert.equal(await called.inputValue(), 'Aurora', 'nothing is lost')
      await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
    }
    await page.keyboard.press('Escape')
    await picture(page, `admin-discard-${view.width}`)
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await opener.click()
    assert.equal(await called.inputValue(), '', 'it was discarded')
    for (const leave of ways) {
      await leave()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await opener.click()
    }
    await called.fill('Aurora')
    assert.equal(await asksBeforeReload(page), true)
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aurora' }).waitFor()
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  })

test('R133: the end date of a guest that is set where they are edited is kept', async () => {
  const w = await served()
  const ada = w.userOf(w.ada, w.fabrikam)
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${ada}`)
  await w.signIn(page, w.frank)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const day = plus(w.now(), 90 * dayMs)
    .toISOString()
    .slice(0, 'YYYY-MM-DD'.length)
  await dialog.getByLabel(userPropertiesIn('en')['guesthouse.endDateTime']).fill(day)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const read = w.as(w.frank, w.fabrikam).get(`/v1.0/users/${ada}?$select=guesthouse.endDateTime`)
  assert.match(String((await json(await read))['guesthouse.endDateTime']), new RegExp(`^${day}`))
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
