/**
 * Who has a sponsor is kept with each change, and always what the sponsors themselves say: over
 * things done by chance to sponsors and guests, two of them at the same moment.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { json, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { rows, sql, type Database } from '../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const acts = [
  'add',
  'remove',
  'disable',
  'enable',
  'delete',
  'restore',
  'purge',
  'leave',
  'rename',
] as const
const act = fc.record({
  act: fc.constantFrom(...acts, 'add', 'remove', 'delete'),
  guest: fc.integer({ min: 0, max: 1 }),
  sponsor: fc.integer({ min: 0, max: 3 }),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const both = (one: Act['act'], sponsors: readonly [number, number], other = one): [Act, Act] => [
  { act: one, guest: 0, sponsor: sponsors[0] },
  { act: other, guest: 0, sponsor: sponsors[1] },
]
/** The pairs that meet at one guest, each at least once. */
const everyWay: readonly [Act, Act][] = [
  both('disable', [0, 1]),
  both('delete', [3, 0]),
  both('enable', [0, 1]),
  both('add', [2, 0], 'enable'),
  both('delete', [1, 0], 'remove'),
  both('restore', [1, 3]),
  both('delete', [1, 2], 'leave'),
  both('purge', [1, 3], 'delete'),
  both('add', [0, 0], 'disable'),
  both('remove', [0, 0], 'enable'),
  both('restore', [2, 3]),
  both('add', [1, 2], 'rename'),
  both('remove', [1, 3], 'rename'),
]

/** Sponsors: two members, a guest and a group; whom they sponsor: Ada, and that guest. */
const cast = async (w: World, run: number) => {
  const frank = w.as(w.frank, w.fabrikam)
  const [one, other, bert] = [
    await w.member(w.fabrikam, `One ${run}`),
    await w.member(w.fabrikam, `Other ${run}`),
    await w.member(w.contoso, `Bert ${run}`),
  ]
  const guest = await w.guest(bert, w.fabrikam)
  const name = { displayName: 'Hosts', mailNickname: 'hosts', mailEnabled: false }
  const group: Json = await json(
    await frank.post('/v1.0/groups', { ...name, securityEnabled: true }),
    201,
  )
  return {
    guests: [w.userOf(w.ada, w.fabrikam), guest],
    sponsors: [one.userId, other.userId, guest, String(group['id'])],
    bert,
  }
}
type Cast = Awaited<ReturnType<typeof cast>>

const doing = async (w: World, { guests, sponsors, bert }: Cast, one: Act): Promise<unknown> => {
  const frank = w.as(w.frank, w.fabrikam)
  const guest = `/v1.0/users/${guests[one.guest]}/sponsors`
  const id = sponsors[one.sponsor]
  const path = one.sponsor === 3 ? `/v1.0/groups/${id}` : `/v1.0/users/${id}`
  const deleted = `/v1.0/directory/deletedItems/${id}`
  const ways: Readonly<Record<Act['act'], () => Promise<Response>>> = {
    add: () =>
      frank.post(`${guest}/$ref`, {
        '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
      }),
    remove: () => frank.delete(`${guest}/${id}/$ref`),
    disable: () => frank.patch(path, { accountEnabled: false }),
    enable: () => frank.patch(path, { accountEnabled: true }),
    delete: () => frank.delete(path),
    restore: () => frank.post(`${deleted}/restore`, {}),
    purge: () => frank.delete(deleted),
    leave: () => w.as(bert).leave(w.fabrikam),
    // Of the guest, whose place in the lists of those who answer for them it is.
    rename: () =>
      frank.patch(`/v1.0/users/${guests[one.guest]}`, { displayName: `Ada ${one.sponsor}` }),
  }
  const { status } = await ways[one.act]()
  assert.ok(status < 500, `${one.act}: ${status}`)
  return [one.act, status]
}

/** Who stands under whom: as it is kept for the lists, and as sponsors and invitations say. */
const kept = sql`select h.tenant_id, h.host_id, h.host_is, h.user_id, h.sort_name, h.created_at from users_by_host h`
const said = sql`select u.tenant_id, h.id, h.host_is, u.id as user_id, u.sort_name, u.created_at from users u cross join lateral (
  select s.id, 'sponsor' as host_is from sponsors s where s.tenant_id = u.tenant_id and s.user_id = u.id
  union all select i.invited_by, 'inviter' from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id and i.invited_by is not null) h
  where u.deleted_at is null`

/** Users of whom something else is kept than their sponsors and invitations say. */
const wrong = async (db: Database): Promise<readonly unknown[]> => [
  ...(await rows(db, sql`(${kept} except ${said}) union all (${said} except ${kept})`)),
  ...(await wrongSponsors(db)),
]

const wrongSponsors = async (db: Database): Promise<readonly unknown[]> =>
  rows(
    db,
    sql`select u.id, u.has_sponsor from users u where u.has_sponsor <> exists (
      select 1 from sponsors s where s.tenant_id = u.tenant_id and s.user_id = u.id and (
        exists (select 1 from users su where su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id and su.deleted_at is null and su.account_enabled)
        or exists (select 1 from groups sg where sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id and sg.deleted_at is null)))`,
  )

test('R105: who has a sponsor is kept as their sponsors come and go, two at the same moment too', async () => {
  const w = await world()
  await w.as(w.frank, w.fabrikam).get('/v1.0/me')
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, act), { minLength: 6, maxLength: 10 }),
      async (pairs) => {
        const given = await cast(w, run++)
        for (const sponsor of [0, 1, 3]) await doing(w, given, { act: 'add', guest: 0, sponsor })
        const done: unknown[] = []
        for (const pair of pairs) {
          done.push(await Promise.all(pair.map((one) => doing(w, given, one))))
          assert.deepEqual(await wrong(w.db), [], JSON.stringify(done))
        }
      },
    ),
    { numRuns: 4, examples: [[[...everyWay]]] },
  )
})

/** Somebody waits in this store for what somebody else holds. */
const somebodyWaits = async (db: Database): Promise<void> => {
  const waiting = sql`select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where not l.granted and a.datname = current_database()`
  while ((await rows(db, waiting)).length === 0);
}

test('R105: while one sponsor comes or goes, whoever does the same at that moment waits, and then sees it', async () => {
  const w = await world()
  const { guests, sponsors } = await cast(w, 0)
  const [tenant, guest] = [w.fabrikam.id, guests[0]]
  const switched = (sponsor: number, on: boolean) => (db: Database) =>
    sql`update users set account_enabled = ${on} where tenant_id = ${tenant} and id = ${sponsors[sponsor]}`.execute(
      db,
    )
  const added = (sponsor: number) => (db: Database) =>
    sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
      values (${tenant}, ${guest}, ${sponsors[sponsor]}, ${sponsors[sponsor]}) on conflict do nothing`.execute(
      db,
    )
  const removed = (sponsor: number) => (db: Database) =>
    sql`delete from sponsors where tenant_id = ${tenant} and user_id = ${guest} and id = ${sponsors[sponsor]}`.execute(
      db,
    )
  for (const [before, first, second] of [
    [[added(0), added(1)], switched(0, false), switched(1, false)],
    [[switched(0, true), switched(1, true)], removed(0), removed(1)],
    [[], added(0), switched(0, false)],
    [[removed(0)], switched(1, false), added(1)],
    [[added(0)], switched(0, true), removed(0)],
  ] as const) {
    for (const change of before) await change(w.db)
    const later = await w.db.transaction().execute(async (tx) => {
      await first(tx)
      const other = second(w.db)
      await Promise.race([other, somebodyWaits(w.db)])
      return { other }
    })
    await later.other
    assert.deepEqual(await wrong(w.db), [], `${first.toString()}, ${second.toString()}`)
  }
})
