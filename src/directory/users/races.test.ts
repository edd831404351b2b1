/**
 * Two things at the same moment. On PostgreSQL they really run side by side; on the embedded store
 * one after the other.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { roleAssignmentId } from '../../graph/roles/role-assignment-id.ts'
import { firstRow, rows } from '../../store/database.ts'
import { sql } from 'kysely'

const rounds = 8
const statuses = async (...requests: Promise<Response>[]): Promise<number[]> =>
  (await Promise.all(requests)).map(({ status }) => status).toSorted()
const twoAdministrators = async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'globalAdministrator')
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await sql`delete from role_assignments where tenant_id = ${w.fabrikam.id} and user_id = ${w.frank.userId}`.execute(
    w.db,
  )
  const left = () =>
    rows(
      w.db,
      sql`select u.id from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id and u.account_enabled
      where r.tenant_id = ${w.fabrikam.id} and r.role_id = ${roles.globalAdministrator.id}::uuid`,
    )
  return { w, left }
}

const topRoleOf = (userId: string): string =>
  `/v1.0/roleManagement/directory/roleAssignments/${roleAssignmentId(roles.globalAdministrator.id, userId)}`

test('R42: of two administrators, one who leaves and one who is disabled by the other, somebody stays', async () => {
  for (let round = 0; round < rounds; round++) {
    const { w, left } = await twoAdministrators()
    const [ada, fiona] = [w.as(w.ada, w.fabrikam), w.as(w.fiona, w.fabrikam)]
    await Promise.all([ada.get('/v1.0/me'), fiona.get('/v1.0/me')])
    await Promise.all([
      ada.leave(w.fabrikam),
      ada.patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: false }),
    ])
    assert.equal((await left()).length, 1, `round ${round}`)
  }
})

test('R42: two administrators take the role from each other at the same moment: one keeps it', async () => {
  for (let round = 0; round < rounds; round++) {
    const { w, left } = await twoAdministrators()
    const [ada, fiona] = [w.as(w.ada, w.fabrikam), w.as(w.fiona, w.fabrikam)]
    await Promise.all([ada.get('/v1.0/me'), fiona.get('/v1.0/me')])
    await Promise.all([
      ada.delete(topRoleOf(w.fiona.userId)),
      fiona.delete(topRoleOf(w.userOf(w.ada, w.fabrikam))),
    ])
    assert.equal((await left()).length, 1, `round ${round}`)
  }
})

test('a guest made administrator while leaving: never the last one gone', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    await frank.get('/v1.0/me')
    const ada = w.userOf(w.ada, w.fabrikam)
    const assignment = { principalId: ada, roleDefinitionId: roles.globalAdministrator.id }
    const got = await statuses(
      w.as(w.ada).leave(w.fabrikam),
      frank.post('/v1.0/roleManagement/directory/roleAssignments', assignment),
    )
    // Either order is fine; that the role is held by somebody deleted before it was given is not.
    assert.ok(got.join() === '200,404' || got.join() === '200,201', got.join())
  }
})

test('leaving is forbidden at the moment of leaving: whoever was first, the answer and the state agree', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    await frank.get('/v1.0/me')
    const [left] = await Promise.all([
      w.as(w.ada).leave(w.fabrikam),
      frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
        allowExternalIdentitiesToLeave: false,
      }),
    ])
    const live = await firstRow(
      w.db,
      sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`,
    )
    assert.equal(live === undefined, left.status === 200)
  }
})

test('R64, R66: a name taken at the moment of the restore is taken by one of the two only', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    await frank.delete(`/v1.0/users/${w.fiona.userId}`)
    const [restored, made] = await Promise.all([
      frank.post(`/v1.0/directory/deletedItems/${w.fiona.userId}/restore`),
      frank.post('/v1.0/users', { displayName: 'Other Fiona', userPrincipalName: w.fiona.upn }),
    ])
    assert.ok(
      [restored.status, made.status].join() === '200,400' ||
        [restored.status, made.status].join() === '409,201',
      `${restored.status}, ${made.status}`,
    )
    const named = await rows(
      w.db,
      sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and lower(user_principal_name) = ${w.fiona.upn}`,
    )
    assert.equal(named.length, 1)
  }
})

test('a restore and a permanent deletion at the same moment: one of them', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    const id = w.userOf(w.ada, w.fabrikam)
    await frank.delete(`/v1.0/users/${id}`)
    const item = `/v1.0/directory/deletedItems/${id}`
    const got = await statuses(frank.post(`${item}/restore`), frank.delete(item))
    const row = await firstRow(
      w.db,
      sql<{
        live: boolean
      }>`select deleted_at is null as live from users where tenant_id = ${w.fabrikam.id} and id = ${id}`,
    )
    assert.ok(
      (got.join() === '200,409' && row?.live === true) ||
        (got.join() === '204,404' && row === undefined),
      `${got.join()} ${JSON.stringify(row)}`,
    )
  }
})

test('R104: of two fifth sponsors one is added; of two requests one is filed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const hosts = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => w.member(w.fabrikam, `Host ${n}`)))
  const add = (n: number) =>
    frank.post(`/v1.0/users/${ada}/sponsors/$ref`, {
      '@odata.id': `https://x.example/users/${hosts[n]?.userId}`,
    })
  for (const n of [0, 1, 2, 3]) await add(n)
  assert.deepEqual(await statuses(add(4), add(5)), [204, 400])
  await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
    allowExternalIdentitiesToLeave: false,
  })
  const ask = () =>
    w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' })
  const answers = await Promise.all([ask(), ask(), ask()])
  const ids = new Set(
    await Promise.all(
      answers.map(async (answer) => String((await json(answer, answer.status))['id'])),
    ),
  )
  assert.equal(ids.size, 1)
})

test('R49: a user who is being made an administrator is judged as one, whoever was first', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const zoe = await w.member(w.fabrikam, 'Zoe Hale')
    await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
    const [frank, fiona] = [w.as(w.frank, w.fabrikam), w.as(w.fiona, w.fabrikam)]
    await Promise.all([frank.get('/v1.0/me'), fiona.get('/v1.0/me')])
    const promotion = frank.post('/v1.0/roleManagement/directory/roleAssignments', {
      principalId: zoe.userId,
      roleDefinitionId: roles.globalAdministrator.id,
    })
    const deletion = fiona.delete(`/v1.0/users/${zoe.userId}`)
    const [promoted, deleted] = [(await promotion).status, (await deletion).status]
    assert.ok(
      (promoted === 201 && deleted === 403) || (promoted === 404 && deleted === 204),
      `${promoted}, ${deleted}`,
    )
  }
})

test('two users made sponsors of each other at the same moment: both are, and nobody meets an error', async () => {
  for (let round = 0; round < rounds; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    await frank.get('/v1.0/me')
    const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
    const sponsor = (of: string, by: string) =>
      frank.post(`/v1.0/users/${of}/sponsors/$ref`, {
        '@odata.id': `https://x.example/users/${by}`,
      })
    assert.deepEqual(await statuses(sponsor(ada, bob), sponsor(bob, ada)), [204, 204])
  }
})
