/** What applications may do for people: asked for, given, agreed to, and taken away. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { roleIds, scopeIds } from '../../access/graph-scopes.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'

type World = Awaited<ReturnType<typeof world>>
const base = '/v1.0/oauth2PermissionGrants'

const stageOf = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const made = await registerApplication(w, w.fabrikam, w.frank, { name: 'Sorter' })
  const graph = await json(await frank.get(`/v1.0/servicePrincipals(appId='${graphAudience}')`))
  const wish = { clientId: made.id, consentType: 'AllPrincipals', resourceId: graph['id'] }
  const party = await relyingParty(w, made)
  const asked = async (person: Person, scope: string) =>
    askToSignOn(party, await browserWith(w, person), made, { scope: `openid ${scope}` })
  const tokenOf = async (person: Person, scope: string): Promise<string> => {
    const browser = await browserWith(w, person)
    const { exchange } = await signOn(party, browser, made, { scope: `openid ${scope}` })
    return (await exchange()).access_token
  }
  return { frank, made, graph, wish, asked, tokenOf }
}

test('a scope is asked for by name, given for everybody, agreed to by the person, and good for its own routes with their role; what is taken counts no more', async () => {
  const w = await world()
  const { frank, made, wish, asked, tokenOf } = await stageOf(w)
  const write = `${w.publicUrl}/User.ReadWrite.All`
  const refused = await asked(w.fiona, write)
  assert.equal(refused.end.url.searchParams.get('error'), 'invalid_scope')
  assert.match(
    String(refused.end.url.searchParams.get('error_description')),
    /was not given User\.ReadWrite\.All; an administrator who gives roles/,
  )

  const given = await json(
    await frank.post(base, { ...wish, scope: 'User.ReadWrite.All Group.Read.All' }),
    201,
  )
  assert.deepEqual(
    [given['clientId'], given['consentType'], given['principalId'], given['scope']],
    [made.id, 'AllPrincipals', null, 'Group.Read.All User.ReadWrite.All'],
  )
  assert.equal((await frank.post(base, { ...wish, scope: 'User.Read' })).status, 409)
  const page = (await asked(w.fiona, 'User.ReadWrite.All')).end.page ?? ''
  assert.match(page, /read and change users/)
  assert.doesNotMatch(page, /read groups/, 'nothing that was not asked for')

  const [mine, his] = [await tokenOf(w.fiona, write), await tokenOf(w.frank, write)]
  assert.deepEqual(String(decodeJwt(his)['scp']).split(' ').toSorted(), [
    'User.ReadWrite.All',
    'openid',
  ])
  const change = { jobTitle: 'Sorter' }
  const ada = w.userOf(w.ada, w.fabrikam)
  await refusal(await callWith(w, mine)('PATCH', `/users/${ada}`, change), 403)
  const call = callWith(w, his)
  assert.equal((await call('PATCH', `/users/${ada}`, change)).status, 204)
  await refusal(await call('GET', '/groups'), 403)
  await refusal(await call('POST', '/applications', { displayName: 'None' }), 403)

  const held = await json(await frank.get(`/v1.0/users/${w.frank.userId}/oauth2PermissionGrants`))
  assert.deepEqual(
    held['value'].map((one: Json) => [one['consentType'], one['scope']]),
    [['Principal', 'User.ReadWrite.All']],
  )
  const all = await json(await frank.get(`${base}?$filter=clientId eq '${made.id}'&$count=true`))
  assert.equal(all['value'].length, 3)
  const ofAll = await json(await frank.get(`${base}?$filter=consentType eq 'AllPrincipals'`))
  assert.deepEqual(
    ofAll['value'].map((one: Json) => one['id']),
    [given['id']],
  )

  const path = `${base}/${given['id']}`
  assert.equal((await frank.patch(path, { scope: 'Group.Read.All' })).status, 204)
  await refusal(await call('PATCH', `/users/${ada}`, change), 403)
  assert.equal((await json(await frank.get(path)))['scope'], 'Group.Read.All')
  assert.equal((await asked(w.frank, 'Group.Read.All')).end.page?.includes('read groups'), true)
  assert.equal((await frank.delete(path)).status, 204)
  await refusal(await frank.get(path), 404)
  const ofPerson = await json(
    await frank.get(`/v1.0/servicePrincipals/${made.id}/oauth2PermissionGrants`),
  )
  assert.deepEqual(ofPerson['value'], [], 'what was agreed to was of it')
  const log = await json(await frank.get('/v1.0/auditLogs/directoryAudits?$top=100'))
  const names = new Set(log['value'].map((one: Json) => one['activityDisplayName']))
  for (const name of [
    'Add delegated permission grant',
    'Remove delegated permission grant',
    'Consent to application',
  ])
    assert.ok(names.has(name), name)
})

test('R49: what is given for one person is theirs to agree to, of nobody else, and an application gives itself none', async () => {
  const w = await world()
  const { frank, made, wish, asked, tokenOf } = await stageOf(w)
  await w.grant(w.fiona, w.fabrikam, 'privilegedRoleAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const trap = { ...wish, consentType: 'Principal', scope: 'Directory.AccessAsUser.All' }
  const given = await json(await fiona.post(base, { ...trap, principalId: w.frank.userId }), 201)
  const page = (await asked(w.frank, 'Directory.AccessAsUser.All')).end.page ?? ''
  assert.match(page, /everything that you may do, also as an administrator/)
  const token = await tokenOf(w.frank, 'Directory.AccessAsUser.All')
  assert.equal((await callWith(w, token)('GET', '/users')).status, 200)
  assert.equal((await frank.delete(`${base}/${given['id']}`)).status, 204)
  await refusal(await callWith(w, token)('GET', '/users'), 403)

  const own = await asked(w.fiona, `${w.publicUrl}/Directory.Read.All`)
  assert.match(own.end.page ?? '', /read what you may read/, 'who gives roles gives it themselves')
  const hers = await tokenOf(w.fiona, `${w.publicUrl}/Directory.Read.All`)
  assert.equal((await callWith(w, hers)('GET', '/users')).status, 200)
  const mine = await json(await fiona.get('/v1.0/me/oauth2PermissionGrants'))
  assert.deepEqual(
    mine['value'].map((one: Json) => [one['principalId'], one['scope']]),
    [[w.fiona.userId, 'Directory.Read.All']],
  )
  const others = await asked(w.frank, `${w.publicUrl}/.default`)
  assert.equal(others.end.url.searchParams.get('error'), null, 'of which others have nothing')

  await json(
    await frank.post(`/v1.0/servicePrincipals/${made.id}/appRoleAssignments`, {
      principalId: made.id,
      resourceId: wish.resourceId,
      appRoleId: roleIds['DelegatedPermissionGrant.ReadWrite.All'],
    }),
    201,
  )
  const call = callWith(w, await applicationToken(w, made))
  const raised = await call('POST', '/oauth2PermissionGrants', { ...wish, scope: 'User.Read.All' })
  assert.match((await refusal(raised, 403)).message, /cannot give itself more/)
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  const theirs = { ...wish, clientId: other.id, scope: 'User.Read.All' }
  assert.equal((await call('POST', '/oauth2PermissionGrants', theirs)).status, 201)
})

test('R49: what is given for one person is theirs to agree to, also where more is given for everybody while the application goes on for them', async () => {
  const w = await world()
  const { frank, made, wish } = await stageOf(w)
  const given = await json(await frank.post(base, { ...wish, scope: 'Group.Read.All' }), 201)
  const party = await relyingParty(w, made)
  const scope = `openid offline_access ${w.publicUrl}/.default`
  const browser = await browserWith(w, w.frank)
  const first = await (await signOn(party, browser, made, { scope })).exchange()
  const more = { scope: 'Group.Read.All User.Read.All' }
  await json(await frank.patch(`${base}/${given['id']}`, more), 204)
  const next = await client.refreshTokenGrant(party, String(first.refresh_token))
  assert.doesNotMatch(String(decodeJwt(next.access_token)['scp']), /User\.Read\.All/)
  const call = callWith(w, next.access_token)
  assert.equal((await call('GET', '/groups')).status, 200)
  await refusal(await call('GET', '/users'), 403)
})

test('what is asked for gives nothing, and what there is not is refused aloud', async () => {
  const w = await world()
  const { frank, made, wish, asked } = await stageOf(w)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const access = [{ id: scopeIds['User.Read.All'], type: 'Scope' }]
  const wanted = [{ resourceAppId: graphAudience, resourceAccess: access }]
  const path = `/v1.0/applications(appId='${made.appId}')`
  assert.equal((await fiona.patch(path, { requiredResourceAccess: wanted })).status, 204)
  assert.deepEqual((await json(await fiona.get(path)))['requiredResourceAccess'], wanted)
  assert.deepEqual((await json(await frank.get(base)))['value'], [])
  const all = `${w.publicUrl}/.default`
  const nobody = await asked(w.fiona, all)
  assert.equal(nobody.end.page, undefined)
  assert.ok(nobody.end.url.searchParams.has('code'))
  assert.match((await asked(w.frank, all)).end.page ?? '', /read users/)

  for (const scope of ['Mail.Read', `${w.publicUrl}/Nothing.Read`, `${graphAudience}/x`]) {
    const { end } = await asked(w.frank, scope)
    assert.equal(end.url.searchParams.get('error'), 'invalid_scope', scope)
    assert.match(String(end.url.searchParams.get('error_description')), /has no scope/)
  }
  for (const [wrong, status] of [
    [{ scope: 'Mail.Read' }, 400],
    [{ scope: ' ' }, 400],
    [{ scope: 'User.Read', clientId: newId() }, 404],
    [{ scope: 'User.Read', resourceId: made.id }, 400],
    [{ scope: 'User.Read', resourceId: newId() }, 404],
    [{ scope: 'User.Read', principalId: w.fiona.userId }, 400],
    [{ scope: 'User.Read', consentType: 'Principal' }, 400],
    [{ scope: 'User.Read', consentType: 'Principal', principalId: w.nora.userId }, 404],
  ] as const)
    await refusal(await frank.post(base, { ...wish, ...wrong }), status)
  await refusal(await fiona.post(base, { ...wish, scope: 'User.Read.All' }), 403)
  await refusal(await frank.patch(`${base}/${newId()}`, { scope: 'User.Read' }), 404)
  const given = await json(await frank.post(base, { ...wish, scope: 'User.Read.All' }), 201)
  const nora = w.as(w.nora, w.northwind)
  for (const call of ['get', 'delete'] as const)
    await refusal(await nora[call](`${base}/${given['id']}`), 404)
  await refusal(await nora.patch(`${base}/${given['id']}`, { scope: 'User.Read' }), 404)
})
