/**
 * The one table of what a user can be tied to: against the database's catalogue, and in each place
 * that is made from it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { linksOf } from '../../../test/links.ts'
import { store } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { sectionsOf } from '../../privacy/held.ts'
import { notCopied } from '../../privacy/not-copied.ts'
import { select } from '../../store/columns.ts'
import { rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { linkKinds, listOf, type LinkList } from '../../wire/ties.ts'
import { endsOf, ties } from './ties.sql.ts'

type World = Awaited<ReturnType<typeof world>>

test('K11: every foreign key to users is in the table of ties, from both of its ends, or is a thing of the user alone', async () => {
  const keys = await rows(
    store.db,
    sql<{ name: string }>`
      select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'tenant_id'
      where c.contype = 'f' and c.confrelid = 'users'::regclass and c.connamespace = current_schema()::regnamespace order by 1`,
  )
  // What a user has alone, gone with it and back with it, is told with the copy of my data, or why
  // it is not.
  const ownThings = new Set([
    ...sectionsOf(newId<TenantId>()).flatMap(({ by }) => by),
    ...Object.keys(notCopied),
  ])
  const told = new Set(
    linkKinds.flatMap((kind) => ties[kind].mine.map((column) => `${ties[kind].table}.${column}`)),
  )
  assert.deepEqual(
    keys.map(({ name }) => name).filter((name) => !told.has(name) && !ownThings.has(name)),
    [],
    'a new table that ties users to something needs a row in ties.sql.ts; what a user has alone, a section in privacy/held.ts',
  )
  assert.deepEqual(
    [...told].filter((name) => !keys.some((key) => key.name === name)),
    [],
    'a tie without a foreign key',
  )
  for (const { table, other = [] } of Object.values(ties))
    for (const column of other)
      assert.ok(told.has(`${table}.${column}`), `${table} is told from one end only`)
})

test('K11, R83: whatever refers to a user goes with them when they are permanently deleted', async () => {
  const left = await rows(
    store.db,
    sql<{ name: string }>`
      select c.conrelid::regclass::text || ' ' || c.conname as name from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'users'::regclass and c.connamespace = current_schema()::regnamespace
        and c.confdeltype not in ('c', 'n') order by 1`,
  )
  assert.deepEqual(
    left.map(({ name }) => name),
    [],
    'a foreign key to users says on delete cascade, or the purge of somebody stops at it',
  )
})

/** Ada tied to something of every kind in Fabrikam. */
const tied = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const made = async (path: string, body: Json) =>
    String((await json(await frank.post(path, body), 201))['id'])
  const ref = async (path: string, id: string, method: 'POST' | 'PUT' = 'POST') =>
    assert.equal(
      (
        await frank.request(method, path, {
          '@odata.id': `https://x.example/directoryObjects/${id}`,
        })
      ).status,
      204,
      path,
    )
  const group = await made('/v1.0/groups', { displayName: 'Welders' })
  const owned = await made('/v1.0/groups', { displayName: 'Owned group' })
  const shared = await made('/v1.0/groups', { displayName: 'Shared group' })
  await ref(`/v1.0/groups/${group}/members/$ref`, ada)
  await ref(`/v1.0/groups/${owned}/owners/$ref`, ada)
  await ref(`/v1.0/groups/${shared}/owners/$ref`, ada)
  await ref(`/v1.0/groups/${shared}/owners/$ref`, w.fiona.userId)
  const applications = new Map<string, string>()
  for (const displayName of ['Assigned app', 'Owned app', 'Group app']) {
    const { appId } = await json(await frank.post('/v1.0/servicePrincipals', { displayName }), 201)
    const { value } = await json(
      await frank.get(`/v1.0/servicePrincipals?$search="displayName:${displayName}"`, {
        consistencylevel: 'eventual',
      }),
    )
    applications.set(displayName, String(value.find((one: Json) => one['appId'] === appId)?.id))
  }
  const zero = '00000000-0000-0000-0000-000000000000'
  const assign = async (name: string, principalId: string) => {
    const resourceId = applications.get(name)
    const path = `/v1.0/servicePrincipals/${resourceId}/appRoleAssignedTo`
    await json(await frank.post(path, { principalId, resourceId, appRoleId: zero }), 201)
  }
  await assign('Assigned app', ada)
  await assign('Group app', group)
  await ref(`/v1.0/servicePrincipals/${applications.get('Owned app')}/owners/$ref`, ada)
  const role = { principalId: ada, roleDefinitionId: roles.guestInviter.id, directoryScopeId: '/' }
  await json(await frank.post('/v1.0/roleManagement/directory/roleAssignments', role), 201)
  await ref(`/v1.0/users/${ada}/manager/$ref`, w.frank.userId, 'PUT')
  await ref(`/v1.0/users/${w.fiona.userId}/manager/$ref`, ada, 'PUT')
  await ref(`/v1.0/users/${ada}/sponsors/$ref`, w.frank.userId)
  await ref(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}/sponsors/$ref`, ada)
}

const previewOf = async (w: World, person: Person) =>
  (await json(await w.as(person).get(`/account/organizations/${w.fabrikam.id}`)))['ends']

test('K11, R109: the preview of leaving names everything: through groups, owned, sponsored, reports, and what will have no owner', async () => {
  const w = await world()
  await tied(w)
  const ends = await previewOf(w, w.ada)
  const named = Object.fromEntries(
    Object.entries(ends as Record<string, { count: number; items: Json[] }>).map(
      ([kind, { count, items }]) => {
        assert.equal(count, items.length, kind)
        return [
          kind,
          items.map(({ displayName, detail, onlyOwner }) =>
            [displayName, detail, onlyOwner].filter(Boolean).join(' | '),
          ),
        ]
      },
    ),
  )
  assert.deepEqual(named, {
    groups: ['Welders'],
    applications: ['Assigned app'],
    applicationsThroughGroups: ['Group app | Welders'],
    roles: ['Guest Inviter'],
    ownedGroups: ['Owned group | true', 'Shared group'],
    ownedApplications: ['Owned app | true'],
    sponsoredGuests: ['Bob Okafor'],
    directReports: ['Fiona Byrne'],
    sponsors: ['Frank Weber'],
    manager: ['Frank Weber'],
  })
  const nothing = await previewOf(w, w.bob)
  assert.deepEqual(
    Object.entries(nothing as Record<string, { count: number }>).flatMap(([kind, { count }]) =>
      count > 0 ? [kind] : [],
    ),
    ['sponsors'],
  )
})

test('K11, R56, R58, R59, R61: what comes back is the same table, kind by kind, and each link is as it was before', async () => {
  const w = await world()
  await tied(w)
  const before = await linksOf(w.db, w.fabrikam.id)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const frank = w.as(w.frank, w.fabrikam)
  const path = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  const preview = await json(await frank.get(`${path}/guesthouse.restorePreview`))
  const { comesBack, cannotComeBack } = preview
  assert.deepEqual(cannotComeBack, [])
  assert.deepEqual(
    [...new Set(comesBack.map(({ kind }: Json) => kind))].toSorted(),
    linkKinds.toSorted(),
  )
  const { 'guesthouse.restoreReport': report } = await json(await frank.post(`${path}/restore`))
  assert.deepEqual(report.restored, comesBack)
  assert.equal(await linksOf(w.db, w.fabrikam.id), before)
})

test('K11: each tie stands in a list of the page of the user', async () => {
  const w = await world()
  await tied(w)
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const sizes = new Map<LinkList, number>()
  for (const list of new Set(linkKinds.map(listOf))) {
    const answer = await json(await frank.get(`/v1.0/users/${ada}/${list}`))
    sizes.set(list, 'value' in answer ? answer['value'].length : 1)
  }
  assert.deepEqual(Object.fromEntries(sizes), {
    // The group, and the role as Graph has it.
    memberOf: 2,
    ownedObjects: 3,
    appRoleAssignments: 1,
    'guesthouse.roles': 1,
    sponsors: 1,
    'guesthouse.sponsoredGuests': 1,
    manager: 1,
    directReports: 1,
  })
})

test('K11: each tie is written in the log as its row of the table says, alike from both ends', async () => {
  const w = await world()
  await tied(w)
  const ada = w.userOf(w.ada, w.fabrikam)
  const logged = await rows(
    w.db,
    select<{ activity: string; target: string; related: string }>({
      activity: 'activity',
      target: 'target_id',
      related: 'related_id',
    })`from events where tenant_id = ${w.fabrikam.id} and related_id is not null`,
  )
  for (const kind of linkKinds) {
    const [made] = ties[kind].events
    const ends = endsOf(kind, ada, { object: 'user', id: 'the other' })
    const mine = ends.target.id === ada ? 'target' : 'related'
    assert.ok(
      logged.some((event) => event.activity === made && event[mine] === ada),
      `${kind}: ${made} with ${mine} Ada`,
    )
  }
})
