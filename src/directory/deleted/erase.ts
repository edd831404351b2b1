/** The change of a purge: the row is removed, and that it was is proved. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { EventId, PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { keepReceipts } from '../../mail/outbox.ts'
import { noteReceiptMails, writeErasures } from '../../receipts/write.sql.ts'
import { sql, type Database } from '../../store/database.ts'
import { insertOf } from '../../store/listed.ts'
import { personAtHome } from '../../store/relations.sql.ts'
import { newToken } from '../../store/token.ts'
import { lapse } from './protected.ts'
import { localIssuer } from '../users/create.ts'
import { noteHomesGone } from '../guests/home-gone.ts'
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
  const receipts = await prove(tx, users, cause, context)
  await noteHomesGone(tx, users, context.now)
  // Who is erased again was told when it was done first.
  if (cause !== 'backupRestored') {
    await keepReceipts(tx, users, context.now)
    const told = await tellErased(tx, receipts, context.now)
    await noteReceiptMails(tx, told, 'waiting', context.now)
  }
  await sql`
    with gone as (
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
  await lapse(tx, 'user', users, context.now)
  // What they did stays in the log, under an id that says nothing; where they did it from goes by
  // itself (migration 0057).
}

type ErasureReceipt = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly reference: EventId
  readonly code: string
}

const proofTypes = {
  tenant_id: 'uuid',
  user_id: 'uuid',
  deleted_at: 'timestamptz',
  due_at: 'timestamptz',
  done_at: 'timestamptz',
  cause: 'text',
  event_id: 'uuid',
} as const

// The event, the proof of erasure (R84) and its receipt; none of them says who it was.
export const prove = async (
  tx: Database,
  users: readonly Erasing[],
  cause: string,
  context: Context,
): Promise<ErasureReceipt[]> => {
  const purged = users.map(({ tenantId, id, reference, ...user }) => {
    const happened = { tenantId, activity: 'user.purged', reason: cause } as const
    const event = eventOf(context, { ...happened, target: { kind: 'user', id } })
    return { ...user, tenantId, id, event: { ...event, id: reference ?? event.id } }
  })
  await record(tx, ...purged.map(({ event }) => event))
  const proofs = purged.map(({ tenantId, id, deletedAt, dueAt, event }) => ({
    tenant_id: tenantId,
    user_id: id,
    deleted_at: deletedAt,
    due_at: dueAt,
    done_at: context.now,
    cause,
    event_id: event.id,
  }))
  await insertOf('erasures', proofTypes, proofs).execute(tx)
  const receipts = purged.map(({ tenantId, id: userId, deletedAt: endedAt, event }) => {
    const { token: code, hash: codeHash } = newToken()
    return { tenantId, userId, reference: event.id, endedAt, code, codeHash }
  })
  await writeErasures(tx, receipts, context.now)
  // Who is told yet is noted afterwards.
  const references = receipts.map(({ reference }) => reference)
  const untold = cause === 'backupRestored' ? 'toldBefore' : 'noAddress'
  await noteReceiptMails(tx, references, untold, context.now)
  return receipts
}
