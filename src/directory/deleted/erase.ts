/** The change of a purge: the row is removed, and that it was is proved. */
import type { Context, Event } from '../../events/event.ts'
import { eventInsertOf, eventOf } from '../../events/record.ts'
import type { EventId, PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { keepingReceipts } from '../../mail/outbox.ts'
import { erasuresWritten, type ErasureReceipt } from '../../receipts/write.sql.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { insertOf } from '../../store/listed.ts'
import { personAtHome } from '../../store/relations.sql.ts'
import { newToken } from '../../store/token.ts'
import { lapsing } from './protected.ts'
import { localIssuer } from '../users/create.ts'
import { homesGoneInsert } from '../guests/home-gone.ts'
import { homeIssuerStart } from '../identity-issuer.ts'
import { tellErased } from '../users/tell.ts'

export type Candidate = {
  readonly tenantId: TenantId
  readonly id: UserId
  readonly personId: PersonId | null
  readonly deletedAt: Date
  readonly dueAt: Date
}

/** One whose erasure has had a receipt before, by its reference. */
export type ErasedBefore = Candidate & { readonly reference: EventId | null }
type Erasing = Candidate & Partial<ErasedBefore>

type Cause = 'windowEnded' | 'administrator' | 'operator' | 'backupRestored'

// The user rows are locked by the caller, in this transaction.
export const erase = async (
  tx: Database,
  users: readonly Erasing[],
  cause: Cause,
  context: Context,
): Promise<void> => {
  if (users.length === 0) return
  const personIds = users.flatMap(({ personId }) => personId ?? [])
  // Two organizations may purge the same people at once; in one order, neither waits for the other.
  // Whom no user is any more goes by itself (migration 0025).
  await sql`select 1 from persons where id = any(${personIds}::uuid[]) order by id for update`.execute(
    tx,
  )
  const receipts = receiptsOf(users, cause, context)
  const homesGone = sql`, homes_gone_noted as (${homesGoneInsert(users, context.now)})`
  // Who is erased again was told when it was done first.
  if (cause === 'backupRestored') await proveAll(tx, receipts, cause, homesGone, context)
  else {
    const told = new Set(await tellErased(tx, receipts, context.now))
    const reached = receipts.map((one) =>
      told.has(one.reference) ? { ...one, mailState: 'waiting' as const } : one,
    )
    const kept = sql`${homesGone}, mails_kept as (${keepingReceipts(users, context.now)})`
    await proveAll(tx, reached, cause, kept, context)
  }
  await sql`
    with ${lapsing('user', users, context.now)}, gone as (
      delete from users u using unnest(${users.map(({ tenantId }) => tenantId)}::uuid[], ${users.map(({ id }) => id)}::uuid[]) as k(tenant_id, id)
      where u.tenant_id = k.tenant_id and u.id = k.id returning u.tenant_id, u.id, u.person_id, u.deleted_at
    ), undone_no_more as (
      update users a set undo_ends_at = null from gone
      where a.tenant_id = gone.tenant_id and a.person_id = gone.person_id and a.undo_ends_at is not null and a.deleted_at < gone.deleted_at
        and not exists (select 1 from gone too where too.tenant_id = a.tenant_id and too.id = a.id)
    ), their_local_identities as (
      delete from identities i using gone where i.issuer = ${localIssuer('' as TenantId)} || gone.tenant_id and i.subject = gone.id::text
    ), their_identities_at_home as (
      delete from identities i using gone where i.person_id = gone.person_id and starts_with(i.issuer, ${homeIssuerStart} || gone.tenant_id || ':'))
    delete from sessions s using gone join ${personAtHome('gone')}
    where s.person_id = p.id`.execute(tx)
  // What they did stays in the log, under an id that says nothing; where they did it from goes by
  // itself (migration 0057).
}

type Proved = Candidate & ErasureReceipt & { readonly event: Event; readonly code: string }

const proofTypes = {
  tenant_id: 'uuid',
  user_id: 'uuid',
  deleted_at: 'timestamptz',
  due_at: 'timestamptz',
  done_at: 'timestamptz',
  cause: 'text',
  event_id: 'uuid',
} as const

const receiptsOf = (users: readonly Erasing[], cause: Cause, context: Context): Proved[] =>
  users.map(({ reference: before, ...user }) => {
    const { tenantId, id, deletedAt: endedAt } = user
    const happened = { tenantId, activity: 'user.purged', reason: cause } as const
    const made = eventOf(context, { ...happened, target: { kind: 'user', id } })
    const event = { ...made, id: before ?? made.id }
    const { token: code, hash: codeHash } = newToken()
    const mailState = cause === 'backupRestored' ? 'toldBefore' : 'noAddress'
    return { ...user, userId: id, reference: event.id, event, endedAt, code, codeHash, mailState }
  })

// The event, the proof of erasure (R84) and its receipt; none of them says who it was.
const proveAll = async (
  tx: Database,
  receipts: readonly Proved[],
  cause: Cause,
  beside: RawBuilder<unknown>,
  context: Context,
): Promise<void> => {
  const proofs = receipts.map(({ tenantId, id, deletedAt, dueAt, reference }) => ({
    tenant_id: tenantId,
    user_id: id,
    deleted_at: deletedAt,
    due_at: dueAt,
    done_at: context.now,
    cause,
    event_id: reference,
  }))
  await sql`
    with recorded as (${eventInsertOf(receipts.map(({ event }) => event))}),
      ${erasuresWritten(receipts, context.now)}${beside}
    ${insertOf('erasures', proofTypes, proofs)}`.execute(tx)
}

/** Proves an erasure that was done before, of users who are not there. */
export const proveAgain = (
  tx: Database,
  users: readonly ErasedBefore[],
  context: Context,
): Promise<void> => {
  const cause = 'backupRestored'
  return proveAll(tx, receiptsOf(users, cause, context), cause, sql``, context)
}
