/** Groups and applications in groups: as lists, as programs check them, and what follows them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reference, stageOf } from '../../../test/doors/graph-stage.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { zeroId, type ApplicationId, type UserId } from '../../kernel/ids.ts'
import { readApplicationAccess } from '../../tokens/account.sql.ts'

const idsIn = ({ value }: Json): string[] => value.map((one: Json) => String(one['id'])).toSorted()

/** Fiona is in Inner, which is in Outer, as an application is. */
const nested = async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const [inner, outer] = [
    await stage.group({ displayName: 'Inner' }),
    await stage.group({ displayName: 'Outer' }),
  ]
  const app = await stage.application()
  const fiona = w.fiona.userId
  await stage.link(`/groups/${inner}/members`, fiona)
  for (const id of [inner, app]) await stage.link(`/groups/${outer}/members`, id)
  const ids = async (path: string) =>
    idsIn(await json(await frank.get(`/v1.0${path}`, { consistencylevel: 'eventual' })))
  return { w, stage, frank, inner, outer, app, fiona, ids }
}

test('12.8: a group and an application are members, told with their types; through the group its people are', async () => {
  const { frank, inner, outer, app, fiona, ids } = await nested()
  const { value } = await json(await frank.get(`/v1.0/groups/${outer}/members`))
  assert.deepEqual(value.map((one: Json) => one['@odata.type']).toSorted(), [
    '#microsoft.graph.group',
    '#microsoft.graph.servicePrincipal',
  ])
  assert.deepEqual(await ids(`/groups/${outer}/transitiveMembers`), [inner, app, fiona].toSorted())
  assert.deepEqual(await ids(`/groups/${outer}/transitiveMembers/microsoft.graph.user`), [fiona])
  assert.deepEqual(await ids(`/groups/${outer}/members/microsoft.graph.user`), [])
  const counted = await frank.get(`/v1.0/groups/${outer}/transitiveMembers/$count`, {
    consistencylevel: 'eventual',
  })
  assert.equal(await counted.text(), '3')
  assert.deepEqual(await ids(`/users/${fiona}/memberOf`), [inner])
  assert.deepEqual(await ids(`/users/${fiona}/transitiveMemberOf`), [inner, outer].toSorted())
  assert.deepEqual(await ids(`/servicePrincipals/${app}/memberOf`), [outer])
  const asked = { groupIds: [outer, zeroId] }
  for (const path of [`users/${fiona}`, `groups/${inner}`, `servicePrincipals/${app}`]) {
    const found = await json(await frank.post(`/v1.0/${path}/checkMemberGroups`, asked))
    assert.deepEqual(found['value'], [outer], path)
  }
  const removed = await frank.delete(`/v1.0/groups/${outer}/members/${app}/$ref`)
  assert.equal(removed.status, 204)
  assert.deepEqual(await ids(`/groups/${outer}/members`), [inner])
})

test('12.8: a circle is taken and met once; twice, itself, and a group that can hold roles are refused', async () => {
  const { w, stage, frank, inner, outer, fiona, ids } = await nested()
  await stage.link(`/groups/${inner}/members`, outer)
  assert.deepEqual(await ids(`/users/${fiona}/transitiveMemberOf`), [inner, outer].toSorted())
  assert.ok(!(await ids(`/groups/${inner}/transitiveMembers`)).includes(inner))
  const strict = await stage.group({ isAssignableToRole: true })
  for (const [group, id, code] of [
    [outer, inner, 'alreadyLinked'],
    [outer, outer, 'inItself'],
    [strict, inner, 'groupInRoleGroup'],
  ] as const) {
    const path = `/v1.0/groups/${group}/members/$ref`
    const { error } = await json(await frank.post(path, reference(id)), 400)
    assert.equal(error.innerError.code, code)
  }
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const asFiona = w.as(w.fiona, w.fabrikam)
  const app = await stage.application()
  assert.equal(
    (await asFiona.post(`/v1.0/groups/${strict}/members/$ref`, reference(app))).status,
    403,
  )
})

test('12.8: tokens name groups through groups; an application assigned to the outer one is for who is in it', async () => {
  const { w, frank, inner, outer, app, fiona } = await nested()
  const path = `/v1.0/servicePrincipals/${app}/appRoleAssignedTo`
  const assignment = { principalId: outer, resourceId: app, appRoleId: zeroId }
  await json(await frank.post(path, assignment), 201)
  const which = {
    tenantId: w.fabrikam.id,
    userId: fiona as UserId,
    applicationId: app as ApplicationId,
  }
  assert.deepEqual(await readApplicationAccess(w.db, which, false), {
    assigned: false,
    roles: [],
    groups: [inner, outer].toSorted(),
    scopes: [],
  })
})

test('R60, R61: a deleted group leads nowhere, and back it leads on; what is left out of its restore is ended', async () => {
  const { frank, stage, inner, outer, app, fiona, ids } = await nested()
  const item = `/v1.0/directory/deletedItems/${inner}`
  const gone = async () => json(await frank.delete(`/v1.0/groups/${inner}`), 204)
  await gone()
  assert.deepEqual(await ids(`/groups/${outer}/transitiveMembers`), [app])
  const preview = await json(await frank.get(`${item}/guesthouse.objectRestorePreview`))
  assert.deepEqual(
    preview['comesBack'].map(({ kind, count }: Json) => [kind, count]),
    [
      ['member', 1],
      ['memberOf', 1],
    ],
  )
  await json(await frank.post(`${item}/restore`, {}))
  assert.ok((await ids(`/groups/${outer}/transitiveMembers`)).includes(fiona))
  await gone()
  const leaveOut = { leaveOut: [{ kind: 'memberOf', item: outer }] }
  await json(await frank.post(`${item}/restore`, leaveOut))
  assert.deepEqual(await ids(`/groups/${outer}/members`), [app])
  await stage.link(`/groups/${outer}/members`, inner)
  await gone()
  await json(await frank.delete(item), 204)
  assert.deepEqual(await ids(`/groups/${outer}/members`), [app])
})
