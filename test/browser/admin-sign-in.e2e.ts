/**
 * What an administrator does so that people can sign in: applications and their secrets, other
 * providers, and ways to sign in that were lost.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import {
  browserOfTests,
  desktop,
  goTo,
  openPage,
  picture,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'
import { browserOf } from '../in-process-browser.ts'
import { served } from '../machines/served.ts'
import { signOn } from '../sign-on.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openSession } from '../../src/people/open-session.ts'
import { sql } from '../../src/store/database.ts'

const browser = browserOfTests()

const openAdmin = async (view: View, as: 'frank' | 'carol' = 'frank') => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w[as])
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, end }
}

test('an application is registered on the page, and with exactly what it showed a guest signs in', async () => {
  const { w, page, end } = await openAdmin(desktop)
  await goTo(page, desktop, 'Applications')
  await page.getByRole('button', { name: 'New application' }).click()
  await page.getByLabel(/^Name/).fill('Payroll')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /create|new|save/i })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Payroll' }).waitFor()
  await page.getByRole('tab', { name: 'Sign-in' }).click()
  await page.getByText('No secret yet').waitFor()
  await requireAccessibleEverywhere(page, 'sign-in of an application')
  await page.getByLabel('Redirect addresses of a server').fill('http://payroll.example/callback')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/is not safe. Use https/).waitFor()
  await page
    .getByLabel('Redirect addresses of a server')
    .and(page.locator('[aria-invalid="true"]:focus'))
    .waitFor()
  assert.equal(
    await page.getByLabel('Redirect addresses of a server').inputValue(),
    'http://payroll.example/callback',
    'nothing typed is lost',
  )
  await page.getByLabel('Redirect addresses of a server').fill('https://payroll.example/callback')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The sign-in settings are saved.').first().waitFor()

  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByLabel('What it is for').fill('the first server')
  await requireAccessibleEverywhere(page, 'a new secret')
  await page.getByRole('button', { name: 'Make the secret' }).click()
  const secret = await page.getByLabel('Secret', { exact: true }).inputValue()
  await requireAccessibleEverywhere(page, 'the secret')
  await picture(page, 'admin-secret')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('the first server').waitFor()
  await page.waitForTimeout(300)
  await requireAccessibleEverywhere(page, 'secrets')
  await picture(page, 'admin-application-sign-in')

  const shown = await page.locator('dd').allInnerTexts()
  const [appId = '', issuer = ''] = shown.map((value) => value.split('\n')[0]?.trim() ?? '')
  const config = await client.discovery(
    new URL(issuer),
    appId,
    undefined,
    client.ClientSecretBasic(secret),
    {
      execute: [client.allowInsecureRequests],
    },
  )
  const application = {
    id: '',
    appId,
    secret,
    uri: 'https://payroll.example/callback',
    at: w.fabrikam,
  }
  const guest = browserOf(w)
  guest.signIn(
    (await openSession(w.db, w.ada.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  const tokens = await (
    await signOn(config, guest, application, { scope: 'openid profile' })
  ).exchange()
  assert.equal(tokens.claims()?.['oid'], w.userOf(w.ada, w.fabrikam))

  await page.getByRole('button', { name: 'Remove the secret the first server' }).click()
  await requireAccessibleEverywhere(page, 'removing a secret')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No secret yet').waitFor()
  await assert.rejects(
    client.refreshTokenGrant(config, String(tokens.refresh_token)),
    { status: 401 },
    'the secret that was removed is refused',
  )
  await end()
})

test('a provider is named as the home of a domain, a member is tied to an account there, and what was lost is reset', async () => {
  const { w, page, end } = await openAdmin(desktop, 'carol')
  await goTo(page, desktop, 'Identity providers')
  await page.getByText('No other provider').waitFor()
  await page.getByText(`${w.url}/sign-in/provider/callback`).waitFor()
  await requireAccessibleEverywhere(page, 'no providers')
  await page.getByRole('button', { name: 'New provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Name/).fill('Contoso Login')
  await dialog.getByLabel(/^Issuer/).fill('http://login.contoso.example')
  await dialog.getByLabel(/^Client ID/).fill('guesthouse')
  await dialog.getByLabel(/^Client secret/).fill('a long secret of theirs')
  // A home has a domain.
  await dialog.getByRole('button', { name: 'Add the provider' }).click()
  await dialog.getByText('Tick at least one.').waitFor()
  assert.ok(
    await dialog
      .getByLabel(w.contoso.domain)
      .evaluate((element) => element === document.activeElement),
  )
  await dialog.getByLabel(w.contoso.domain).check()
  await requireAccessibleEverywhere(page, 'a new provider')
  await picture(page, 'admin-new-provider')
  await dialog.getByRole('button', { name: 'Add the provider' }).click()
  await dialog.getByText(/An issuer is an address like https/).waitFor()
  await dialog.getByLabel(/^Issuer/).fill('https://login.contoso.example')
  await dialog.getByRole('button', { name: 'Add the provider' }).click()
  await page.getByRole('heading', { name: 'Contoso Login' }).waitFor()
  await page.getByText('Contoso Login is added.').first().waitFor()
  await page.getByRole('button', { name: 'Edit Contoso Login' }).click()
  await dialog.getByLabel(/^Name/).fill('Contoso Sign-in')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Contoso Sign-in' }).waitFor()
  await page.getByRole('button', { name: 'Test Contoso Sign-in' }).click()
  await page.getByText('The issuer does not answer.').waitFor({ timeout: 20_000 })
  await page.getByLabel('Wrong').waitFor()
  await picture(page, 'admin-provider-test')
  await requireAccessibleEverywhere(page, 'providers')
  await picture(page, 'admin-providers')

  await page.goto(`${w.url}/admin/${w.contoso.id}/users/${w.ada.userId}?tab=sign-in`)
  await page.getByText('Not tied to any account elsewhere.').waitFor()
  await page.getByRole('button', { name: 'Tie to an account' }).click()
  await dialog.getByLabel(/^Id of the account/).fill('00u1ada')
  await requireAccessibleEverywhere(page, 'tying')
  await dialog.getByRole('button', { name: 'Tie', exact: true }).click()
  await page.getByRole('button', { name: 'Untie 00u1ada' }).waitFor()
  await requireAccessibleEverywhere(page, 'ways to sign in')
  await picture(page, 'admin-user-sign-in')
  await page.getByRole('button', { name: 'Untie 00u1ada' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Untie' }).click()
  await page.getByText('Not tied to any account elsewhere.').waitFor()
  await sql`insert into passkeys (id, person_id, tenant_id, user_id, credential_id, public_key, counter, name, created_at)
      values (${newId()}, ${w.ada.personId}, ${w.contoso.id}, ${w.ada.userId}, ${Buffer.from(newId())}, ${Buffer.from('k')}, 0, 'Phone', ${w.now()})`.execute(
    w.db,
  )
  await page.getByRole('button', { name: 'Reset passkeys and authenticator app' }).click()
  await requireAccessibleEverywhere(page, 'resetting')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset', exact: true }).click()
  await page.getByText('Removed: one passkey.').first().waitFor()

  await goTo(page, desktop, 'Identity providers')
  await page.getByRole('button', { name: 'Disable Contoso Sign-in' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await page.getByRole('button', { name: 'Enable Contoso Sign-in' }).click()
  await page.getByRole('button', { name: 'Disable Contoso Sign-in' }).waitFor()
  await page.getByRole('button', { name: 'Remove Contoso Sign-in' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No other provider').waitFor()
  await end()
})

test('R100, R123: a guest who lost their account is let redeem again, from their page, by an address of theirs; groups and roles stay', async () => {
  const { w, page, end } = await openAdmin(desktop)
  const id = w.userOf(w.ada, w.fabrikam)
  const patched = await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${id}`, { mail: 'ada@new.example' })
  assert.equal(patched.status, 204)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${id}?tab=sign-in`)
  await page.getByRole('button', { name: 'Let redeem again' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Address to invite/).fill('somebody.else@new.example')
  await dialog.getByRole('button', { name: 'Let redeem again' }).click()
  await dialog
    .getByText(/address/i)
    .last()
    .waitFor()
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'nothing has changed')
  await dialog.getByLabel(/^Address to invite/).fill('ada@new.example')
  await requireAccessibleEverywhere(page, 'redeeming again')
  await picture(page, 'admin-redeem-again')
  await dialog.getByRole('button', { name: 'Let redeem again' }).click()
  assert.match(await page.getByLabel('Link', { exact: true }).inputValue(), /\/invitations?\//)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Not accepted yet ·').waitFor()
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 401)
  await end()
})
