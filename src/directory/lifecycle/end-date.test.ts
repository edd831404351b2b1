/** Guests with an end date: told, prolonged, removed on the day, restored without it (R133). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailIssuer } from '../../kernel/address.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'
import { acceptInvitation } from '../../invitations/accept.ts'
import { readGuestList, type GuestList } from '../../kernel/csv/guest-list.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs, hourMs, plus } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { keepEndDates } from './end-date.ts'
import { keepLifecycle } from './run.ts'
import { noticesDue } from './end-date.rule.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const address = (w: World, person: Person) => `/v1.0/users/${w.userOf(person, w.fabrikam)}`
const end = async (w: World, person: Person, days: number | null): Promise<string | null> => {
  const at = days === null ? null : plus(w.now(), days * dayMs).toISOString()
  const sent = { 'guesthouse.endDateTime': at }
  assert.equal((await frank(w).patch(address(w, person), sent)).status, 204)
  return at
}
/** The days pass, and the job comes by, twice at once. */
const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await Promise.all([keepEndDates(w.db, w.now()), keepEndDates(w.db, w.now())])
}
const subjects = async (w: World, who: Person): Promise<string[]> =>
  (await mailsTo(w.db, who.upn)).map(({ subject }) => subject)
const mine = async (w: World, person: Person): Promise<Json> =>
  (await json(await w.as(person).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  ) ?? {}
const sponsor = (w: World, guest: Person, who: Person) =>
  frank(w).post(`${address(w, guest)}/sponsors/$ref`, {
    '@odata.id': `http://guesthouse.test/v1.0/users/${w.userOf(who, w.fabrikam)}`,
  })

test('R133: 14 and 3 days before, and no earlier, a notice is due', () => {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const due = (days: number) => noticesDue(plus(now, days * dayMs), now)
  assert.deepEqual([30, 14.01, 14, 4, 3.01, 3, 0.5].map(due), [0, 0, 1, 1, 1, 2, 2])
})

test('R133, R128: guest and sponsors are told 14 and 3 days before, and on the day the guest is removed, with a receipt, restorable', async () => {
  const w = await world()
  assert.equal((await sponsor(w, w.ada, w.fiona)).status, 204)
  const at = await end(w, w.ada, 20)
  assert.equal((await mine(w, w.ada))['endsAt'], at)
  await pass(w, 5)
  assert.deepEqual([await subjects(w, w.ada), await subjects(w, w.fiona)], [[], []])
  await pass(w, 1)
  await pass(w, 1)
  const soon = 'Your account at Fabrikam ends soon'
  const theirs = 'The account of Ada Lovelace at Fabrikam ends soon'
  assert.deepEqual([await subjects(w, w.ada), await subjects(w, w.fiona)], [[soon], [theirs]])
  await pass(w, 10)
  assert.deepEqual(await subjects(w, w.ada), [soon, soon])
  assert.match((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '', /leave it on the page/)
  await pass(w, 3)
  const row = await mine(w, w.ada)
  assert.deepEqual([row['state'], row['restorable'], row['endsAt']], ['removed', true, null])
  assert.equal((await subjects(w, w.ada)).at(-1), 'Your account at Fabrikam has ended')
  assert.equal(
    (await subjects(w, w.fiona)).at(-1),
    'The account of Ada Lovelace at Fabrikam has ended',
  )
  const { value } = await json(await frank(w).get('/v1.0/auditLogs/guesthouse.activities'))
  assert.equal(Array.isArray(value), true)
  const id = w.userOf(w.ada, w.fabrikam)
  const back = await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`)
  assert.equal(back.status, 200)
  await pass(w, 1)
  assert.deepEqual(
    [(await mine(w, w.ada))['state'], (await mine(w, w.ada))['endsAt']],
    ['active', null],
    'J: who is restored is not removed again for the same day',
  )
})

test('R133: who is prolonged stays, and is told anew of the new day; without a day nobody ends', async () => {
  const w = await world()
  await end(w, w.ada, 2)
  await pass(w, 0)
  assert.equal((await subjects(w, w.ada)).length, 1)
  await end(w, w.ada, 10)
  await pass(w, 0)
  await pass(w, 3)
  assert.equal((await mine(w, w.ada))['state'], 'active')
  assert.equal((await subjects(w, w.ada)).length, 2)
  await end(w, w.ada, null)
  await pass(w, 30)
  assert.equal((await mine(w, w.ada))['state'], 'active')
})

test('R133: a member, and a guest whose home this is, never ends by a day; and who stands above is not ended by one', async () => {
  const w = await world()
  await end(w, w.fiona, 0)
  w.pass(hourMs)
  await keepEndDates(w.db, w.now())
  assert.equal((await frank(w).get(`/v1.0/users/${w.fiona.userId}`)).status, 200)
  assert.equal((await frank(w).patch(address(w, w.fiona), { userType: 'Guest' })).status, 204)
  w.pass(hourMs)
  await keepEndDates(w.db, w.now())
  assert.equal((await frank(w).get(`/v1.0/users/${w.fiona.userId}`)).status, 200)
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const sent = { 'guesthouse.endDateTime': w.now().toISOString() }
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal((await fiona.patch(address(w, w.bob), sent)).status, 204)
  await refusal(await fiona.patch(`/v1.0/users/${w.frank.userId}`, sent), 403)
})

test('R133: a guest who cannot be removed keeps none of the others', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  await end(w, w.ada, 1)
  await end(w, w.bob, 2)
  await w.guest(w.carol, w.fabrikam)
  await end(w, w.carol, 16)
  const before = await subjects(w, w.carol)
  const stuck = sql.lit(w.userOf(w.ada, w.fabrikam))
  await sql`create function stays() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(
    w.db,
  )
  await sql`create trigger stays before update on users for each row when (new.id = ${stuck} and new.deleted_at is not null) execute function stays()`.execute(
    w.db,
  )
  w.pass(3 * dayMs)
  await assert.rejects(keepEndDates(w.db, w.now()), AggregateError)
  const left = await rows(w.db, sql`select id from deleted_users`)
  const bob = w.userOf(w.bob, w.fabrikam)
  assert.deepEqual(left, [{ id: bob }])
  // Nor those who are told that they will end, nor the policies of anybody.
  assert.equal((await subjects(w, w.carol)).length, before.length + 1)
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${bob}/restore`))
  const at = '/v1.0/identityGovernance/lifecycleWorkflows/lifecyclePolicies'
  const policy = {
    displayName: 'Idle',
    isEnabled: true,
    priority: 1,
    gracePeriodInDays: 30,
    'guesthouse.inactiveDays': 30,
    'guesthouse.action': 'delete',
  }
  await json(await frank(w).post(at, policy), 201)
  w.pass(31 * dayMs)
  await assert.rejects(keepLifecycle(w.db, w.now()), AggregateError)
  const told = await rows(w.db, sql`select 1 from lifecycle_states where user_id = ${bob}`)
  assert.equal(told.length, 1)
  await own.close()
})

test('R133: an invitation can say when the guest ends; a later one without a day leaves it', async () => {
  const w = await world()
  const invite = async (more: object): Promise<Json> =>
    json(
      await frank(w).post('/v1.0/invitations', {
        invitedUserEmailAddress: 'zoe@outside.example',
        inviteRedirectUrl: 'https://fabrikam.example/',
        sendInvitationMessage: true,
        ...more,
      }),
      201,
    )
  const at = plus(w.now(), 10 * dayMs).toISOString()
  const { invitedUser } = await invite({ 'guesthouse.endDateTime': at })
  await invite({})
  const chosen = `/v1.0/users/${String(invitedUser.id)}?$select=guesthouse.endDateTime`
  assert.equal((await json(await frank(w).get(chosen)))['guesthouse.endDateTime'], at)
  await pass(w, 0)
  const about = (await mailsTo(w.db, 'zoe@outside.example')).filter(({ subject }) =>
    /Fabrikam ends soon/.test(subject),
  )
  assert.equal(about.length, 1, 'who was invited hears where they were invited')
})

test('R133, R118: who only invites ends nobody who was here once; and nobody is ended by a day that is over', async () => {
  const w = await world()
  const zoe = `zoe-${newId()}@outside.example`
  const invite = (by: Person, more: object) =>
    w.as(by, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: zoe,
      inviteRedirectUrl: 'https://fabrikam.example/',
      ...more,
    })
  await w.grant(w.bob, w.fabrikam, 'guestInviter')
  const at = (days: number) => ({
    'guesthouse.endDateTime': plus(w.now(), days * dayMs).toISOString(),
  })
  const first = await json(await invite(w.bob, at(10)), 201)
  const id = String(first['invitedUser'].id)
  const path = `/v1.0/users/${id}`
  const over = [await invite(w.bob, at(-1)), await frank(w).patch(path, at(-1))]
  for (const answer of over) assert.match((await refusal(answer, 400)).message, /over already/)
  const ends = async () =>
    (await json(await frank(w).get(`${path}?$select=guesthouse.endDateTime`)))[
      'guesthouse.endDateTime'
    ]
  const kept = at(10)['guesthouse.endDateTime']
  assert.equal(await ends(), kept, 'a guest to come is ended by who invites them')
  const token = String(first['inviteRedeemUrl']).split('/').at(-1) ?? ''
  const who = { issuer: emailIssuer, subject: zoe }
  const around = { now: w.now(), correlationId: newId<string>(), address: null }
  const came = await acceptInvitation(w.db, token, { who, addressProved: true }, around)
  assert.equal(came.outcome, 'accepted')
  await json(await invite(w.frank, { resetRedemption: true, invitedUser: { id } }), 201)
  // The invitation of the reset is over: whoever may invite writes it anew.
  await sql`update invitations set revoked_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and user_id = ${id}`.execute(
    w.db,
  )
  for (const by of [w.bob, w.ada])
    assert.match((await refusal(await invite(by, at(1)), 403)).message, /had accepted before/)
  assert.equal(await ends(), kept)
  await json(await invite(w.bob, {}), 201)
  assert.equal(await ends(), kept)
  const later = at(20)
  await json(await invite(w.frank, later), 201)
  assert.equal(await ends(), later['guesthouse.endDateTime'], 'an administrator sets it')
})

test('R133: a day without a time means its end in UTC, through every door: today is no day that is over', async () => {
  const w = await world()
  const today = w.now().toISOString().slice(0, 10)
  const end = `${today}T23:59:59.000Z`
  const ends = async (id: string) =>
    (await json(await frank(w).get(`/v1.0/users/${id}?$select=guesthouse.endDateTime`)))[
      'guesthouse.endDateTime'
    ]
  const sent = { 'guesthouse.endDateTime': today }
  const ada = w.userOf(w.ada, w.fabrikam)
  assert.equal((await frank(w).patch(`/v1.0/users/${ada}`, sent)).status, 204)
  assert.equal(await ends(ada), end)
  const invitation = {
    invitedUserEmailAddress: `zoe-${newId()}@outside.example`,
    inviteRedirectUrl: 'https://fabrikam.example/',
  }
  const made = await json(await frank(w).post('/v1.0/invitations', { ...invitation, ...sent }), 201)
  assert.equal(await ends(String(made['invitedUser'].id)), end)
  const { rows: listed } = readGuestList(
    new TextEncoder().encode(`email,endDate\nzoe@outside.example,${today}\n`),
  ) as GuestList
  assert.equal(listed[0]?.endsAt, end)
  const yesterday = plus(w.now(), -dayMs).toISOString().slice(0, 10)
  for (const day of [yesterday, '2026-02-31', 'tomorrow'])
    await refusal(
      await frank(w).patch(`/v1.0/users/${ada}`, { 'guesthouse.endDateTime': day }),
      400,
    )
  assert.equal(await ends(ada), end)
})
