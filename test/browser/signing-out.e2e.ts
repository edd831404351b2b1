/** Signing out tells the applications of this browser in hidden frames; who is late is named. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import * as client from 'openid-client'
import { setPassword } from '../../src/credentials/password/set.ts'
import { closed } from '../machines/closed.ts'
import { reachable } from '../peers/relying-application.ts'
import { registerApplication } from '../sign-on.ts'
import { browserOfTests, openPage, phone, picture, requireAccessible } from './browser.ts'

const passphrase = 'nine copper kettles sing at dawn'
const browser = browserOfTests()

/** An application that keeps what it is told; one that hangs answers nothing at `/out`. */
const receiver = async (hangs = false) => {
  const told: URLSearchParams[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver.example')
    if (url.pathname === '/out') told.push(url.searchParams)
    if (url.pathname === '/out' && hangs) return
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><html lang="en"><title>App</title><h1>App ${url.pathname}</h1>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => {
    server.closeAllConnections()
    return closed(server)
  }
  return { home, told, stop }
}

test('signing out tells the applications in this browser and goes back by itself; one that does not answer is named', async () => {
  const { w, publicUrl, stop } = await reachable()
  const which = { tenantId: w.fabrikam.id, userId: w.fiona.userId, password: passphrase }
  assert.equal((await setPassword(w.db, which, w.operator())).outcome, 'set')
  const [good, slow] = [await receiver(), await receiver(true)]
  const { page, problems } = await openPage(browser, phone)
  const enter = async (name: string, at: Awaited<ReturnType<typeof receiver>>) => {
    const made = await registerApplication(w, w.fabrikam, w.frank, {
      name,
      uri: `${at.home}/callback`,
      logoutUrl: `${at.home}/out`,
    })
    const config = await client.discovery(
      new URL(`${publicUrl}/${w.fabrikam.id}/v2.0`),
      made.appId,
      undefined,
      client.ClientSecretPost(String(made.secret)),
      { execute: [client.allowInsecureRequests] },
    )
    const verifier = client.randomPKCECodeVerifier()
    const start = client.buildAuthorizationUrl(config, {
      redirect_uri: `${at.home}/callback`,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    await page.goto(start.href)
    if ((await page.getByLabel('Sign-in name').count()) > 0) {
      await page.getByLabel('Sign-in name').fill(w.fiona.upn)
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByLabel('Password').fill(passphrase)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    }
    await page.getByRole('heading', { name: 'App /callback' }).waitFor()
    const tokens = await client.authorizationCodeGrant(config, new URL(page.url()), {
      pkceCodeVerifier: verifier,
    })
    return { config, tokens, sid: tokens.claims()?.['sid'] }
  }
  const issuer = `${publicUrl}/${w.fabrikam.id}/v2.0`
  const first = await enter('Payroll', good)
  const end = client.buildEndSessionUrl(first.config, {
    id_token_hint: String(first.tokens.id_token),
    post_logout_redirect_uri: `${good.home}/callback`,
  })
  await page.goto(end.href)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'App /callback' }).waitFor()
  assert.deepEqual(
    good.told.map((one) => [one.get('iss'), one.get('sid')]),
    [[issuer, first.sid]],
  )

  const again = await enter('Payroll', good)
  const hanging = await enter('Archive', slow)
  await page.goto(`${publicUrl}/sign-out`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  const late = page.getByRole('status').filter({ hasText: 'have not answered' })
  await late.waitFor()
  assert.deepEqual(await late.getByRole('listitem').allTextContents(), ['Archive'])
  await requireAccessible(page, 'signed out, one not told')
  await picture(page, 'signing-out')
  assert.equal(good.told.at(-1)?.get('sid'), again.sid)
  assert.equal(slow.told.at(-1)?.get('sid'), hanging.sid)

  // Nobody waits for the one that hangs longer than it takes to read which one it is.
  const last = await enter('Payroll', good)
  await enter('Archive', slow)
  const endAgain = client.buildEndSessionUrl(last.config, {
    id_token_hint: String(last.tokens.id_token),
    post_logout_redirect_uri: `${good.home}/callback`,
  })
  await page.goto(endAgain.href)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await late.waitFor()
  await page.getByRole('heading', { name: 'App /callback' }).waitFor()
  assert.deepEqual(problems, [])
  await Promise.all(
    [good.stop(), slow.stop(), stop()].map((one) =>
      Promise.race([one, new Promise((done) => setTimeout(done, 500))]),
    ),
  )
})
