/** The mail that a person gets when their user in an organization ends. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'
import { emailIssuer } from '../../kernel/address.ts'
import { drainMails } from '../../mail/drain.ts'
import { queueMail } from '../../mail/outbox.ts'
import { aLetter, listMails } from '../../../test/mails.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql } from 'kysely'
import { deleteUser } from './delete.ts'
import { purgeDue } from '../deleted/purge.ts'

type World = Awaited<ReturnType<typeof world>>

const receipts = async (w: World, address: string) =>
  (await listMails(w.db, 2_000)).filter(({ recipient }) => recipient === address)
const reach = (w: World, person: Person, mail: string | null) =>
  sql`update users set mail = ${mail} where tenant_id = ${person.home.id} and id = ${person.userId}`.execute(
    w.db,
  )

test('R20: who leaves gets a receipt with the reference and the dates, once, at the mailbox of their home', async () => {
  const w = await world()
  const departure = await json(await w.as(w.ada).leave(w.fabrikam))
  await json(await w.as(w.ada).leave(w.fabrikam))
  const [receipt, ...more] = await receipts(w, w.ada.upn)
  assert.deepEqual(more, [])
  assert.equal(receipt?.subject, 'You have left Fabrikam')
  assert.ok(receipt.body.includes(`Reference: ${String(departure['reference'])}\n`), receipt.body)
  assert.match(receipt.body, /Ended: 1 May 2026 at 12:00 UTC/)
  assert.match(receipt.body, /Can be restored until: 31 May 2026 at 12:00 UTC/)
  assert.match(receipt.body, /all of its data is erased; that is done by 30 June 2026/)
  assert.match(receipt.body, new RegExp(`privacy@${w.fabrikam.domain}`))
})

test('R20: a leave that is refused sends nothing', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.contoso), 409)
  assert.deepEqual(await receipts(w, w.ada.upn), [])
})

test('R21: who is removed by an administrator gets the same, in other words', async () => {
  const w = await world()
  assert.equal(
    (await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`)).status,
    204,
  )
  const [receipt, ...more] = await receipts(w, w.bob.upn)
  assert.deepEqual(more, [])
  assert.equal(receipt?.subject, 'Your account at Fabrikam has ended')
  assert.match(receipt.body, /was removed\.\n\nReference: .*\nEnded: .*\nCan be restored until: /)
})

test('R21, R111: who is removed by a policy gets the receipt, and it is recorded as a removal by policy', async () => {
  const w = await world()
  const which = { tenantId: w.fabrikam.id, userId: w.userOf(w.bob, w.fabrikam) }
  const context = {
    now: w.now(),
    actor: { kind: 'system' } as const,
    correlationId: newId(),
    address: null,
  }
  assert.equal((await deleteUser(w.db, which, { kind: 'system' }, context)).outcome, 'deleted')
  assert.deepEqual(
    (await receipts(w, w.bob.upn)).map(({ subject }) => subject),
    ['Your account at Fabrikam has ended'],
  )
  const { rows } = await sql<{ activity: string; kind: string }>`
    select e.activity, u.deleted_by_kind as kind from events e join users u on u.deletion_event_id = e.id
    where e.tenant_id = ${which.tenantId} and u.id = ${which.userId}`.execute(w.db)
  assert.deepEqual(rows, [{ activity: 'user.deletedByPolicy', kind: 'policy' }])
})

test('R21: the receipt goes to the person, and to nobody else', async () => {
  const w = await world()
  const before = new Set((await listMails(w.db, 2_000)).map(({ id }) => id))
  await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)
  await w.as(w.bob).leave(w.fabrikam)
  const sent = (await listMails(w.db, 2_000)).filter(({ id }) => !before.has(id))
  assert.deepEqual(
    sent.map(({ recipient }) => recipient).toSorted(),
    [w.ada.upn, w.bob.upn].toSorted(),
  )
})

test('R20, R21: it goes where the person is: home, else their mailbox, else where they were invited; who never came gets none', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await reach(w, w.bob, null)
  const mailbox = `bob-${newId()}@outside.example`
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${mailbox}, ${w.bob.personId}, ${w.now()})`.execute(
    w.db,
  )
  await w.as(w.bob).leave(w.fabrikam)
  assert.equal((await receipts(w, mailbox)).length, 1)

  const invited = `ada-${newId()}@outside.example`
  await reach(w, w.ada, null)
  await sql`update users set mail = ${invited} where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`.execute(
    w.db,
  )
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal((await receipts(w, invited)).length, 1)

  const never = `eve-${newId()}@outside.example`
  const invitation = { invitedUserEmailAddress: never, inviteRedirectUrl: 'https://app.example/' }
  const pending = await json(await frank.post('/v1.0/invitations', invitation), 201)
  assert.equal((await frank.delete(`/v1.0/users/${pending['invitedUser']['id']}`)).status, 204)
  assert.deepEqual(await receipts(w, never), [])
})

test('R128: a receipt survives an immediate purge, and the person hears that all is erased', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const departure = await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal(
    (await frank.delete(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`)).status,
    204,
  )
  const found = await receipts(w, w.ada.upn)
  assert.deepEqual(found.map(({ subject }) => subject).toSorted(), [
    'You have left Fabrikam',
    'Your data at Fabrikam is erased',
  ])
  assert.ok(found.some(({ body }) => body.includes(String(departure['reference']))))
  const { rows } =
    await sql`select 1 from mails where tenant_id = ${w.fabrikam.id} and recipient = ${w.ada.upn}`.execute(
      w.db,
    )
  assert.deepEqual(rows, [], 'the mail is about nobody any more')
})

test('R83, R128: what waits goes with the person, but for the receipt; and that goes at its own end, whether sent or not', async () => {
  const w = await world()
  const about = { tenantId: w.fabrikam.id, userId: w.userOf(w.bob, w.fabrikam) }
  await queueMail(w.db, { recipient: w.bob.upn, letter: aLetter, about }, w.now())
  await json(await w.as(w.bob).leave(w.fabrikam))
  await w.as(w.frank, w.fabrikam).delete(`/v1.0/directory/deletedItems/${about.userId}`)
  assert.ok(!(await receipts(w, w.bob.upn)).some(({ subject }) => subject.startsWith('Your code')))
  w.pass(30 * dayMs)
  await drainMails(w.db, w.now, undefined, () => undefined)
  assert.deepEqual(await receipts(w, w.bob.upn), [])
})

test('R83: a receipt that was not sent in its time does not come back with the purge', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(31 * dayMs)
  await purgeDue(w.db, w.now())
  assert.deepEqual(
    (await receipts(w, w.ada.upn)).map(({ subject }) => subject),
    ['Your data at Fabrikam is erased'],
  )
})
