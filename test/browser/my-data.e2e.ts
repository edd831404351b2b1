/** My data, and undoing to have left, as people see them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { makeExports } from '../../src/privacy/export.ts'
import { openSession } from '../../src/people/open-session.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import type { Person } from '../world.ts'
import { browserOfTests, desktop, openPage, phone, requireAccessibleEverywhere } from './browser.ts'

const browser = browserOfTests()

type World = Awaited<ReturnType<typeof served>>

const enter = async (w: World, page: Page, person: Person): Promise<void> => {
  const device = { address: null, userAgent: 'test' }
  const { token } = await openSession(w.db, person.personId, device, w.now())
  await page.context().addCookies([{ name: 'guesthouse_session', value: token, url: w.url }])
}

/** Whoever skips the bar by keyboard goes on in the page, which is not asked for anew meanwhile. */
const skipsToContent = async (page: Page, first: string): Promise<void> => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#main$/)
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
  assert.deepEqual([focused, asked], [first, []])
}

test('R107, U3, U12: my data is read on a page, by keyboard past its bar too, and kept as one, on a desk and on a phone', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, phone)
  await enter(w, page, w.ada)
  await page.goto(`${w.url}/my-data`)
  await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor()
  await requireAccessibleEverywhere(page, 'my-data')
  await skipsToContent(page, 'Download everything as one archive')
  await page.getByRole('link', { name: 'My data at Fabrikam' }).click()
  await page.getByRole('heading', { level: 1, name: 'My data at Fabrikam' }).waitFor()
  await page.getByText('The same as JSON, for programs').click()
  await page.getByText('"displayName": "Ada Lovelace"').first().waitFor()
  await requireAccessibleEverywhere(page, 'my-data-fabrikam')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download this page' }).click()
  assert.match((await download).suggestedFilename(), /^my-data-.*\.html$/)
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('R142: whoever has left undoes it from the row of the organization', async () => {
  const w = await served()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const { page, problems } = await openPage(browser, phone)
  await enter(w, page, w.ada)
  await page.goto(`${w.url}/organizations`)
  await page.getByRole('link', { name: 'Undo leaving' }).click()
  await page.getByRole('heading', { name: 'Undo leaving Fabrikam?' }).waitFor()
  await requireAccessibleEverywhere(page, 'undo')
  await page.getByRole('button', { name: 'Undo leaving' }).click()
  await page.getByText('You are back at Fabrikam.').waitFor()
  assert.deepEqual(problems, [])
})

test('R108: an administrator exports what is held about a user, and sees how far it is', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await enter(w, page, w.frank)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${w.userOf(w.ada, w.fabrikam)}`)
  await page.getByRole('button', { name: 'Export personal data' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Export personal data' }).click()
  await page.getByText('Waiting to begin.').waitFor()
  while ((await makeExports(w.db, w.now(), w.services)) > 0);
  await page.getByText('Done.').waitFor()
  await requireAccessibleEverywhere(page, 'export')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as JSON' }).click()
  assert.match((await download).suggestedFilename(), /^personal-data-.*\.json$/)
  assert.deepEqual(problems, [])
})
