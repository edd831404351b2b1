/** The demo as people see it: three clicks to leave, then time is skipped. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoServed } from '../machines/demo-served.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  phone,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
} from './browser.ts'

const browser = browserOfTests()

test('the demo: left with three clicks from /demo, and erased and told when 30 days are skipped', async () => {
  const demo = await demoServed()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${demo.url}/demo`)
  await requireAccessibleEverywhere(page, 'demo')
  await page.getByRole('button', { name: 'Sign in as Ada' }).click()
  await page.getByRole('link', { name: 'Leave organization' }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByText('You have left Fabrikam').first().waitFor()

  await page.goto(`${demo.url}/demo`)
  await page.getByRole('button', { name: 'Skip 30 days' }).click()
  const told = page.getByRole('status')
  await told.getByText('Days skipped: 30').waitFor()
  assert.match(
    (await told.textContent()) ?? '',
    /Accounts erased for good, each with a receipt\s*1\s/,
  )
  await requireAccessible(page, 'demo, skipped')
  await picture(page, 'demo-skipped')
  await page.getByRole('link', { name: 'Your data at Fabrikam is erased' }).click()
  await page.getByRole('heading', { name: 'Your data at Fabrikam is erased' }).waitFor()
  assert.deepEqual(problems, [])

  const small = await openPage(browser, phone)
  await small.page.goto(`${demo.url}/demo`)
  await requireAccessible(small.page, 'demo on a phone')
  await small.page.getByRole('button', { name: 'Skip a day' }).click()
  await small.page.getByText('Days skipped: 1', { exact: false }).waitFor()
  assert.deepEqual(small.problems, [])
  await page.context().close()
  await small.page.context().close()
  await demo.stop()
})
