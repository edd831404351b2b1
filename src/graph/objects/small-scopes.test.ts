/**
 * Lists of objects of several types: what their reader does not read of them is neither told nor
 * found, whatever is chosen, searched for or filtered by.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { reference, stageOf } from '../../../test/doors/graph-stage.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { inactivity, policiesAt } from '../../../test/policies.ts'
import { setTo } from '../../../test/reading.ts'
import {
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type World,
} from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { roleIds, type GraphRole, type GraphScope } from '../../access/graph-scopes.ts'
import { roles } from '../../access/roles.ts'
import { dayMs } from '../../kernel/time.ts'
import { graphPrincipalId } from '../applications/graph-principal.ts'

const eventual = { consistencylevel: 'eventual' }

test('R102: a guest finds nobody of their group by what they are not shown, in its list, its number and its addresses', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const [frank, ada] = [w.as(w.frank, w.fabrikam), w.as(w.ada, w.fabrikam)]
  const group = await stage.group()
  for (const id of [w.userOf(w.ada, w.fabrikam), w.fiona.userId])
    await stage.link(`/groups/${group}/members`, id)
  await json(await frank.patch(`/v1.0/users/${w.fiona.userId}`, { surname: 'Smithson' }), 204)
  const found = async (asked: string) =>
    json(await ada.get(`/v1.0/groups/${group}/members/$ref?${asked}`, eventual))
  await setTo(w, 'asMembers')
  assert.equal((await found('$search=smi'))['value'].length, 1)
  await setTo(w, 'limited')
  for (const path of ['members', 'members/$ref', 'members/$count'])
    for (const asked of ['smi', 'nobody', '"smi"'])
      await refusal(await ada.get(`/v1.0/groups/${group}/${path}?$search=${asked}`, eventual), 403)
  assert.equal((await found('$search="displayName:fio"'))['value'].length, 1)
  assert.equal((await found('$filter=startsWith(displayName,%27fio%27)'))['value'].length, 1)
})

/** A group of one of each kind, and an application that Fiona owns, which has a secret. */
const scene = async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const group = await stage.group({ displayName: 'Outer' })
  const inner = await stage.group({ displayName: 'Inner' })
  const owned = await stage.application()
  await stage.secret(owned)
  for (const id of [w.fiona.userId, inner, owned]) await stage.link(`/groups/${group}/members`, id)
  await stage.link(`/groups/${group}/owners`, w.fiona.userId)
  await stage.link(`/servicePrincipals/${owned}/owners`, w.fiona.userId)
  return { w, group, inner, owned, fiona: w.fiona.userId }
}

const byItself = async (w: World, ...given: readonly GraphRole[]) => {
  const made = await registerApplication(w, w.fabrikam, w.frank)
  for (const name of given)
    await json(
      await w
        .as(w.frank, w.fabrikam)
        .post(`/v1.0/servicePrincipals/${made.id}/appRoleAssignments`, {
          principalId: made.id,
          resourceId: graphPrincipalId(w.fabrikam.id),
          appRoleId: roleIds[name],
        }),
      201,
    )
  const token = await applicationToken(w, made)
  const call = callWith(w, token)
  const get = (path: string) =>
    Promise.resolve(
      w.app.request(`${w.publicUrl}/v1.0${path}`, {
        headers: { authorization: `Bearer ${token}`, ...eventual },
      }),
    )
  return {
    get,
    call,
    list: async (path: string): Promise<Json[]> => (await json(await get(path)))['value'],
  }
}

const forPerson = async (w: World, ...scopes: readonly GraphScope[]) => {
  const made = await registerApplication(w, w.fabrikam, w.frank, { scopes })
  const party = await relyingParty(w, made)
  const scope = `openid ${w.publicUrl}/.default`
  const { exchange } = await signOn(party, await browserWith(w, w.frank), made, { scope })
  const call = callWith(w, (await exchange()).access_token)
  return {
    list: async (path: string): Promise<Json[]> => (await json(await call('GET', path)))['value'],
  }
}

/** What an entry says beside what it is and which. */
const toldOf = (entry: Json | undefined): string[] =>
  Object.entries(entry ?? {}).flatMap(([name, value]) =>
    name === 'id' || name.startsWith('@') || value === null || value?.length === 0 ? [] : [name],
  )
const byId = (list: readonly Json[], id: string) => list.find((one) => one['id'] === id)

test('contract §7.2: of objects in a list of several types is told what the permissions read: of the others which they are', async () => {
  const { w, group, inner, owned, fiona } = await scene()
  const whole = '?$select=*'
  for (const caller of [
    await byItself(w, 'GroupMember.Read.All'),
    await forPerson(w, 'GroupMember.Read.All'),
  ]) {
    const lists = [
      await caller.list(`/groups/${group}/members${whole}`),
      await caller.list(`/groups/${group}/members`),
      await caller.list(`/groups/${group}/transitiveMembers${whole}`),
      byId(await caller.list('/groups?$expand=members($select=*)'), group)?.['members'],
    ]
    for (const members of lists) {
      assert.equal(members.length, 3)
      assert.deepEqual(toldOf(byId(members, fiona)), [])
      assert.equal(byId(members, fiona)?.['@odata.type'], '#microsoft.graph.user')
      assert.deepEqual(toldOf(byId(members, owned)), [])
      assert.ok(toldOf(byId(members, inner)).includes('displayName'), 'groups are read')
    }
    assert.deepEqual(toldOf((await caller.list(`/groups/${group}/owners${whole}`))[0]), [])
    const some = '?$select=mobilePhone,identities,signInActivity,passwordCredentials'
    for (const one of await caller.list(`/groups/${group}/members${some}`))
      assert.deepEqual(toldOf(one), [])
  }
  const users = await byItself(w, 'User.Read.All')
  const [first] = await users.list(`/users/${fiona}/ownedObjects`)
  assert.deepEqual(toldOf(first), [])
  for (const id of [group, w.frank.userId])
    await json(
      await w.as(w.frank, w.fabrikam).post(`/v1.0/users/${fiona}/sponsors/$ref`, reference(id)),
      204,
    )
  const named = (await json(await users.get(`/users/${fiona}?$select=guesthouse.sponsors`)))[
    'guesthouse.sponsors'
  ]
  assert.deepEqual(
    new Map(named.map((one: Json) => [one['id'], one['displayName']])),
    new Map([
      [group, null],
      [w.frank.userId, w.frank.name],
    ]),
  )
  assert.deepEqual(
    new Map(
      (await users.list(`/users/${fiona}/sponsors`)).map((one) => [one['id'], one['displayName']]),
    ),
    new Map([
      [group, null],
      [w.frank.userId, w.frank.name],
    ]),
  )
  const own = byId(await users.list('/users?$expand=ownedObjects($select=*)'), fiona)
  assert.deepEqual(own?.['ownedObjects'].map(toldOf), [[], []])
  const both = await byItself(w, 'User.Read.All', 'GroupMember.Read.All', 'Application.Read.All')
  const members = await both.list(`/groups/${group}/members${whole}`)
  for (const id of [fiona, owned, inner])
    assert.ok(toldOf(byId(members, id)).includes('displayName'))
  assert.equal(byId(members, owned)?.['passwordCredentials'].length, 1)
})

test('contract §7.2: what is not read is not found by its name either, and is found by its id', async () => {
  const { w, group, inner, fiona } = await scene()
  const { list, get } = await byItself(w, 'GroupMember.Read.All')
  const members = `/groups/${group}/members`
  const idsOf = async (path: string) => (await list(path)).map((one) => one['id'])
  assert.deepEqual(await idsOf(`${members}?$filter=id eq '${fiona}'`), [fiona])
  for (const asked of [
    '$search=fio',
    '$search="displayName:fio"',
    "$filter=startsWith(displayName,'fio')",
  ]) {
    assert.deepEqual(await idsOf(`${members}?${asked}`), [], asked)
    assert.deepEqual(await list(`${members}/$ref?${asked}`), [], asked)
    assert.equal(await (await get(`${members}/$count?${asked}`)).text(), '0', asked)
  }
  assert.deepEqual(await idsOf(`${members}?$search=inn`), [inner])
  assert.deepEqual(await idsOf(`/groups/${group}/owners?$search=fio`), [])
  assert.equal(await (await get(`/groups/${group}/owners/$count?$search=fio`)).text(), '0')
  assert.deepEqual(await idsOf(`/groups/${group}/owners`), [fiona])
  await w.grant(w.fiona, w.fabrikam, 'guestInviter')
  const ofRoles = await byItself(w, 'RoleManagement.Read.Directory')
  const holders = `/directoryRoles/${roles.guestInviter.id}/members`
  assert.deepEqual((await ofRoles.list(holders)).map(toldOf), [[]])
  assert.deepEqual(await ofRoles.list(`${holders}?$search=fio`), [])
  const assignments = '/roleManagement/directory/roleAssignments?$expand=principal'
  for (const { principal } of await ofRoles.list(assignments)) {
    assert.equal(principal['@odata.type'], '#microsoft.graph.user')
    assert.deepEqual(toldOf(principal), [])
  }
})

test('contract §7.2: who may try settings and policies is told whom they concern by their names as far as users are read', async () => {
  const w = await world()
  w.pass(100 * dayMs)
  const given = ['Policy.ReadWrite.Authorization', 'Policy.ReadWrite.ExternalIdentities'] as const
  const [some, more] = [await byItself(w, ...given), await byItself(w, ...given, 'User.Read.All')]
  const settings = { allowExternalIdentitiesToLeave: false }
  for (const [path, body] of [
    ['/policies/guesthouse.simulate', settings],
    [`${policiesAt.replace('/v1.0', '')}/guesthouse.simulate`, inactivity],
  ] as const) {
    const [few, all] = [
      (await json(await some.call('POST', path, body)))['value'] as Json[],
      (await json(await more.call('POST', path, body)))['value'] as Json[],
    ]
    assert.ok(all.length > 1, path)
    assert.ok(
      all.every((one) => typeof one['displayName'] === 'string'),
      path,
    )
    for (const one of few)
      assert.deepEqual([one['displayName'], one['userPrincipalName']], [null, null], path)
    assert.deepEqual(
      few.map((one) => one['id']),
      all.map((one) => one['id']),
    )
  }
})
