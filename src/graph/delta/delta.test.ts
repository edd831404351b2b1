/** What has changed, as clients are told that keep a copy of a directory (contract §4). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { follow, readRound } from '../../../test/follower.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { openAnother } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { select } from '../../store/columns.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { forgetChanges } from '../../directory/changes/forget.ts'
import { sequenceChanges } from '../../directory/changes/sequence.ts'

const latest = '$deltatoken=latest'

const done = async (response: Promise<Response>, status = 204): Promise<Json> =>
  json(await response, status)

type World = Awaited<ReturnType<typeof world>>

const stageIn = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const makes = stageOf(w, w.fabrikam, w.frank)
  return { w, frank, makes }
}

const removed = (items: readonly Json[], id: string): unknown =>
  items.find((one) => one['id'] === id)?.['@removed']?.['reason'] ?? 'there'

test('contract §4: the first round tells all that is there, without what was never set; later ones what has changed, and each page leads on', async () => {
  const { w, frank } = await stageIn()
  const first = await readRound(frank, '/v1.0/users/delta?$select=displayName,jobTitle,userType')
  const listed = (await json(await frank.get('/v1.0/users')))['value'] as Json[]
  assert.deepEqual(
    first.items.map(({ id }) => String(id)).toSorted(),
    listed.map(({ id }) => String(id)).toSorted(),
  )
  const fiona = first.items.find(({ id }) => id === w.fiona.userId)
  assert.deepEqual(fiona, { id: w.fiona.userId, displayName: w.fiona.name, userType: 'Member' })
  const second = await readRound(frank, first.link)
  assert.deepEqual(second.items, [])
  assert.notEqual(second.link, first.link)
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: 'Tester' }))
  // What was not chosen is not followed.
  await done(frank.patch(`/v1.0/users/${w.frank.userId}`, { department: 'Tests' }))
  const third = await readRound(frank, second.link)
  assert.deepEqual(third.items, [
    { id: w.fiona.userId, displayName: w.fiona.name, userType: 'Member', jobTitle: 'Tester' },
  ])
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: null }))
  assert.equal((await readRound(frank, third.link)).items[0]?.['jobTitle'], null)
  // A link is followed again as often as somebody likes.
  assert.equal((await readRound(frank, second.link)).items.length, 1)
})

test('contract §4: deletion is changed, a restore shows the object, a permanent deletion is deleted; who is restored has all properties', async () => {
  const { w, frank, makes } = await stageIn()
  const id = await makes.user()
  const copy = follow(frank, `/v1.0/users/delta?${latest}`, { prefer: 'return=minimal' })
  assert.deepEqual(await copy.round(), [])
  await done(frank.delete(`/v1.0/users/${id}`))
  assert.equal(removed(await copy.round(), id), 'changed')
  await done(frank.post(`/v1.0/directory/deletedItems/${id}/restore`), 200)
  const [back] = await copy.round()
  assert.equal(removed([back ?? {}], id), 'there')
  assert.ok(String(back?.['displayName']).startsWith('Scene'))
  await done(frank.delete(`/v1.0/users/${id}`))
  await done(frank.delete(`/v1.0/directory/deletedItems/${id}`))
  assert.equal(removed(await copy.round(), id), 'deleted')
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal(removed(await copy.round(), w.userOf(w.ada, w.fabrikam)), 'changed')
})

test('contract §4: members and owners are told where they are chosen, with who is there no more, through deletion and restore', async () => {
  const { w, frank, makes } = await stageIn()
  const [group, inner, user] = [await makes.group(), await makes.group(), await makes.user()]
  const copy = follow(frank, '/v1.0/groups/delta?$select=displayName,members,owners')
  const members = () => [...(copy.copy.get(group)?.links.get('members') ?? [])].toSorted()
  await makes.link(`/groups/${group}/members`, w.fiona.userId)
  await copy.round()
  assert.deepEqual(members(), [w.fiona.userId])
  await makes.link(`/groups/${group}/members`, user)
  await makes.link(`/groups/${group}/members`, inner)
  await makes.link(`/groups/${group}/owners`, user)
  const [told] = await copy.round()
  assert.deepEqual(
    ((told ?? {})['members@delta'] as Json[]).map((one) => one['@odata.type']).toSorted(),
    ['#microsoft.graph.group', '#microsoft.graph.user'],
  )
  assert.deepEqual(told?.['owners@delta'], [{ '@odata.type': '#microsoft.graph.user', id: user }])
  assert.deepEqual(members(), [w.fiona.userId, inner, user].toSorted())
  await done(frank.delete(`/v1.0/groups/${group}/members/${w.fiona.userId}/$ref`))
  const [less] = await copy.round()
  assert.deepEqual(less?.['members@delta'], [
    {
      '@odata.type': '#microsoft.graph.user',
      id: w.fiona.userId,
      '@removed': { reason: 'deleted' },
    },
  ])
  // The memberships of who is deleted stay where they are, and are seen no more.
  await done(frank.delete(`/v1.0/users/${user}`))
  await done(frank.delete(`/v1.0/groups/${inner}`))
  await copy.round()
  assert.deepEqual(members(), [])
  assert.equal(copy.copy.get(group)?.links.get('owners')?.size, 0)
  await done(frank.post(`/v1.0/directory/deletedItems/${user}/restore`), 200)
  await done(frank.post(`/v1.0/directory/deletedItems/${inner}/restore`), 200)
  await copy.round()
  assert.deepEqual(members(), [inner, user].toSorted())
  await done(frank.delete(`/v1.0/groups/${group}`))
  await copy.round()
  assert.equal(copy.copy.has(group), false)
  await done(frank.post(`/v1.0/directory/deletedItems/${group}/restore`), 200)
  await copy.round()
  assert.deepEqual(members(), [inner, user].toSorted())
})

test('contract §4: the manager of a user is told where it is chosen, and the one before', async () => {
  const { w, frank, makes } = await stageIn()
  const [other, user] = [await makes.user(), w.fiona.userId]
  const copy = follow(frank, '/v1.0/users/delta?$select=manager')
  await makes.link(`/users/${user}/manager`, w.frank.userId)
  await copy.round()
  const manager = () => [...(copy.copy.get(user)?.links.get('manager') ?? [])]
  assert.deepEqual(manager(), [w.frank.userId])
  await makes.link(`/users/${user}/manager`, other)
  await copy.round()
  assert.deepEqual(manager(), [other])
  await done(frank.delete(`/v1.0/users/${other}`))
  await copy.round()
  assert.deepEqual(manager(), [])
  await done(frank.post(`/v1.0/directory/deletedItems/${other}/restore`), 200)
  await copy.round()
  assert.deepEqual(manager(), [other])
  await done(frank.delete(`/v1.0/users/${user}/manager/$ref`))
  await copy.round()
  assert.deepEqual(manager(), [])
})

test('contract §4: a large group is spread over several items of one round', async () => {
  const { w, frank, makes } = await stageIn()
  const group = await makes.group()
  await makes.link(`/groups/${group}/owners`, w.frank.userId)
  await sql`
    insert into users select made.* from users u cross join generate_series(1, 1203) n
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null,
      'user_principal_name', 'm' || n || '@m.example', 'name_key', 'm' || n || '@m.example', 'mail', null, 'mail_key', null, 'sort_name', 'm ' || n)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.fiona.userId}`.execute(w.db)
  await sql`insert into memberships (tenant_id, group_id, user_id, added_at)
    select tenant_id, ${group}::uuid, id, now() from users where tenant_id = ${w.fabrikam.id} and sort_name like 'm %'`.execute(
    w.db,
  )
  for (const path of ['/v1.0/groups/delta?$select=members,owners', undefined]) {
    const copy = follow(frank, path ?? `/v1.0/groups/delta?$select=members,owners&${latest}`)
    if (path === undefined) {
      await copy.round()
      await sql`delete from memberships where tenant_id = ${w.fabrikam.id} and group_id = ${group}`.execute(
        w.db,
      )
      await sql`insert into memberships (tenant_id, group_id, user_id, added_at)
        select tenant_id, ${group}::uuid, id, now() from users where tenant_id = ${w.fabrikam.id} and sort_name like 'm %'`.execute(
        w.db,
      )
    }
    const items = (await copy.round()).filter(({ id }) => id === group)
    assert.ok(items.length > 2, `${items.length} items`)
    assert.equal(copy.copy.get(group)?.links.get('members')?.size, 1203)
    if (path !== undefined) assert.equal(copy.copy.get(group)?.links.get('owners')?.size, 1)
  }
})

test('contract §4: Prefer: return=minimal tells what differs alone', async () => {
  const { w, frank, makes } = await stageIn()
  const group = await makes.group({ description: 'before' })
  const { link } = await readRound(
    frank,
    `/v1.0/groups/delta?$select=displayName,description,members&${latest}`,
  )
  await done(frank.patch(`/v1.0/groups/${group}`, { description: 'after' }))
  await makes.link(`/groups/${group}/members`, w.fiona.userId)
  const minimal = await frank.get(link, { prefer: 'return=minimal' })
  assert.equal(minimal.headers.get('preference-applied'), 'return=minimal')
  assert.deepEqual((await json(minimal))['value'], [
    {
      id: group,
      description: 'after',
      'members@delta': [{ '@odata.type': '#microsoft.graph.user', id: w.fiona.userId }],
    },
  ])
  assert.ok('displayName' in ((await readRound(frank, link)).items[0] ?? {}))
})

const jobOf = async (db: Database, w: World, who: Person, jobTitle: string): Promise<void> => {
  await sql`update users set job_title = ${jobTitle} where tenant_id = ${w.fabrikam.id} and id = ${who.userId}`.execute(
    db,
  )
}

/** Until some session waits for another one. */
const waitsForOthers = async (db: Database): Promise<void> => {
  const waiting = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%directory_%'`
  while ((await rows(db, waiting)).length === 0) await pause(5)
}

/** Does the work in a transaction of its own, which stays open until it is ended. */
const heldOpen = async (work: (tx: Database) => Promise<void>) => {
  const another = await openAnother()
  const [worked, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ended = another.db.transaction().execute(async (tx) => {
    await work(tx)
    worked.resolve()
    await ends.promise
  })
  await Promise.race([worked.promise, ended])
  return async (): Promise<void> => {
    ends.resolve()
    await ended
    await another.close()
  }
}

test('contract §4: what commits late is told late and not passed over, whoever reads meanwhile', async () => {
  const { w, frank } = await stageIn()
  const copy = follow(frank, `/v1.0/users/delta?$select=jobTitle&${latest}`)
  await copy.round()
  const commit = await heldOpen((tx) => jobOf(tx, w, w.frank, 'Late'))
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: 'Early' }))
  assert.deepEqual(await copy.round(), [{ id: w.fiona.userId, jobTitle: 'Early' }])
  assert.deepEqual(await copy.round(), [])
  await commit()
  assert.deepEqual(await copy.round(), [{ id: w.frank.userId, jobTitle: 'Late' }])
})

test('contract §4: what commits late is told late, also where several number at once: each waits for the one before', async () => {
  const { w, frank } = await stageIn()
  const copy = follow(frank, `/v1.0/users/delta?$select=jobTitle&${latest}`)
  await copy.round()
  const commitLate = await heldOpen((tx) => jobOf(tx, w, w.frank, 'Late'))
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: 'Early' }))
  const commitNumbers = await heldOpen((tx) => sequenceChanges(tx, w.fabrikam.id, w.now()))
  await commitLate()
  const second = sequenceChanges(w.db, w.fabrikam.id, w.now())
  await waitsForOthers(w.db)
  await commitNumbers()
  await second
  const numbers = await rows(
    w.db,
    select<{ who: string; sequence: number }>({
      who: 'c.object_id',
      sequence: sql`c.sequence::float8`,
    })`from directory_changes c where c.tenant_id = ${w.fabrikam.id} and c.what = 'changed' order by c.sequence`,
  )
  assert.deepEqual(
    numbers.map(({ who }) => who),
    [w.fiona.userId, w.frank.userId],
    'what was numbered keeps its number',
  )
})

test('contract §4: $filter names up to 50 objects, and nothing else', async () => {
  const { w, frank } = await stageIn()
  const two = `id eq '${w.fiona.userId}' or id eq '${w.frank.userId}'`
  const first = await readRound(frank, `/v1.0/users/delta?$select=jobTitle&$filter=${two}`)
  assert.deepEqual(
    first.items.map(({ id }) => String(id)).toSorted(),
    [w.fiona.userId, w.frank.userId].toSorted(),
  )
  for (const id of [w.fiona.userId, w.userOf(w.ada, w.fabrikam)])
    await done(frank.patch(`/v1.0/users/${id}`, { jobTitle: 'Filtered' }))
  assert.deepEqual((await readRound(frank, first.link)).items, [
    { id: w.fiona.userId, jobTitle: 'Filtered' },
  ])
  const many = Array.from({ length: 51 }, () => `id eq '${crypto.randomUUID()}'`).join(' or ')
  for (const filter of [
    many,
    `displayName eq 'x'`,
    `id eq '${w.fiona.userId}' and id eq '${w.frank.userId}'`,
    `not(id eq '${w.fiona.userId}')`,
  ])
    await refusal(await frank.get(`/v1.0/users/delta?$filter=${filter}`), 400)
  for (const option of ['$orderby=displayName', '$search="a"', '$expand=manager', '$top=0'])
    await refusal(await frank.get(`/v1.0/users/delta?${option}`), 400)
  assert.ok((await readRound(frank, '/v1.0/users/delta?$top=1')).items.length > 1)
})

test('contract §4: a link is taken by its list and organization alone; whoever has another begins anew where Location says', async () => {
  const { w, frank } = await stageIn()
  const { link } = await readRound(frank, `/v1.0/users/delta?$select=displayName,manager&${latest}`)
  const token = new URL(link, w.publicUrl).searchParams.get('$deltatoken') ?? ''
  const nora = w.as(w.nora, w.northwind)
  const asked: readonly [typeof frank, string][] = [
    [nora, link],
    [frank, `/v1.0/groups/delta?$deltatoken=${token}`],
    [frank, `/v1.0/users/delta?$deltatoken=${token.slice(0, -2)}AA`],
    [frank, '/v1.0/users/delta?$deltatoken=nonsense'],
  ]
  for (const [asker, path] of asked) {
    const response = await asker.get(path)
    assert.equal((await refusal(response, 410)).code, 'resyncRequired')
    const location = new URL(response.headers.get('location') ?? '')
    assert.equal(location.searchParams.get('$deltatoken'), '')
    assert.ok((await readRound(asker, `${location.pathname}${location.search}`)).link !== link)
  }
  await refusal(await frank.get('/v1.0/users/delta?$skiptoken=nonsense'), 400)
  // The same link at the other version, and written as Terraform writes it.
  assert.equal((await frank.get(link.replace('/v1.0/', '/beta/'))).status, 200)
  assert.equal((await frank.get(link.replace('%24', '$'))).status, 200)
})

test('contract §4: what is older than 30 days is refused in words that clients know', async () => {
  const { w, frank } = await stageIn()
  const { link } = await readRound(frank, `/v1.0/users/delta?${latest}`)
  w.pass(30 * dayMs - 1_000)
  const late = w.as(w.frank, w.fabrikam)
  const { link: next } = await readRound(late, link)
  w.pass(2_000)
  const later = w.as(w.frank, w.fabrikam)
  const { code, message } = await refusal(await later.get(link), 400)
  assert.equal(code, 'Request_UnsupportedQuery')
  assert.equal(message, 'DeltaLink older than 30 days is not supported.')
  assert.deepEqual((await readRound(later, next)).items, [])
})

test('contract §4: who has read less than is still known begins anew, and so does everybody where a backup was restored', async () => {
  const { w, frank } = await stageIn()
  const { link } = await readRound(frank, `/v1.0/users/delta?${latest}`)
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: 'Over' }))
  const { items, link: next } = await readRound(frank, link)
  assert.equal(items.length, 1)
  await sql`update directory_changes set at = ${plus(new Date(0), dayMs)} where tenant_id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  await forgetChanges(w.db, plus(new Date(0), 40 * dayMs))
  assert.match((await refusal(await frank.get(link), 400)).message, /older than 30 days/)
  assert.deepEqual((await readRound(frank, next)).items, [])
  // The feed is in no backup; another one begins, and comes as far as the first had come.
  for (const table of ['directory_feeds', 'directory_changes'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  for (const n of Array(12).keys())
    await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: `Again ${n}` }))
  const response = await frank.get(next)
  assert.equal((await refusal(response, 410)).code, 'resyncRequired')
  assert.match(response.headers.get('location') ?? '', /deltatoken=$/)
})

test('R102, contract §4: nobody is told by a delta what they are not shown by the list, whoever made the link', async () => {
  const { w, frank, makes } = await stageIn()
  await makes.group()
  const fiona = w.as(w.fiona, w.fabrikam)
  const path = '/v1.0/users/delta?$select=guesthouse.endDateTime'
  const { link } = await readRound(frank, path)
  for (const one of [path, link])
    assert.equal((await refusal(await fiona.get(one), 403)).code, 'Authorization_RequestDenied')
  const all = await readRound(frank, '/v1.0/users/delta?$select=*')
  const ends = { 'guesthouse.endDateTime': '2027-01-01T00:00:00Z' }
  await done(frank.patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, ends))
  assert.equal((await readRound(frank, all.link)).items.length, 1)
  assert.deepEqual((await readRound(fiona, all.link)).items, [])
  // Who is in groups is not read by people without a role where nobody reads others.
  const groups = await readRound(frank, '/v1.0/groups/delta?$select=members')
  await done(
    frank.patch('/v1.0/policies/authorizationPolicy', {
      defaultUserRolePermissions: { allowedToReadOtherUsers: false },
    }),
  )
  assert.equal((await fiona.get('/v1.0/groups/delta')).status, 200)
  for (const one of ['/v1.0/groups/delta?$select=members', groups.link, '/v1.0/users/delta'])
    assert.equal((await refusal(await fiona.get(one), 403)).code, 'Authorization_RequestDenied')
  const ada = w.as(w.ada, w.fabrikam)
  await refusal(await ada.get('/v1.0/groups/delta'), 403)
})
