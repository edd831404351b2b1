/**
 * R20, R21, complaint N: the table of the ways in which a user ends. Each writes exactly one
 * receipt, and the erasure one more; none of them says who it was once that is erased.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { operatorAuthority } from '../../src/directory/authority.ts'
import {
  deleteGuestsWithoutHome,
  markGuestsWithoutHome,
} from '../../src/directory/guests/home-gone.ts'
import { eraseAgain } from '../../src/directory/deleted/purge.ts'
import { keepEndDates } from '../../src/directory/lifecycle/end-date.ts'
import { deleteUser } from '../../src/directory/users/delete.ts'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { declineInvitation } from '../../src/invitations/decline.ts'
import { removeWhoNeverCame } from '../../src/invitations/never-came.ts'
import { newId, type UserId } from '../../src/kernel/ids.ts'
import { keptWithoutHomeDays } from '../../src/kernel/kept-days.ts'
import { dayMs } from '../../src/kernel/time.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { receiptKinds, type ReceiptKind } from '../../src/receipts/receipt.ts'
import { rows } from '../../src/store/database.ts'
import { json } from '../json.ts'
import { mailsTo } from '../mails.ts'
import { world, type Person } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const here = (w: World) => ({ now: w.now(), correlationId: newId(), address: null })
let serial = 0

/** Somebody at home at Contoso who is a guest of Fabrikam. */
const arrive = async (w: World): Promise<Person & { guestId: UserId }> => {
  const person = await w.member(w.contoso, `Person ${serial++}`)
  return { ...person, guestId: await w.guest(person, w.fabrikam) }
}
const invite = async (w: World, address: string) => {
  const body = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
  const made = await json(await frank(w).post('/v1.0/invitations', body), 201)
  const token = new URL(String(made['inviteRedeemUrl'])).pathname.split('/').at(-1) ?? ''
  return { token, guestId: String(made['invitedUser'].id) as UserId }
}
const outside = () => `somebody-${newId()}@outside.example`
const remove = async (w: World, id: UserId) =>
  assert.equal((await frank(w).delete(`/v1.0/users/${id}`)).status, 204)

/** Each way, with the user that it ends. */
const ways: Record<ReceiptKind, (w: World) => Promise<UserId>> = {
  left: async (w) => {
    const person = await arrive(w)
    await json(await w.as(person).leave(w.fabrikam))
    return person.guestId
  },
  declined: async (w) => {
    const { token, guestId } = await invite(w, outside())
    const done = await declineInvitation(w.db, token, { forGood: false }, here(w))
    assert.equal(done.outcome, 'declined')
    assert.ok(done.outcome === 'declined' && done.receipt !== undefined)
    return guestId
  },
  removed: async (w) => {
    const { guestId } = await arrive(w)
    await remove(w, guestId)
    return guestId
  },
  removedByOperator: async (w) => {
    const { guestId } = await arrive(w)
    const which = { tenantId: w.fabrikam.id, userId: guestId }
    await deleteUser(w.db, which, operatorAuthority, w.operator())
    return guestId
  },
  removedByPolicy: async (w) => {
    const { guestId } = await arrive(w)
    const which = { tenantId: w.fabrikam.id, userId: guestId }
    await deleteUser(
      w.db,
      which,
      { kind: 'system' },
      { ...w.operator(), actor: { kind: 'system' } },
    )
    return guestId
  },
  endDate: async (w) => {
    const { guestId } = await arrive(w)
    const end = { 'guesthouse.endDateTime': w.now().toISOString() }
    await w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${guestId}`, end)
    await keepEndDates(w.db, w.now())
    return guestId
  },
  homeGone: async (w) => {
    const person = await arrive(w)
    const carol = w.as(w.carol, w.contoso)
    assert.equal((await carol.delete(`/v1.0/users/${person.userId}`)).status, 204)
    const path = `/v1.0/directory/deletedItems/${person.userId}`
    assert.equal((await carol.delete(path)).status, 204)
    await markGuestsWithoutHome(w.db, w.now())
    w.pass((keptWithoutHomeDays + 1) * dayMs)
    await deleteGuestsWithoutHome(w.db, w.now())
    return person.guestId
  },
  merged: async (w) => {
    const [one, other] = [outside(), outside()]
    const first = await invite(w, one)
    const who = { issuer: emailIssuer, subject: one }
    const came = await acceptInvitation(
      w.db,
      first.token,
      { who, addressProved: true, displayName: 'Somebody' },
      here(w),
    )
    assert.ok(came.outcome === 'accepted')
    const second = await invite(w, other)
    const again = { who: { personId: came.personId }, addressProved: true }
    assert.equal(
      (await acceptInvitation(w.db, second.token, again, here(w))).outcome,
      'alreadyHere',
    )
    return second.guestId
  },
  neverAccepted: async (w) => {
    const { guestId } = await invite(w, outside())
    await sql`update invitations set expires_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and user_id = ${guestId}`.execute(
      w.db,
    )
    w.pass(31 * dayMs)
    await removeWhoNeverCame(w.db, w.now())
    return guestId
  },
  erased: async (w) => {
    const { guestId } = await arrive(w)
    await remove(w, guestId)
    assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${guestId}`)).status, 204)
    return guestId
  },
}

type Row = {
  readonly kind: string
  readonly mail: string | null
  readonly person: string | null
  readonly whole: string
  readonly erased: boolean
  readonly restorable: boolean
}
const receiptsOf = (w: World, userId: UserId): Promise<Row[]> =>
  rows(
    w.db,
    sql<Row>`select r.kind, r.mail_state as mail, r.person_id as person, to_jsonb(r)::text as whole, r.erased_at is not null as erased,
        r.restorable_until is not null as restorable
      from receipts r where r.tenant_id = ${w.fabrikam.id} and r.user_id = ${userId} order by r.ended_at, r.kind = 'erased'`,
  )

/** Where nobody came as the user, nothing is kept that could be restored. */
const nothingKept = new Set<ReceiptKind>(['declined', 'merged', 'neverAccepted'])

test('complaint N, R20, R21: every ending writes exactly one receipt, and the erasure one more, which says nothing of anybody', async () => {
  const w = await world()
  for (const kind of receiptKinds) {
    const userId = await ways[kind](w)
    const [first, second, ...more] = await receiptsOf(w, userId)
    assert.deepEqual(more, [], kind)
    assert.equal(second?.kind, kind === 'erased' ? 'erased' : undefined, kind)
    assert.equal(first?.kind, kind === 'erased' ? 'removed' : kind)
    assert.equal(first?.erased, kind === 'erased' || nothingKept.has(kind), kind)
    assert.equal(first?.restorable, !nothingKept.has(kind), kind)
    // Who never came was nobody here who could be told (R21).
    assert.equal(first?.mail, nothingKept.has(kind) ? 'neverCame' : 'waiting', kind)
    assert.equal(second?.mail, kind === 'erased' ? 'waiting' : undefined, kind)
    if (first?.erased === true) assert.equal(first.person, null, kind)
    assert.doesNotMatch(first?.whole ?? '@', /@|Person|Somebody/, kind)
  }
})

test('R20, R42: what is refused, or done already, writes none', async () => {
  const w = await world()
  const person = await arrive(w)
  await json(await w.as(person).leave(w.contoso), 409)
  await json(await w.as(person).leave(w.fabrikam))
  await json(await w.as(person).leave(w.fabrikam))
  assert.deepEqual(
    (await receiptsOf(w, person.guestId)).map(({ kind }) => kind),
    ['left'],
  )
})

test('R83, R128: after the erasure no mail is about anybody, and the last one has a receipt of its own', async () => {
  const w = await world()
  const person = await arrive(w)
  await json(await w.as(person).leave(w.fabrikam))
  assert.equal(
    (await frank(w).delete(`/v1.0/directory/deletedItems/${person.guestId}`)).status,
    204,
  )
  const mails = await mailsTo(w.db, person.upn)
  const links = mails.map(({ body }) => /\/receipts\/([\w-]+)\?code=([\w-]{43})/.exec(body)?.[1])
  const written = await rows(
    w.db,
    sql<{
      id: string
    }>`select id from receipts where tenant_id = ${w.fabrikam.id} and user_id = ${person.guestId}`,
  )
  assert.deepEqual(links.toSorted(), written.map(({ id }) => id).toSorted())
  const about = await rows(
    w.db,
    sql`select 1 from mails where recipient = ${person.upn} and (tenant_id is not null or user_id is not null)`,
  )
  assert.deepEqual(about, [])
})

test('R21: who is erased again after a backup was put back was told the first time, and the receipt of the second says that', async () => {
  const w = await world()
  const person = await arrive(w)
  const done = {
    tenantId: w.fabrikam.id,
    userId: person.guestId,
    deletedAt: w.now(),
    dueAt: w.now(),
    doneAt: w.now(),
  }
  const mailsBefore = (await mailsTo(w.db, person.upn)).length
  assert.equal(await eraseAgain(w.db, [done], w.operator()), 1)
  const [erasure, ...more] = await receiptsOf(w, person.guestId)
  assert.deepEqual([erasure?.kind, erasure?.mail, more], ['erased', 'toldBefore', []])
  assert.equal((await mailsTo(w.db, person.upn)).length, mailsBefore, 'nobody is told twice')
})
