import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { zeroId } from '../../kernel/ids.ts'

const ref = (id: string) => ({ '@odata.id': `https://anything.example/v1.0/users/${id}` })
const ids = (body: { [key: string]: { [key: string]: unknown }[] }) =>
  (body['value'] ?? []).map((one) => one['id'])

test('groups are made, found, changed and deleted; a deleted one is gone from every list', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(
    await frank.post('/v1.0/groups', {
      displayName: 'Project Aurora',
      mailEnabled: false,
      securityEnabled: true,
      mailNickname: 'aurora',
    }),
    201,
  )
  const path = `/v1.0/groups/${group['id']}`
  assert.equal((await frank.patch(path, { description: 'Northern lights' })).status, 204)
  assert.equal((await json(await frank.get(path)))['description'], 'Northern lights')
  assert.deepEqual(ids(await json(await frank.get('/v1.0/groups?$search="auro"'))), [group['id']])
  assert.equal(
    (await json(await frank.get('/v1.0/groups?$count=true', { consistencylevel: 'eventual' })))[
      '@odata.count'
    ],
    1,
  )
  await frank.post(`${path}/members/$ref`, ref(w.fiona.userId))
  assert.equal((await frank.delete(path)).status, 204)
  assert.equal((await frank.get(path)).status, 404)
  assert.deepEqual(ids(await json(await frank.get('/v1.0/groups'))), [])
  assert.deepEqual(ids(await json(await frank.get(`/v1.0/users/${w.fiona.userId}/memberOf`))), [])
})

test('members are added once and removed once; R62: a deleted user is no member and not counted', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'All' }), 201)
  const path = `/v1.0/groups/${id}/members`
  const ada = w.userOf(w.ada, w.fabrikam)
  assert.equal((await frank.post(`${path}/$ref`, ref(ada))).status, 204)
  assert.match(
    (await refusal(await frank.post(`${path}/$ref`, ref(ada)), 400)).message,
    /added object references already exist/,
  )
  assert.equal(
    (await frank.post(`${path}/$ref`, ref(w.nora.userId))).status,
    404,
    'R120: nobody of another organization',
  )
  assert.equal(
    (
      await json(
        await frank.get(`${path}?$count=true&$search="lovel"`, { consistencylevel: 'eventual' }),
      )
    )['@odata.count'],
    1,
  )
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal(
    (await json(await frank.get(`${path}?$count=true`, { consistencylevel: 'eventual' })))[
      '@odata.count'
    ],
    0,
  )
  assert.equal((await frank.delete(`${path}/${ada}/$ref`)).status, 404)
})

test('a group keeps its last owner', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'Owned' }), 201)
  for (const user of [w.fiona, w.frank])
    await frank.post(`/v1.0/groups/${id}/owners/$ref`, ref(user.userId))
  assert.equal((await frank.delete(`/v1.0/groups/${id}/owners/${w.fiona.userId}/$ref`)).status, 204)
  assert.match(
    (await refusal(await frank.delete(`/v1.0/groups/${id}/owners/${w.frank.userId}/$ref`), 400))
      .message,
    /at least one owner/,
  )
})

test('a group that can hold roles is changed only by those who assign roles', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const [frank, fiona] = [w.as(w.frank, w.fabrikam), w.as(w.fiona, w.fabrikam)]
  assert.equal(
    (await fiona.post('/v1.0/groups', { displayName: 'Admins', isAssignableToRole: true })).status,
    403,
  )
  const { id } = await json(
    await frank.post('/v1.0/groups', { displayName: 'Admins', isAssignableToRole: true }),
    201,
  )
  assert.equal(
    (await fiona.post(`/v1.0/groups/${id}/members/$ref`, ref(w.fiona.userId))).status,
    403,
  )
  assert.equal((await fiona.patch(`/v1.0/groups/${id}`, { displayName: 'x' })).status, 403)
  assert.equal((await fiona.delete(`/v1.0/groups/${id}`)).status, 403)
  await frank.post(`/v1.0/groups/${id}/members/$ref`, ref(w.userOf(w.ada, w.fabrikam)))
  assert.equal(
    (await fiona.delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)).status,
    403,
    'R49: its members are protected too',
  )
})

test('applications have roles; assignments show from the user, the group and the application, and give tiles', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const app = await json(
    await frank.post('/v1.0/servicePrincipals', {
      displayName: 'Expenses',
      homepage: 'https://expenses.example/start',
      appRoles: [{ displayName: 'Approver', value: 'approve' }],
    }),
    201,
  )
  const path = `/v1.0/servicePrincipals/${app['id']}`
  const role = String(app['appRoles'][0]?.['id'])
  const assignment = { principalId: ada, resourceId: String(app['id']), appRoleId: role }
  const made = await json(await frank.post(`${path}/appRoleAssignedTo`, assignment), 201)
  assert.match(
    (await refusal(await frank.post(`/v1.0/users/${ada}/appRoleAssignments`, assignment), 400))
      .message,
    /already exists/,
  )
  assert.deepEqual(ids(await json(await frank.get(`/v1.0/users/${ada}/appRoleAssignments`))), [
    made['id'],
  ])
  assert.deepEqual(ids(await json(await frank.get(`${path}/appRoleAssignedTo`))), [made['id']])

  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Everyone' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, ref(w.userOf(w.bob, w.fabrikam)))
  await json(
    await frank.post(`${path}/appRoleAssignedTo`, {
      ...assignment,
      principalId: String(group['id']),
      appRoleId: zeroId,
    }),
    201,
  )
  assert.equal(
    ids(await json(await frank.get(`/v1.0/groups/${group['id']}/appRoleAssignments`))).length,
    1,
  )
  const tiles = async (person: typeof w.bob) => {
    const them = w.as(person)
    await json(await them.post(`/account/organizations/${w.fabrikam.id}/session`))
    return (await json(await them.get(`/account/organizations/${w.fabrikam.id}/applications`)))[
      'value'
    ]
  }
  assert.deepEqual(
    (await tiles(w.bob)).map((tile: Json) => [tile['displayName'], tile['roles'].length]),
    [['Expenses', 0]],
  )
  assert.deepEqual(
    (await tiles(w.ada)).map((tile: Json) => [tile['displayName'], String(tile['roles'][0])]),
    [['Expenses', 'Approver']],
  )

  const reader = { displayName: 'Reader', value: 'read' }
  const approver = { id: role, displayName: 'Approver', value: 'approve', isEnabled: false }
  assert.match(
    (await refusal(await frank.patch(path, { appRoles: [reader] }), 400)).message,
    /unless disabled first/,
  )
  await json(await frank.patch(path, { appRoles: [approver] }), 204)
  const taken = { principalId: w.fiona.userId, resourceId: app['id'], appRoleId: role }
  await refusal(await frank.post(`/v1.0/users/${w.fiona.userId}/appRoleAssignments`, taken), 400)
  await json(await frank.patch(path, { appRoles: [reader] }), 204)
  assert.deepEqual(
    ids(await json(await frank.get(`/v1.0/users/${ada}/appRoleAssignments`))),
    [],
    'a removed role grants nothing',
  )
  const there = (await json(await frank.get(path)))['appRoles']
  assert.match(
    (
      await refusal(
        await frank.patch(path, { appRoles: [...there, { ...approver, displayName: 'Again' }] }),
        400,
      )
    ).message,
    /removed before/,
  )
  assert.equal((await frank.delete(path)).status, 204)
  assert.deepEqual(await tiles(w.bob), [])
})

test('a group is assigned to an application at its own address, and taken away there; at that of users there is no group', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Everyone' }), 201)
  const app = await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Tool' }), 201)
  const path = `/v1.0/groups/${group['id']}/appRoleAssignments`
  const wish = { principalId: group['id'], resourceId: app['id'], appRoleId: zeroId }
  for (const [elsewhere, body, status] of [
    [`/v1.0/users/${group['id']}/appRoleAssignments`, wish, 404],
    [
      `/v1.0/groups/${w.fiona.userId}/appRoleAssignments`,
      { ...wish, principalId: w.fiona.userId },
      404,
    ],
    [path, { ...wish, principalId: w.fiona.userId }, 400],
  ] as const)
    await refusal(await frank.post(elsewhere, body), status)
  assert.deepEqual(ids(await json(await frank.get(path))), [])
  const made = await json(await frank.post(path, wish), 201)
  assert.deepEqual(ids(await json(await frank.get(path))), [made['id']])
  await refusal(await frank.post(path, wish), 400)
  await json(await frank.delete(`${path}/${made['id']}`), 204)
  assert.deepEqual(ids(await json(await frank.get(path))), [])
})

test('applications refuse what cannot be: script addresses, doubled roles, foreign principals', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const body of [
    { displayName: 'x', homepage: 'javascript:alert(1)' },
    { displayName: 'x', homepage: 'data:text/html,x' },
    {
      displayName: 'x',
      appRoles: [
        { displayName: 'a', value: 'v' },
        { displayName: 'b', value: 'v' },
      ],
    },
    { displayName: 'x', appRoles: [{ id: zeroId, displayName: 'a', value: 'v' }] },
    { displayName: '' },
  ])
    await refusal(await frank.post('/v1.0/servicePrincipals', body), 400)
  const app = await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Plain' }), 201)
  const assignment = {
    principalId: w.nora.userId,
    resourceId: String(app['id']),
    appRoleId: zeroId,
  }
  assert.match(
    (
      await refusal(
        await frank.post(`/v1.0/servicePrincipals/${app['id']}/appRoleAssignedTo`, assignment),
        400,
      )
    ).message,
    /Not a valid reference update/,
  )
  assert.match(
    (
      await refusal(
        await frank.post(`/v1.0/servicePrincipals/${w.fiona.userId}/appRoleAssignedTo`, assignment),
        400,
      )
    ).message,
    /not the same/,
  )
})

test('an assignment is not removed by way of somebody else', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const app = await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Plain' }), 201)
  const made = await json(
    await frank.post(`/v1.0/users/${w.fiona.userId}/appRoleAssignments`, {
      principalId: w.fiona.userId,
      resourceId: String(app['id']),
      appRoleId: zeroId,
    }),
    201,
  )
  assert.equal(
    (await frank.delete(`/v1.0/users/${w.frank.userId}/appRoleAssignments/${made['id']}`)).status,
    404,
  )
  assert.equal(
    (await frank.delete(`/v1.0/users/${w.fiona.userId}/appRoleAssignments/${made['id']}`)).status,
    204,
  )
})

test('R39: being taken out of a group, or a group that ends, changes no membership of the organization', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const mine = async () => {
    const { value } = await json(await w.as(w.ada).get('/account/organizations'))
    return (value as Json[]).find((one) => one['id'] === w.fabrikam.id)
  }
  const before = await mine()
  assert.equal(before?.['state'], 'active')
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'Project' }), 201)
  const members = `/v1.0/groups/${id}/members`
  await frank.post(`${members}/$ref`, ref(ada))
  assert.equal((await frank.delete(`${members}/${ada}/$ref`)).status, 204)
  assert.deepEqual(await mine(), before)
  await frank.post(`${members}/$ref`, ref(ada))
  assert.equal((await frank.delete(`/v1.0/groups/${id}`)).status, 204)
  assert.deepEqual(await mine(), before)
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200)
})
