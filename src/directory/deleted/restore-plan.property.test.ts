/**
 * What a preview of a restore shows is what the restore does: for every role, over users tied to
 * things of which some are gone, some are full and some are left out.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { json, type Json } from '../../../test/json.ts'
import { linksOf } from '../../../test/links.ts'
import {
  storeApplication,
  storeAppRole,
  storeAssignment,
  type StoredApplication,
} from '../../../test/stored-application.ts'
import { world, type Person } from '../../../test/world.ts'
import type { RoleName } from '../../access/roles.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { deleteGuestsWithoutHome, markGuestsWithoutHome } from '../guests/home-gone.ts'
import { maxSponsors } from '../../wire/ties.ts'
import { ties } from '../links/ties.sql.ts'

type World = Awaited<ReturnType<typeof world>>

const actorRoles = [
  'globalAdministrator',
  'privilegedAuthenticationAdministrator',
  'userAdministrator',
] as const satisfies readonly RoleName[]

const thing = fc.record({ gone: fc.boolean(), highly: fc.boolean() })
const life = fc.record({
  actor: fc.constantFrom(...actorRoles),
  role: fc.option(
    fc.constantFrom('guestInviter', 'helpdeskAdministrator', 'privilegedRoleAdministrator'),
    { nil: undefined },
  ),
  member: fc.array(thing, { maxLength: 2 }),
  owned: fc.array(thing, { maxLength: 1 }),
  apps: fc.array(fc.record({ gone: fc.boolean(), roleGone: fc.boolean() }), { maxLength: 2 }),
  sponsors: fc.array(fc.constantFrom('there', 'gone', 'back'), { maxLength: 7 }),
  sponsored: fc.array(fc.constantFrom('free', 'full', 'gone'), { maxLength: 2 }),
  manager: fc.constantFrom('none', 'there', 'gone'),
  nameTaken: fc.constantFrom(false, false, true),
  late: fc.constantFrom(false, false, false, true),
  left: fc.boolean(),
  consent: fc.boolean(),
  leaveOut: fc.array(fc.boolean(), { maxLength: 14 }),
  many: fc.boolean(),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

/** More sponsors than one may have, on either side of the link. */
const fullOfSponsors: Life = {
  actor: 'globalAdministrator',
  role: undefined,
  member: [],
  owned: [],
  apps: [],
  sponsors: ['back', 'back', 'there', 'there', 'there', 'there'],
  sponsored: ['full', 'free'],
  manager: 'none',
  nameTaken: false,
  late: false,
  left: false,
  consent: false,
  leaveOut: [],
  many: false,
}

const at = (w: World) => w.fabrikam.id
const restoreMany = '/v1.0/directory/deletedItems/guesthouse.restoreMany'

let serial = 0

const group = async (w: World, highly: boolean): Promise<string> => {
  const id = newId<string>()
  await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words, is_assignable_to_role)
    values (${at(w)}, ${id}, ${`Group ${id}`}, ${id}, now(), ${id}, '', ${highly})`.execute(w.db)
  return id
}

/** Deletes one by hand, as it is when somebody has: the row says so. */
const end = (w: World, table: 'groups' | 'service_principals' | 'app_roles', id: string) =>
  sql`update ${sql.table(table)} set deleted_at = ${w.now()} where tenant_id = ${at(w)} and id = ${id}`.execute(
    w.db,
  )

const application = async (w: World): Promise<StoredApplication & { appRoles: string[] }> => {
  const made = await storeApplication(w.db, at(w), `App ${serial++}`)
  const other = newId<string>()
  await storeAppRole(w.db, at(w), made.registrationId, other)
  return { ...made, appRoles: [made.role, other] }
}

const liveSponsorsOf = async (w: World, userId: string): Promise<number> =>
  (
    await rows(
      w.db,
      sql`select 1 from sponsors s join live_users u on u.tenant_id = s.tenant_id and u.id = s.sponsor_user_id
        where s.tenant_id = ${at(w)} and s.user_id = ${userId}`,
    )
  ).length

const sponsor = (w: World, userId: string, by: string) =>
  sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id) values (${at(w)}, ${userId}, ${by}, ${by}) on conflict do nothing`.execute(
    w.db,
  )

const somebody = (w: World, name: string): Promise<Person> =>
  w.member(w.fabrikam, `${name} ${serial++}`)

/** Ties the target to everything that a life names. What becomes of it meanwhile is answered. */
const tie = async (w: World, frank: ReturnType<World['as']>, target: string, one: Life) => {
  const meanwhile: (() => Promise<unknown>)[] = []
  const gone = (person: Person) => () => frank.delete(`/v1.0/users/${person.userId}`)
  for (const [table, list] of [
    ['memberships', one.member],
    ['group_owners', one.owned],
  ] as const)
    for (const { gone: ended, highly } of list) {
      const id = await group(w, highly)
      const dated = table === 'memberships'
      await sql`insert into ${sql.table(table)} (tenant_id, group_id, user_id ${dated ? sql`, added_at` : sql``})
        values (${at(w)}, ${id}, ${target} ${dated ? sql`, now()` : sql``})`.execute(w.db)
      if (ended) meanwhile.push(() => end(w, 'groups', id))
    }
  for (const app of one.apps) {
    const stored = await application(w)
    const { id, appRoles } = stored
    for (const role of appRoles)
      await storeAssignment(w.db, at(w), { ...stored, role }, 'user_id', target)
    if (app.roleGone) meanwhile.push(() => end(w, 'app_roles', appRoles[0] ?? ''))
    if (app.gone) meanwhile.push(() => end(w, 'service_principals', id))
  }
  for (const state of one.sponsors) {
    const person = await somebody(w, 'Sponsor')
    if (state === 'back') {
      // Gone when the last ones were added, and back while the target is deleted: more than five.
      await json(await frank.delete(`/v1.0/users/${person.userId}`), 204)
      meanwhile.push(() => frank.post(`/v1.0/directory/deletedItems/${person.userId}/restore`))
    }
    await sponsor(w, target, person.userId)
    if (state === 'gone') meanwhile.push(gone(person))
  }
  const sponsored: string[] = []
  for (const state of one.sponsored) {
    const guest = await somebody(w, 'Sponsored')
    sponsored.push(guest.userId)
    await sponsor(w, guest.userId, target)
    if (state === 'gone') meanwhile.push(gone(guest))
    if (state === 'full')
      meanwhile.push(async () => {
        for (let n = 0; n < maxSponsors; n++)
          await sponsor(w, guest.userId, (await somebody(w, 'Filler')).userId)
      })
  }
  if (one.manager !== 'none') {
    const manager = await somebody(w, 'Manager')
    await sql`insert into managers (tenant_id, user_id, manager_id) values (${at(w)}, ${target}, ${manager.userId}), (${at(w)}, ${manager.userId}, ${target})`.execute(
      w.db,
    )
    if (one.manager === 'gone') meanwhile.push(gone(manager))
  }
  return { meanwhile, sponsored }
}

/** Whether a link of the target stands in the store. */
const stands = async (w: World, target: string, link: Json): Promise<boolean> => {
  const { table, mine, item } = ties[link['kind'] as keyof typeof ties]
  const found = await rows(
    w.db,
    sql`select 1 from ${sql.table(table)} where tenant_id = ${at(w)} and ${sql.ref(mine[0] ?? '')} = ${target} and ${sql.ref(item)} = ${link['item']}`,
  )
  return found.length === 1
}

const nameOf = ({ kind, item }: Json) => `${kind} ${item}`
const named = (links: readonly Json[]) => links.map(nameOf).toSorted()

test('complaint J, R61, R60, R104, R127: the preview of a restore equals the restore, for every role and state, less what is left out; no limit is exceeded by it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const actors = new Map<RoleName, ReturnType<World['as']>>()
  for (const role of actorRoles) {
    const person = await somebody(w, 'Actor')
    await w.grant(person, w.fabrikam, role)
    actors.set(role, w.as(person, w.fabrikam))
  }
  await fc.assert(
    fc.asyncProperty(life, async (one) => {
      await sql`update tenants set restoring_needs_consent = ${one.consent} where id = ${at(w)}`.execute(
        w.db,
      )
      const guest = await w.member(w.contoso, `Target ${serial++}`)
      const target = await w.guest(guest, w.fabrikam)
      if (one.role !== undefined) await w.grant(guest, w.fabrikam, one.role)
      const { meanwhile, sponsored } = await tie(w, frank, target, one)
      const before = await linksOf(w.db, at(w))
      if (one.left) await json(await w.as(guest).leave(w.fabrikam))
      else await json(await frank.delete(`/v1.0/users/${target}`), 204)
      w.pass(1_000)
      for (const happens of meanwhile) await happens()
      if (one.nameTaken)
        await sql`update users set name_key = (select name_key from users where tenant_id = ${at(w)} and id = ${target})
          where tenant_id = ${at(w)} and id = ${(await somebody(w, 'Holder')).userId}`.execute(w.db)
      // The clock stays, or everybody would have to sign in anew.
      if (one.late)
        await sql`update users set restorable_until = ${w.now()} where tenant_id = ${at(w)} and id = ${target}`.execute(
          w.db,
        )

      const item = `/v1.0/directory/deletedItems/${target}`
      const actor = actors.get(one.actor) ?? frank
      const preview = await json(await actor.get(`${item}/guesthouse.restorePreview`))
      const all: Json[] = [...preview['comesBack'], ...preview['cannotComeBack']]
      const leaveOut = all
        .filter((_, n) => one.leaveOut[n] === true)
        .map(({ kind, item: which }) => ({ kind, item: which }))
      const left = new Set(leaveOut.map(nameOf))
      const stays = (link: Json) => !left.has(nameOf(link))
      const untouched = await linksOf(w.db, at(w))
      if (one.many) {
        const users = [target]
        const chosen = leaveOut.map((name) => ({ ...name, of: target }))
        const { value } = await json(await actor.post(restoreMany, { users, leaveOut: chosen }))
        const [code] = preview['conflicts'].map((conflict: Json) => conflict['code'])
        const [line] = value
        assert.equal(line.code, code)
        if (code !== undefined) return
        assert.equal(line.skipped, preview['cannotComeBack'].filter(stays).length)
        assert.equal(line.leftOut, leaveOut.length)
        for (const link of leaveOut) assert.equal(await stands(w, target, link), false, 'left out')
        for (const link of preview['comesBack'].filter(stays))
          assert.equal(await stands(w, target, link), true)
        return
      }
      const answer = await actor.post(`${item}/restore`, { leaveOut })
      if (preview['conflicts'].length > 0) {
        const body = await json(answer, answer.status === 403 ? 403 : 409)
        if (answer.status === 409)
          assert.deepEqual(
            body['error'].details.map((conflict: Json) => conflict['code']),
            preview['conflicts'].map((conflict: Json) => conflict['code']),
          )
        assert.equal(await linksOf(w.db, at(w)), untouched, 'a refused restore changes no link')
        return
      }
      const report = (await json(answer))['guesthouse.restoreReport']
      assert.deepEqual(named(report.restored), named(preview['comesBack'].filter(stays)))
      assert.deepEqual(report.skipped, preview['cannotComeBack'].filter(stays))
      assert.deepEqual(named(report.leftOut), named(leaveOut))
      assert.equal(report.asksPerson, preview['asksPerson'])
      const waiting = await rows(
        w.db,
        sql`select 1 from live_users where tenant_id = ${at(w)} and id = ${target} and external_user_state = 'PendingAcceptance'`,
      )
      assert.equal(waiting.length === 1, one.consent && one.left, 'R127: asked first')
      for (const user of [target, ...sponsored])
        assert.ok((await liveSponsorsOf(w, user)) <= maxSponsors, 'R104: at most five sponsors')
      for (const link of leaveOut) assert.equal(await stands(w, target, link), false, 'left out')
      for (const link of report.restored) assert.equal(await stands(w, target, link), true)
      if (meanwhile.length === 0 && leaveOut.length === 0)
        assert.equal(
          await linksOf(w.db, at(w)),
          before,
          'nothing has changed meanwhile: every link is as it was',
        )
    }),
    {
      numRuns: 14,
      examples: [
        [fullOfSponsors],
        [{ ...fullOfSponsors, leaveOut: [true, false, true], many: true }],
      ],
    },
  )
})

test('R56, R60: what is left out of a restore stands in the report and in the log, and does not come back; a name of nothing is refused', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const target = w.userOf(w.ada, w.fabrikam)
  const [kept, gone] = [await group(w, false), await group(w, false)]
  for (const id of [kept, gone])
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${at(w)}, ${id}, ${target}, now())`.execute(
      w.db,
    )
  await json(await frank.delete(`/v1.0/users/${target}`), 204)
  const path = `/v1.0/directory/deletedItems/${target}/restore`
  const before = await linksOf(w.db, at(w))
  const slip = { leaveOut: [{ kind: 'group', item: newId<string>() }] }
  await json(await frank.post(path, slip), 400)
  assert.equal(await linksOf(w.db, at(w)), before, 'a slip brings nothing back and ends nothing')
  const { 'guesthouse.restoreReport': report } = await json(
    await frank.post(path, { leaveOut: [{ kind: 'group', item: gone }] }),
  )
  assert.deepEqual(named(report.leftOut), [`group ${gone}`])
  assert.deepEqual(named(report.restored), [`group ${kept}`])
  const { value } = await json(await frank.get(`/v1.0/users/${target}/memberOf`))
  assert.deepEqual(
    value.map((one: Json) => one['id']),
    [kept],
  )
  const events = await rows(
    w.db,
    sql`select activity, related_id as "related", details->'leftOut' as "leftOut" from events
      where tenant_id = ${at(w)} and target_id = ${target} and activity in ('user.restored', 'group.memberRemoved') order by activity`,
  )
  assert.deepEqual(events, [
    { activity: 'group.memberRemoved', related: gone, leftOut: null },
    { activity: 'user.restored', related: null, leftOut: [`group ${gone}`] },
  ])
})

test('complaint J, R69, R71: a restore is neither opaque nor undone: who ended it and how long is left, what comes back before, what came back after, and no job ends it again', async () => {
  const w = await world()
  const target = w.userOf(w.ada, w.fabrikam)
  const [kept, gone] = [await group(w, false), await group(w, false)]
  for (const id of [kept, gone])
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${at(w)}, ${id}, ${target}, now())`.execute(
      w.db,
    )
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.delete(`/v1.0/users/${w.ada.userId}`), 204)
  await json(await carol.delete(`/v1.0/directory/deletedItems/${w.ada.userId}`), 204)
  await markGuestsWithoutHome(w.db, w.now())
  w.pass(30 * dayMs)
  await deleteGuestsWithoutHome(w.db, w.now())
  w.pass(5 * dayMs)
  await end(w, 'groups', gone)
  const frank = w.as(w.frank, w.fabrikam)
  const item = `/v1.0/directory/deletedItems/${target}`
  const shown = await json(await frank.get(`${item}?$select=*`))
  assert.deepEqual(
    [shown['guesthouse.deletedBy'].kind, shown['guesthouse.daysLeft']],
    ['policy', 25],
  )
  const preview = await json(await frank.get(`${item}/guesthouse.restorePreview`))
  assert.deepEqual(named(preview['comesBack']), [`group ${kept}`])
  assert.deepEqual(
    preview['cannotComeBack'].map((link: Json) => [link['item'], link['reason']]),
    [[gone, 'groupDeleted']],
  )
  const { 'guesthouse.restoreReport': report } = await json(await frank.post(`${item}/restore`))
  assert.deepEqual(named(report.restored), [`group ${kept}`])
  assert.deepEqual(report.skipped, preview['cannotComeBack'])
  w.pass(2 * dayMs)
  await deleteGuestsWithoutHome(w.db, w.now())
  await json(await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${target}`))
})
