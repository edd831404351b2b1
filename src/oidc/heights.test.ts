/**
 * K16: an application that acts in the directory for people is changed by those who may give it
 * that, and agreed to by whoever opens it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'

const asks = (page: string | undefined) => /in the directory of Fabrikam/.test(page ?? '')

test('K16 (a): who administers applications changes no address, secret or owner of one that acts in the directory', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const at = (edge: string) => `/v1.0/${edge}(appId='${application.appId}')`
  const evil = 'https://evil.example/callback'
  const keyId = String(
    (await json(await fiona.get(at('servicePrincipals'))))['passwordCredentials'][0]?.['keyId'],
  )
  const reference = { '@odata.id': `https://x.example/users/${w.fiona.userId}` }
  const tries: [string, () => Promise<Response>][] = [
    [
      'address',
      () =>
        fiona.patch(at('servicePrincipals'), {
          'guesthouse.redirectUris': [{ kind: 'web', uri: evil }],
        }),
    ],
    [
      'address, as Graph writes it',
      () => fiona.patch(at('applications'), { web: { redirectUris: [evil] } }),
    ],
    [
      'logout address',
      () => fiona.patch(at('servicePrincipals'), { 'guesthouse.logoutUrl': evil }),
    ],
    [
      'back channel',
      () => fiona.patch(at('servicePrincipals'), { 'guesthouse.backchannelLogoutUrl': evil }),
    ],
    ['secret', () => fiona.post(`${at('servicePrincipals')}/addPassword`, {})],
    ['secret, as Graph writes it', () => fiona.post(`${at('applications')}/addPassword`, {})],
    ['removing a secret', () => fiona.post(`${at('applications')}/removePassword`, { keyId })],
    ['owner', () => fiona.post(`${at('applications')}/owners/$ref`, reference)],
    [
      'owner, at the other edge',
      () => fiona.post(`${at('servicePrincipals')}/owners/$ref`, reference),
    ],
  ]
  for (const [what, attempt] of tries) {
    const answer = await attempt()
    assert.match((await refusal(answer, 403)).message, /addresses, secrets and owners/, what)
  }
  assert.equal(
    (await fiona.patch(at('servicePrincipals'), { description: 'Pays people' })).status,
    204,
    'the rest is theirs',
  )
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal(
    (
      await frank.patch(at('applications'), {
        web: { redirectUris: ['https://new.example/callback'] },
      })
    ).status,
    204,
  )
})

test('K16 (a): one who takes the scopes away takes the obstacle away too, and gives nobody anything', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal(
    (await fiona.post(`/v1.0/servicePrincipals/${application.id}/addPassword`, {})).status,
    200,
    'without scopes it is theirs',
  )
  const given = await w.as(w.frank, w.fabrikam).patch(`/v1.0/servicePrincipals/${application.id}`, {
    'guesthouse.graphScopes': ['Directory.Read.All'],
  })
  assert.equal(given.status, 204)
  assert.equal(
    (await fiona.post(`/v1.0/servicePrincipals/${application.id}/addPassword`, {})).status,
    403,
  )
})

test('K16 (b): an application acts in the directory for nobody who has not agreed, the first time and whenever its addresses or how long it may go on changed', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'privilegedRoleAdministrator')
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const application = await registerApplication(w, w.fabrikam, w.fiona, {
    name: 'Trap',
    scopes: ['Directory.AccessAsUser.All'],
  })
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.frank)
  const scope = `openid ${w.publicUrl}/Directory.AccessAsUser.All`
  const open = () => askToSignOn(config, browser, application, { scope })

  const first = await open()
  assert.ok(asks(first.end.page), 'one link is not enough')
  assert.match(first.end.page ?? '', /goes to app\.example/)
  for (const written of [`openid ${w.publicUrl}/.default`, 'openid Directory.AccessAsUser.All']) {
    const { end } = await askToSignOn(config, browser, application, { scope: written })
    assert.ok(asks(end.page), written)
  }
  const silent = await askToSignOn(config, browser, application, { scope, prompt: 'none' })
  assert.equal(silent.end.url.searchParams.get('error'), 'consent_required')
  const declined = await browser.submit((await open()).end, { decision: 'decline' })
  assert.equal(declined.url.searchParams.get('error'), 'access_denied')
  assert.ok(asks((await open()).end.page), 'who declined is asked again')

  // Without the scopes of the directory nobody is asked, and what comes of it acts for nobody.
  const plain = await (
    await signOn(config, browser, application, { scope: `openid ${w.publicUrl}/User.Read` })
  ).exchange()
  const call = (token: string) =>
    w.app.request(`${w.publicUrl}/v1.0/users`, { headers: { authorization: `Bearer ${token}` } })
  assert.equal((await call(plain.access_token)).status, 403)

  const agreed = await open()
  const tokens = await agreed.take((await browser.submit(agreed.end, { decision: 'accept' })).url)
  assert.equal((await call(tokens.access_token)).status, 200)
  assert.equal((await open()).end.page, undefined, 'agreed to once')

  const move = {
    'guesthouse.redirectUris': [
      { kind: 'web', uri: application.uri },
      { kind: 'web', uri: 'https://evil.example/x' },
    ],
  }
  assert.equal(
    (await w.as(w.fiona, w.fabrikam).patch(`/v1.0/servicePrincipals/${application.id}`, move))
      .status,
    204,
  )
  const agree = async () => browser.submit((await open()).end, { decision: 'accept' })
  const longer = (value: boolean) =>
    w
      .as(w.fiona, w.fabrikam)
      .patch(`/v1.0/servicePrincipals/${application.id}`, { 'guesthouse.worksWhileAway': value })
  assert.ok(asks((await open()).end.page), 'another address is asked about again')
  await agree()
  assert.equal((await longer(false)).status, 204)
  assert.equal((await open()).end.page, undefined, 'what ends sooner is agreed to')
  assert.equal((await longer(true)).status, 204)
  assert.ok(asks((await open()).end.page), 'tokens that last longer are asked about again')
  assert.ok(
    asks((await askToSignOn(config, await browserWith(w, w.bob), application, { scope })).end.page),
    'one agrees for oneself',
  )
})
