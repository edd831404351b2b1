import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { roleAssignmentId } from './role-assignment-id.ts'

test('roles are assigned and removed; the last enabled Global Administrator keeps the role', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const base = '/v1.0/roleManagement/directory/roleAssignments'
  const own = roleAssignmentId(roles.globalAdministrator.id, w.frank.userId)
  assert.match(
    (await refusal(await frank.delete(`${base}/${own}`), 400)).message,
    /without a Global Administrator who can act/,
  )
  const made = await json(
    await frank.post(base, {
      principalId: w.fiona.userId,
      roleDefinitionId: roles.globalAdministrator.id,
      directoryScopeId: '/',
    }),
    201,
  )
  assert.equal(made['id'], roleAssignmentId(roles.globalAdministrator.id, w.fiona.userId))
  assert.equal(
    (
      await frank.post(base, {
        principalId: w.fiona.userId,
        roleDefinitionId: roles.globalAdministrator.id,
      })
    ).status,
    409,
  )
  const held = await json(
    await frank.get(
      `${base}?$filter=roleDefinitionId eq '${roles.globalAdministrator.id}'&$expand=principal($select=displayName)`,
    ),
  )
  assert.deepEqual(
    held['value'].map((one: Json) => one['principal']['displayName']),
    ['Fiona Byrne', 'Frank Weber'],
  )
  assert.equal((await frank.delete(`${base}/${own}`)).status, 204)
  assert.equal(
    (await frank.get('/v1.0/auditLogs/directoryAudits')).status,
    403,
    'and it counts from the next request',
  )
  const definitions = await json(
    await w.as(w.fiona, w.fabrikam).get('/v1.0/roleManagement/directory/roleDefinitions?$select=*'),
  )
  assert.equal(
    definitions['value'].find((one: Json) => one['id'] === roles.globalAdministrator.id)?.[
      'guesthouse.memberCount'
    ],
    1,
  )
})

test('a Privileged Role Administrator cannot make a Global Administrator of anybody, or of themselves', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'privilegedRoleAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const base = '/v1.0/roleManagement/directory/roleAssignments'
  for (const role of [
    'globalAdministrator',
    'privilegedAuthenticationAdministrator',
    'privilegedRoleAdministrator',
  ] as const)
    assert.equal(
      (await fiona.post(base, { principalId: w.fiona.userId, roleDefinitionId: roles[role].id }))
        .status,
      403,
      role,
    )
  assert.equal(
    (
      await fiona.delete(
        `${base}/${roleAssignmentId(roles.globalAdministrator.id, w.frank.userId)}`,
      )
    ).status,
    403,
  )
  assert.equal(
    (
      await fiona.post(base, {
        principalId: w.userOf(w.ada, w.fabrikam),
        roleDefinitionId: roles.guestInviter.id,
      })
    ).status,
    201,
  )
})

test('the id of a role assignment is the published one', () => {
  const sample = roleAssignmentId(
    '62e90394-69f5-4237-9190-012177145e10',
    'a3f6c606-38ec-42d7-8c0e-d4ecaf0d9d61',
  )
  assert.equal(sample, 'lAPpYvVpN0KRkAEhdxReEAbG9qPsONdCjA7U7K8NnWE-1')
})

test('12.12: the older view shows the same roles and holders, and gives and takes them by the same rules', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = roles.guestInviter
  const [found, ...others] = (
    await json(await frank.get(`/v1.0/directoryRoles?$filter=roleTemplateId eq '${id}'`))
  )['value']
  assert.deepEqual([found['id'], found['displayName'], others], [id, 'Guest Inviter', []])
  const again = await frank.post('/v1.0/directoryRoles', { roleTemplateId: id })
  assert.match((await refusal(again, 409)).message, /^A conflicting object/)
  assert.equal((await frank.get('/v1.0/directoryRoles?$top=5')).status, 400)

  const members = `/v1.0/directoryRoles(roleTemplateId='${id}')/members`
  const fiona = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${w.fiona.userId}` }
  assert.equal((await frank.post(`${members}/$ref`, fiona)).status, 204)
  assert.match(
    (await refusal(await frank.post(`${members}/$ref`, fiona), 400)).message,
    /already exist for the following modified properties: 'members'/,
  )
  const held = await json(await frank.get(`${members}?$select=id&$count=true`))
  assert.deepEqual(held['value'], [{ '@odata.type': '#microsoft.graph.user', id: w.fiona.userId }])
  const assignment = roleAssignmentId(id, w.fiona.userId)
  await json(await frank.get(`/v1.0/roleManagement/directory/roleAssignments/${assignment}`))
  const one = `/v1.0/directoryRoles/${id}/members/${w.fiona.userId}/$ref`
  assert.equal((await frank.delete(one)).status, 204)
  assert.match((await refusal(await frank.delete(one), 404)).message, /'members'/)
  assert.deepEqual((await json(await frank.get(members)))['value'], [])

  const top = `/v1.0/directoryRoles/${roles.globalAdministrator.id}/members`
  await w.grant(w.fiona, w.fabrikam, 'privilegedRoleAdministrator')
  assert.equal((await w.as(w.fiona, w.fabrikam).post(`${top}/$ref`, fiona)).status, 403)
  assert.match(
    (await refusal(await frank.delete(`${top}/${w.frank.userId}/$ref`), 400)).message,
    /without a Global Administrator who can act/,
  )
})
