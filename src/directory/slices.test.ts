/** Many at once come to what one after the other comes to, whoever else is at it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught } from '../../test/code/explain.ts'
import fc from '../../test/properties.ts'
import { world, type Organization } from '../../test/world.ts'
import { endHold, endHolds, holdUser, holdUsers } from '../privacy/hold.ts'
import type { UserId } from '../kernel/ids.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { ConstraintViolated, StoreUnavailable } from '../store/store-error.ts'
import { authorityOfRoles, operatorAuthority, type Authority } from './authority.ts'
import { foreseeDeletion } from './deleted/foresee-deletion.ts'
import { restoreUsers } from './deleted/restore-many.ts'
import { restoreUser } from './deleted/restore.ts'
import { addSponsor, addSponsors } from './links/sponsors.ts'
import { bySlices, sliceSize, type Outcomes } from './slices.ts'
import { deleteUser, deleteUsers } from './users/delete.ts'
import { disableUser, disableUsers, enableUser, enableUsers } from './users/disable.ts'

type World = Awaited<ReturnType<typeof world>>
type Stage = {
  readonly w: World
  readonly at: Organization
  readonly authority: Authority
  readonly sponsor: UserId
}
type Result = { readonly outcome: string }
type Act = {
  readonly one: (db: Database, stage: Stage, userId: UserId) => Promise<Result>
  readonly many: (
    db: Database,
    stage: Stage,
    userIds: readonly UserId[],
  ) => Promise<Outcomes<Result>>
}

const of = ({ at }: Stage, userId: UserId) => ({ tenantId: at.id, userId })
const those = ({ at }: Stage, userIds: readonly UserId[]) => ({ tenantId: at.id, userIds })
const by = ({ w }: Stage) => w.operator()

// Who is live already is told apart where names are given.
const asById = (outcome: string): string => (outcome === 'already' ? 'notFound' : outcome)

const restoreMany: Act['many'] = async (db, s, userIds) => {
  const names = { tenantId: s.at.id, names: userIds }
  const results = await restoreUsers(db, names, [], s.authority, by(s))
  return new Map(
    results.map(({ name, result }) => [name as UserId, { outcome: asById(result.outcome) }]),
  )
}

const acts = {
  disable: {
    one: (db, s, id) => disableUser(db, of(s, id), s.authority, by(s)),
    many: (db, s, ids) => disableUsers(db, those(s, ids), s.authority, by(s)),
  },
  enable: {
    one: (db, s, id) => enableUser(db, of(s, id), s.authority, by(s)),
    many: (db, s, ids) => enableUsers(db, those(s, ids), s.authority, by(s)),
  },
  delete: {
    one: (db, s, id) => deleteUser(db, of(s, id), s.authority, by(s)),
    many: (db, s, ids) => deleteUsers(db, those(s, ids), s.authority, by(s)),
  },
  hold: {
    one: (db, s, id) => holdUser(db, of(s, id), 'A case', s.authority, by(s)),
    many: (db, s, ids) => holdUsers(db, those(s, ids), 'A case', s.authority, by(s)),
  },
  endHold: {
    one: (db, s, id) => endHold(db, of(s, id), s.authority, by(s)),
    many: (db, s, ids) => endHolds(db, those(s, ids), s.authority, by(s)),
  },
  sponsor: {
    one: (db, s, id) => addSponsor(db, of(s, id), s.sponsor, by(s)),
    many: (db, s, ids) => addSponsors(db, those(s, ids), s.sponsor, by(s)),
  },
  restore: {
    one: (db, s, id) => restoreUser(db, of(s, id), {}, s.authority, by(s)),
    many: restoreMany,
  },
} as const satisfies Record<string, Act>
type ActName = keyof typeof acts
const actNames = Object.keys(acts) as ActName[]

/** Somebody of a population, as far as acts care. */
const someone = fc.record({
  isGuest: fc.boolean(),
  role: fc.constantFrom(undefined, undefined, 'userAdministrator', 'globalAdministrator'),
  /** The only administrator of another organization, as a guest there. */
  isTopElsewhere: fc.boolean(),
  asksToBeRemoved: fc.boolean(),
  byPolicy: fc.boolean(),
  homeKnows: fc.boolean(),
  sponsors: fc.constantFrom(0, 0, 4, 5),
  /** By others of the population, where it has them. */
  managedBy: fc.option(fc.nat(6)),
  sponsoredBy: fc.array(fc.nat(6), { maxLength: 2 }),
  /** An address that others of the population have too. */
  sharesAddress: fc.boolean(),
})
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never

const step = fc.record({
  act: fc.constantFrom(...actNames),
  whom: fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }),
  operator: fc.boolean(),
})

const settle = async (w: World, at: Organization, userId: UserId, spec: Someone): Promise<void> => {
  const which = sql`tenant_id = ${at.id} and id = ${userId}`
  if (spec.asksToBeRemoved)
    await sql`insert into requests (tenant_id, id, user_id, kind, created_at, due_at)
      values (${at.id}, gen_random_uuid(), ${userId}, 'removal', ${w.now()}, ${w.now()})`.execute(
      w.db,
    )
  if (spec.byPolicy)
    await sql`update users set account_enabled = false, disabled_at = ${w.now()}, disabled_by_policy = true where ${which}`.execute(
      w.db,
    )
  if (spec.isGuest && spec.homeKnows)
    await sql`insert into shown_at_home (tenant_id, user_id, home_tenant_id, agreed_at) values (${at.id}, ${userId}, ${w.contoso.id}, ${w.now()})`.execute(
      w.db,
    )
  for (let n = 0; n < spec.sponsors; n++) {
    const { userId: sponsor } = await w.member(at, `Sponsor ${n} of ${userId}`)
    await addSponsor(w.db, { tenantId: at.id, userId }, sponsor, w.operator())
  }
}

/** The same people in a new organization; their ids there, in the same order. */
const populate = async (w: World, population: readonly Someone[], name: string) => {
  const at = await w.organization(name)
  await sql`update tenants set names_guests_to_homes = true where id = ${at.id}`.execute(w.db)
  const userIds: UserId[] = []
  for (const [n, spec] of population.entries()) {
    const person = await w.member(spec.isGuest ? w.contoso : at, `Somebody ${at.domain} ${n}`)
    const userId = spec.isGuest ? await w.guest(person, at) : person.userId
    if (spec.role !== undefined) await w.grant(person, at, spec.role)
    if (spec.isTopElsewhere && !spec.isGuest) {
      const other = await w.organization(`${name}-${n}`)
      await w.guest(person, other)
      await w.grant(person, other, 'globalAdministrator')
    }
    await settle(w, at, userId, spec)
    userIds.push(userId)
  }
  for (const [n, spec] of population.entries()) await tie(w, at, userIds, n, spec)
  const { userId: sponsor } = await w.member(at, 'The sponsor')
  return { at, userIds, sponsor }
}

/** What one of them has to do with the others. */
const tie = async (
  w: World,
  at: Organization,
  userIds: readonly UserId[],
  n: number,
  { managedBy, sponsoredBy, sharesAddress }: Someone,
): Promise<void> => {
  const userId = userIds[n] ?? w.ada.userId
  const manager = userIds[managedBy ?? userIds.length]
  if (manager !== undefined && manager !== userId)
    await sql`insert into managers (tenant_id, user_id, manager_id) values (${at.id}, ${userId}, ${manager})`.execute(
      w.db,
    )
  for (const sponsor of sponsoredBy.flatMap((place) => userIds[place] ?? []))
    if (sponsor !== userId)
      await addSponsor(w.db, { tenantId: at.id, userId }, sponsor, w.operator())
  if (sharesAddress)
    await sql`update users set proxy_addresses = array['smtp:shared@elsewhere.example'] where tenant_id = ${at.id} and id = ${userId}`.execute(
      w.db,
    )
}

/** What is there of these people afterwards, by their place in the list. */
const leftOf = async (w: World, at: Organization, userIds: readonly UserId[]) => {
  const places = sql`unnest(${[...userIds]}::uuid[]) with ordinality as k(id, place)`
  const read = (statement: Parameters<typeof rows>[1]) => rows(w.db, statement)
  return {
    users:
      await read(sql`select k.place, u.account_enabled, u.disabled_at, u.disabled_by_policy, u.deleted_at, u.restorable_until, u.deleted_by_kind,
      u.held_at, u.hold_reason, u.access_ended_at, u.lifecycle_from, p.access_ended_at as at_home, u.deletion_event_id is not null as has_event,
      array(select s.sponsor_user_id is not null from sponsors s where s.tenant_id = u.tenant_id and s.user_id = u.id) as sponsors,
      (select count(*)::int from managers m where m.tenant_id = u.tenant_id and m.manager_id = u.id) as managed
      from users u join ${places} on k.id = u.id join persons p on p.id = u.person_id order by k.place`),
    events:
      await read(sql`select k.place, e.activity, e.actor_kind, e.target_kind, e.reason, e.details, e.at from events e join ${places} on k.id = e.target_id
      where e.tenant_id = ${at.id} order by 1, 2, 3, 5, 6, 7`),
    requests:
      await read(sql`select k.place, q.state, q.answered_at, (select count(*)::int from events e where e.tenant_id = q.tenant_id and e.target_id = q.id) as events
      from requests q join ${places} on k.id = q.user_id where q.tenant_id = ${at.id} order by 1`),
    atHome: await read(
      sql`select activity, count(*)::int as count from events where tenant_id = ${w.contoso.id} and related_id = ${at.id} group by 1 order by 1`,
    ),
    mails:
      await read(sql`select k.place, m.kind, m.outlives_user, m.content ->> 'restorableUntil' as until, m.content ->> 'mayLeave' as may_leave,
      m.recipient = u.mail as to_them, m.content ->> 'reference' = u.deletion_event_id::text as of_ending
      from mails m join ${places} on k.id = m.user_id join users u on u.tenant_id = m.tenant_id and u.id = m.user_id where m.tenant_id = ${at.id} order by 1, 2, 4, 7`),
    receipts:
      await read(sql`select k.place, r.kind, r.ended_at, r.restored_at, r.code_hash is not null as has_code, r.id = u.deletion_event_id as of_ending
      from receipts r join ${places} on k.id = r.user_id join users u on u.tenant_id = r.tenant_id and u.id = r.user_id where r.tenant_id = ${at.id} order by 1, 3, 6`),
  }
}

test('R42, R68, R124: many at once come to what one after the other comes to, in outcomes, rows, events, mails and receipts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 1, maxLength: 6 }),
      fc.array(step, { minLength: 1, maxLength: 6 }),
      async (population, script) => {
        const w = await world()
        const single = await populate(w, population, 'Tailspin')
        const many = await populate(w, population, 'Litware')
        for (const { act, whom, operator } of script) {
          w.pass(1000)
          const places = [...new Set(whom.map((n) => n % population.length))]
          const on = ({ at, userIds, sponsor }: typeof single) => {
            const authority = operator
              ? operatorAuthority
              : authorityOfRoles(['userAdministrator'], userIds[0] ?? '')
            const chosen = places.flatMap((n) => userIds[n] ?? [])
            return { stage: { w, at, authority, sponsor }, chosen }
          }
          const one = on(single)
          const outcomes: string[] = []
          for (const id of one.chosen)
            outcomes.push((await acts[act].one(w.db, one.stage, id)).outcome)
          const all = on(many)
          const together = await acts[act].many(w.db, all.stage, all.chosen)
          assert.deepEqual(
            all.chosen.map((id) => together.get(id)?.outcome),
            outcomes,
            act,
          )
        }
        assert.deepEqual(
          await leftOf(w, many.at, many.userIds),
          await leftOf(w, single.at, single.userIds),
        )
      },
    ),
    { numRuns: 10 },
  )
})

test('R68: what an act on many asks the store does not grow with them', async () => {
  const w = await world()
  const sponsor = w.userOf(w.frank, w.fabrikam)
  const stage: Stage = { w, at: w.fabrikam, authority: operatorAuthority, sponsor }
  const userIds: UserId[] = []
  for (let n = 0; n < 12; n++) userIds.push((await w.member(w.fabrikam, `One of ${n}`)).userId)
  const [few, more] = [userIds.slice(0, 3), userIds.slice(3)]
  for (const act of [
    'sponsor',
    'disable',
    'enable',
    'delete',
    'hold',
    'endHold',
    'restore',
  ] as const) {
    const asked = async (ids: readonly UserId[]): Promise<number> =>
      (await caught(w.db, (db) => acts[act].many(db, stage, ids))).length
    const counted = await asked(few)
    assert.equal(await asked(more), counted, act)
    assert.ok(counted <= (act === 'restore' ? 24 : 12), `${act}: ${counted}`)
  }
  const foresee = async (names: readonly string[]): Promise<number> =>
    (
      await caught(w.db, (db) =>
        foreseeDeletion(db, { tenantId: w.fabrikam.id, names }, operatorAuthority),
      )
    ).length
  const top = w.userOf(w.frank, w.fabrikam)
  assert.equal(await foresee([top, ...userIds]), await foresee([top]))
})

const times = (outcomes: readonly string[], wanted: string): number =>
  outcomes.filter((outcome) => outcome === wanted).length

test('R42, R68: two who do the same to the same people at once, and single acts between, leave each once, and one administrator', async () => {
  const w = await world()
  const stage = (sponsor = w.fiona.userId): Stage => ({
    w,
    at: w.fabrikam,
    authority: operatorAuthority,
    sponsor,
  })
  const userIds: UserId[] = []
  for (let n = 0; n < 8; n++) {
    const person = await w.member(w.fabrikam, `Deputy ${n}`)
    if (n < 3) await w.grant(person, w.fabrikam, 'globalAdministrator')
    userIds.push(person.userId)
  }
  userIds.push(w.userOf(w.frank, w.fabrikam))
  const backwards = userIds.toReversed()
  const counted = async (activity: string): Promise<number> =>
    (
      await rows(
        w.db,
        sql`select 1 from events where tenant_id = ${w.fabrikam.id} and activity = ${activity} and target_id = any(${userIds}::uuid[])`,
      )
    ).length
  const atOnce = async (act: ActName): Promise<string[]> => {
    const s = stage()
    const { one, many } = acts[act]
    const found = await Promise.all([
      many(w.db, s, userIds),
      many(w.db, s, backwards),
      ...userIds.map(async (id) => new Map([[id, await one(w.db, s, id)]])),
    ])
    return found.flatMap((outcomes: Outcomes<Result>) =>
      [...outcomes.values()].map(({ outcome }) => outcome),
    )
  }

  await atOnce('sponsor')
  assert.equal(await counted('user.sponsorAdded'), 9)
  await atOnce('disable')
  assert.equal(await counted('user.disabled'), 8, 'one administrator is left')
  await atOnce('enable')
  assert.equal(await counted('user.enabled'), 8)
  const deleted = await atOnce('delete')
  assert.equal(times(deleted, 'deleted'), 8)
  assert.equal(await counted('user.deleted'), 8)
  const held = await atOnce('hold')
  assert.equal(times(held, 'held'), 8)
  const ended = await atOnce('endHold')
  assert.equal(times(ended, 'ended'), 8)
  const back = await atOnce('restore')
  assert.equal(times(back, 'restored'), 8)
  assert.equal(await counted('user.restored'), 8)
})

const ids = (count: number): UserId[] =>
  Array.from({ length: count }, (_, n) => String(n) as UserId)

test('R68: a slice that cannot be kept as a whole is done one by one; whom it fails for keeps nobody else', async () => {
  const asked: number[] = []
  const violated = new ConstraintViolated('unique', 'somebody_is_there', undefined)
  const together = async (slice: readonly UserId[]): Promise<Outcomes<string>> => {
    asked.push(slice.length)
    if (slice.length > 1 && slice.includes('7' as UserId)) throw violated
    return new Map(slice.map((id) => [id, 'done']))
  }
  const all = ids(sliceSize + 5)
  const outcomes = await bySlices(all, together)
  assert.equal(outcomes.size, all.length)
  assert.deepEqual(asked, [sliceSize, ...Array.from({ length: sliceSize }, () => 1), 5])

  const done: UserId[] = []
  const failing = async (slice: readonly UserId[]): Promise<Outcomes<string>> => {
    if (slice.includes('1' as UserId)) throw violated
    done.push(...slice)
    return new Map()
  }
  await assert.rejects(bySlices(ids(3), failing), AggregateError)
  assert.deepEqual(done, ['0', '2'])

  let tries = 0
  const away = async (): Promise<Outcomes<string>> => {
    tries++
    throw new StoreUnavailable('away')
  }
  await assert.rejects(bySlices(ids(3), away), StoreUnavailable)
  assert.equal(tries, 1)
})
