/**
 * A receipt as people see it: without script, on paper, as a file; and the search that leads an
 * administrator to it, by keyboard.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tellEnded } from '../../src/propagation/back-channel.ts'
import { verifyReceipt } from '../../src/receipts/verify.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import { mailsTo } from '../mails.ts'
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

test('complaint N, R20: the link in the mail opens the receipt without script; it prints whole, and its file verifies', async () => {
  const w = await served()
  await json(await w.as(w.ada).leave(w.fabrikam))
  await tellEnded(w.services, w.now())
  const [mail] = await mailsTo(w.db, w.ada.upn, w.url)
  const link = /http\S+\/receipts\/\S+/.exec(mail?.body ?? '')?.[0] ?? assert.fail('no link')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: desktop.width, height: desktop.height },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Receipt: account at Fabrikam' }).waitFor()
  await page.getByText('It can be restored until').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the signed receipt' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  const keys = (await (await w.app.request(`${w.url}/receipts/keys`)).json()) as { keys: never[] }
  assert.ok((await verifyReceipt(file, keys.keys)).genuine)
  // On paper there is what it says, and nothing to click.
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('link', { name: 'Download the signed receipt' }).count(), 0)
  assert.equal(await page.getByRole('button').count(), 0)
  await page.getByText('It can be restored until').waitFor()
  await picture(page, 'receipt-print')
  await page.emulateMedia({ media: 'screen' })
  // A stranger with the reference alone is asked for the code, and keeps the place.
  await page.goto(link.split('?')[0] ?? '')
  await page.getByLabel('Code in the mail of the receipt').fill('not this one')
  await page.getByRole('button', { name: 'Show the receipt' }).click()
  await page.getByText('No receipt has this reference and this code.').waitFor()
  await page.getByLabel('Code in the mail of the receipt').fill(link.split('=')[1] ?? '')
  await page.getByRole('button', { name: 'Show the receipt' }).click()
  await page.getByText('It can be restored until').waitFor()
  await context.close()

  const dark = await openPage(browser, phone)
  await dark.page.goto(link)
  await dark.page.getByText('It can be restored until').waitFor()
  await requireAccessibleEverywhere(dark.page, 'receipt')
  await dark.page.goto(link.split('?')[0] ?? '')
  await dark.page.getByLabel('Code in the mail of the receipt').waitFor()
  await requireAccessible(dark.page, 'door of a receipt')
  assert.deepEqual(dark.problems, [])
  await dark.page.context().close()
  await w.stop()
})

test('complaint N: an administrator finds a receipt by its reference with the keyboard alone', async () => {
  const w = await served()
  const { reference } = await json(await w.as(w.ada).leave(w.fabrikam))
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('button', { name: 'Search everything' }).waitFor()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Search the organization' })
  const box = dialog.getByRole('searchbox')
  await box.waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search')
  await page.keyboard.type('lovelace')
  await dialog.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await requireAccessible(page, 'search')
  await picture(page, 'admin-find')
  await box.fill(String(reference))
  const found = dialog.getByRole('link', { name: 'Left', exact: true })
  await found.waitFor()
  await found.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Receipt: account at Fabrikam' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Search everything' }).click()
  await box.fill(String(reference))
  await dialog.getByRole('link', { name: 'Delete external user' }).click()
  await page.getByText('You see one entry alone.').waitFor()
  await page.getByRole('main').getByText('One shown').waitFor()
  await picture(page, 'admin-audit-one-entry')
  await page.getByRole('button', { name: 'Search everything' }).click()
  await dialog.getByRole('checkbox', { name: 'Open with the key /' }).click()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  assert.equal(
    await page.getByRole('button', { name: 'Search everything' }).getAttribute('aria-keyshortcuts'),
    null,
    'who does not want the key has it off',
  )
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
