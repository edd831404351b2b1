/** The mail that a person gets when their user in an organization ends. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { world, type Person } from '../../test/world.ts'
import { emailIssuer } from './me.sql.ts'
import { listMails } from '../mail/outbox.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { sql } from '../store/database.ts'
import { purgeDue } from './purge-user.ts'

type World = Awaited<ReturnType<typeof world>>

const receipts = async (w: World, address: string) => (await listMails(w.db, 2_000)).filter(({ recipient }) => recipient === address)
const reach = (w: World, person: Person, mail: string | null) =>
  sql`update users set mail = ${mail} where tenant_id = ${person.home.id} and id = ${person.userId}`.execute(w.db)

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
  assert.match(receipt.body, /erased by: 30 June 2026/)
  assert.match(receipt.body, new RegExp(`privacy@${w.fabrikam.domain}`))
})

test('R20: a leave that is refused sends nothing', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.contoso), 409)
  assert.deepEqual(await receipts(w, w.ada.upn), [])
})

test('R21: who is removed by an administrator gets the same, in other words', async () => {
  const w = await world()
  assert.equal((await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`)).status, 204)
  const [receipt, ...more] = await receipts(w, w.bob.upn)
  assert.deepEqual(more, [])
  assert.equal(receipt?.subject, 'Your account at Fabrikam has ended')
  assert.match(receipt.body, /was removed\.\n\nReference: .*\nEnded: .*\nCan be restored until: /)
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
  await sql`update users set mail = ${invited} where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal((await receipts(w, invited)).length, 1)

  const never = `eve-${newId()}@outside.example`
  const invitation = { invitedUserEmailAddress: never, inviteRedirectUrl: 'https://app.example/' }
  const pending = await json(await frank.post('/v1.0/invitations', invitation), 201)
  assert.equal((await frank.delete(`/v1.0/users/${pending['invitedUser']['id']}`)).status, 204)
  assert.deepEqual(await receipts(w, never), [])
})

test('R83: a receipt that could not be sent goes with the person', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(31 * dayMs)
  await purgeDue(w.db, w.now())
  assert.deepEqual(await receipts(w, w.ada.upn), [])
})
