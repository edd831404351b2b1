/** What is removed when its time is over, by the period that each organization has set. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../test/json.ts'
import { world, type Organization } from '../../test/world.ts'
import { pruneEvents } from '../events/prune-events.ts'
import { keptDays, keptNames } from '../kernel/kept-days.ts'
import { dayMs, minuteMs } from '../kernel/time.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { removeWhoNeverCame } from './never-came.ts'

type World = Awaited<ReturnType<typeof world>>

const set = async (
  w: World,
  at: Organization,
  by: World['frank'],
  changes: Record<string, number>,
): Promise<void> => {
  assert.equal((await w.as(by, at).patch(`/v1.0/organization/${at.id}`, changes)).status, 204)
}

const idOf = (made: Record<string, unknown>): string =>
  String((made['invitedUser'] as { id: unknown }).id)

const activitiesOf = async (w: World, at: Organization): Promise<string[]> =>
  (
    await rows(
      w.db,
      sql<{ activity: string }>`select activity from events where tenant_id = ${at.id}`,
    )
  ).map(({ activity }) => activity)

test('R143: each organization says how long records of signing in and other entries are kept, within bounds', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const path = `/v1.0/organization/${w.fabrikam.id}`
  const [told] = (await json(await frank.get('/v1.0/organization?$select=*')))['value']
  assert.deepEqual(
    ['signInRecordsDays', 'auditRecordsDays', 'unacceptedGuestsDays', 'deletedRetentionDays'].map(
      (name) => told?.[`guesthouse.${name}`],
    ),
    [180, 730, 30, 30],
  )
  for (const name of keptNames) {
    const { least, most } = keptDays[name]
    for (const days of [least - 1, most + 1, least + 0.5])
      await refusal(await frank.patch(path, { [`guesthouse.${name}`]: days }), 400)
    for (const days of [least, most])
      await set(w, w.fabrikam, w.frank, { [`guesthouse.${name}`]: days })
  }
})

test('R143: what is over goes by the period of its organization; R110: leaving, restoring and deleting stay for two years', async () => {
  const w = await world()
  await set(w, w.fabrikam, w.frank, { 'guesthouse.signInRecordsDays': 60 })
  await w.as(w.ada, w.northwind).get('/v1.0/me')
  await w.as(w.ada, w.fabrikam).get('/v1.0/me')
  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  const signIns = async (at: Organization) =>
    (await activitiesOf(w, at)).filter((one) => one === 'user.signedIn').length
  const left = async () =>
    (await activitiesOf(w, w.fabrikam)).filter((one) => one === 'user.left').length
  assert.ok((await signIns(w.fabrikam)) > 0 && (await signIns(w.northwind)) > 0)
  const at = (days: number) => new Date(w.now().getTime() + days * dayMs)
  await pruneEvents(w.db, new Date(at(60).getTime() - minuteMs))
  assert.ok((await signIns(w.fabrikam)) > 0)
  await pruneEvents(w.db, new Date(at(60).getTime() + minuteMs))
  assert.equal(await signIns(w.fabrikam), 0)
  assert.ok((await signIns(w.northwind)) > 0, 'another organization keeps them for 180 days')
  await pruneEvents(w.db, at(181))
  assert.equal(await signIns(w.northwind), 0)
  await pruneEvents(w.db, at(729))
  assert.equal(await left(), 1)
  await pruneEvents(w.db, at(731))
  assert.equal(await left(), 0)
})

test('R144: who never accepted is removed with the address, 30 days after the invitation ended; who accepted once stays', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const invite = async (address: string, more: object = {}) =>
    json(
      await frank.post('/v1.0/invitations', {
        invitedUserEmailAddress: address,
        inviteRedirectUrl: 'https://app.example/',
        ...more,
      }),
      201,
    )
  const mailbox = `zoe.${w.fabrikam.id.slice(-12)}@mailbox.example`
  const zoe = idOf(await invite(mailbox))
  const ada = w.userOf(w.ada, w.fabrikam)
  await sql`update users set creation_type = 'Invitation' where tenant_id = ${w.fabrikam.id} and id = ${ada}`.execute(
    w.db,
  )
  await invite(w.ada.upn, { resetRedemption: true, invitedUser: { id: ada } })
  const isThere = async (id: string) =>
    (
      await rows(
        w.db,
        sql`select 1 from users where tenant_id = ${w.fabrikam.id} and id = ${id} and deleted_at is null`,
      )
    ).length === 1
  const ended = w.now().getTime() + 30 * dayMs
  await removeWhoNeverCame(w.db, new Date(ended + 30 * dayMs - minuteMs))
  assert.equal(await isThere(zoe), true)
  await removeWhoNeverCame(w.db, new Date(ended + 30 * dayMs + minuteMs))
  assert.deepEqual([await isThere(zoe), await isThere(ada)], [false, true])
  const [removal] = await rows(
    w.db,
    sql<{
      what: string
    }>`select concat_ws(' ', activity, reason, actor_kind) as what from events where target_id = ${zoe}::uuid order by at desc limit 1`,
  )
  assert.equal(removal?.what, 'user.deletedByPolicy neverAccepted system')
  const everywhere = await rows(
    w.db,
    sql<{ n: number }>`
    select (select count(*) from invitations where address = ${mailbox})::int + (select count(*) from mails where recipient_key = ${mailbox})::int as n`,
  )
  assert.deepEqual(everywhere, [{ n: 0 }], 'the address is nowhere')

  await set(w, w.fabrikam, w.frank, { 'guesthouse.unacceptedGuestsDays': 0 })
  const again = idOf(await invite(mailbox))
  const [made] = await rows(
    w.db,
    sql<{ id: string }>`select id from invitations where user_id = ${again}::uuid`,
  )
  assert.ok((await frank.post(`/v1.0/guesthouse.invitations/${made?.id}/guesthouse.revoke`)).ok)
  await removeWhoNeverCame(w.db, w.now())
  assert.equal(await isThere(again), false, 'a revoked invitation has ended')
})
