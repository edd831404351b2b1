/** Signing in to an application that names no organization, in a browser. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setPassword } from '../../src/credentials/password/set.ts'
import { languages } from '../../src/words/locales.ts'
import { json } from '../json.ts'
import { offer } from '../many-organizations.ts'
import { reachable } from '../peers/relying-application.ts'
import { registerApplication } from '../sign-on.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
} from './browser.ts'

const passphrase = 'nine copper kettles sing at dawn'
const browser = browserOfTests()

test('somebody signs in by name, is told that an administrator has to allow the application, begins its use where people may, and comes to the application', async () => {
  const { w, publicUrl, stop } = await reachable()
  const there = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>here</title><link rel="icon" href="data:,">')
  })
  await new Promise<void>((done) => void there.listen(0, '127.0.0.1', done))
  const uri = `http://127.0.0.1:${(there.address() as AddressInfo).port}/callback`
  const application = await registerApplication(w, w.fabrikam, w.frank, { uri })
  await offer(w, application)
  const { tenantId, userId } = { tenantId: w.contoso.id, userId: w.ada.userId }
  await setPassword(w.db, { tenantId, userId, password: passphrase }, w.operator())
  const query = new URLSearchParams({
    client_id: application.appId,
    redirect_uri: uri,
    response_type: 'code',
    scope: 'openid profile',
    state: 'here',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    prompt: 'login',
  })
  const start = `${publicUrl}/common/oauth2/v2.0/authorize?${query.toString()}`
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(start)
  await page.getByLabel('Sign-in name').fill(w.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'An administrator has to allow Payroll' }).waitFor()
  await requireAccessibleEverywhere(page, 'an administrator has to allow it')

  const policies = ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy']
  const changes = { defaultUserRolePermissions: { permissionGrantPoliciesAssigned: policies } }
  const policy = '/v1.0/policies/authorizationPolicy'
  await json(await w.as(w.carol, w.contoso).patch(policy, changes), 204)
  await page.reload()
  const headings = new Set<string>()
  for (const language of [...languages.filter((one) => one !== 'en'), 'en']) {
    await page.locator('#language').selectOption(language)
    await page.locator('form.language button').click()
    await page.locator(`html[lang="${language}"]`).waitFor()
    headings.add(await page.getByRole('heading', { level: 1 }).innerText())
    await requireAccessible(page, `beginning the use, ${language}`)
  }
  assert.equal(headings.size, languages.length)
  await requireAccessibleEverywhere(page, 'beginning the use')
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.waitForURL(`${uri}?*`)
  assert.equal(new URL(page.url()).searchParams.get('iss'), `${publicUrl}/${w.contoso.id}/v2.0`)
  assert.ok(new URL(page.url()).searchParams.has('code'))

  await page.goto(start.replace('prompt=login', 'prompt=select_account'))
  await page.getByRole('heading', { name: 'Which account for Payroll?' }).waitFor()
  await requireAccessible(page, 'choosing an account')
  await picture(page, 'anywhere-choice')
  await page.getByRole('link', { name: 'Use another account' }).click()
  await page.getByLabel('Sign-in name').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Go on as Ada Lovelace' }).click()
  await page.waitForURL(`${uri}?*`)
  assert.deepEqual(problems, [])
  there.close()
  await stop()
})
