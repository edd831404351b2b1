/** The chain of an audit log, in a store of its own: what is done to it is done on purpose. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newStore } from '../../test/store.ts'
import { purgeUsers } from '../directory/deleted/purge.ts'
import { createOrganization } from '../directory/organizations/create.ts'
import { createMember } from '../directory/users/create.ts'
import { deleteUser } from '../directory/users/delete.ts'
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, hourMs, plus } from '../kernel/time.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { select } from '../store/columns.ts'
import { linkEntries, trimChains } from './chain.ts'
import { byOperator, byUser } from './context.ts'
import { pruneEvents } from './prune-events.ts'
import { eventOf, record } from './record.ts'
import { verifyChain, type Finding } from './verify-chain.ts'

const { db, close } = await newStore()
// The server of the run may have ended before.
after(() => close().catch(() => {}))

const sealKey = Buffer.alloc(32, 7)
const start = new Date('2026-01-05T09:00:00Z')
const operator = { kind: 'operator' } as const
let serial = 0

const organization = async (): Promise<TenantId> => {
  const domain = `chain-${++serial}.example`
  const made = await createOrganization(db, { displayName: domain, domain }, byOperator(start))
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return made.tenantId
}

const member = async (tenantId: TenantId): Promise<UserId> => {
  const name = `one-${++serial}`
  const { domain } = (await firstRow(
    db,
    select<{ domain: string }>({
      domain: 'name',
    })`from tenant_domains where tenant_id = ${tenantId}`,
  )) ?? { domain: '' }
  const made = await createMember(
    db,
    tenantId,
    { displayName: name, userPrincipalName: `${name}@${domain}` },
    byOperator(start),
  )
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return made.userId
}

/** Entries that somebody makes from an address, one a minute; their ids. */
const act = async (
  tenantId: TenantId,
  userId: UserId,
  activity: 'user.signedIn' | 'user.updated',
  { count, since = start }: { count: number; since?: Date },
): Promise<string[]> => {
  const made = Array.from({ length: count }, (_, n) => {
    const now = plus(since, n * 60_000)
    const around = { now, correlationId: newId(), address: '198.51.100.7' }
    return eventOf(byUser(around, userId), {
      tenantId,
      activity,
      target: { kind: 'user', id: userId },
    })
  })
  await record(db, ...made)
  return made.map(({ id }) => id)
}

const link = () => linkEntries(db, sealKey, start)
const verify = (tenantId: TenantId, now: Date = plus(start, hourMs)) =>
  verifyChain(db, sealKey, tenantId, { now })
const findingsOf = async (tenantId: TenantId): Promise<readonly Finding[]> =>
  (await verify(tenantId)).findings
const erase = async (tenantId: TenantId, userId: UserId) => {
  await deleteUser(db, { tenantId, userId }, operator, byOperator(start))
  await purgeUsers(db, { tenantId, userIds: [userId] }, operator, byOperator(start))
}

test('R110, R85: the chain of an audit log is whole as it was written, for each organization, and after erasures, which take the address with them', async () => {
  const [one, other] = [await organization(), await organization()]
  const userId = await member(one)
  await act(one, userId, 'user.updated', { count: 3 })
  const before = await verify(one)
  assert.deepEqual(
    { ...before, last: undefined },
    { entries: 0, waiting: before.waiting, findings: [], last: undefined },
  )
  assert.ok(before.waiting >= 5)
  await Promise.all([link(), link()])
  const whole = await verify(one)
  assert.deepEqual([whole.entries, whole.waiting, whole.findings], [before.waiting, 0, []])
  assert.deepEqual(await findingsOf(other), [])
  assert.notDeepEqual(
    (await verifyChain(db, Buffer.alloc(32, 8), one, { now: start })).findings,
    [],
    'another key',
  )

  await erase(one, userId)
  const left = await rows(
    db,
    sql`select 1 from event_links l join events e on e.tenant_id = l.tenant_id and e.id = l.event_id
      where l.tenant_id = ${one} and (l.address_salt is not null or e.actor_address is not null)`,
  )
  assert.deepEqual(left, [], 'neither the address nor its salt is left')
  assert.deepEqual(await findingsOf(one), [], 'before the job, too')
  await link()
  assert.deepEqual(await findingsOf(one), [])
})

test('R143: entries that go with time leave a chain that can still be verified; its beginning moves on', async () => {
  const tenantId = await organization()
  const userId = await member(tenantId)
  await act(tenantId, userId, 'user.signedIn', { count: 4 })
  await act(tenantId, userId, 'user.updated', { count: 2, since: plus(start, hourMs) })
  await act(tenantId, userId, 'user.signedIn', { count: 2, since: plus(start, 2 * hourMs) })
  await link()
  const { entries, last } = await verify(tenantId)
  await pruneEvents(db, plus(start, 200 * dayMs))
  await trimChains(db, sealKey, plus(start, 200 * dayMs))
  const later = await verify(tenantId, plus(start, 200 * dayMs))
  assert.deepEqual([later.entries, later.findings, later.last], [entries - 6, [], last])
  await act(tenantId, userId, 'user.updated', { count: 1, since: plus(start, 800 * dayMs) })
  await link()
  await pruneEvents(db, plus(start, 800 * dayMs))
  await trimChains(db, sealKey, plus(start, 800 * dayMs))
  const much = await verify(tenantId, plus(start, 800 * dayMs))
  assert.deepEqual([much.entries, much.findings], [1, []])
  const links = await rows(db, sql`select 1 from event_links where tenant_id = ${tenantId}`)
  assert.equal(links.length, 1, 'what is over keeps no link')
})

test('R110: what somebody has called over, and was not, is found as long as it is, and no beginning is made of it', async () => {
  const tenantId = await organization()
  const userId = await member(tenantId)
  await act(tenantId, userId, 'user.updated', { count: 3 })
  await link()
  const { entries } = await verify(tenantId)
  const overs = [
    sql`at + interval '730 days'`,
    sql`at`,
    // The day of the entry itself is changed with it.
    sql`${start}::timestamptz`,
  ]
  await sql`delete from events where tenant_id = ${tenantId}`.execute(db)
  for (const [n, over] of overs.entries()) {
    await sql`update event_links set over_at = ${over}, at = at - interval '731 days' * ${n === 2 ? 1 : 0} where tenant_id = ${tenantId}`.execute(
      db,
    )
    await trimChains(db, sealKey, plus(start, dayMs))
    assert.equal((await findingsOf(tenantId)).length, entries)
  }
})

type Tampering = {
  readonly how: string
  readonly sql: (tenantId: TenantId, ids: readonly string[]) => ReturnType<typeof sql>
  /** What is found, by the number among the entries that were made here. */
  readonly found: readonly (readonly [Finding['kind'], number | null])[]
}

const tamperings: readonly Tampering[] = [
  {
    how: 'an activity is changed',
    sql: (tenantId, ids) =>
      sql`update events set activity = 'user.enabled' where tenant_id = ${tenantId} and id = ${ids[1]}`,
    found: [['changed', 1]],
  },
  {
    how: 'somebody else is said to have done it',
    sql: (tenantId, ids) =>
      sql`update events set actor_id = gen_random_uuid() where tenant_id = ${tenantId} and id = ${ids[2]}`,
    found: [['changed', 2]],
  },
  {
    how: 'the time is changed by a thousandth of a second',
    sql: (tenantId, ids) =>
      sql`update events set at = at + interval '1 millisecond' where tenant_id = ${tenantId} and id = ${ids[3]}`,
    found: [['changed', 3]],
  },
  {
    how: 'an address is taken away though its person is here',
    sql: (tenantId, ids) =>
      sql`update events set actor_address = null where tenant_id = ${tenantId} and id = ${ids[4]}`,
    found: [['changed', 4]],
  },
  {
    how: 'another address is put there',
    sql: (tenantId, ids) =>
      sql`update events set actor_address = '203.0.113.1' where tenant_id = ${tenantId} and id = ${ids[5]}`,
    found: [['changed', 5]],
  },
  {
    how: 'an entry is removed',
    sql: (tenantId, ids) =>
      sql`delete from events where tenant_id = ${tenantId} and id = ${ids[6]}`,
    found: [['removed', 6]],
  },
  {
    how: 'an entry is removed and said to be over before its time',
    sql: (tenantId, ids) =>
      sql`with gone as (delete from events where tenant_id = ${tenantId} and id = ${ids[7]} returning id)
        update event_links l set over_at = at + interval '29 days' from gone where l.tenant_id = ${tenantId} and l.event_id = gone.id`,
    found: [['removed', 7]],
  },
  {
    how: 'an entry is removed with its link',
    sql: (tenantId, ids) =>
      sql`with gone as (delete from events where tenant_id = ${tenantId} and id = ${ids[8]} returning id)
        delete from event_links l using gone where l.tenant_id = ${tenantId} and l.event_id = gone.id`,
    found: [['removed', 8]],
  },
  {
    how: 'two entries change places',
    sql: (tenantId, ids) =>
      sql`update event_links l set event_id = o.event_id, at = o.at, digest = o.digest, address_digest = o.address_digest, address_salt = o.address_salt
        from event_links o where l.tenant_id = ${tenantId} and o.tenant_id = ${tenantId}
          and (l.event_id, o.event_id) in ((${ids[10]}::uuid, ${ids[11]}::uuid), (${ids[11]}::uuid, ${ids[10]}::uuid))`,
    found: [
      ['reordered', 10],
      ['reordered', 11],
    ],
  },
  {
    how: 'an entry is removed and said to be over on a day that has not come',
    sql: (tenantId, ids) =>
      sql`with gone as (delete from events where tenant_id = ${tenantId} and id = ${ids[12]} returning id)
        update event_links l set over_at = at + interval '31 days' from gone where l.tenant_id = ${tenantId} and l.event_id = gone.id`,
    found: [['removed', 12]],
  },
]

test('R110: one entry that is changed, removed, put in or moved is found, and which it is', async (t) => {
  const tenantId = await organization()
  const userId = await member(tenantId)
  const ids = await act(tenantId, userId, 'user.signedIn', { count: 14 })
  await link()
  assert.deepEqual(await findingsOf(tenantId), [])
  const numbers = await rows(
    db,
    select<{ id: string; seq: number }>({
      id: 'event_id',
      seq: sql`seq::float8`,
    })`from event_links where tenant_id = ${tenantId}`,
  )
  const seqOf = (n: number | null): number | null =>
    n === null ? null : (numbers.find(({ id }) => id === ids[n])?.seq ?? null)
  // Who can write the store can take its constraints away, too.
  await sql`drop index an_entry_has_one_link`.execute(db)
  const expected: (readonly [string, number | null])[] = []
  for (const tampering of tamperings)
    await t.test(tampering.how, async () => {
      await tampering.sql(tenantId, ids).execute(db)
      expected.push(...tampering.found.map(([kind, n]) => [kind, seqOf(n)] as const))
      const found = (await findingsOf(tenantId)).map(({ kind, seq }) => [kind, seq] as const)
      assert.deepEqual(found, expected)
    })
})

test('R110: an entry that is put in is found, whether nothing knows of it or it claims to be older than it is; and an end that was cut off', async () => {
  const tenantId = await organization()
  const userId = await member(tenantId)
  const ids = await act(tenantId, userId, 'user.updated', { count: 6 })
  await link()
  const head = (await verify(tenantId)).last
  const put = (id: string, at: Date) =>
    sql`insert into events (tenant_id, id, at, activity, actor_kind, target_kind, target_id, correlation_id)
      values (${tenantId}, ${id}, ${at}, 'user.updated', 'system', 'user', ${userId}, ${id})`.execute(
      db,
    )
  const [late, unknown] = [newId(), newId()]
  await put(late, plus(start, -3 * dayMs))
  await link()
  await put(unknown, start)
  await sql`delete from events_unchained where tenant_id = ${tenantId}`.execute(db)
  const found = await findingsOf(tenantId)
  assert.deepEqual(
    found.map(({ kind, eventId }) => [kind, eventId]),
    [
      ['inserted', late],
      ['inserted', unknown],
    ],
  )
  await sql`delete from events where tenant_id = ${tenantId} and id in (${late}, ${unknown}, ${ids[5]})`.execute(
    db,
  )
  await sql`delete from event_links where tenant_id = ${tenantId} and event_id in (${late}, ${ids[5]})`.execute(
    db,
  )
  assert.deepEqual(
    (await findingsOf(tenantId)).map(({ kind }) => kind),
    ['removed', 'removed'],
  )
  // Who can write the store may put an old end back, but not where it was noted elsewhere.
  const noted = await verifyChain(db, sealKey, tenantId, { now: start, head })
  assert.ok(noted.findings.length > 2)
})

const count = async (database: Database): Promise<number> =>
  (await rows(database, sql`select 1 from events_unchained`)).length

test('R110: many entries are linked in batches, and none is left waiting', async () => {
  const tenantId = await organization()
  const userId = await member(tenantId)
  await sql`insert into events (tenant_id, id, at, activity, actor_kind, target_kind, target_id, correlation_id)
    select ${tenantId}, gen_random_uuid(), ${start}::timestamptz + n * interval '10 seconds', 'user.updated', 'system', 'user', ${userId}, gen_random_uuid()
    from generate_series(1, 2250) n`.execute(db)
  // Two processes, and more than an hour between what each of them could begin with.
  const linked = await Promise.all([link(), link()])
  assert.ok(linked.reduce((sum, one) => sum + one, 0) >= 2_250)
  assert.equal(await count(db), 0)
  const { entries, findings } = await verify(tenantId)
  assert.ok(entries >= 2_250)
  assert.deepEqual(findings, [])
})
