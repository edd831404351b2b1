/**
 * What is read through groups in groups reads its own rows while the statistics of the store are
 * old, however many memberships others have.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf, type World } from '../../../test/code/old-statistics.ts'
import { newId } from '../../kernel/ids.ts'
import { caught } from '../../../test/code/explain.ts'
import { sql, type Database } from '../../store/database.ts'
import { listMadeBy } from './made-by.sql.ts'
import { listMemberOf, memberOfIds } from './member-of.sql.ts'
import { countMembers, listMembers } from './members.sql.ts'
import { memberOfEach, membersOfEach, ownersOfEach, tiesOfEach } from './of-each.sql.ts'

const others = 1_000
const tables = ['memberships', 'group_members', 'groups', 'users', 'applications', 'events']

/** A group of each of thousands, all within one another in pairs, and Fiona in three of her own. */
const grown = async (tx: Database, w: World) => {
  const [at, fiona] = [w.fabrikam.id, w.userOf(w.fiona, w.fabrikam)]
  const [first, second, third] = [newId<string>(), newId<string>(), newId<string>()]
  for (const [id, name] of [
    [first, 'First'],
    [second, 'Second'],
    [third, 'Third'],
  ])
    await sql`insert into groups (tenant_id, id, display_name, mail_nickname, is_assignable_to_role, created_at, sort_name, search_words)
      values (${at}, ${id}, ${name}, ${name}, false, ${w.now()}, ${name}, '')`.execute(tx)
  await sql`insert into groups select made.* from groups g cross join generate_series(1, ${others}) n
    cross join lateral jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'sort_name', 'crowd ' || n)) made
    where g.tenant_id = ${at} and g.id = ${first}`.execute(tx)
  await sql`with crowd as (select id, row_number() over (order by id) as n from groups where tenant_id = ${at} and sort_name like 'crowd %')
    insert into group_members (tenant_id, group_id, id, member_group_id, added_at)
    select ${at}, b.id, a.id, a.id, ${w.now()} from crowd a join crowd b on b.n = a.n + 1`.execute(
    tx,
  )
  await sql`with crowd as (select id, row_number() over (order by id) as n from groups where tenant_id = ${at} and sort_name like 'crowd %'),
      people as (select id, row_number() over (order by id) as n from users where tenant_id = ${at} and sort_name like 'crowd %')
    insert into memberships (tenant_id, group_id, user_id, added_at)
    select ${at}, crowd.id, people.id, ${w.now()} from crowd join people on people.n = crowd.n`.execute(
    tx,
  )
  await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${at}, ${first}, ${fiona}, ${w.now()})`.execute(
    tx,
  )
  for (const [inner, outer] of [
    [first, second],
    [second, third],
    [third, first],
  ])
    await sql`insert into group_members (tenant_id, group_id, id, member_group_id, added_at) values (${at}, ${outer}, ${inner}, ${inner}, ${w.now()})`.execute(
      tx,
    )
  return { at, fiona, third }
}

test('12.8: with old statistics what is through groups in groups is found by indexes, in one statement each', async () => {
  await withOldStatistics(
    () => Promise.resolve(),
    async (tx, w) => {
      const { at, fiona, third } = await grown(tx, w)
      const user = { tenantId: at, kind: 'user', id: fiona } as const
      const page = { descending: false, after: undefined, limit: 51 }
      const of = {
        tenantId: at,
        groupId: third,
        reach: 'transitive',
        search: undefined,
      } as const
      assert.equal((await memberOfIds(tx, user, { roles: true }, 100)).length, 3)
      assert.equal((await listMembers(tx, of, page)).length, 3)
      const asked: Readonly<Record<string, (db: Database) => Promise<unknown>>> = {
        'all that somebody is in': (db) => memberOfIds(db, user, { roles: true }, 100),
        'a page of it': (db) => listMemberOf(db, user, { ...page, reach: 'transitive' }),
        'who is in a group': (db) => listMembers(db, of, page),
        'how many are': (db) => countMembers(db, of),
        'what somebody has made': (db) => listMadeBy(db, user, page),
      }
      for (const [name, work] of Object.entries(asked)) {
        assert.equal((await caught(tx, work)).length, 1, name)
        const read = await worstOf(tx, work, tables)
        assert.ok(read <= 100, `${name}: ${read} rows are read`)
      }
    },
  )
})

/** Everybody is in one group, owns it and reports to Fiona, who is in all groups and owns them. */
const crowded = async (tx: Database, w: World) => {
  const { at, fiona, third } = await grown(tx, w)
  const people = sql`from live_users u where u.tenant_id = ${at} and u.sort_name like 'crowd %'`
  const groups = sql`from live_groups g where g.tenant_id = ${at} and g.sort_name like 'crowd %'`
  const [now, none] = [w.now(), sql`on conflict do nothing`]
  for (const made of [
    sql`insert into memberships (tenant_id, group_id, user_id, added_at) select ${at}, ${third}, u.id, ${now} ${people}`,
    sql`insert into group_owners (tenant_id, group_id, user_id) select ${at}, ${third}, u.id ${people}`,
    sql`insert into managers (tenant_id, user_id, manager_id) select ${at}, u.id, ${fiona} ${people}`,
    sql`insert into memberships (tenant_id, group_id, user_id, added_at) select ${at}, g.id, ${fiona}, ${now} ${groups} ${none}`,
    sql`insert into group_owners (tenant_id, group_id, user_id) select ${at}, g.id, ${fiona} ${groups}`,
    sql`insert into group_members (tenant_id, group_id, id, member_group_id, added_at) select ${at}, ${third}, g.id, g.id, ${now} ${groups}`,
  ])
    await made.execute(tx)
  return { at, fiona, third }
}

test('contract §3.6: with old statistics what comes along reads about twenty of each, however many there are', async () => {
  await withOldStatistics(
    () => Promise.resolve(),
    async (tx, w) => {
      const { at, fiona, third } = await crowded(tx, w)
      const [user, group] = [
        { tenantId: at, ids: [fiona] },
        { tenantId: at, ids: [third] },
      ]
      const asked: Readonly<Record<string, (db: Database) => Promise<readonly unknown[]>>> = {
        members: (db) => membersOfEach(db, group),
        owners: (db) => ownersOfEach(db, group, 'ownedGroup'),
        reports: (db) => tiesOfEach(db, user, ['directReport']),
        'owned objects': (db) => tiesOfEach(db, user, ['ownedGroup', 'ownedApplication']),
        groups: (db) => memberOfEach(db, user, 'user', 'direct'),
      }
      const linked = [...tables, 'group_owners', 'application_owners', 'managers']
      for (const [name, work] of Object.entries(asked)) {
        assert.equal((await work(tx)).length, 20, name)
        const read = await worstOf(tx, work, linked)
        assert.ok(read <= 200, `${name}: ${read} rows are read`)
      }
    },
  )
})
