/** What a review with fresh eyes found once, each as the test that would have caught it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { roles } from '../access/roles.ts'
import { returnPath } from '../sign-in/return-path.ts'
import { firstRow, rows } from '../store/database.ts'
import { sql } from 'kysely'

const assignments = '/v1.0/roleManagement/directory/roleAssignments'

test('R49: a password link does not survive that its user becomes an administrator', async () => {
  const w = await world()
  const zoe = await w.member(w.fabrikam, 'Zoe Hale')
  await w.grant(w.fiona, w.fabrikam, 'helpdeskAdministrator')
  const { url } = await json(
    await w.as(w.fiona, w.fabrikam).post(`/v1.0/users/${zoe.userId}/guesthouse.createPasswordLink`),
  )
  const frank = w.as(w.frank, w.fabrikam)
  await json(
    await frank.post(assignments, {
      principalId: zoe.userId,
      roleDefinitionId: roles.globalAdministrator.id,
    }),
    201,
  )
  assert.equal((await w.app.request(String(url))).status, 404)
})

test('R49: nor that they join a group that can hold roles', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { url } = await json(
    await frank.post(`/v1.0/users/${w.fiona.userId}/guesthouse.createPasswordLink`),
  )
  const group = await json(
    await frank.post('/v1.0/groups', { displayName: 'Admins', isAssignableToRole: true }),
    201,
  )
  await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, {
    '@odata.id': `https://x.example/users/${w.fiona.userId}`,
  })
  assert.equal((await w.app.request(String(url))).status, 404)
})

test('a return path is one of this site also after its dots are resolved', () => {
  for (const bad of [
    '//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
  ])
    assert.ok(
      !/^[/\\]{2}|evil\.example:?$|^http/.test(returnPath(bad)) || returnPath(bad) === '/',
      `${bad} → ${returnPath(bad)}`,
    )
  assert.equal(returnPath('/.//evil.example'), '/')
  assert.equal(returnPath('/organizations?tenantId=x#y'), '/organizations?tenantId=x#y')
})

test('a member does not come back from a restore with a name in a domain of somebody else', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.delete(`/v1.0/users/${w.fiona.userId}`)
  const path = `/v1.0/directory/deletedItems/${w.fiona.userId}/restore`
  await refusal(await frank.post(path, { newUserPrincipalName: `fiona@${w.contoso.domain}` }), 400)
  await json(await frank.post(path, { newUserPrincipalName: `fiona.two@${w.fabrikam.domain}` }))
})

test('R65: proxy addresses are the same whatever case they are written in', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const make = (name: string, address: string) =>
    frank.post('/v1.0/users', {
      displayName: name,
      userPrincipalName: `${name}@${w.fabrikam.domain}`,
      proxyAddresses: [address],
    })
  await json(await make('one', 'SMTP:Info@Fabrikam.example'), 201)
  for (const again of [
    'SMTP:Info@Fabrikam.example',
    'smtp:info@fabrikam.example',
    'INFO@fabrikam.example',
  ])
    assert.match((await refusal(await make('two', again), 400)).message, /proxyAddresses/)
  await refusal(
    await frank.patch(`/v1.0/users/${w.fiona.userId}`, {
      proxyAddresses: ['Smtp:INFO@fabrikam.example'],
    }),
    400,
  )
})

test('R47: enabling somebody at home does not revive the sessions from before', async () => {
  const w = await world()
  const [ada, carol] = [w.as(w.ada, w.northwind), w.as(w.carol, w.contoso)]
  await json(await ada.get('/v1.0/me'))
  await carol.patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false })
  assert.equal(
    (await ada.get('/account/organizations')).status,
    200,
    'why can still be read (decision 5)',
  )
  await carol.patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: true })
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal((await ada.get('/account/organizations')).status, 401)
})

test('R86: the reason of a hold is for those who place holds; a restore ends the hold and says so; roles protect from holds too', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await w.grant(w.fiona, w.fabrikam, 'globalReader')
  const ada = w.userOf(w.ada, w.fabrikam)
  await w.as(w.ada).leave(w.fabrikam)
  const item = `/v1.0/directory/deletedItems/${ada}`
  await frank.post(`${item}/guesthouse.hold`, { reason: 'Suspected fraud' })
  assert.equal(
    (await json(await frank.get(`${item}?$select=*`)))['guesthouse.hold']['reason'],
    'Suspected fraud',
  )
  assert.equal(
    (await json(await w.as(w.fiona, w.fabrikam).get(`${item}?$select=*`)))['guesthouse.hold'][
      'reason'
    ],
    null,
  )
  assert.ok(
    !JSON.stringify(
      await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`)),
    ).includes('fraud'),
  )
  await json(await frank.post(`${item}/restore`))
  const events = await rows(
    w.db,
    sql<{
      activity: string
    }>`select activity from events where tenant_id = ${w.fabrikam.id} and target_id = ${ada} and activity in ('user.held', 'user.holdEnded') order by id`,
  )
  assert.deepEqual(
    events.map(({ activity }) => activity),
    ['user.held', 'user.holdEnded'],
  )

  const guard = await w.member(w.fabrikam, 'Grace Hopper')
  await w.grant(guard, w.fabrikam, 'userAdministrator')
  await w.grant(w.bob, w.fabrikam, 'globalAdministrator')
  await frank.delete(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`)
  assert.equal(
    (
      await w
        .as(guard, w.fabrikam)
        .post(`/v1.0/directory/deletedItems/${w.userOf(w.bob, w.fabrikam)}/guesthouse.hold`, {
          reason: 'x',
        })
    ).status,
    403,
  )
})

test('two app roles exchange their values, and every change of a role is recorded', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const app = await json(
    await frank.post('/v1.0/servicePrincipals', {
      displayName: 'App',
      appRoles: [
        { displayName: 'A', value: 'a' },
        { displayName: 'B', value: 'b' },
      ],
    }),
    201,
  )
  const [a, b] = app['appRoles'] as { id: string; displayName: string }[]
  const swapped = [
    { id: a?.id, displayName: 'A', value: 'b' },
    { id: b?.id, displayName: 'B', value: 'a' },
  ]
  assert.equal(
    (await frank.patch(`/v1.0/servicePrincipals/${app['id']}`, { appRoles: swapped })).status,
    204,
  )
  const events = await rows(
    w.db,
    sql`select 1 from events where tenant_id = ${w.fabrikam.id} and activity = 'application.roleChanged'`,
  )
  assert.equal(events.length, 2)
})

test('R29, R31: a removal request is done when the guest is deleted or enabled in any other way, by whom it was', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
    allowExternalIdentitiesToLeave: false,
  })
  const path = `/account/organizations/${w.fabrikam.id}/requests`
  await json(await w.as(w.ada).post(path, { kind: 'removal' }), 201)
  await frank.delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)
  await json(await w.as(w.ada).post(path, { kind: 'restore' }), 201)
  await json(
    await frank.post(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}/restore`),
  )
  const found = await rows(
    w.db,
    sql`select kind, state, answered_by as by from requests where tenant_id = ${w.fabrikam.id} order by created_at, kind`,
  )
  assert.deepEqual(found, [
    { kind: 'removal', state: 'done', by: w.frank.userId },
    { kind: 'restore', state: 'done', by: w.frank.userId },
  ])
  const events = await rows(
    w.db,
    sql`select 1 from events where tenant_id = ${w.fabrikam.id} and activity = 'request.done'`,
  )
  assert.equal(events.length, 2)
})

test('R42: a guest who never accepted is no administrator who could act', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const invited = await json(
    await frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: 'eve@outside.example',
      inviteRedirectUrl: 'https://x.example/',
    }),
    201,
  )
  await json(
    await frank.post(assignments, {
      principalId: String(invited['invitedUser']['id']),
      roleDefinitionId: roles.globalAdministrator.id,
    }),
    201,
  )
  const mine = (
    await json(await frank.get(`${assignments}?$filter=principalId eq '${w.frank.userId}'`))
  )['value'].map((one: Json) => one['id'])
  await refusal(await frank.delete(`${assignments}/${mine[0]}`), 400)
})

test('R104: a sponsor who is deleted does not take the place of another', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const sponsor = (userId: string) =>
    frank.post(`/v1.0/users/${ada}/sponsors/$ref`, {
      '@odata.id': `https://x.example/users/${userId}`,
    })
  for (let n = 0; n < 5; n++) {
    const host = await w.member(w.fabrikam, `Host ${n}`)
    await sponsor(host.userId)
    await frank.delete(`/v1.0/users/${host.userId}`)
  }
  assert.equal((await sponsor(w.fiona.userId)).status, 204)
})

test('R63: the longest name there can be has room for the id that a deletion puts before it', async () => {
  const w = await world()
  const ada = w.userOf(w.ada, w.fabrikam)
  const name = `${'x'.repeat(1_000)}#EXT#@x.example`
  await sql`update users set user_principal_name = ${name} where tenant_id = ${w.fabrikam.id} and id = ${ada}`.execute(
    w.db,
  )
  await json(await w.as(w.ada).leave(w.fabrikam))
  const row = await firstRow(
    w.db,
    sql<{
      original: string
    }>`select original_user_principal_name as original from users where tenant_id = ${w.fabrikam.id} and id = ${ada}`,
  )
  assert.equal(row?.original, name)
})

test('§8.2: how an administrator is reached is not changed by somebody below', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  for (const change of [
    { mail: 'x@y.example' },
    { otherMails: ['x@y.example'] },
    { proxyAddresses: ['smtp:x@y.example'] },
    { mobilePhone: '1' },
    { businessPhones: ['1'] },
  ])
    assert.equal(
      (await fiona.patch(`/v1.0/users/${w.frank.userId}`, change)).status,
      403,
      JSON.stringify(change),
    )
})

test('R121: a closed organization is left also by somebody who is disabled there: nobody could enable them', async () => {
  const w = await world()
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
  await sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db)
  await json(await w.as(w.ada).leave(w.fabrikam))
})

test('R130: a person whose home organization is closed acts nowhere by it, and asks to be removed', async () => {
  const w = await world()
  const ada = w.as(w.ada, w.northwind)
  await json(await ada.get('/v1.0/me'))
  await sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal((await ada.post(`/account/organizations/${w.fabrikam.id}/session`)).status, 403)
  assert.equal((await ada.leave(w.fabrikam)).status, 409)
  await json(
    await ada.post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
})
