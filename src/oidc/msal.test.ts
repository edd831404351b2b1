/**
 * Microsoft's own library, unchanged, against an organization's issuer: in its mode for Entra (AAD)
 * and in its mode for any provider (OIDC).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AuthenticationResult,
} from '@azure/msal-node'
import { browserOf } from '../../test/in-process-browser.ts'
import { address, graph, settings } from '../../test/msal.ts'
import { registerApplication, type Application, type World } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { openSession } from '../people/open-session.ts'

const adasBrowser = async (w: World) => {
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, w.ada.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  return browser
}

const signInBy = async (
  w: World,
  msal: ConfidentialClientApplication,
  application: Application,
): Promise<AuthenticationResult> => {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const request = { scopes: graph, redirectUri: application.uri }
  const url = await msal.getAuthCodeUrl({
    ...request,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'here',
  })
  const { url: end } = await (await adasBrowser(w)).open(url)
  assert.equal(end.searchParams.get('state'), 'here', end.href)
  return msal.acquireTokenByCode({
    ...request,
    code: end.searchParams.get('code') ?? '',
    codeVerifier: verifier,
  })
}

const callsWith = async (w: World, token: string) =>
  (await w.app.request(`${address}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } }))
    .status

for (const mode of ['AAD', 'OIDC'] as const)
  test(`MSAL in its ${mode} mode signs a guest in, renews silently, and is told to sign in again when the guest has left`, async () => {
    const w = await world(address)
    const application = await registerApplication(w, w.fabrikam, w.frank, {
      scopes: ['Directory.Read.All'],
    })
    const msal = new ConfidentialClientApplication(settings(w, application, mode))
    const result = await signInBy(w, msal, application)
    const me = w.userOf(w.ada, w.fabrikam)
    assert.deepEqual(
      [result.account?.localAccountId, result.account?.tenantId],
      [me, w.fabrikam.id],
    )
    assert.equal(result.account?.username, w.ada.upn)
    assert.equal(await callsWith(w, result.accessToken), 200)
    const { account } = result
    assert.ok(account)
    assert.deepEqual(
      (await msal.getTokenCache().getAllAccounts()).map(({ homeAccountId }) => homeAccountId),
      [account.homeAccountId],
    )

    const cached = await msal.acquireTokenSilent({ account, scopes: graph })
    assert.ok(cached?.fromCache)
    const renewed = await msal.acquireTokenSilent({ account, scopes: graph, forceRefresh: true })
    assert.ok(renewed && !renewed.fromCache && renewed.accessToken !== result.accessToken)
    assert.equal(await callsWith(w, renewed.accessToken), 200)

    assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
    assert.equal(await callsWith(w, renewed.accessToken), 401)
    await assert.rejects(
      msal.acquireTokenSilent({ account, scopes: graph, forceRefresh: true }),
      (error) => error instanceof InteractionRequiredAuthError,
    )
  })

test('MSAL gets tokens for an application by itself, and keeps them', async () => {
  const w = await world(address)
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const msal = new ConfidentialClientApplication(settings(w, application, 'AAD'))
  const first = await msal.acquireTokenByClientCredential({ scopes: [`${address}/.default`] })
  assert.equal(first?.fromCache, false)
  assert.equal(
    (await msal.acquireTokenByClientCredential({ scopes: [`${address}/.default`] }))?.fromCache,
    true,
  )
})

test('MSAL shows a code on a device, which the person allows in a browser', async () => {
  const w = await world(address)
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const msal = new PublicClientApplication(settings(w, application, 'AAD'))
  const browser = await adasBrowser(w)
  const result = await msal.acquireTokenByDeviceCode({
    scopes: graph,
    deviceCodeCallback: ({ userCode, verificationUri }) =>
      void allow(browser, verificationUri, userCode),
  })
  assert.equal(result?.account?.localAccountId, w.userOf(w.ada, w.fabrikam))
})

const fieldsOf = (page = '') =>
  Object.fromEntries(
    [...page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value ?? ''],
    ),
  )

const allow = async (
  browser: ReturnType<typeof browserOf>,
  verificationUri: string,
  userCode: string,
): Promise<void> => {
  const start = await browser.open(verificationUri)
  const asked = await browser.post(start.url, { ...fieldsOf(start.page), user_code: userCode })
  await browser.post(asked.url, { ...fieldsOf(asked.page), user_code: userCode, confirm: 'yes' })
}
