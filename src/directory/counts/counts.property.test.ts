/** What is counted with each change is what counting the users themselves gives. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import fc from '../../../test/properties.ts'
import { world } from '../../../test/world.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql } from '../../store/database.ts'
import { addUpCounts } from './add-up.ts'

type World = Awaited<ReturnType<typeof world>>
const kind = sql`user_type, account_enabled, creation_type, external_user_state, has_sponsor`
const bothOf = async (w: World) => {
  const tenant = sql`tenant_id = ${w.fabrikam.id}`
  const kept = await rows(
    w.db,
    sql`select ${kind}, is_deleted, sum(users)::int as users from counted_users where ${tenant} group by ${kind}, is_deleted
      having sum(users) <> 0 order by ${kind}, is_deleted`,
  )
  const counted = await rows(
    w.db,
    sql`select ${kind}, deleted_at is not null as is_deleted, count(*)::int as users from users where ${tenant}
      group by ${kind}, deleted_at is not null order by ${kind}, is_deleted`,
  )
  return { kept, counted }
}

test('R105: users are counted with each change, however they come, change and go, added up or not', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = () => w.userOf(w.ada, w.fabrikam)
  const path = `/v1.0/users/${id()}`
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    invite: () =>
      frank.post('/v1.0/invitations', {
        invitedUserEmailAddress: `new-${Math.random()}@outside.example`,
        inviteRedirectUrl: 'https://app.example/',
      }),
    disable: () => frank.patch(path, { accountEnabled: false }),
    enable: () => frank.patch(path, { accountEnabled: true }),
    becomeMember: () => frank.patch(path, { userType: 'Member' }),
    becomeGuest: () => frank.patch(path, { userType: 'Guest' }),
    sponsor: () =>
      frank.post(`${path}/sponsors/$ref`, {
        '@odata.id': `https://x.example/directoryObjects/${w.fiona.userId}`,
      }),
    delete: () => frank.delete(path),
    restore: () => frank.post(`/v1.0/directory/deletedItems/${id()}/restore`),
    many: () =>
      sql`update users set account_enabled = not account_enabled where tenant_id = ${w.fabrikam.id} and user_type = 'Guest'`.execute(
        w.db,
      ),
    purge: () =>
      sql`delete from users where tenant_id = ${w.fabrikam.id} and deleted_at is not null and id <> ${id()}`.execute(
        w.db,
      ),
    addUp: () => addUpCounts(w.db),
  }
  const names = Object.keys(acts)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 12 }),
      async (sequence) => {
        for (const name of sequence) await acts[name]?.()
        const { kept, counted } = await bothOf(w)
        assert.deepEqual(kept, counted)
      },
    ),
    { numRuns: 15 },
  )
  const { kept } = await bothOf(w)
  assert.ok(kept.length > 1, 'there are several kinds')
})

test('R105: a count of a kind reads no users, and is that of the list; any other is counted as before', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const eventual = { consistencylevel: 'eventual' }
  // What is kept is told, and not what is there.
  await sql`insert into user_count_changes (tenant_id, user_type, account_enabled, has_sponsor, is_deleted, users)
    values (${w.fabrikam.id}, 'Guest', true, false, false, 1000)`.execute(w.db)
  const countOf = async (filter: string): Promise<number> =>
    Number(await (await frank.get(`/v1.0/users/$count${filter}`, eventual)).text())
  const listed = async (filter: string): Promise<number> =>
    (await json(await frank.get(`/v1.0/users?$count=true&${filter.slice(1)}`, eventual)))['value']
      .length
  for (const filter of [
    '',
    `?$filter=userType eq 'Guest'`,
    `?$filter=accountEnabled eq true and not(userType eq 'Member')`,
    `?$filter=sponsors/$count eq 0`,
    `?$filter=externalUserState eq null`,
  ])
    assert.equal(await countOf(filter), 1000 + (await listed(filter)), filter)
  for (const filter of [
    `?$filter=startsWith(displayName,'F')`,
    `?$filter=userType eq 'Guest' and startsWith(displayName,'B')`,
  ])
    assert.equal(await countOf(filter), await listed(filter), filter)
})

test('what has changed is added up once, and of many changes one row is left', async () => {
  const w = await world()
  const waiting = async () =>
    (
      await firstRow(
        w.db,
        select<{ n: number }>({
          n: sql`count(*)::int`,
        })`from user_count_changes where tenant_id = ${w.fabrikam.id}`,
      )
    )?.n
  await w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, {
    accountEnabled: false,
  })
  assert.ok(((await waiting()) ?? 0) > 0)
  await Promise.all([addUpCounts(w.db), addUpCounts(w.db)])
  assert.equal(await waiting(), 0)
  const { kept, counted } = await bothOf(w)
  assert.deepEqual(kept, counted)
})
