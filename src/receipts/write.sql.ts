/**
 * Writing receipts: the one place through which every ending passes, in the statement or the
 * transaction that ends.
 */
import type { EventId, TenantId, UserId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import { insertOf } from '../store/listed.ts'
import type { MailState } from '../wire/mail-state.ts'
import type { NewReceipt } from './receipt.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * The receipt of each row of `source` (tenant_id, id, person_id), and the systems that are to be
 * told, to stand in the `with` of the statement that ends.
 */
export const receiptFrom = (
  receipt: NewReceipt,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  receiptsFrom(
    {
      ...receipt,
      reference: sql`${receipt.reference}::uuid`,
      codeHash: sql`${receipt.codeHash}::bytea`,
      mailState: sql`${receipt.mailState}::text`,
      mailedTo: sql`${receipt.mailedTo}::text`,
    },
    source,
  )

type Own = 'reference' | 'codeHash' | 'mailState' | 'mailedTo'
type OfEach = Omit<NewReceipt, Own> & Readonly<Record<Own, RawBuilder<unknown>>>

// When what became of a mail was settled: at once where none is sent.
const settledAt = ({ mailState, endedAt }: OfEach): RawBuilder<unknown> =>
  sql`case when ${mailState} <> 'waiting' then ${endedAt}::timestamptz end`

// Where nothing is kept, the user is gone by now, and with it whatever was noted.
const mailNoted = (receipt: OfEach, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  receipt.restorableUntil === null
    ? sql``
    : sql`, receipt_mail_noted as (
      insert into told_mails (tenant_id, id, user_id, kind, receipt_id, recipient, queued_at, state, at)
      select gone.tenant_id, gen_random_uuid(), gone.id, 'receipt', ${receipt.reference}, ${receipt.mailedTo}, ${receipt.endedAt}::timestamptz,
        ${receipt.mailState}, ${settledAt(receipt)}
      from ${source} as gone)`

/** The same where each row of `source`, `gone` here, has a reference and a code of its own. */
export const receiptsFrom = (receipt: OfEach, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`receipt_written as (
      insert into receipts (tenant_id, id, user_id, person_id, kind, ended_at, restorable_until, erased_by, erased_at, code_hash, together_id, mail_state, mail_at)
      select gone.tenant_id, ${receipt.reference}, gone.id, ${receipt.restorableUntil === null ? sql`null::uuid` : sql`gone.person_id`}, ${receipt.kind}::text,
        ${receipt.endedAt}::timestamptz, ${receipt.restorableUntil}::timestamptz, ${receipt.erasedBy}::timestamptz,
        ${receipt.restorableUntil === null ? receipt.endedAt : null}::timestamptz, ${receipt.codeHash}, ${receipt.togetherId}::uuid,
        ${receipt.mailState}, ${settledAt(receipt)}
      from ${source} as gone
    ), systems_noted as (
      insert into receipt_systems (tenant_id, receipt_id, application_id, sid)
      select s.tenant_id, ${receipt.reference}, s.application_id, s.sid
      from ${source} as gone join oidc_sign_ons s on s.tenant_id = gone.tenant_id and s.user_id = gone.id
      where exists (select 1 from applications a join application_redirects r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id
        where a.tenant_id = s.tenant_id and a.id = s.application_id and r.kind = 'backchannel')
    )${mailNoted(receipt, source)}`

/**
 * The receipt of an erasure, when the account had ended, the digest of its code, and whether a mail
 * of it waits, or why none does.
 */
export type ErasureReceipt = Which & {
  readonly reference: EventId
  readonly endedAt: Date
  readonly codeHash: Buffer | null
  readonly mailState: MailState
}

/**
 * The receipts of erasures that are done at `now`: parts of the `with` that proves them. Whoever
 * the earlier receipts were of is nobody from here on.
 */
export const erasuresWritten = (
  erasures: readonly ErasureReceipt[],
  now: Date,
): RawBuilder<unknown> => {
  const [tenantIds, userIds] = [
    erasures.map(({ tenantId }) => tenantId),
    erasures.map(({ userId }) => userId),
  ]
  const receipts = erasures.map((erasure) => ({
    tenant_id: erasure.tenantId,
    id: erasure.reference,
    user_id: erasure.userId,
    kind: 'erased',
    ended_at: erasure.endedAt,
    erased_by: now,
    erased_at: now,
    code_hash: erasure.codeHash,
    mail_state: erasure.mailState,
    mail_at: erasure.mailState === 'waiting' ? null : now,
  }))
  return sql`receipts_before as (
      update receipts r set person_id = null, erased_at = coalesce(r.erased_at, ${now})
      from unnest(${tenantIds}::uuid[], ${userIds}::uuid[]) as k(tenant_id, user_id)
      where r.tenant_id = k.tenant_id and r.user_id = k.user_id
    ), receipts_written as (${insertOf('receipts', erasureTypes, receipts)})`
}

const erasureTypes = {
  tenant_id: 'uuid',
  id: 'uuid',
  user_id: 'uuid',
  kind: 'text',
  ended_at: 'timestamptz',
  erased_by: 'timestamptz',
  erased_at: 'timestamptz',
  code_hash: 'bytea',
  mail_state: 'text',
  mail_at: 'timestamptz',
} as const

/** Notes that what had ended is back: a part of the `with` that brings it back. */
export const notingRestored = (
  { tenantId, userIds }: { readonly tenantId: TenantId; readonly userIds: readonly UserId[] },
  now: Date,
): RawBuilder<unknown> =>
  sql`receipts_restored as (
    update receipts set restored_at = ${now}
    where tenant_id = ${tenantId} and user_id = any(${[...userIds]}::uuid[]) and restored_at is null and erased_at is null)`

/** Notes that a system has acknowledged the end of a sign-on, or that it is not told any more. */
export const noteAnswer = async (
  db: Database,
  signOn: { readonly tenantId: TenantId; readonly applicationId: string; readonly sid: string },
  answer: 'acknowledged' | 'givenUp',
  now: Date,
): Promise<void> => {
  const column = answer === 'acknowledged' ? sql`acknowledged_at` : sql`given_up_at`
  await sql`update receipt_systems set ${column} = ${now}
    where tenant_id = ${signOn.tenantId} and application_id = ${signOn.applicationId} and sid = ${signOn.sid} and acknowledged_at is null`.execute(
    db,
  )
}
