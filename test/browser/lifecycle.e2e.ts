/**
 * Lifecycle policies as an administrator makes one, and as the guest meets it: looked at before it
 * is saved, told by mail, disabled, and able to leave (R134, R135).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { keepIn } from '../../src/directory/lifecycle/run.ts'
import { dayMs } from '../../src/kernel/time.ts'
import { served } from '../machines/served.ts'
import { mailsTo } from '../mails.ts'
import {
  desktop,
  goTo,
  browserOfTests,
  openPage,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
} from './browser.ts'

const browser = browserOfTests()

type World = Awaited<ReturnType<typeof served>>

/** The days pass, and the job comes by. */
const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await keepIn(w.db, w.fabrikam.id, w.now())
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '')

test('R134, R135: a policy is saved as it was looked at, the guest is told, disabled, and can still leave', async () => {
  const w = await served()
  await w.as(w.bob).post(`/account/organizations/${w.fabrikam.id}/session`)
  w.pass(80 * dayMs)
  await w.as(w.bob).post(`/account/organizations/${w.fabrikam.id}/session`)
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, desktop, 'Guest lifecycle')
  await page.getByText('No policy yet').waitFor()
  await requireAccessibleEverywhere(page, 'no policy yet')
  await picture(page, 'lifecycle-empty')

  // Nothing is saved before it was looked at.
  await page.getByRole('link', { name: 'New policy' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Unused')
  const save = page.getByRole('button', { name: 'Save policy' })
  const look = page.getByRole('button', { name: 'Show what it would do' })
  const unseen = save.and(page.locator('[aria-disabled="true"]'))
  await unseen.waitFor()
  await look.focus()
  await page.keyboard.press('Enter')
  const main = page.getByRole('main')
  await main.getByText('One guest is told').waitFor()
  await main.getByText('Ada Lovelace').first().waitFor()
  assert.equal(await main.getByText('Bob Okafor').count(), 0, 'who is active is not named')
  assert.match(await focused(page), /Show what it would do/, 'the focus stays')
  await main.getByText('Only if it is not used before then').first().waitFor()
  await requireAccessible(page, 'a policy that was looked at')
  await picture(page, 'lifecycle-looked-at')

  // Other settings are to be looked at again, and so are other facts.
  await page.getByRole('checkbox', { name: 'Somebody answers for the guest' }).check()
  await unseen.waitFor()
  await page.getByText('The settings have changed since.').first().waitFor()
  await page.getByRole('checkbox', { name: 'Somebody answers for the guest' }).uncheck()
  w.pass(70 * dayMs)
  await save.click()
  await page.getByRole('alert').getByText('other guests are concerned by now').waitFor()
  await main.getByText('2 guests are told').waitFor()
  await save.click()
  await page.getByRole('heading', { level: 1, name: 'Unused' }).waitFor()
  await page.getByText('Lifecycle policy made').waitFor()
  await page.getByText('Nothing yet').waitFor()

  // Told, then disabled: the guest hears both, reads it in the row, and can leave.
  for (const days of [0, 10, 10, 9, 1]) await pass(w, days)
  const told = (await mailsTo(w.db, w.ada.upn)).map(({ subject }) => subject)
  assert.equal(told.at(0), 'Your account at Fabrikam will be disabled soon')
  assert.equal(told.at(-1), 'Your account at Fabrikam is disabled')
  // Weeks are over: whoever was signed in then is not any more.
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/policies`)
  await w.signIn(page, w.frank)
  await page.getByRole('link', { name: 'Unused' }).click()
  await page.getByRole('table', { name: 'What it did' }).waitFor()
  await page.getByText('Last run').waitFor()
  await requireAccessibleEverywhere(page, 'a policy and what it did')
  await picture(page, 'lifecycle-policy')
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${w.userOf(w.ada, w.fabrikam)}`)
  await page.getByRole('heading', { name: 'What ends it next' }).waitFor()
  await page.getByText(/Deleted permanently/).waitFor()
  await requireAccessible(page, 'what ends a guest next')
  await picture(page, 'lifecycle-guest')
  await page.context().close()

  const guest = await openPage(browser, desktop)
  await guest.page.goto(`${w.url}/organizations`)
  await w.signIn(guest.page, w.ada)
  await guest.page.getByText('Unless it is enabled again, it is removed on').waitFor()
  await requireAccessible(guest.page, 'disabled by a policy')
  await picture(guest.page, 'lifecycle-portal')
  await guest.page.getByRole('link', { name: 'Leave organization Fabrikam' }).click()
  await guest.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await guest.page.getByText('You have left').first().waitFor()
  assert.deepEqual([...problems, ...guest.problems], [])
  await guest.page.context().close()
  await w.stop()
})
