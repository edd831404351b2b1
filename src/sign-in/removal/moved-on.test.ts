/**
 * Whose guest the reader of a mailbox is, when the address has moved on to somebody else (R30,
 * R139), or was wrong and is corrected (R107, R128).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { world, type Person } from '../../../test/world.ts'
import { createMember } from '../../directory/users/create.ts'
import { addressOf } from '../../kernel/address.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const nothing = /no organization here has a guest of this address/
const refused = /nothing any more that you could ask/
const askRemoval = /Ask Fabrikam to remove me/
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const acceptAt = (w: World) => `/account/organizations/${w.fabrikam.id}/invitation/accept`

/** Frank invites an address; the id of the guest. */
const invited = async (w: World, address: string, more: object = {}): Promise<string> => {
  const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
  return (await json(await frank(w).post('/v1.0/invitations', { ...wish, ...more }), 201))[
    'invitedUser'
  ].id
}
const change = async (w: World, id: string, properties: object): Promise<void> => {
  await json(await frank(w).patch(`/v1.0/users/${id}`, properties), 204)
}
const disabledAtHome = (w: World, { home, userId }: Person) =>
  sql`update users set account_enabled = false where tenant_id = ${home.id} and id = ${userId}`.execute(
    w.db,
  )
const requestsOf = (w: World, id: string) =>
  rows(
    w.db,
    select<{ state: string; byPerson: boolean }>({
      state: 'state',
      byPerson: 'by_person',
    })`from requests where user_id = ${id} order by id`,
  )

/** Somebody proves an address, and does all that the page could ever offer of this guest. */
const tries = async (w: World, address: string, id: string) => {
  const { browser, page } = await prove(w, address)
  const asked = { organization: w.fabrikam.id, user: id, kind: 'removal' }
  const copy = await browser.open(`/ask-removal/data/${w.fabrikam.id}/${id}`)
  return { page, copy: copy.page ?? '', asked: (await browser.post('/ask-removal', asked)).page }
}
const findsNothing = async (w: World, address: string, id: string): Promise<void> => {
  const { page, copy, asked } = await tries(w, address, id)
  assert.match(page, nothing)
  assert.match(copy, refused)
  assert.match(asked ?? '', refused)
}
/** Somebody else has the name that Eve had at home, and the mailbox. */
const givenToAnother = async (w: World, { upn }: Person): Promise<void> => {
  const another = { displayName: 'Evelyn Other', userPrincipalName: upn, mail: addressOf(upn) }
  const made = await createMember(w.db, w.contoso.id, another, w.operator())
  assert.equal(made.outcome, 'created')
}
const guestEve = async (w: World) => {
  const eve = await w.member(w.contoso, 'Eve Stone')
  const id = await invited(w, eve.upn)
  await json(await w.as(eve).post(acceptAt(w), {}))
  return { eve, id }
}

test('R30, R31: an address that is another’s by now asks for nothing of whoever had it, and takes nothing of theirs back, also where they cannot sign in', async () => {
  const w = await world()
  const { eve, id } = await guestEve(w)
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const request = await json(
    await w.as(eve).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
  const now = `eve.married@${w.contoso.domain}`
  const renamed = { userPrincipalName: now, mail: now }
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.patch(`/v1.0/users/${eve.userId}`, renamed), 204)
  await givenToAnother(w, eve)
  for (const signsIn of [true, false]) {
    if (!signsIn) await disabledAtHome(w, eve)
    await findsNothing(w, eve.upn, id)
    const { browser } = await prove(w, eve.upn)
    const withdraw = { organization: w.fabrikam.id, withdraw: String(request['id']) }
    assert.match((await browser.post('/ask-removal', withdraw)).page ?? '', refused)
  }
  assert.deepEqual(await requestsOf(w, id), [{ state: 'open', byPerson: true }])
  assert.match((await tries(w, now, id)).page, /taken back|name="withdraw"/)
})

test('R139, R128: whoever gets the name of somebody who is erased at home reads nothing of them, and gets no mail about them', async () => {
  const w = await world()
  const { eve, id } = await guestEve(w)
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.delete(`/v1.0/users/${eve.userId}`), 204)
  await json(await carol.delete(`/v1.0/directory/deletedItems/${eve.userId}`), 204)
  assert.match((await prove(w, eve.upn)).page, askRemoval)
  await givenToAnother(w, eve)
  await findsNothing(w, eve.upn, id)
  const before = (await mailsTo(w.db, eve.upn)).length
  await json(await frank(w).delete(`/v1.0/users/${id}`), 204)
  assert.equal((await mailsTo(w.db, eve.upn)).length, before)
})

test('R30: a mailbox that is somebody’s sign-in is theirs, and of nobody who came at it before', async () => {
  const w = await world()
  const { eve, id } = await guestEve(w)
  await sql`delete from users where tenant_id = ${w.contoso.id} and id = ${eve.userId}`.execute(
    w.db,
  )
  assert.match((await prove(w, eve.upn)).page, askRemoval)
  const another = await w.member(w.contoso, 'Evelyn Other')
  await sql`insert into identities (issuer, subject, person_id, created_at) values ('urn:guesthouse:email', ${eve.upn}, ${another.personId}, ${w.now()})`.execute(
    w.db,
  )
  await findsNothing(w, eve.upn, id)
})

test('R30, R107: the reader of a mistyped address that is corrected is nobody’s guest, and the right one is when they are invited', async () => {
  const w = await world()
  const [typo, right] = ['jhon', 'john'].map((name) => `${name}@outside-${w.fabrikam.id}.example`)
  assert.ok(typo !== undefined && right !== undefined)
  const id = await invited(w, typo)
  assert.match((await prove(w, typo)).page, askRemoval)
  await change(w, id, { mail: right, jobTitle: 'Secret role' })
  await findsNothing(w, typo, id)
  // Nor is it by the profile alone: an administrator may write any mailbox into that.
  await findsNothing(w, right, id)
  const { otherMails } = await json(await frank(w).get(`/v1.0/users/${id}?$select=otherMails`))
  assert.deepEqual(otherMails, [])
  assert.equal(await invited(w, right), id)
  await findsNothing(w, typo, id)
  const { page, copy } = await tries(w, right, id)
  assert.match(page, askRemoval)
  assert.match(copy, /Secret role/)
})

test('R30, R100, R127: where the right one has come, a reset or being asked back gives the guest to no mailbox of before', async () => {
  for (const asksBack of [false, true]) {
    const w = await world()
    const eve = await w.member(w.contoso, 'Eve Stone')
    const typo = `evve@outside-${w.fabrikam.id}.example`
    const id = await invited(w, typo)
    await change(w, id, { mail: eve.upn })
    assert.equal(await invited(w, eve.upn), id)
    await json(await w.as(eve).post(acceptAt(w), {}))
    if (asksBack) {
      const consent = { 'guesthouse.restoringNeedsConsent': true }
      await json(await frank(w).patch('/v1.0/policies/authorizationPolicy', consent), 204)
      await json(await w.as(eve).leave(w.fabrikam))
      await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
    } else await invited(w, eve.upn, { resetRedemption: true, invitedUser: { id } })
    await sql`delete from users where tenant_id = ${w.contoso.id} and id = ${eve.userId}`.execute(
      w.db,
    )
    await findsNothing(w, typo, id)
    assert.match((await prove(w, eve.upn)).page, askRemoval)
    await json(await frank(w).delete(`/v1.0/users/${id}`), 204)
    assert.deepEqual(
      (await mailsTo(w.db, typo)).filter(({ subject }) => !/code/.test(subject)),
      [],
    )
  }
})

test('R30, R127: who was asked back at a mailbox that an administrator has written down, and says yes, has not shown that one', async () => {
  const w = await world()
  const id = w.userOf(w.ada, w.fabrikam)
  const consent = { 'guesthouse.restoringNeedsConsent': true }
  await json(await frank(w).patch('/v1.0/policies/authorizationPolicy', consent), 204)
  const mail = `frank@second-${w.fabrikam.id}.example`
  await change(w, id, { mail, otherMails: [mail] })
  await json(await w.as(w.ada).leave(w.fabrikam))
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  await json(await w.as(w.ada).post(acceptAt(w), {}))
  await disabledAtHome(w, w.ada)
  await findsNothing(w, mail, id)
  assert.match((await prove(w, w.ada.upn)).page, askRemoval)
})

test('R30, R32: who accepts is not removed by what the reader of the wrong mailbox has asked, who hears that it is over', async () => {
  const w = await world()
  const eve = await w.member(w.contoso, 'Eve Stone')
  const typo = `evve@outside-${w.fabrikam.id}.example`
  const id = await invited(w, typo)
  const told = async (address: string) => (await mailsTo(w.db, address)).at(-1)?.body ?? ''
  const ask = async () => assert.match((await tries(w, typo, id)).asked ?? '', /Your request is/)
  await ask()
  await change(w, id, { mail: eve.upn, otherMails: [eve.upn, typo] })
  assert.deepEqual(await requestsOf(w, id), [{ state: 'open', byPerson: true }])
  assert.equal(await invited(w, eve.upn), id)
  assert.deepEqual((await requestsOf(w, id))[0], { state: 'withdrawn', byPerson: true })
  assert.match(await told(typo), /Fabrikam invites another address in place of this one/)
  await json(await w.as(eve).post(acceptAt(w), {}))
  // A profile that is corrected says the same.
  const second = await invited(w, `one-${typo}`)
  await tries(w, `one-${typo}`, second)
  await change(w, second, { mail: `two-${typo}` })
  assert.equal((await requestsOf(w, second))[0]?.['state'], 'withdrawn')
  assert.match(await told(`one-${typo}`), /Fabrikam invites another address/)
  const events = await rows(
    w.db,
    sql`select reason, actor_id from events where tenant_id = ${w.fabrikam.id} and activity = 'request.withdrawn'`,
  )
  const by = { reason: 'corrected', actor_id: w.userOf(w.frank, w.fabrikam) }
  assert.deepEqual(events, [by, by])
})

test('R30, R31: accepting takes back what was asked for before, and whoever asked hears of it', async () => {
  const w = await world()
  const eve = await w.member(w.contoso, 'Eve Stone')
  const id = await invited(w, eve.upn)
  await disabledAtHome(w, eve)
  await tries(w, eve.upn, id)
  assert.deepEqual(await requestsOf(w, id), [{ state: 'open', byPerson: true }])
  await sql`update users set account_enabled = true where id = ${eve.userId}`.execute(w.db)
  await json(await w.as(eve).post(acceptAt(w), {}))
  assert.deepEqual(await requestsOf(w, id), [{ state: 'withdrawn', byPerson: true }])
  assert.match(
    (await mailsTo(w.db, eve.upn)).at(-1)?.body ?? '',
    /The invitation to Fabrikam is accepted, so the request to be removed/,
  )
})
