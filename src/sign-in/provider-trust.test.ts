/** K23: trust ends with its source. What one organization's provider says opens its own guests' doors alone, and nothing outlives the trust. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as client from 'openid-client'
import { browsing } from '../../test/browsing.ts'
import { browserOf } from '../../test/in-process-browser.ts'
import { json } from '../../test/json.ts'
import { openIdProvider } from '../../test/openid-provider.ts'
import { receiver } from '../../test/receiver.ts'
import { registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { tellEnded } from '../oidc/back-channel.ts'

let theirs: Awaited<ReturnType<typeof openIdProvider>>
before(async () => {
  theirs = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
})
after(() => theirs.stop())

const stage = async () => {
  const w = await world(undefined, { allowPrivateProviders: true })
  const address = `gast-${newId()}@elsewhere.example`
  Object.assign(theirs.state, { account: `subject-${newId()}`, claims: { email: address, email_verified: true, name: 'Greta Gast' } })
  const browse = () => browsing(w.app, w.publicUrl)
  /** The same provider, named by an organization for its guests. */
  const name = async (by: Person, at: Organization): Promise<string> => {
    const { issuer, clientId, clientSecret } = theirs
    const body = { displayName: `Guests of ${at.name}`, issuer, clientId, clientSecret }
    return String((await json(await w.as(by, at).post('/v1.0/identity/identityProviders', body), 201))['id'])
  }
  const enter = (someone: ReturnType<typeof browse>, id: string, to = '/account/me') =>
    someone.go(`/sign-in/provider?provider=${id}&return=${encodeURIComponent(to)}`)
  /** Greta accepts an invitation with her account at the provider. */
  const arrive = async (by: Person, at: Organization, provider: string) => {
    const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
    const made = await json(await w.as(by, at).post('/v1.0/invitations', wish), 201)
    const { pathname } = new URL(String(made['inviteRedeemUrl']))
    const greta = browse()
    assert.match((await enter(greta, provider, pathname)).text, /Review permissions/)
    assert.match((await greta.submit(pathname, {})).text, /You are a guest of/)
    return greta
  }
  return { w, browse, name, enter, arrive }
}

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
    const trust = (isEnabled: boolean) => w.as(w.nora, w.northwind).patch(`/v1.0/identity/identityProviders/${provider}`, { isEnabled })
    for (const isEnabled of [false, true]) {
      assert.equal((await trust(isEnabled)).status, 204)
      assert.equal(await greta.whoAmI(), undefined)
      await assert.rejects(client.refreshTokenGrant(config, String(lasting.refresh_token)), { error: 'invalid_grant' })
      await assert.rejects(client.fetchUserInfo(config, lasting.access_token, client.skipSubjectCheck))
    }
    await assert.rejects(code.exchange(), { error: 'invalid_grant' })
    await tellEnded(w.services, new Date())
    assert.ok(told.sids().includes(lasting.claims()?.['sid']), 'the application is told')
  } finally {
    await told.stop()
  }
})
