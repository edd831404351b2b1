/**
 * What a preview of restoring a group or an application shows is what the restore does, less what
 * is left out; several at once come to what one after the other comes to, in as many statements as
 * one.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught } from '../../../../test/code/explain.ts'
import { json, type Json } from '../../../../test/json.ts'
import fc from '../../../../test/properties.ts'
import {
  storeApplication,
  storeAssignment,
  storeOwner,
  type StoredApplication,
} from '../../../../test/stored-application.ts'
import { world } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { rows, sql } from '../../../store/database.ts'
import { objectKindNames, type ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import { maxSponsors } from '../../../wire/ties.ts'
import { operatorAuthority } from '../../authority.ts'
import { objectKinds } from './object-kinds.sql.ts'
import { objectTie, objectTies } from './object-ties.sql.ts'
import type { ObjectLinkName } from './restore-object.rule.ts'
import { restoreObjects } from './restore-object.ts'

type World = Awaited<ReturnType<typeof world>>

const sponsored = fc.constantFrom('free', 'full', 'gone')
/** By what applications it is owned, and what it owns where it is one. */
const ownings = [
  'ownedBy',
  'ownedByGone',
  'ownsGroup',
  'ownsGroupGone',
  'ownsApplication',
  'ownsRegistration',
  'ownsItself',
] as const
const life = fc.record({
  kind: fc.constantFrom(...objectKindNames),
  high: fc.boolean(),
  powerful: fc.boolean(),
  people: fc.array(fc.record({ owns: fc.boolean(), gone: fc.boolean() }), { maxLength: 4 }),
  ends: fc.array(fc.constantFrom('there', 'gone', 'roleGone'), { maxLength: 2 }),
  sponsors: fc.array(sponsored, { maxLength: 2 }),
  ownings: fc.uniqueArray(fc.constantFrom(...ownings), { maxLength: 4 }),
  late: fc.constantFrom(false, false, false, true),
  leaveOut: fc.array(fc.boolean(), { maxLength: 8 }),
  leaveKinds: fc.array(fc.constantFrom(false, false, true), { maxLength: 4 }),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

/** A guest with enough sponsors by now, a role that was removed, and both sorts of a choice. */
const everything: Life = {
  kind: 'group',
  high: true,
  powerful: true,
  people: [
    { owns: false, gone: true },
    { owns: false, gone: false },
    { owns: true, gone: false },
  ],
  ends: ['roleGone', 'there'],
  sponsors: ['full', 'free'],
  ownings: [...ownings],
  late: false,
  leaveOut: [true],
  leaveKinds: [false, true],
}

const at = (w: World) => w.fabrikam.id
let serial = 0
const somebody = (w: World) => w.member(w.fabrikam, `Somebody ${serial++}`)

const group = async (w: World, powerful = false): Promise<string> => {
  const id = newId<string>()
  await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words, is_assignable_to_role)
    values (${at(w)}, ${id}, ${`Group ${id}`}, ${id}, now(), ${id}, '', ${powerful})`.execute(w.db)
  return id
}

const application = (w: World): Promise<StoredApplication> =>
  storeApplication(w.db, at(w), `App ${serial++}`)

const end = (w: World, table: string, id: string, deletedAt = w.now()) =>
  sql`update ${sql.table(table)} set deleted_at = ${deletedAt} ${table === 'app_roles' ? sql`` : sql`, restorable_until = ${deletedAt}::timestamptz + interval '30 days'`}
    where tenant_id = ${at(w)} and id = ${id}`.execute(w.db)

const sponsor = (w: World, userId: string, by: string, column: string) =>
  sql`insert into sponsors (tenant_id, user_id, id, ${sql.ref(column)}) values (${at(w)}, ${userId}, ${by}, ${by})`.execute(
    w.db,
  )

const fill = async (w: World, guest: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n++)
    await sponsor(w, guest, (await somebody(w)).userId, 'sponsor_user_id')
}

const assign = (w: World, app: StoredApplication, column: 'user_id' | 'group_id', id: string) =>
  storeAssignment(w.db, at(w), app, column, id)

type Target = StoredApplication & { readonly kind: ObjectKind }

const makeTarget = async (w: World, kind: ObjectKind, powerful = false): Promise<Target> => {
  if (kind === 'group')
    return { kind, id: await group(w, powerful), registrationId: '', role: newId<string>() }
  return { kind, ...(await application(w)) }
}
/** By which id it is deleted and restored. */
const idOf = ({ kind, id, registrationId }: Target): string =>
  kind === 'registration' ? registrationId : id

const own = async (w: World, target: Target, userId: string): Promise<void> => {
  if (target.kind !== 'group') return storeOwner(w.db, at(w), target, userId)
  await sql`insert into group_owners (tenant_id, group_id, user_id) values (${at(w)}, ${target.id}, ${userId})`.execute(
    w.db,
  )
}

const owned = async (w: World, owner: string, column: string, id: string): Promise<void> => {
  const isGroup = column === 'group_id'
  const table = isGroup ? 'group_owner_applications' : 'application_owner_applications'
  await sql`insert into ${sql.table(table)} (tenant_id, owner_id, ${sql.ref(column)} ${isGroup ? sql`` : sql`, object_id`})
    values (${at(w)}, ${owner}, ${id} ${isGroup ? sql`` : sql`, ${id}`})`.execute(w.db)
}

/** Applications that own it, and what it owns; what becomes of them meanwhile is answered. */
const tieApplications = async (w: World, target: Target, one: Life) => {
  const meanwhile: (() => Promise<unknown>)[] = []
  const mine = {
    group: 'group_id',
    application: 'application_id',
    registration: 'owned_registration_id',
  }[one.kind]
  for (const owning of one.ownings) {
    if (owning === 'ownedBy' || owning === 'ownedByGone') {
      const owner = await application(w)
      await owned(w, owner.id, mine, idOf(target))
      if (owning === 'ownedByGone') meanwhile.push(() => end(w, 'service_principals', owner.id))
    } else if (one.kind === 'application') {
      const other = owning.startsWith('ownsGroup') ? await group(w) : await application(w)
      if (typeof other === 'string') await owned(w, target.id, 'group_id', other)
      else if (owning === 'ownsApplication') await owned(w, target.id, 'application_id', other.id)
      else if (owning === 'ownsRegistration')
        await owned(w, target.id, 'owned_registration_id', other.registrationId)
      else await owned(w, target.id, 'application_id', target.id)
      if (owning === 'ownsGroupGone' && typeof other === 'string')
        meanwhile.push(() => end(w, 'groups', other))
    }
  }
  return meanwhile
}

/** Ties the object to everything that a life names. What becomes of it meanwhile is answered. */
const tie = async (w: World, target: Target, one: Life) => {
  const meanwhile = await tieApplications(w, target, one)
  const isGroup = one.kind === 'group'
  for (const { owns, gone } of one.people) {
    const { userId } = await somebody(w)
    if (owns) await own(w, target, userId)
    else if (isGroup)
      await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${at(w)}, ${target.id}, ${userId}, now())`.execute(
        w.db,
      )
    else if (one.kind === 'application') await assign(w, target, 'user_id', userId)
    if (gone) meanwhile.push(() => w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${userId}`))
  }
  for (const state of one.kind === 'registration' ? [] : one.ends) {
    const app = isGroup ? await application(w) : target
    const other = isGroup ? target.id : await group(w)
    await assign(w, app, 'group_id', other)
    if (state === 'roleGone') meanwhile.push(() => end(w, 'app_roles', app.role))
    if (state === 'gone')
      meanwhile.push(() =>
        end(w, isGroup ? 'service_principals' : 'groups', isGroup ? app.id : other),
      )
  }
  const guests: string[] = []
  for (const state of isGroup ? one.sponsors : []) {
    const { userId } = await somebody(w)
    guests.push(userId)
    await sponsor(w, userId, target.id, 'sponsor_group_id')
    if (state === 'full') meanwhile.push(() => fill(w, userId, maxSponsors))
    if (state === 'gone')
      meanwhile.push(() => w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${userId}`))
  }
  return { meanwhile, guests }
}

/** Every row that ties an object of a kind to others. */
const linksOf = async (w: World): Promise<string> => {
  const tables = objectKindNames.flatMap((kind) =>
    Object.values(objectTies[kind]).map(({ table }) => table),
  )
  const all = [...new Set(tables)].map((table) =>
    rows(w.db, sql`select * from ${sql.table(table)} where tenant_id = ${at(w)} order by 1, 2, 3`),
  )
  return JSON.stringify(await Promise.all(all))
}

const stands = async (w: World, kind: ObjectKind, id: string, link: Json): Promise<boolean> => {
  const { table, mine, item } = objectTie(kind, link['kind']) ?? assert.fail()
  const found = await rows(
    w.db,
    sql`select 1 from ${sql.table(table)} where tenant_id = ${at(w)} and ${sql.ref(mine)} = ${id} and ${sql.ref(item)} = ${link['item']}`,
  )
  return found.length === 1
}

const liveSponsorsOf = async (w: World, userId: string): Promise<number> =>
  (
    await rows(
      w.db,
      sql`select 1 from sponsors s left join live_users u on u.tenant_id = s.tenant_id and u.id = s.sponsor_user_id
        left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
        where s.tenant_id = ${at(w)} and s.user_id = ${userId} and (u.id is not null or g.id is not null)`,
    )
  ).length

/** What of a preview is left when this is left out: counts by kind. */
const remaining = (preview: Json, leaveOut: readonly Json[]): Json[] =>
  preview['comesBack'].flatMap(({ kind, count }: Json) => {
    const of = leaveOut.filter((name) => name['kind'] === kind)
    const all = of.some(({ item }) => item === undefined)
    const left = all ? 0 : count - of.length
    return left === 0 ? [] : [{ kind, count: left }]
  })

test('R61, R60, R104: the preview of restoring a group or an application equals the restore, for every role and state, less what is left out, by one or all of a kind', async () => {
  const w = await world()
  const actors = new Map<string, ReturnType<World['as']>>()
  for (const role of [
    'globalAdministrator',
    'groupsAdministrator',
    'applicationAdministrator',
  ] as const) {
    const person = await somebody(w)
    await w.grant(person, w.fabrikam, role)
    actors.set(role, w.as(person, w.fabrikam))
  }
  await fc.assert(
    fc.asyncProperty(life, async (one) => {
      const { kind } = one
      const target = await makeTarget(w, kind, one.powerful)
      const id = idOf(target)
      const { meanwhile, guests } = await tie(w, target, one)
      const before = await linksOf(w)
      await end(w, objectKinds[kind].table, id)
      w.pass(1_000)
      for (const happens of meanwhile) await happens()
      if (one.late)
        await sql`update ${sql.table(objectKinds[kind].table)} set restorable_until = ${w.now()} where tenant_id = ${at(w)} and id = ${id}`.execute(
          w.db,
        )
      const path = `/v1.0/directory/deletedItems/${id}`
      const by = one.high
        ? 'globalAdministrator'
        : kind === 'group'
          ? 'groupsAdministrator'
          : 'applicationAdministrator'
      const actor = actors.get(by) ?? assert.fail()
      const preview = await json(await actor.get(`${path}/guesthouse.objectRestorePreview`))
      const items: Json[] = preview['comesBack'].flatMap((of: Json) =>
        of['items'].map(({ item }: Json) => ({ kind: of['kind'], item })),
      )
      const wholes: Json[] = Object.keys(objectTies[kind])
        .filter((_, n) => one.leaveKinds[n] === true)
        .map((whole) => ({ kind: whole }))
      const singles = items.filter(
        (name, n) =>
          one.leaveOut[n] === true && !wholes.some((whole) => whole['kind'] === name['kind']),
      )
      const leaveOut = [...singles, ...wholes]
      const untouched = await linksOf(w)
      const answer = await actor.post(`${path}/restore`, { leaveOut })
      if (preview['conflicts'].length > 0) {
        assert.ok(answer.status === 403 || answer.status === 409, `${answer.status}`)
        assert.equal(await linksOf(w), untouched, 'a refused restore changes no link')
        return
      }
      const report = (await json(answer))['guesthouse.objectRestoreReport']
      assert.deepEqual(report['comesBack'], remaining(preview, leaveOut))
      const isWhole = (of: Json) => wholes.some((whole) => whole['kind'] === of['kind'])
      assert.deepEqual(
        report['cannotComeBack'],
        preview['cannotComeBack'].filter((lost: Json) => !isWhole(lost)),
      )
      for (const link of items)
        assert.equal(
          await stands(w, kind, id, link),
          !isWhole(link) && !singles.includes(link),
          `${link['kind']}`,
        )
      for (const guest of guests)
        assert.ok((await liveSponsorsOf(w, guest)) <= maxSponsors, 'R104: at most five sponsors')
      if (meanwhile.length === 0 && leaveOut.length === 0)
        assert.equal(await linksOf(w), before, 'every link is as it was')
    }),
    { numRuns: 14, examples: [[everything], [{ ...everything, kind: 'application' }]] },
  )
})

/** Three groups that sponsor the same guest, who has room for some of them. */
const rivals = async (w: World, others: number) => {
  const guest = (await somebody(w)).userId
  await fill(w, guest, others)
  const ids = [await group(w), await group(w), await group(w)]
  for (const id of ids) {
    await sponsor(w, guest, id, 'sponsor_group_id')
    await end(w, 'groups', id)
  }
  return { guest, ids }
}

/** What came of each, without who was named: they are others. */
const plain = (results: readonly object[]): string =>
  JSON.stringify(results).replaceAll(/"items":\[.*?\]/g, '')

test('R68, R104: several groups at once come to what one after the other comes to, each with its own choice', async () => {
  const w = await world()
  const restored = async (ids: readonly string[], leaveOut: readonly ObjectLinkName[]) => {
    const which = { tenantId: at(w), kind: 'group', ids } as const
    const results = await restoreObjects(w.db, which, leaveOut, operatorAuthority, w.operator())
    return [...results.values()]
  }
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.option(fc.nat(2), { nil: undefined }),
      async (others, left) => {
        const chosenOf = (ids: readonly string[]): ObjectLinkName[] =>
          ids.flatMap((of, n) => (n === left ? [{ of, kind: 'sponsorOf' }] : []))
        const [one, other] = [await rivals(w, others), await rivals(w, others)]
        const together = await restored(one.ids, chosenOf(one.ids))
        const alone = []
        for (const id of other.ids)
          alone.push(
            ...(await restored(
              [id],
              chosenOf(other.ids).filter(({ of }) => of === id),
            )),
          )
        assert.equal(plain(together), plain(alone))
        const reached = Math.min(maxSponsors, others + (left === undefined ? 3 : 2))
        for (const { guest } of [one, other]) assert.equal(await liveSponsorsOf(w, guest), reached)
      },
    ),
    { numRuns: 8, examples: [[3, 0]] },
  )
})

test('R68: restoring and previewing many groups or applications takes as many statements as one', async () => {
  const w = await world()
  const counted = async (kind: ObjectKind, size: number): Promise<number> => {
    const ids: string[] = []
    for (let n = 0; n < size; n++) {
      const target = await makeTarget(w, kind)
      await tie(w, target, { ...everything, kind })
      await end(w, objectKinds[kind].table, idOf(target))
      ids.push(idOf(target))
    }
    const which = { tenantId: at(w), kind, ids }
    const leaveOut = ids.map((of) => ({ of, kind: 'owner' }) as const)
    const sent = await caught(w.db, async (db) => {
      const results = await restoreObjects(db, which, leaveOut, operatorAuthority, w.operator())
      for (const { outcome } of results.values()) assert.equal(outcome, 'restored')
    })
    return sent.length
  }
  for (const kind of objectKindNames) assert.equal(await counted(kind, 6), await counted(kind, 1))
})
