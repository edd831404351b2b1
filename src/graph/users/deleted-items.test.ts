import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, minuteMs } from '../../kernel/time.ts'
import { purgeDue } from '../../directory/deleted/purge.ts'
import { newId } from '../../kernel/ids.ts'
import { roles, type RoleName } from '../../access/roles.ts'
import { sql } from 'kysely'
import { json, type Json } from '../../../test/json.ts'
import { linksOf, linkTables } from '../../../test/links.ts'
import { storeApplication, storeAssignment, storeOwner } from '../../../test/stored-application.ts'
import { world, type Person } from '../../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>
const deletedUsers = '/v1.0/directory/deletedItems/microsoft.graph.user'
const item = (id: string) => `/v1.0/directory/deletedItems/${id}`

/** Gives Ada everything in Fabrikam that a user can be linked to. */
const settle = async (w: World) => {
  const [ada, fiona] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.fiona, w.fabrikam)]
  const t = w.fabrikam.id
  const [group, gone] = [newId<string>(), newId<string>()]
  for (const [id, name] of [
    [group, 'Project Aurora'],
    [gone, 'Short-lived'],
  ] as const)
    await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words)
      values (${t}, ${id}, ${name}, ${id}, now(), ${name}, '')`.execute(w.db)
  const application = await storeApplication(w.db, t)
  await storeAssignment(w.db, t, application, 'user_id', ada)
  for (const id of [group, gone])
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${t}, ${id}, ${ada}, now())`.execute(
      w.db,
    )
  await sql`insert into group_owners (tenant_id, group_id, user_id) values (${t}, ${group}, ${ada})`.execute(
    w.db,
  )
  await storeOwner(w.db, t, application, ada)
  await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id) values (${t}, ${ada}, ${fiona}, ${fiona})`.execute(
    w.db,
  )
  await sql`insert into managers (tenant_id, user_id, manager_id) values (${t}, ${ada}, ${fiona})`.execute(
    w.db,
  )
  await sql`insert into managers (tenant_id, user_id, manager_id) values (${t}, ${w.userOf(w.bob, w.fabrikam)}, ${ada})`.execute(
    w.db,
  )
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  return { ada, group, gone, app: application.id, role: application.role }
}

test('R16, R69: who left is in Deleted users, with every date', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(dayMs + minuteMs)
  const frank = w.as(w.frank, w.fabrikam)
  const { value } = await json(await frank.get(`${deletedUsers}?$select=*`))
  assert.equal(value.length, 1)
  const [ada] = value
  const id = w.userOf(w.ada, w.fabrikam)
  assert.equal(ada.id, id)
  assert.equal(ada.displayName, 'Ada Lovelace')
  assert.equal(ada.userType, 'Guest')
  assert.equal(
    ada.userPrincipalName,
    id.replaceAll('-', '') + ada['guesthouse.originalUserPrincipalName'],
  )
  assert.equal(
    new Date(ada['guesthouse.permanentDeletionDateTime']).getTime() -
      new Date(ada.deletedDateTime).getTime(),
    30 * dayMs,
  )
  assert.equal(ada['guesthouse.daysLeft'], 28, 'a day that has begun is not promised')
  assert.deepEqual(ada['guesthouse.deletedBy'], { kind: 'self', id, displayName: 'Ada Lovelace' })
})

test('R56, R57, R58, R59: a restore brings back the same id and every link, exactly', async () => {
  const w = await world()
  const { ada, group, app } = await settle(w)
  const before = await linksOf(w.db, w.fabrikam.id)
  await w.as(w.ada).leave(w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  const preview = await json(await frank.get(`${item(ada)}/guesthouse.restorePreview`))
  const { 'guesthouse.restoreReport': report, id } = await json(
    await frank.post(`${item(ada)}/restore`),
  )
  assert.equal(id, ada)
  assert.equal(await linksOf(w.db, w.fabrikam.id), before)
  assert.deepEqual(report.restored, preview['comesBack'], 'R61: the preview said so')
  assert.deepEqual(report.skipped, [])
  const kinds = report.restored.map((link: Json) => link['kind'])
  assert.deepEqual(
    new Set(kinds),
    new Set([
      'group',
      'ownedGroup',
      'application',
      'ownedApplication',
      'role',
      'sponsor',
      'manager',
      'directReport',
    ]),
  )
  assert.ok(
    report.restored.some((link: Json) => link['id'] === group) &&
      report.restored.some(
        (link: Json) => link['id'] === app && /Approver/.test(link['displayName']),
      ),
  )
  assert.equal((await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}`)).status, 200)
})

test('R60, R61: what was deleted meanwhile is skipped and named, before and after; what was gone already is not', async () => {
  const w = await world()
  const { ada, gone, role } = await settle(w)
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(minuteMs)
  await sql`update groups set deleted_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and id = ${gone}`.execute(
    w.db,
  )
  await sql`update app_roles set deleted_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and id = ${role}`.execute(
    w.db,
  )
  const frank = w.as(w.frank, w.fabrikam)
  const preview = await json(await frank.get(`${item(ada)}/guesthouse.restorePreview`))
  assert.deepEqual(preview['cannotComeBack'].map((link: Json) => link['reason']).toSorted(), [
    'appRoleRemoved',
    'groupDeleted',
  ])
  assert.ok(preview['cannotComeBack'].every((link: Json) => link['message'] !== ''))
  const { 'guesthouse.restoreReport': report } = await json(
    await frank.post(`${item(ada)}/restore`),
  )
  assert.deepEqual(report.skipped, preview['cannotComeBack'])
})

test('R61, R67: the preview says whatever would refuse the restore, for every role, and is shown to those who restore alone', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const asRole = new Map<RoleName, ReturnType<typeof w.as>>()
  for (const role of Object.keys(roles) as RoleName[]) {
    const person = await w.member(w.fabrikam, `Holder of ${role}`)
    await w.grant(person, w.fabrikam, role)
    asRole.set(role, w.as(person, w.fabrikam))
  }
  for (const held of [
    undefined,
    'guestInviter',
    'helpdeskAdministrator',
    'privilegedRoleAdministrator',
    'globalReader',
  ] as const) {
    const target = await w.member(w.fabrikam, `Target ${held ?? 'plain'}`)
    if (held !== undefined) await w.grant(target, w.fabrikam, held)
    const path = item(target.userId)
    for (const [role, client] of asRole) {
      await json(await frank.delete(`/v1.0/users/${target.userId}`), 204)
      const preview = await client.get(`${path}/guesthouse.restorePreview`)
      const shown = preview.status === 200 ? await json(preview) : undefined
      const restored = await client.post(`${path}/restore`)
      if (restored.status !== 200) await json(await frank.post(`${path}/restore`))
      const promised = preview.status === 200 && shown?.['conflicts'].length === 0
      assert.equal(
        promised,
        restored.status === 200,
        `${role} and a target who holds ${held ?? 'nothing'}`,
      )
      if (restored.status !== 200 && shown !== undefined)
        assert.equal(shown['conflicts'][0].code, 'targetTooHigh')
    }
  }
})

test('R51, R72: a user disabled before the deletion is disabled after the restore; who had accepted need not accept again', async () => {
  const w = await world()
  const id = w.userOf(w.bob, w.fabrikam)
  await sql`update users set account_enabled = false where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
    w.db,
  )
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await json(await frank.post(`${item(id)}/restore`))
  const { rows } =
    await sql<Json>`select account_enabled, external_user_state from live_users where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
      w.db,
    )
  assert.deepEqual(rows, [{ account_enabled: false, external_user_state: 'Accepted' }])
})

test('R52, R54: restorable until exactly the end of the window, and not a moment longer', async () => {
  for (const [ms, status] of [
    [30 * dayMs - 1, 200],
    [30 * dayMs, 409],
  ] as const) {
    const w = await world()
    await w.as(w.ada).leave(w.fabrikam)
    w.pass(ms)
    const response = await w
      .as(w.frank, w.fabrikam)
      .post(`${item(w.userOf(w.ada, w.fabrikam))}/restore`)
    const body = await json(response, status)
    if (status === 409) assert.equal(body['error'].innerError.code, 'restoreWindowClosed')
  }
})

test('R53: the dates are fixed at deletion, whatever the period is changed to afterwards', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  const period = { 'guesthouse.deletedRetentionDays': 7 }
  assert.equal(
    (await w.as(w.frank, w.fabrikam).patch(`/v1.0/organization/${w.fabrikam.id}`, period)).status,
    204,
  )
  await w.as(w.bob).leave(w.fabrikam)
  const { value } = await json(
    await w.as(w.frank, w.fabrikam).get(`${deletedUsers}?$orderby=displayName&$select=*`),
  )
  assert.deepEqual(
    value.map((user: Json) => user['guesthouse.daysLeft']),
    [30, 7],
  )
})

test('R63, R64, R66: deletion frees the name; a restore into a taken name is refused naming the holder, unless a new one is given', async () => {
  const w = await world()
  const id = w.userOf(w.fiona, w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  const other = await w.member(w.fabrikam, 'Fiona Byrne')
  const otherBefore = JSON.stringify(
    (await sql`select u.*, u.xmin::text from users u where id = ${other.userId}`.execute(w.db))
      .rows,
  )
  const refused = await json(await frank.post(`${item(id)}/restore`), 409)
  assert.equal(refused['error'].innerError.code, 'userPrincipalNameConflict')
  assert.equal(refused['error'].details[0]['guesthouse.holder'].id, other.userId)
  await json(
    await frank.post(`${item(id)}/restore`, {
      newUserPrincipalName: `fiona2@${w.fabrikam.domain}`,
    }),
  )
  const { rows } =
    await sql<Json>`select user_principal_name as name from live_users where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
      w.db,
    )
  assert.equal(rows[0]?.['name'], `fiona2@${w.fabrikam.domain}`)
  assert.equal(
    JSON.stringify(
      (await sql`select u.*, u.xmin::text from users u where id = ${other.userId}`.execute(w.db))
        .rows,
    ),
    otherBefore,
    'the live user is untouched',
  )
})

test('R65: a taken proxy address is refused, or given up by the restored user only', async () => {
  const w = await world()
  const [id, holder] = [w.userOf(w.fiona, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  const addresses = [`smtp:sales@${w.fabrikam.domain}`, `smtp:fiona@${w.fabrikam.domain}`]
  await sql`update users set proxy_addresses = ${addresses}::text[] where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
    w.db,
  )
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await sql`update users set proxy_addresses = ${addresses.slice(0, 1)}::text[] where tenant_id = ${w.fabrikam.id} and id = ${holder}`.execute(
    w.db,
  )
  const refused = await json(
    await frank.post(`${item(id)}/restore`, { autoReconcileProxyConflict: false }),
    409,
  )
  assert.equal(refused['error'].innerError.code, 'proxyAddressConflict')
  await json(await frank.post(`${item(id)}/restore`, { autoReconcileProxyConflict: true }))
  const { rows } =
    await sql<Json>`select id, proxy_addresses as a from live_users where tenant_id = ${w.fabrikam.id} and id in (${id}, ${holder}) order by a`.execute(
      w.db,
    )
  assert.deepEqual(
    rows.map((row) => row['a']).toSorted(),
    [[addresses[1]], [addresses[0]]].toSorted(),
  )
})

test('R49, R67: only a high enough administrator deletes, restores or permanently deletes an administrator', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  await w.grant(w.ada, w.fabrikam, 'privilegedRoleAdministrator')
  const [fiona, frank] = [w.as(w.fiona, w.fabrikam), w.as(w.frank, w.fabrikam)]
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await fiona.delete(`/v1.0/users/${id}`), 403)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await json(await fiona.post(`${item(id)}/restore`), 403)
  await json(await fiona.delete(item(id)), 403)
  await json(await frank.post(`${item(id)}/restore`))
  const bob = w.userOf(w.bob, w.fabrikam)
  await json(await fiona.delete(`/v1.0/users/${bob}`), 204)
  await json(await fiona.post(`${item(bob)}/restore`))
})

test('R42, and nobody deletes themselves: the last Global Administrator stays', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  assert.match(
    (await json(await frank.delete(`/v1.0/users/${w.userOf(w.frank, w.fabrikam)}`), 400))['error']
      .message,
    /yourself/,
  )
  await w.grant(w.fiona, w.fabrikam, 'privilegedAuthenticationAdministrator')
  assert.match(
    (
      await json(
        await w.as(w.fiona, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.frank, w.fabrikam)}`),
        400,
      )
    )['error'].message,
    /without a Global Administrator who can act/,
  )
})

test('R79, R78, R81: only a deleted user is permanently deleted, at any time in the window, and then nobody brings them back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  assert.equal(
    (await json(await frank.delete(item(id)), 409))['error'].innerError.code,
    'notDeleted',
  )
  await w.as(w.ada).leave(w.fabrikam)
  await json(await frank.delete(item(id)), 204)
  await json(await frank.post(`${item(id)}/restore`), 404)
  await json(await frank.delete(item(id)), 404)
  await json(await w.as(w.ada).leave(w.fabrikam), 404)
})

test('R80: several are permanently deleted together, each with its own result', async () => {
  const w = await world()
  const visitor = await w.member(w.contoso, 'Vera')
  await w.guest(visitor, w.fabrikam)
  for (const person of [w.ada, w.bob, visitor]) await w.as(person).leave(w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob, vera, fiona, nora] = [
    w.userOf(w.ada, w.fabrikam),
    w.userOf(w.bob, w.fabrikam),
    w.userOf(visitor, w.fabrikam),
    w.userOf(w.fiona, w.fabrikam),
    w.userOf(w.nora, w.northwind),
  ]
  await json(await frank.post(`${item(bob)}/guesthouse.hold`, { reason: 'Case 12' }), 204)
  const { value } = await json(
    await frank.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', {
      ids: [ada, bob, vera, fiona, nora],
    }),
  )
  const results = Object.fromEntries(
    value.map((one: Json) => [one['id'], one['deleted'] === true ? 'deleted' : one['code']]),
  )
  const refused = { [bob]: 'onHold', [fiona]: 'notDeleted', [nora]: 'Request_ResourceNotFound' }
  assert.deepEqual(results, { [ada]: 'deleted', [vera]: 'deleted', ...refused })
  const left = await json(await frank.get(deletedUsers))
  assert.deepEqual(
    left['value'].map((one: Json) => one['id']),
    [bob],
  )
})

const stringsOf = async (w: World, person: Person): Promise<string[]> => [
  person.name,
  person.upn,
  person.upn.split('@')[0] ?? '',
  ...person.name.split(' '),
]

test('R83, R85: after a purge no text or JSON column of the whole schema holds the person of that organization', async () => {
  const w = await world()
  const visitor = await w.member(w.contoso, 'Zuleika Quixote')
  await w.guest(visitor, w.fabrikam)
  await w.as(visitor).get(`/account/organizations/${w.fabrikam.id}/data`)
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  await json(
    await w.as(visitor).post(`/account/organizations/${w.fabrikam.id}/requests`, {
      kind: 'removal',
      message: 'Zuleika asks',
    }),
    201,
  )
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(visitor, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await json(await frank.post(`${item(id)}/guesthouse.hold`, { reason: 'Zuleika is wanted' }), 204)
  await json(await frank.post(`${item(id)}/guesthouse.endHold`), 204)
  const scan = async (): Promise<string[]> => {
    const { rows: columns } = await sql<{ t: string; c: string; tenant: boolean }>`
      select c.table_name as t, c.column_name as c, exists (select 1 from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'tenant_id') as tenant
      from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
      where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'tsvector', 'character varying')`.execute(
      w.db,
    )
    assert.ok(columns.length > 40, `${columns.length} columns`)
    const found: string[] = []
    for (const { t, c, tenant } of columns)
      for (const text of await stringsOf(w, visitor)) {
        const mine = tenant ? sql`tenant_id = ${w.fabrikam.id}` : sql`true`
        const { rows } =
          await sql`select 1 from ${sql.table(t)} where ${mine} and position(lower(${text}::text) in lower(${sql.ref(c)}::text)) > 0 limit 1`.execute(
            w.db,
          )
        if (rows.length > 0) found.push(`${t}.${c}`)
      }
    return [...new Set(found)]
  }
  assert.ok((await scan()).includes('users.display_name'), 'the scan finds what is there')
  await json(await frank.delete(item(id)), 204)
  assert.deepEqual(await scan(), [])
  const { rows } =
    await sql<Json>`select activity from events where tenant_id = ${w.fabrikam.id} and target_id = ${id} order by id`.execute(
      w.db,
    )
  assert.ok(
    rows.some(({ activity }) => activity === 'user.purged'),
    'the audit stays, by opaque id',
  )
  assert.equal(
    (await w.as(visitor).get('/account/organizations')).status,
    200,
    'home is another organization',
  )
})

test('R82, R84, R86: the job purges what is due and nothing else, keeps what is on hold, and leaves proof', async () => {
  const w = await world()
  for (const person of [w.ada, w.bob]) await w.as(person).leave(w.fabrikam)
  await w.as(w.ada).leave(w.northwind)
  const frank = w.as(w.frank, w.fabrikam)
  await json(
    await frank.post(`${item(w.userOf(w.bob, w.fabrikam))}/guesthouse.hold`, { reason: 'Case 12' }),
    204,
  )
  w.pass(30 * dayMs - 1)
  await purgeDue(w.db, w.now())
  const left = async () =>
    (await json(await w.as(w.frank, w.fabrikam).get(deletedUsers)))['value'].map(
      (user: Json) => user['displayName'],
    )
  assert.deepEqual((await left()).toSorted(), ['Ada Lovelace', 'Bob Okafor'])
  w.pass(1)
  await purgeDue(w.db, w.now())
  assert.deepEqual(await left(), ['Bob Okafor'])
  const { rows } =
    await sql<Json>`select user_id, cause from erasures where tenant_id = ${w.fabrikam.id}`.execute(
      w.db,
    )
  assert.deepEqual(rows, [{ user_id: w.userOf(w.ada, w.fabrikam), cause: 'windowEnded' }])
  await json(
    await w.as(w.frank, w.fabrikam).post(`${item(w.userOf(w.bob, w.fabrikam))}/guesthouse.endHold`),
    204,
  )
  await purgeDue(w.db, w.now())
  assert.deepEqual(await left(), [])
})

test('R82, R129: a hold is placed while the window is open; what is due is purged', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(30 * dayMs)
  const id = w.userOf(w.ada, w.fabrikam)
  const refused = await w
    .as(w.frank, w.fabrikam)
    .post(`${item(id)}/guesthouse.hold`, { reason: 'Too late' })
  assert.equal((await json(refused, 409))['error'].innerError.code, 'restoreWindowClosed')
  await purgeDue(w.db, w.now())
  const { rows } =
    await sql<Json>`select cause from erasures where tenant_id = ${w.fabrikam.id} and user_id = ${id}`.execute(
      w.db,
    )
  assert.deepEqual(rows, [{ cause: 'windowEnded' }])
})

test('R86: restoring ends a hold', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.post(`${item(id)}/guesthouse.hold`, { reason: 'Case 12' }), 204)
  await json(await frank.post(`${item(id)}/restore`))
  const { rows } =
    await sql<Json>`select held_at, hold_reason from users where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
      w.db,
    )
  assert.deepEqual(rows, [{ held_at: null, hold_reason: null }])
})

test('R82: three processes purging at once do nothing twice', async () => {
  const w = await world()
  const people = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const person = await w.member(w.contoso, `Person ${n}`)
      await w.guest(person, w.fabrikam)
      return person
    }),
  )
  for (const person of people) await w.as(person).leave(w.fabrikam)
  w.pass(31 * dayMs)
  await Promise.all([purgeDue(w.db, w.now()), purgeDue(w.db, w.now()), purgeDue(w.db, w.now())])
  const { rows } =
    await sql<Json>`select count(*)::int as n, count(distinct target_id)::int as ids from events where tenant_id = ${w.fabrikam.id} and activity = 'user.purged'`.execute(
      w.db,
    )
  assert.deepEqual(rows, [{ n: 30, ids: 30 }])
})

test('a person with no user left anywhere is forgotten, with their ways to sign in', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${w.fiona.userId}`), 204)
  await json(await frank.delete(item(w.fiona.userId)), 204)
  for (const [table, column] of [
    ['persons', 'id'],
    ['identities', 'person_id'],
    ['sessions', 'person_id'],
  ] as const)
    assert.equal(
      (
        await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${w.fiona.personId}`.execute(
          w.db,
        )
      ).rows.length,
      0,
      table,
    )
})

test('what a purged user had does not come back with the same id', async () => {
  const w = await world()
  const { ada } = await settle(w)
  await w.as(w.ada).leave(w.fabrikam)
  await json(await w.as(w.frank, w.fabrikam).delete(item(ada)), 204)
  for (const table of linkTables) {
    const { rows } =
      await sql`select 1 from ${sql.table(table)} x where x.tenant_id = ${w.fabrikam.id} and to_jsonb(x)::text like ${`%${ada}%`}`.execute(
        w.db,
      )
    assert.equal(rows.length, 0, table)
  }
  // The same id once more, as a restored backup or another store could bring it.
  await sql`insert into users select made.*
    from users u
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', ${ada}::text, 'person_id', null,
      'user_principal_name', ${`again-${ada}`}::text, 'name_key', ${`again-${ada}`}::text)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.fiona.userId}`.execute(w.db)
  const frank = w.as(w.frank, w.fabrikam)
  for (const list of [
    'memberOf',
    'ownedObjects',
    'directReports',
    'sponsors',
    'appRoleAssignments',
  ])
    assert.deepEqual((await json(await frank.get(`/v1.0/users/${ada}/${list}`)))['value'], [], list)
  assert.equal((await frank.get(`/v1.0/users/${ada}/manager`)).status, 404)
})

test('R70: deleted users are ordered by date, name and principal name, both ways, page by page, none lost and none twice', async () => {
  const w = await world()
  for (let n = 0; n < 23; n++) {
    const person = await w.member(
      w.contoso,
      `Guest ${'abcdefghijklmnopqrstuvwxyz'[(n * 7) % 26]}${n % 3 === 0 ? ' same' : ''}`,
    )
    await w.guest(person, w.fabrikam)
    await w.as(person).leave(w.fabrikam)
    if (n % 4 === 0) w.pass(minuteMs)
  }
  const frank = w.as(w.frank, w.fabrikam)
  const read = new Map<string, string[]>()
  for (const order of [
    'deletedDateTime desc',
    'deletedDateTime',
    'displayName',
    'displayName desc',
    'userPrincipalName',
  ]) {
    const ids: string[] = []
    let next: string | undefined =
      `${deletedUsers}?$top=5&$count=true&$orderby=${encodeURIComponent(order)}`
    for (let page = 0; next !== undefined; page++) {
      const body: Json = await json(await frank.get(next, { consistencylevel: 'eventual' }))
      assert.equal(body['@odata.count'], page === 0 ? 23 : undefined)
      ids.push(...body['value'].map((user: Json) => user['id']))
      next = body['@odata.nextLink']
    }
    assert.equal(ids.length, 23, order)
    assert.equal(new Set(ids).size, 23, order)
    read.set(order, ids)
  }
  const all = (await json(await frank.get(`${deletedUsers}?$top=999&$select=*`)))['value'] as Json[]
  const inOrderOf = (property: string) => {
    const values = new Map(
      all.map((user) => [String(user['id']), String(user[property]).toLowerCase()]),
    )
    return (ids: readonly string[] = []) => ids.map((id) => values.get(id) ?? '')
  }
  for (const [property, order] of [
    ['deletedDateTime', 'deletedDateTime'],
    ['displayName', 'displayName'],
    ['guesthouse.originalUserPrincipalName', 'userPrincipalName'],
  ] as const) {
    const values = inOrderOf(property)(read.get(order))
    assert.deepEqual(values, values.toSorted(), order)
    const turned = read.get(`${order} desc`)
    if (turned !== undefined)
      assert.deepEqual(inOrderOf(property)(turned), values.toReversed(), `${order} desc`)
  }
  const { value } = await json(await frank.get(`${deletedUsers}?$search="same"&$top=999`))
  assert.equal(value.length, 8)
})

test('ids of another organization are not found on any of these addresses', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.northwind)
  const foreign = w.userOf(w.ada, w.northwind)
  const frank = w.as(w.frank, w.fabrikam)
  const calls: [string, string, unknown?][] = [
    ['GET', item(foreign)],
    ['DELETE', item(foreign)],
    ['POST', `${item(foreign)}/restore`],
    ['GET', `${item(foreign)}/guesthouse.restorePreview`],
    ['POST', `${item(foreign)}/guesthouse.hold`, { reason: 'x' }],
    ['POST', `${item(foreign)}/guesthouse.endHold`],
    ['DELETE', `/v1.0/users/${w.userOf(w.nora, w.northwind)}`],
  ]
  for (const [method, path, body] of calls) await json(await frank.request(method, path, body), 404)
  assert.equal(
    (
      await sql`select 1 from deleted_users where tenant_id = ${w.northwind.id} and id = ${foreign} and held_at is null`.execute(
        w.db,
      )
    ).rows.length,
    1,
  )
})

test('without the role nothing of this is possible, and the refusal says which roles could', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  await w.grant(w.bob, w.fabrikam, 'directoryReaders')
  const id = w.userOf(w.ada, w.fabrikam)
  const bob = w.as(w.bob, w.fabrikam)
  await json(await bob.get(deletedUsers))
  for (const [method, path, body] of [
    ['POST', `${item(id)}/restore`],
    ['DELETE', item(id)],
    ['POST', `${item(id)}/guesthouse.hold`, { reason: 'x' }],
    ['DELETE', `/v1.0/users/${w.fiona.userId}`],
  ] as const) {
    const { error } = await json(await bob.request(method, path, body), 403)
    assert.match(error.message, /User Administrator|Global Administrator/)
  }
  await json(await w.as(w.fiona, w.fabrikam).get(deletedUsers), 403)
})
