/** Who has agreed to be signed in to an application, and does so no more. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import {
  addressOf,
  codeOf,
  letPeopleAgree,
  principals,
  redeem,
  scene,
} from '../../../test/anywhere.ts'
import { json, type Json } from '../../../test/json.ts'
import { browserWith } from '../../../test/sign-on.ts'
import type { Person } from '../../../test/world.ts'
import { tellEnded } from '../../propagation/back-channel.ts'
import { accountConsents } from '../../wire/account-access.ts'
import { setOrganizationState } from '../../directory/organizations/update.ts'

/** Ada and Bea of Contoso have each agreed to the application of Fabrikam. */
const agreed = async (...of: Parameters<typeof scene>) => {
  const s = await scene(...of)
  const { w, home } = s
  await letPeopleAgree(w, w.carol, w.contoso)
  const bea = await w.member(w.contoso, 'Bea')
  const enter = async (person: Person, more: Record<string, string> = {}) => {
    const browser = await browserWith(w, person)
    const end = await browser.open(addressOf(w, home, more, w.contoso.id))
    const code = codeOf(
      w,
      end.url.origin === w.publicUrl ? await browser.submit(end, { decision: 'accept' }) : end,
    )
    const { body } = await redeem(w, home, { code })
    const token = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) }
    return {
      asks: end.url.origin === w.publicUrl,
      renews: async () => (await redeem(w, home, token)).body['error'] ?? 'yes',
      tells: async () => {
        const headers = { authorization: `Bearer ${String(body['access_token'])}` }
        const at = `${w.publicUrl}/${w.contoso.id}/oidc/userinfo`
        return (await w.app.request(at, { headers })).status
      },
    }
  }
  // She begins it at common, and so makes the service principal.
  const first = await s.open(w.ada)
  await first.browser.submit(first.end, { decision: 'accept' })
  const held = { ada: await enter(w.ada), bea: await enter(bea) }
  const carol = w.as(w.carol, w.contoso)
  const [made] = await principals(w, w.carol, w.contoso, home)
  const grantOf = async (person: Person): Promise<Json> => {
    const path = `/v1.0/servicePrincipals/${String(made?.['id'])}/oauth2PermissionGrants`
    const { value } = await json(await carol.get(path))
    const userId = w.userOf(person, w.contoso)
    return (value as Json[]).find((one) => one['principalId'] === userId) ?? {}
  }
  return { ...s, bea, carol, held, enter, grantOf }
}

const grants = '/v1.0/oauth2PermissionGrants'

for (const way of ['deleted', 'changed'] as const)
  test(`R126, decision 59: where somebody's agreement is ${way} by an administrator, what the application holds of them ends, and of nobody else`, async () => {
    const { w, bea, carol, held, enter, grantOf } = await agreed()
    assert.deepEqual([await held.bea.renews(), await held.bea.tells()], ['yes', 200])
    const path = `${grants}/${String((await grantOf(bea))['id'])}`
    await json(
      way === 'deleted' ? await carol.delete(path) : await carol.patch(path, { scope: 'profile' }),
      204,
    )
    assert.deepEqual([await held.bea.renews(), await held.bea.tells()], ['invalid_grant', 401])
    assert.deepEqual([await held.ada.renews(), await held.ada.tells()], ['yes', 200])
    const again = await enter(bea)
    assert.ok(again.asks, 'she is asked again')
    assert.equal(await again.renews(), 'yes')
    assert.equal(await held.bea.renews(), 'invalid_grant', 'what was given before stays over')
    assert.ok(!(await enter(w.ada)).asks)
  })

test('decision 59: who agrees to more has agreed to be signed in as well, and that is taken by itself', async () => {
  const { w, bea, carol, enter, grantOf } = await agreed()
  const path = `${grants}/${String((await grantOf(bea))['id'])}`
  const both = { scope: 'openid Directory.Read.All' }
  await json(await carol.patch(path, both), 204)
  const scope = `openid offline_access ${w.publicUrl}/Directory.Read.All`
  const held = await enter(bea, { scope })
  assert.ok(held.asks)
  const next = await enter(bea, { scope })
  assert.deepEqual([next.asks, await held.renews()], [false, 'yes'])
  await json(await carol.patch(path, { scope: 'Directory.Read.All' }), 204)
  assert.equal(await held.renews(), 'invalid_grant')
  assert.ok((await enter(bea)).asks)
})

test('decision 59: an application that wants to be told when somebody is gone is told that they agree no more', async () => {
  const told: string[] = []
  const server = createServer((request, response) => {
    told.push(String(request.url))
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { w, home, bea, carol, enter, grantOf } = await agreed(undefined, {
      allowPrivateProviders: true,
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gone`
    const wish = { 'guesthouse.backchannelLogoutUrl': url }
    await json(
      await w.as(w.frank, w.fabrikam).patch(`/v1.0/servicePrincipals/${home.id}`, wish),
      204,
    )
    await enter(bea)
    await tellEnded(w.services, new Date())
    told.length = 0
    await json(await carol.delete(`${grants}/${String((await grantOf(bea))['id'])}`), 204)
    await tellEnded(w.services, new Date())
    assert.ok(told.length > 0)
  } finally {
    server.close()
  }
})

test('K16, decision 59: an agreement that somebody gave is shown to them and ended by them while nothing of it is out any more', async () => {
  const { w, home, bea, carol, held, enter, grantOf } = await agreed()
  const consents = async (person: Person) =>
    accountConsents.parse(await json(await w.as(person).get('/account/consents'))).value
  const before = await consents(w.ada)
  await json(await carol.post(`/v1.0/users/${w.userOf(w.ada, w.contoso)}/revokeSignInSessions`))
  assert.equal(await held.ada.renews(), 'invalid_grant')
  const [one, ...more] = await consents(w.ada)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [one?.id, one?.organization?.id, one?.scopes, one?.lastUsedAt, one?.lasting],
    [home.appId, w.contoso.id, ['openid'], null, false],
  )
  assert.equal(one?.since, before[0]?.since, 'since she agreed')
  await json(await w.as(w.ada).delete(`/account/consents/${home.appId}`), 204)
  assert.deepEqual(await consents(w.ada), [])
  assert.deepEqual(await grantOf(w.ada), {})
  assert.notDeepEqual(await grantOf(bea), {}, 'of nobody else')
  assert.equal((await consents(bea)).length, 1)
  const log = await json(
    await carol.get(
      `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${w.userOf(w.ada, w.contoso)}')`,
    ),
  )
  const names = (log['value'] as Json[]).map((entry) => entry['activityDisplayName'])
  assert.ok(names.includes('Revoke consent'))
  assert.ok((await enter(w.ada)).asks)
  assert.equal((await w.as(bea).delete(`/account/consents/${w.contoso.id}`)).status, 404)
})

test('an agreement that is over because the application leads elsewhere is not shown as one', async () => {
  const { w, home, carol } = await agreed()
  await json(await carol.post(`/v1.0/users/${w.userOf(w.ada, w.contoso)}/revokeSignInSessions`))
  const web = { redirectUris: [home.uri, 'https://elsewhere.example/callback'] }
  const registered = `/v1.0/applications(appId='${home.appId}')`
  await json(await w.as(w.frank, w.fabrikam).patch(registered, { web }), 204)
  assert.deepEqual((await json(await w.as(w.ada).get('/account/consents')))['value'], [])
})

test('R126, decision 59: while the home of the application is closed nobody is signed in to it, and afterwards everybody is asked again', async () => {
  const { w, home, bea, held, enter } = await agreed()
  const set = (state: 'active' | 'closed') =>
    setOrganizationState(w.db, w.fabrikam.id, { state, anyway: true }, w.operator())
  await set('closed')
  assert.notEqual(await held.bea.renews(), 'yes')
  assert.notEqual(await held.bea.tells(), 200)
  const silent = addressOf(w, home, { prompt: 'none' }, w.contoso.id)
  const { url } = await (await browserWith(w, bea)).open(silent)
  assert.equal(url.searchParams.get('code'), null)
  await set('active')
  assert.notEqual(await held.bea.renews(), 'yes')
  const again = await enter(bea)
  assert.deepEqual([again.asks, await again.renews()], [true, 'yes'])
})
