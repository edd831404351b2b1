/**
 * An application's own sign-in in a browser: a guest comes in through their home, leaves the
 * organization, and the application knows.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { tellEnded } from '../../src/propagation/back-channel.ts'
import { setPassword } from '../../src/credentials/password/set.ts'
import {
  desktop,
  browserOfTests,
  openPage,
  phone,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
} from './browser.ts'
import { reachable, relyingApplication } from '../peers/relying-application.ts'
import { registerApplication } from '../sign-on.ts'

const passphrase = 'nine copper kettles sing at dawn'
const browser = browserOfTests()

test('a guest opens an application, leaves the organization, and the application is told', async () => {
  const { w, services, publicUrl, stop } = await reachable()
  const app = await relyingApplication()
  const registered = await registerApplication(w, w.fabrikam, w.frank, {
    uri: `${app.home()}/callback`,
    backchannel: `${app.home()}/gone`,
  })
  const issuer = new URL(`${publicUrl}/${w.fabrikam.domain}/v2.0`)
  const byDomain = await fetch(`${issuer.href}/.well-known/openid-configuration`)
  assert.equal(
    ((await byDomain.json()) as { issuer: string }).issuer,
    `${publicUrl}/${w.fabrikam.id}/v2.0`,
  )
  const auth = client.ClientSecretPost(String(registered.secret))
  const options = { execute: [client.allowInsecureRequests] }
  app.use(
    await client.discovery(
      new URL(`${publicUrl}/${w.fabrikam.id}/v2.0`),
      registered.appId,
      undefined,
      auth,
      options,
    ),
  )
  const set = await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase },
    w.operator(),
  )
  assert.equal(set.outcome, 'set')

  const { page, problems } = await openPage(browser, desktop)
  await page.goto(app.home())
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Sign-in name').fill(w.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()

  // A second application visit needs no sign-in; one that asks for agreement shows what is told.
  await page.goto(`${app.home()}/sign-in?prompt=consent`)
  await page.getByRole('heading', { name: 'Sign in to Payroll?' }).waitFor()
  await requireAccessible(page, 'agreeing')
  await picture(page, 'oidc-consent')
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()

  // Asked again, asked who, and answered by a form that sends itself.
  await page.goto(`${app.home()}/sign-in?prompt=login&login_hint=${encodeURIComponent(w.ada.upn)}`)
  assert.equal(await page.getByLabel('Sign-in name').inputValue(), w.ada.upn)
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()
  await page.goto(`${app.home()}/sign-in?prompt=select_account`)
  await page.getByRole('heading', { name: 'Which account for Payroll?' }).waitFor()
  await requireAccessible(page, 'choosing an account')
  await picture(page, 'oidc-choice')
  await page.getByRole('button', { name: 'Go on as Ada Lovelace' }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()
  await page.goto(`${app.home()}/sign-in?response_mode=form_post`)
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()

  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  assert.ok((await tellEnded(services, new Date())) >= 1)
  await page.goto(app.home())
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByText('You have left Fabrikam').waitFor()
  await requireAccessible(page, 'why not')
  await picture(page, 'oidc-left')
  assert.deepEqual(problems, [])
  await Promise.all(
    [app.stop(), stop()].map((one) =>
      Promise.race([one, new Promise((done) => setTimeout(done, 500))]),
    ),
  )
})

test('on a phone: connecting a device by its code, and signing out at an application', async () => {
  const { w, publicUrl, stop } = await reachable()
  const registered = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const options = { execute: [client.allowInsecureRequests] }
  const config = await client.discovery(
    new URL(`${publicUrl}/${w.fabrikam.id}/v2.0`),
    registered.appId,
    undefined,
    client.None(),
    options,
  )
  const device = await client.initiateDeviceAuthorization(config, { scope: 'openid profile' })
  const set = await setPassword(
    w.db,
    { tenantId: w.fabrikam.id, userId: w.fiona.userId, password: passphrase },
    w.operator(),
  )
  assert.equal(set.outcome, 'set')
  const { page, problems } = await openPage(browser, phone)
  await page.goto(device.verification_uri)
  await requireAccessible(page, 'entering a code')
  await picture(page, 'oidc-device')
  await page.getByLabel('Code').fill(device.user_code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('would be signed in as you').waitFor()
  await requireAccessible(page, 'confirming a code')
  await picture(page, 'oidc-device-confirm')
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByLabel('Sign-in name').fill(w.fiona.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('The device is connected').waitFor()
  const tokens = await client.pollDeviceAuthorizationGrant(config, { ...device, interval: 0.01 })
  await page.goto(
    client.buildEndSessionUrl(config, { id_token_hint: String(tokens.id_token) }).href,
  )
  await requireAccessible(page, 'signing out')
  await picture(page, 'oidc-sign-out')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)), {
    error: 'invalid_grant',
  })
  assert.deepEqual(problems, [])
  await Promise.race([stop(), new Promise((done) => setTimeout(done, 500))])
})

test('I see which applications can act for me, and end it: I am asked before it comes back', async () => {
  const { w, publicUrl, stop } = await reachable()
  const app = await relyingApplication()
  const registered = await registerApplication(w, w.fabrikam, w.frank, {
    uri: `${app.home()}/callback`,
  })
  const auth = client.ClientSecretPost(String(registered.secret))
  const options = { execute: [client.allowInsecureRequests] }
  app.use(
    await client.discovery(
      new URL(`${publicUrl}/${w.fabrikam.id}/v2.0`),
      registered.appId,
      undefined,
      auth,
      options,
    ),
  )
  await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase },
    w.operator(),
  )
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${app.home()}/sign-in`)
  await page.getByLabel('Sign-in name').fill(w.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()

  await page.goto(`${publicUrl}/profile`)
  const row = page.getByRole('listitem').filter({ hasText: 'Payroll' })
  await row.getByText('Can know that it is you').waitFor()
  assert.match(await row.innerText(), /Fabrikam · Since/)
  await requireAccessibleEverywhere(page, 'applications with access')
  await page.getByRole('link', { name: 'End access of Payroll' }).click()
  await page.getByText('it asks you first').waitFor()
  await requireAccessibleEverywhere(page, 'ending access')
  await page.getByRole('button', { name: 'End access', exact: true }).click()
  await page.getByText('No application can act for you just now.').waitFor()

  await page.goto(`${app.home()}/sign-in`)
  await page.getByRole('heading', { name: 'Sign in to Payroll?' }).waitFor()
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('heading', { name: 'Hello Ada Lovelace' }).waitFor()
  await page.goto(`${publicUrl}/profile`)
  await row.getByText('Can know that it is you').waitFor()
  assert.deepEqual(problems, [])
  await Promise.all(
    [app.stop(), stop()].map((one) =>
      Promise.race([one, new Promise((done) => setTimeout(done, 500))]),
    ),
  )
})
