/**
 * K23: trust ends with its source. What one organization's provider says opens its own guests'
 * doors alone, and nothing outlives the trust.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as client from 'openid-client'
import { guestsOf } from '../../../test/peers/guests-of-a-provider.ts'
import { browserOf } from '../../../test/in-process-browser.ts'
import { openIdProvider } from '../../../test/peers/openid-provider.ts'
import { receiver } from '../../../test/peers/receiver.ts'
import { registerApplication, relyingParty, signOn } from '../../../test/sign-on.ts'
import { tellEnded } from '../../propagation/back-channel.ts'

let theirs: Awaited<ReturnType<typeof openIdProvider>>
before(async () => {
  theirs = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
})
after(() => theirs.stop())

const stage = () => guestsOf(theirs)

test('K23: another organization’s client at the same provider opens nobody’s session; each has guests of its own there', async () => {
  const { w, browse, name, enter, arrive } = await stage()
  const norths = await name(w.nora, w.northwind)
  const greta = await arrive(w.nora, w.northwind, norths)
  const personId = await greta.whoAmI()
  assert.ok(personId)
  const fabrikams = await name(w.frank, w.fabrikam)
  const stranger = browse()
  assert.match((await enter(stranger, fabrikams)).text, /No account/i)
  assert.equal(await stranger.whoAmI(), undefined)
  const again = browse()
  await enter(again, norths)
  assert.equal(await again.whoAmI(), personId)
  // Distrusted by who named it, it opens nothing, whoever else still trusts it.
  await w.as(w.nora, w.northwind).delete(`/v1.0/identity/identityProviders/${norths}`)
  await enter(stranger, fabrikams)
  assert.equal(await stranger.whoAmI(), undefined)
})

test('K23: distrust ends the session that an acceptance opened, and all that it gave; trusting again brings nothing back', async () => {
  const told = await receiver()
  try {
    const { w, name, arrive } = await stage()
    const provider = await name(w.nora, w.northwind)
    const greta = await arrive(w.nora, w.northwind, provider)
    const application = await registerApplication(w, w.northwind, w.nora, { backchannel: told.url })
    const config = await relyingParty(w, application)
    const browser = browserOf(w)
    browser.signIn(greta.jar.get('guesthouse_session') ?? '')
    const first = await signOn(config, browser, application, { scope: 'openid offline_access' })
    const lasting = await first.exchange()
    const code = await signOn(config, browser, application, { scope: 'openid offline_access' })
    await client.refreshTokenGrant(config, String(lasting.refresh_token))
    const trust = (isEnabled: boolean) =>
      w.as(w.nora, w.northwind).patch(`/v1.0/identity/identityProviders/${provider}`, { isEnabled })
    for (const isEnabled of [false, true]) {
      assert.equal((await trust(isEnabled)).status, 204)
      assert.equal(await greta.whoAmI(), undefined)
      await assert.rejects(client.refreshTokenGrant(config, String(lasting.refresh_token)), {
        error: 'invalid_grant',
      })
      await assert.rejects(
        client.fetchUserInfo(config, lasting.access_token, client.skipSubjectCheck),
      )
    }
    await assert.rejects(code.exchange(), { error: 'invalid_grant' })
    await tellEnded(w.services, new Date())
    assert.ok(told.sids().includes(lasting.claims()?.['sid']), 'the application is told')
  } finally {
    await told.stop()
  }
})
