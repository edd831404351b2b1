/**
 * Passkeys with the browser's virtual authenticator, and the authenticator app, as people see them.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { secondMs } from '../../src/kernel/time.ts'
import { serverApp } from '../../src/server/server.ts'
import { setPassword } from '../../src/credentials/password/set.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  picture,
  requireAccessibleEverywhere,
} from './browser.ts'
import { listening } from '../machines/listening.ts'
import { world, type Person } from '../world.ts'

const passphrase = 'nine copper kettles sing at dawn'

const browser = browserOfTests()

/** The cast at a name for which browsers know passkeys, with a password for Ada. */
const named = async () => {
  const w = await world()
  const { url, answerBy, stop } = await listening('localhost')
  answerBy(serverApp({ ...w.services, publicUrl: url }))
  await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase },
    w.operator(),
  )
  return { ...w, url, stop }
}

const signIn = async (page: Page, person: Person): Promise<void> => {
  await page.getByLabel('Sign-in name').fill(person.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/**
 * A phone that unlocks itself whenever it is asked; `unlocks` false is one whose owner shakes their
 * head.
 */
const virtualAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    unlocks: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}

test('a passkey is added, signs in, and is removed', async () => {
  const w = await named()
  const { page, problems } = await openPage(browser, desktop)
  const authenticator = await virtualAuthenticator(page)
  await page.goto(`${w.url}/sign-in?return=/security`)
  await signIn(page, w.ada)
  await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
  await requireAccessibleEverywhere(page, 'security')
  await picture(page, 'security')

  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await requireAccessibleEverywhere(page, 'add a passkey')
  await picture(page, 'passkey-add')
  await page.getByLabel('Name of this passkey').fill('My phone')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('The passkey is added.').waitFor()
  const [credential] = await authenticator.credentials()
  assert.equal(credential?.rpId, 'localhost')
  assert.equal(credential?.isResidentCredential, true)

  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('This device already has a passkey of yours.').waitFor()

  await page.goto(`${w.url}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  // The browser offers its passkeys in the field for the name; this phone takes up the offer by
  // itself.
  await page.goto(`${w.url}/sign-in?return=/security`)
  await page.waitForURL(`${w.url}/security`)
  await page.goto(`${w.url}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await authenticator.unlocks(false)
  await page.goto(`${w.url}/sign-in?return=/security`)
  await requireAccessibleEverywhere(page, 'the first page of signing in')
  await page.getByLabel('Sign-in name').fill(w.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  // This browser knows her: she has a passkey and a password, and nothing else.
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  await requireAccessibleEverywhere(page, 'sign in with a passkey')
  await picture(page, 'passkey-sign-in')
  assert.deepEqual(await page.locator('.others a').allTextContents(), ['Sign in with a password'])
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('No passkey was used').waitFor()
  await authenticator.unlocks(true)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
  assert.ok((await page.getByText('last used').count()) > 0)

  await page.getByRole('link', { name: 'Remove My phone' }).click()
  await requireAccessibleEverywhere(page, 'remove a passkey')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('The passkey is removed.').waitFor()
  await page.goto(`${w.url}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${w.url}/sign-in/passkey`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('This passkey is not known here.').waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('an authenticator app is set up and asked for, and I see it in my account', async () => {
  const w = await named()
  const { page, problems } = await openPage(browser, desktop)
  const code = (secret: string): string => {
    w.pass(31 * secondMs)
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: w.now().getTime(),
    })
  }
  await page.goto(`${w.url}/profile`)
  await signIn(page, w.ada)
  await page.getByRole('link', { name: 'Security: passkeys, authenticator app' }).click()
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  await requireAccessibleEverywhere(page, 'set up an authenticator app')
  await picture(page, 'authenticator')
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('This is not the code of now.').waitFor()
  await page.getByLabel('Code', { exact: true }).fill(code(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  await requireAccessibleEverywhere(page, 'recovery codes')
  await picture(page, 'recovery-codes')
  assert.equal(await page.locator('code').count(), 10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByText('You have 10 recovery codes left.').waitFor()

  await page.goto(`${w.url}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${w.url}/profile`)
  await signIn(page, w.ada)
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  await requireAccessibleEverywhere(page, 'enter your code')
  await picture(page, 'code')
  await page.getByLabel('Code or recovery code').fill(code(secret))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor()
  await page.getByRole('heading', { name: 'My sign-ins' }).waitFor()
  await page
    .getByText(/with a password and a code/)
    .first()
    .waitFor()
  await requireAccessibleEverywhere(page, 'account')
  await picture(page, 'account')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
