/**
 * Signing in from elsewhere, in a browser: by a code, and at an external provider, whose pages a
 * form of ours may not lead to.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { listMails } from '../mails.ts'
import { serverApp } from '../../src/server/server.ts'
import { sql } from '../../src/store/database.ts'
import { addProvider } from '../../src/credentials/provider/registry.ts'
import { tieIdentity } from '../../src/credentials/provider/identities.ts'
import { operatorAuthority } from '../../src/directory/authority.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { newId } from '../../src/kernel/ids.ts'
import { desktop, browserOfTests, openPage, phone, picture, requireAccessible } from './browser.ts'
import { askAccount } from '../in-process-browser.ts'
import { listening } from '../machines/listening.ts'
import { openIdProvider } from '../peers/openid-provider.ts'
import { world } from '../world.ts'

const browser = browserOfTests()

const stage = async () => {
  const w = await world()
  // Not the name of the provider's host: browsers take two ports of one host for one site.
  const { url, answerBy, stop } = await listening('localhost')
  answerBy(serverApp({ ...w.services, publicUrl: url, allowPrivateProviders: true }))
  return { ...w, url, stop }
}

/** Who is signed in in this browser, as the account API sees it. */
const personAt = async (page: Page, url: string): Promise<unknown> => {
  const cookie = (await page.context().cookies(url))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  const app = {
    request: (address: string, init?: RequestInit) =>
      fetch(address, { ...init, redirect: 'manual' }),
  }
  return (
    (await (await askAccount({ app, publicUrl: url }, cookie, '/account/me')).json()) as {
      personId?: unknown
    }
  ).personId
}

test('somebody without a home signs in with a code that came by mail', async () => {
  const s = await stage()
  const address = `eve-${newId()}@outside.example`
  const personId = newId()
  await sql`insert into persons (id, created_at) values (${personId}, ${s.now()})`.execute(s.db)
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${address}, ${personId}, ${s.now()})`.execute(
    s.db,
  )
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${s.url}/sign-in?return=/organizations`)
  await requireAccessible(page, 'the sign-in page')
  await picture(page, 'sign-in')
  await page.getByLabel('Sign-in name or e-mail address').fill(address)
  await page.keyboard.press('Enter')
  await page.getByText('A code goes to this address.').waitFor()
  await requireAccessible(page, 'asking for a code')
  await picture(page, 'ways-code')
  assert.equal(await page.getByLabel('Your e-mail address').inputValue(), address)
  await page.getByRole('button', { name: 'Send me a code by e-mail' }).click()
  await requireAccessible(page, 'typing the code')
  await picture(page, 'code')
  const mail = (await listMails(s.db, 500)).find(({ recipient }) => recipient === address)
  await page.getByLabel('Code').fill(/(\d{4} \d{4})/.exec(mail?.body ?? '')?.[1] ?? '')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(`${s.url}/organizations`)
  assert.equal(await personAt(page, s.url), personId)
  assert.deepEqual(problems, [])
  await page.context().close()
  await s.stop()
})

test('a member whose home is elsewhere types an address, goes there and comes back signed in', async () => {
  const s = await stage()
  const theirs = await openIdProvider(`${s.url}/sign-in/provider/callback`)
  const { issuer, clientId, clientSecret } = theirs
  const provider = {
    displayName: 'Contoso Login',
    issuer,
    clientId,
    clientSecret,
    domains: [s.contoso.domain],
  }
  assert.equal(
    (await addProvider(s.db, s.services.sealKey, s.contoso.id, provider, s.operator())).outcome,
    'added',
  )
  const identity = { issuer, subject: theirs.state.account }
  const ada = { tenantId: s.contoso.id, userId: s.ada.userId }
  assert.equal(await tieIdentity(s.db, ada, identity, operatorAuthority, s.operator()), 'tied')
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${s.url}/sign-in?return=/organizations`)
  const name = page.getByLabel('Sign-in name or e-mail address')
  await name.fill('nowhere.example')
  await page.getByRole('button', { name: 'Next' }).click()
  await name.and(page.locator('[aria-invalid="true"]:focus')).waitFor()
  await requireAccessible(page, 'a name that leads nowhere')
  await picture(page, 'name-nowhere')
  await page.goto(`${s.url}/sign-in?return=/organizations`)
  await name.fill(s.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('link', { name: 'Go on to Contoso Login' }).waitFor()
  await requireAccessible(page, 'the ways of a member whose home is elsewhere')
  await picture(page, 'ways-provider')
  // Back to the name, forward again, and loaded again: no form is sent twice.
  await page.goBack()
  await name.waitFor()
  await page.goForward()
  await page.reload()
  assert.ok(!page.url().includes(s.contoso.domain), 'no name in the address')
  await page.getByRole('link', { name: 'Go on to Contoso Login' }).click()
  await page.waitForURL(`${s.url}/organizations`)
  assert.equal(await personAt(page, s.url), s.ada.personId)
  assert.deepEqual(problems, [])
  await page.goBack()
  await page.waitForURL(`${s.url}/organizations`)
  await page.goto(`${s.url}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${s.url}/sign-in`)
  await page.getByRole('link', { name: 'Sign in with Contoso Login again' }).waitFor()
  // This browser knows her now: she has that one way, so no other is offered.
  await name.fill(s.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('link', { name: 'Go on to Contoso Login' }).waitFor()
  assert.equal(await page.getByText('Other ways to sign in').count(), 0)
  await page.context().close()
  await theirs.stop()
  await s.stop()
})
