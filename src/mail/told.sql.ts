/**
 * That somebody was sent a mail about their standing, and what became of it: noted when it is
 * queued, settled when it leaves the outbox. Of an ending the receipt says it too (R21).
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { maskedAddress } from '../kernel/masked-address.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import { insertOf, type ListedRow } from '../store/listed.ts'
import type { MailState } from '../wire/mail-state.ts'
import type { Letter, ToldKind } from './letters.ts'

/** Letters to the person themselves; the receipt of an ending is noted with the receipt. */
const kinds: Readonly<Record<Exclude<ToldKind, 'erased'> | 'invitation', true>> = {
  invitation: true,
  redemptionReset: true,
  userTypeChanged: true,
  waysInEnded: true,
  roleGiven: true,
  roleTaken: true,
  handedOver: true,
  sessionsEnded: true,
  restored: true,
  restoredAsks: true,
  undone: true,
  held: true,
  holdEnded: true,
  disabled: true,
  enabled: true,
  requestAnswered: true,
  requestMoved: true,
  lifecycle: true,
}
const isTold = (kind: string): boolean => Object.hasOwn(kinds, kind)

type Noted = {
  readonly id: string
  readonly letter: Pick<Letter, 'kind'>
  readonly recipient: string | null
  readonly about?: { readonly tenantId: TenantId; readonly userId: UserId } | undefined
}

/**
 * An insert that notes those of `mails` that are to the person whom they are about, also without an
 * address; undefined when none is.
 */
export const toldInsert = (mails: readonly Noted[], now: Date): RawBuilder<unknown> | undefined => {
  const noted = mails.flatMap((mail) => rowOf(mail, now) ?? [])
  return noted.length > 0 ? insertOf('told_mails', types, noted) : undefined
}

/** Notes them, where no mail is queued. */
export const noteTold = async (db: Database, mails: readonly Noted[], now: Date): Promise<void> => {
  await toldInsert(mails, now)?.execute(db)
}

const types = {
  tenant_id: 'uuid',
  id: 'uuid',
  user_id: 'uuid',
  kind: 'text',
  recipient: 'text',
  queued_at: 'timestamptz',
  state: 'text',
  at: 'timestamptz',
} as const

const rowOf = (
  { id, letter: { kind }, recipient, about }: Noted,
  now: Date,
): ListedRow<keyof typeof types> | undefined => {
  if (about === undefined || !isTold(kind)) return undefined
  const to =
    recipient === null
      ? { recipient, state: 'noAddress', at: now }
      : { recipient: maskedAddress(recipient), state: 'waiting', at: null }
  return { tenant_id: about.tenantId, id, user_id: about.userId, kind, queued_at: now, ...to }
}

/**
 * Settles what was noted of the mails in `gone` (tenant_id, id, kind, content, attempts), to stand
 * in the `with` of the statement that takes them out of the store.
 */
export const settled = (state: MailState, now: Date): RawBuilder<unknown> => {
  const fate = sql`${state}::text as state, ${now}::timestamptz as at, gone.attempts as tries`
  // A letter tells the reference of one receipt, or an entry for each of several.
  return sql`
    told_settled as (
      update told_mails t set state = f.state, at = f.at, tries = f.tries
      from (select gone.tenant_id, gone.id, ${fate} from gone) f where t.tenant_id = f.tenant_id and t.id = f.id
    ), of_receipts as (
      select (e ->> 'reference')::uuid as receipt_id, ${fate}
      from gone cross join lateral jsonb_array_elements(coalesce(gone.content -> 'entries', jsonb_build_array(gone.content))) e
      where gone.kind in ('receipt', 'receipts', 'erased')
    ), receipts_settled as (
      update receipts r set mail_state = f.state, mail_at = f.at, mail_tries = f.tries from of_receipts f where r.id = f.receipt_id
    ), told_receipts_settled as (
      update told_mails t set state = f.state, at = f.at, tries = f.tries from of_receipts f where t.receipt_id = f.receipt_id)`
}

/** Notes of all mail that waits whether there is a mail server that could take it. */
export const noteServer = async (db: Database, isThere: boolean): Promise<void> => {
  const [from, to] = isThere ? ['noServer', 'waiting'] : ['waiting', 'noServer']
  await sql`
    with told as (update told_mails set state = ${to}::text where at is null and state = ${from})
    update receipts set mail_state = ${to}::text where mail_at is null and mail_state = ${from}`.execute(
    db,
  )
}
