/** Many deleted groups and applications: previewed and restored, each by itself, with a choice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { rows, sql } from '../../store/database.ts'
import { mostAtOnce } from '../../wire/at-once.ts'
import { previewedAtOnce } from '../../wire/graph/users/previewing.ts'

const of = (kind: 'group' | 'application') => `/v1.0/directory/deletedItems/microsoft.graph.${kind}`
const ref = (id: string) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })

test('R61, R68: many groups are previewed and restored by id, each with its own result and its own choice, told in the log; good ones succeed when others fail, and again is harmless', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const admin = await w.member(w.fabrikam, 'Groups Administrator')
  await w.grant(admin, w.fabrikam, 'groupsAdministrator')
  const by = w.as(admin, w.fabrikam)
  const members = [await w.member(w.fabrikam, 'One'), await w.member(w.fabrikam, 'Two')] as const
  const make = async (displayName: string, more: object = {}): Promise<string> => {
    const { id } = await json(await frank.post('/v1.0/groups', { displayName, ...more }), 201)
    for (const { userId } of members)
      await json(await frank.post(`/v1.0/groups/${id}/members/$ref`, ref(userId)), 204)
    await json(await frank.post(`/v1.0/groups/${id}/owners/$ref`, ref(w.fiona.userId)), 204)
    return String(id)
  }
  const [one, two, high, slip, live] = [
    await make('One'),
    await make('Two'),
    await make('High', { isAssignableToRole: true }),
    await make('Slip'),
    await make('Live'),
  ]
  for (const id of [one, two, high, slip]) await json(await frank.delete(`/v1.0/groups/${id}`), 204)
  const [first, second] = members.map(({ userId }) => userId)
  w.pass(1_000)
  await json(await frank.delete(`/v1.0/users/${second}`), 204)
  const nobody = newId<string>()
  const ids = [one, two, high, slip, live, nobody]

  const twice = { ids: [...ids, one.toUpperCase()] }
  const previews = await json(await by.post(`${of('group')}/guesthouse.previewRestores`, twice))
  const alone = await json(
    await by.get(`/v1.0/directory/deletedItems/${one}/guesthouse.objectRestorePreview`),
  )
  const { '@odata.context': _, ...expected } = alone
  assert.deepEqual(previews['value'][0], { id: one, ...expected })
  assert.deepEqual(expected['comesBack'], [
    { kind: 'member', count: 1, items: [{ item: first, displayName: 'One' }] },
    {
      kind: 'owner',
      count: 1,
      items: [{ item: w.fiona.userId, displayName: 'Fiona Byrne' }],
    },
  ])
  assert.deepEqual(
    previews['value'].map((line: Json) => line['code'] ?? line['conflicts'].length),
    [0, 0, 1, 0, 'Request_ResourceNotFound', 'Request_ResourceNotFound'],
  )

  const leaveOut = [
    { kind: 'owner' },
    { of: one, kind: 'member', item: first },
    { of: slip, kind: 'member', item: nobody },
  ]
  const restoreMany = `${of('group')}/guesthouse.restoreMany`
  const stray = { ids: [one], leaveOut: [{ of: two, kind: 'owner' }] }
  await json(await by.post(restoreMany, stray), 400)
  await json(await by.post(restoreMany, { ids, leaveOut: [{ kind: 'user' }] }), 400)
  const done = await json(await by.post(restoreMany, { ids, leaveOut }))
  assert.deepEqual(
    done['value'].map(({ message: __, ...line }: Json) => line),
    [
      { id: one, done: true, skipped: 1, leftOut: 2 },
      { id: two, done: true, skipped: 1, leftOut: 1 },
      { id: high, done: false, code: 'Authorization_RequestDenied' },
      { id: slip, done: false, code: 'unknownLink' },
      { id: live, done: true, code: 'already' },
      { id: nobody, done: false, code: 'Request_ResourceNotFound' },
    ],
  )
  for (const [id, left] of [
    [one, []],
    [two, [first]],
  ] as const) {
    const { value } = await json(await frank.get(`/v1.0/groups/${id}/members`))
    assert.deepEqual(
      value.map((member: Json) => member['id']),
      left,
    )
    assert.deepEqual((await json(await frank.get(`/v1.0/groups/${id}/owners`)))['value'], [])
  }
  const events = await rows(
    w.db,
    sql`select activity, target_id as target, related_id as related, reason, details->'leftOut' as "leftOut" from events
      where tenant_id = ${w.fabrikam.id} and (reason = 'leftOutOfRestore' or activity = 'group.restored') and ${one} in (target_id::text, related_id::text)
      order by activity`,
  )
  const ended = { related: one, reason: 'leftOutOfRestore', leftOut: null }
  assert.deepEqual(events, [
    { activity: 'group.memberRemoved', target: first, ...ended },
    { activity: 'group.ownerRemoved', target: w.fiona.userId, ...ended },
    {
      activity: 'group.restored',
      target: one,
      related: null,
      reason: null,
      leftOut: ['member 1', 'owner 1'],
    },
  ])
  const still = await rows(
    w.db,
    sql`select (select count(*)::int from group_owners where group_id = g.id) as owners, (select count(*)::int from memberships where group_id = g.id) as members
      from deleted_groups g where g.tenant_id = ${w.fabrikam.id} and g.id = ${slip}`,
  )
  assert.deepEqual(still, [{ owners: 1, members: 2 }], 'a slip ends nothing')
  const again = await json(await by.post(restoreMany, { ids: [one, two] }))
  assert.deepEqual(
    again['value'].map((line: Json) => line['code']),
    ['already', 'already'],
  )
  for (const [path, most] of [
    [restoreMany, mostAtOnce],
    [`${of('group')}/guesthouse.previewRestores`, previewedAtOnce],
  ] as const)
    for (const list of [[], Array.from({ length: most + 1 }, () => newId<string>())])
      await json(await by.post(path, { ids: list }), 400)
})

test('R78, R79, R137: many groups are deleted for good by id, each with its own result; where a second administrator is asked for, they wait', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const admin = await w.member(w.fabrikam, 'Groups Administrator')
  await w.grant(admin, w.fabrikam, 'groupsAdministrator')
  const by = w.as(admin, w.fabrikam)
  const make = async (displayName: string, more: object = {}): Promise<string> =>
    String((await json(await frank.post('/v1.0/groups', { displayName, ...more }), 201))['id'])
  const [one, two, live, high] = [
    await make('One'),
    await make('Two'),
    await make('Live'),
    await make('High', { isAssignableToRole: true }),
  ]
  for (const id of [one, two, high]) await json(await frank.delete(`/v1.0/groups/${id}`), 204)
  const path = `${of('group')}/guesthouse.permanentlyDelete`
  const purged = async (ids: readonly string[], as = by) =>
    (await json(await as.post(path, { ids })))['value'].map((line: Json) => [
      line['id'],
      line['deleted'],
      line['code'] ?? line['waits'],
    ])
  const elsewhere = w.as(w.nora, w.northwind)
  assert.deepEqual(await purged([one], elsewhere), [[one, false, 'Request_ResourceNotFound']])
  assert.deepEqual(await purged([one, live, high, one.toUpperCase()]), [
    [one, true, undefined],
    [live, false, 'notDeleted'],
    [high, false, 'Authorization_RequestDenied'],
  ])
  await sql`update tenants set purge_protection = 'secondAdministrator' where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  assert.deepEqual(await purged([two, one]), [
    [two, false, true],
    [one, false, 'Request_ResourceNotFound'],
  ])
  const left = await rows(
    w.db,
    sql`select g.id, p.state from groups g left join purge_requests p on p.tenant_id = g.tenant_id and p.target_id = g.id
      where g.tenant_id = ${w.fabrikam.id} and g.id in (${one}, ${two})`,
  )
  assert.deepEqual(left, [{ id: two, state: 'open' }])
})

test('R67, R68: applications are restored by who may change applications, of this organization and of no other kind', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const make = async (set: 'groups' | 'applications'): Promise<string> => {
    const { id } = await json(await frank.post(`/v1.0/${set}`, { displayName: 'Expenses' }), 201)
    await json(await frank.delete(`/v1.0/${set}/${id}`), 204)
    return String(id)
  }
  const [registration, group] = [await make('applications'), await make('groups')]
  const admin = await w.member(w.fabrikam, 'Groups Administrator')
  await w.grant(admin, w.fabrikam, 'groupsAdministrator')
  const path = `${of('application')}/guesthouse.restoreMany`
  await json(await w.as(admin, w.fabrikam).post(path, { ids: [registration] }), 403)
  const elsewhere = await json(await w.as(w.nora, w.northwind).post(path, { ids: [registration] }))
  assert.equal(elsewhere['value'][0].code, 'Request_ResourceNotFound')
  const { value } = await json(await frank.post(path, { ids: [group, registration] }))
  assert.deepEqual(
    value.map((line: Json) => [line['id'], line['done']]),
    [
      [group, false],
      [registration, true],
    ],
  )
  assert.equal((await frank.get(`/v1.0/applications/${registration}`)).status, 200)
})
