/** What an administrator does so that people can sign in: applications and their secrets, other providers, and ways to sign in that were lost. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as client from 'openid-client'
import type { Browser, Page } from 'playwright-core'
import { desktop, openBrowser, openPage, phone, picture, requireAccessible, type View } from './browser.ts'
import { browserOf } from './in-process-browser.ts'
import { served } from './served.ts'
import { signOn } from './sign-on.ts'
import { openSession } from '../src/sign-in/session.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const goTo = async (page: Page, view: View, name: string): Promise<void> => {
  if (view.width < 720) await page.getByRole('button', { name: 'Open the navigation' }).click()
  await page.getByRole('link', { name, exact: true }).first().click()
}

const openAdmin = async (view: View) => {
  const w = await served()
  const { page, problems } = await openPage(browser, view)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, end }
}

for (const [device, view] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`an application is registered on the page, and with exactly what it showed a guest signs in, on a ${device}`, async () => {
    const { w, page, end } = await openAdmin(view)
    await goTo(page, view, 'Applications')
    await page.getByRole('button', { name: 'New application' }).click()
    await page.getByLabel(/^Name/).fill('Payroll')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /create|new|save/i })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Payroll' }).waitFor()
    await page.getByRole('tab', { name: 'Sign-in' }).click()
    await page.getByText('No secret yet').waitFor()
    await requireAccessible(page, 'sign-in of an application')
    await page.getByLabel('Redirect addresses').fill('http://payroll.example/callback')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/is not safe. Use https/).waitFor()
    assert.equal(await page.getByLabel('Redirect addresses').inputValue(), 'http://payroll.example/callback', 'nothing typed is lost')
    await page.getByLabel('Redirect addresses').fill('https://payroll.example/callback')
    await page.getByLabel('Read the directory (Directory.Read.All)').click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The sign-in settings are saved.').first().waitFor()

    await page.getByRole('button', { name: 'New secret' }).click()
    await page.getByLabel('What it is for').fill('the first server')
    await requireAccessible(page, 'a new secret')
    await page.getByRole('button', { name: 'Make the secret' }).click()
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue()
    await requireAccessible(page, 'the secret')
    await picture(page, `admin-secret-${device}`)
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('the first server').waitFor()
    await page.waitForTimeout(300)
    await requireAccessible(page, 'secrets')
    await picture(page, `admin-application-sign-in-${device}`)

    const shown = await page.locator('dd').allInnerTexts()
    const [appId = '', issuer = ''] = shown.map((value) => value.split('\n')[0]?.trim() ?? '')
    const config = await client.discovery(new URL(issuer), appId, undefined, client.ClientSecretBasic(secret), {
      execute: [client.allowInsecureRequests],
    })
    const application = { id: '', appId, secret, uri: 'https://payroll.example/callback', at: w.fabrikam }
    const guest = browserOf(w)
    guest.signIn((await openSession(w.db, w.ada.personId, { address: null, userAgent: 'test' }, w.now())).token)
    const tokens = await (await signOn(config, guest, application, { scope: 'openid profile' })).exchange()
    assert.equal(tokens.claims()?.['oid'], w.userOf(w.ada, w.fabrikam))

    await page.getByRole('button', { name: 'Remove the secret the first server' }).click()
    await requireAccessible(page, 'removing a secret')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No secret yet').waitFor()
    await assert.rejects(
      client.refreshTokenGrant(config, String(tokens.refresh_token)),
      { status: 401 },
      'the secret that was removed is refused',
    )
    await end()
  })
