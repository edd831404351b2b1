/**
 * Which groups of a person an application is told of: none, but by its administrator's choice or
 * its own request (faults §8).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { json, refusal } from '../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'

/** Fiona in two groups, one of which is assigned to the application. */
const scene = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  const group = async (displayName: string): Promise<string> => {
    const id = String((await json(await frank.post('/v1.0/groups', { displayName }), 201))['id'])
    await frank.post(`/v1.0/groups/${id}/members/$ref`, {
      '@odata.id': `https://x.example/${w.fiona.userId}`,
    })
    return id
  }
  const [writers, others] = [await group('Writers'), await group('Others')]
  const zero = '00000000-0000-0000-0000-000000000000'
  const assignment = { principalId: writers, resourceId: application.id, appRoleId: zero }
  await json(
    await frank.post(`/v1.0/servicePrincipals/${application.id}/appRoleAssignedTo`, assignment),
    201,
  )
  const choose = (choice: string | null) =>
    frank.patch(`/v1.0/applications(appId='${application.appId}')`, {
      groupMembershipClaims: choice,
    })
  const chosen = async () => [
    (await json(await frank.get(`/v1.0/applications(appId='${application.appId}')`)))[
      'groupMembershipClaims'
    ],
    (await json(await frank.get(`/v1.0/servicePrincipals/${application.id}?$select=*`)))[
      'guesthouse.groupMembershipClaims'
    ],
  ]
  /**
   * What is said of groups in the ID token, the access token, at userinfo, and in the ID token of a
   * renewal.
   */
  const told = async (more: Record<string, string> = {}) => {
    const tokens = await (await signOn(config, browser, application, more)).exchange()
    const info = await client.fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck)
    const renewed = await client.refreshTokenGrant(config, String(tokens.refresh_token))
    return [tokens.claims(), decodeJwt(tokens.access_token), info, renewed.claims()].map(
      (claims) => (claims as Record<string, unknown> | undefined)?.['groups'],
    )
  }
  return {
    w,
    frank,
    application,
    both: [writers, others].toSorted(),
    writers,
    choose,
    chosen,
    told,
  }
}
const never = [undefined, undefined, undefined, undefined]

test('faults §8: a new application is told of no groups; its administrator chooses which it is told of, in every token', async () => {
  const { both, writers, choose, chosen, told } = await scene()
  assert.deepEqual(await chosen(), [null, null])
  assert.deepEqual(await told(), never)
  for (const choice of ['SecurityGroup', 'All', 'ApplicationGroup'] as const) {
    assert.equal((await choose(choice)).status, 204)
    assert.deepEqual(await chosen(), [choice, choice])
    const groups = choice === 'ApplicationGroup' ? [writers] : both
    assert.deepEqual(await told(), [groups, groups, groups, groups], choice)
  }
  for (const none of ['None', null]) {
    assert.equal((await choose('All')).status, 204)
    assert.equal((await choose(none)).status, 204)
    assert.deepEqual(await chosen(), [null, null])
    assert.deepEqual(await told(), never)
  }
  assert.match((await refusal(await choose('Everything'), 400)).message, /groupMembershipClaims/)
})

test('faults §8, Core 5.5: an application that asks for groups in the parameter claims is told of them where it asks', async () => {
  const { both, told } = await scene()
  const asked = (where: 'id_token' | 'userinfo') =>
    told({ claims: JSON.stringify({ [where]: { groups: null } }) })
  assert.deepEqual(await asked('id_token'), [both, undefined, undefined, both])
  assert.deepEqual(await asked('userinfo'), [undefined, undefined, both, undefined])
})

test('faults §8: no token for the directory has groups, which reads them itself; without openid there are none either', async () => {
  const { w, application, both, choose } = await scene()
  await choose('All')
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  const tokens = await (
    await signOn(config, browser, application, { scope: `openid ${w.publicUrl}/User.Read` })
  ).exchange()
  assert.deepEqual(
    [tokens.claims()?.['groups'], decodeJwt(tokens.access_token)['groups']],
    [both, undefined],
  )
})

test('faults §8: the page that asks people to agree speaks of their groups where the application is told of them, and nowhere else', async () => {
  const { w, application, choose } = await scene()
  const config = await relyingParty(w, application)
  const says = async (more: Record<string, string> = {}): Promise<boolean> => {
    const { end } = await askToSignOn(config, await browserWith(w, w.fiona), application, {
      prompt: 'consent',
      ...more,
    })
    assert.match(end.page ?? '', /It will learn your name/)
    return /your groups in Fabrikam/.test(end.page ?? '')
  }
  assert.equal(await says(), false)
  assert.equal(await says({ claims: JSON.stringify({ userinfo: { groups: null } }) }), true)
  assert.equal(await says({ claims: JSON.stringify({ id_token: { email: null } }) }), false)
  await choose('ApplicationGroup')
  assert.equal(await says(), true)
})
