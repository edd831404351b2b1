/**
 * How an application gets at more, or somebody at an application, at every door: by itself never,
 * and by somebody else as far as they give it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleIds, type GraphRole } from '../../access/graph-scopes.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { certificate } from '../../../test/peers/certificate.ts'
import {
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type Application,
} from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

const gives = async (w: World, id: string, ...names: readonly GraphRole[]) => {
  const frank = w.as(w.frank, w.fabrikam)
  const graph = await json(await frank.get(`/v1.0/servicePrincipals(appId='${graphAudience}')`))
  for (const name of names)
    await json(
      await frank.post(`/v1.0/servicePrincipals/${id}/appRoleAssignments`, {
        principalId: id,
        resourceId: graph['id'],
        appRoleId: roleIds[name],
      }),
      201,
    )
}

type Call = readonly [method: string, address: string, body?: object]

/** Every way to an application, and every raise of it that is no role, by name. */
const ways = (
  w: World,
  { id, appId }: Pick<Application, 'id' | 'appId'>,
): Readonly<Record<string, Call>> => {
  const [principal, registration] = [`/servicePrincipals/${id}`, `/applications(appId='${appId}')`]
  const { base64: key } = certificate(plus(w.now(), -dayMs), plus(w.now(), 30 * dayMs))
  const credential = { type: 'AsymmetricX509Cert', usage: 'Verify', key }
  const uri = 'https://other.example/callback'
  const owner = { '@odata.id': `https://x.example/users/${w.fiona.userId}` }
  return {
    scopes: ['PATCH', principal, { 'guesthouse.graphScopes': ['Directory.AccessAsUser.All'] }],
    address: ['PATCH', principal, { 'guesthouse.redirectUris': [{ kind: 'web', uri }] }],
    'address, registered': ['PATCH', registration, { web: { redirectUris: [uri, `${uri}/2`] } }],
    'logout address': ['PATCH', principal, { 'guesthouse.logoutUrl': uri }],
    'less proof': ['PATCH', principal, { 'guesthouse.pkceRequired': false }],
    'longer tokens': ['PATCH', principal, { 'guesthouse.worksWhileAway': true }],
    certificate: ['PATCH', registration, { keyCredentials: [credential] }],
    secret: ['POST', `${principal}/addPassword`, {}],
    'secret, registered': ['POST', `${registration}/addPassword`, {}],
    issuer: [
      'POST',
      `${registration}/federatedIdentityCredentials`,
      { name: 'more', issuer: 'https://more.example', subject: 'x', audiences: ['api://x'] },
    ],
    'another issuer': [
      'PATCH',
      `${registration}/federatedIdentityCredentials/build`,
      { issuer: 'https://evil.example' },
    ],
    'no issuer': ['DELETE', `${registration}/federatedIdentityCredentials/build`],
    owner: ['POST', `${principal}/owners/$ref`, owner],
    'owner, registered': ['POST', `${registration}/owners/$ref`, owner],
    'no owner': ['DELETE', `${registration}/owners/${w.fiona.userId}/$ref`],
  }
}

/** An application with an issuer, whose tokens end with the session. */
const made = async (w: World, name: string) => {
  const frank = w.as(w.frank, w.fabrikam)
  const application = await registerApplication(w, w.fabrikam, w.frank, { name })
  const path = `/v1.0/servicePrincipals/${application.id}`
  await json(
    await frank.post(
      `/v1.0/applications(appId='${application.appId}')/federatedIdentityCredentials`,
      {
        name: 'build',
        issuer: 'https://build.example',
        subject: 'x',
        audiences: ['api://x'],
      },
    ),
    201,
  )
  await json(await frank.patch(path, { 'guesthouse.worksWhileAway': false }), 204)
  return { ...application, path, frank }
}

test('R49: an application makes no way to itself and gives itself nothing, at no door; to others it does', async () => {
  const w = await world()
  const own = await made(w, 'Own')
  const other = await made(w, 'Other')
  await gives(w, own.id, 'Application.ReadWrite.All', 'RoleManagement.ReadWrite.Directory')
  await gives(w, own.id, 'Directory.ReadWrite.All')
  const call = callWith(w, await applicationToken(w, own))
  const whole = async () => json(await own.frank.get(own.path))
  const before = await whole()
  for (const [what, attempt] of Object.entries(ways(w, own))) {
    const { message } = await refusal(await call(...attempt), 403)
    assert.match(message, /cannot give itself more/, what)
  }
  assert.deepEqual(await whole(), before)
  const described = await call('PATCH', `/servicePrincipals/${own.id}`, { description: 'Sorts' })
  assert.equal(described.status, 204, 'what gives nothing is its own to change')
  for (const [what, attempt] of Object.entries(ways(w, other)))
    assert.ok((await call(...attempt)).ok, what)
})

test('K16: who administers applications opens no way to one that acts in the directory, by no setting; who gives roles does', async () => {
  const w = await world()
  const { appId, path, frank } = await made(w, 'Trap')
  const scopes = { 'guesthouse.graphScopes': ['Directory.AccessAsUser.All'] }
  await json(await frank.patch(path, scopes), 204)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const open = {
    'guesthouse.worksWhileAway': true,
    'guesthouse.pkceRequired': false,
  }
  const settings = async (): Promise<unknown[]> => {
    const names = Object.keys(open)
    const found: Json = await json(await frank.get(`${path}?$select=${names.join(',')}`))
    return names.map((name) => found[name])
  }
  for (const [name, value] of Object.entries(open)) {
    const { message } = await refusal(await fiona.patch(path, { [name]: value }), 403)
    assert.match(message, /those who may give it/, name)
  }
  assert.deepEqual(await settings(), [false, true])
  await json(await frank.patch(path, open), 204)
  assert.deepEqual(await settings(), [true, false])
  const close = { 'guesthouse.worksWhileAway': false, 'guesthouse.pkceRequired': true }
  await json(await fiona.patch(path, close), 204)
  assert.deepEqual(await settings(), [false, true], 'closing one is theirs')
  await refusal(await fiona.post(`/v1.0/applications(appId='${appId}')/addPassword`, {}), 403)
})

const ref = (kind: string, id: string) => ({ '@odata.id': `https://x.example/${kind}/${id}` })

const scopes = [
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Group.ReadWrite.All',
  'User.DeleteRestore.All',
] as const

test('R49: a token of somebody who gives roles opens no way to what holds them, unless it was given for that', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const giving = 'RoleManagement.ReadWrite.Directory'
  const tool = await registerApplication(w, w.fabrikam, w.frank, {
    name: 'Tool',
    scopes: [...scopes, giving],
  })
  const party = await relyingParty(w, tool)
  const tokenFor = async (...names: readonly string[]): Promise<string> => {
    const scope = `openid ${names.join(' ')}`
    const { exchange } = await signOn(party, await browserWith(w, w.frank), tool, { scope })
    return (await exchange()).access_token
  }
  const { id: strong, appId } = await made(w, 'Strong')
  const registered = `/applications(appId='${appId}')`
  const { id: gone } = await made(w, 'Gone')
  for (const one of [strong, gone]) await gives(w, one, giving)
  await json(await frank.delete(`/v1.0/servicePrincipals/${gone}`), 204)
  const high = async (displayName: string) =>
    (await json(await frank.post('/v1.0/groups', { displayName, isAssignableToRole: true }), 201))[
      'id'
    ] as string
  const [group, deleted, over] = [await high('High'), await high('Deleted'), await high('Over')]
  for (const one of [deleted, over]) await json(await frank.delete(`/v1.0/groups/${one}`), 204)
  const fiona = ref('users', w.fiona.userId)
  const tries: Readonly<Record<string, Call>> = {
    owner: ['POST', `${registered}/owners/$ref`, fiona],
    'no owner': ['DELETE', `${registered}/owners/${w.fiona.userId}/$ref`],
    secret: ['POST', `${registered}/addPassword`, {}],
    'application back': ['POST', `/directory/deletedItems/${gone}/restore`, {}],
    member: ['POST', `/groups/${group}/members/$ref`, fiona],
    'members bound': [
      'PATCH',
      `/groups/${group}`,
      { 'members@odata.bind': [ref('users', w.userOf(w.bob, w.fabrikam))['@odata.id']] },
    ],
    'application in it': [
      'POST',
      `/groups/${group}/members/$ref`,
      ref('servicePrincipals', strong),
    ],
    'group changed': ['PATCH', `/groups/${group}`, { description: 'Mine' }],
    'group back': ['POST', `/directory/deletedItems/${deleted}/restore`, {}],
    'group gone for good': ['DELETE', `/directory/deletedItems/${over}`],
    'group deleted': ['DELETE', `/groups/${group}`],
  }
  const weak = callWith(w, await tokenFor(...scopes))
  for (const [what, attempt] of Object.entries(tries))
    assert.match((await refusal(await weak(...attempt), 403)).message, /those who may/, what)
  const whole = callWith(w, await tokenFor(...scopes, giving))
  for (const [what, attempt] of Object.entries(tries)) assert.ok((await whole(...attempt)).ok, what)
})
