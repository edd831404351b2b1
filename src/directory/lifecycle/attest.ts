/** Somebody says that a guest still needs the account (R136): it counts from then on. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { select } from '../../store/columns.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { authorityReaches, type Authority } from '../authority.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'
import { saysAnew } from './attested.rule.ts'
import { isGuest, type Which } from './guests.sql.ts'
import { setEndDate } from './set-end-date.ts'

export type AttestResult =
  | { outcome: 'attested' }
  | { outcome: 'notFound' | 'notAGuest' | 'targetTooHigh' }

/** `endsAt`: the end date is this from then on, which is a sensitive change as it is alone. */
type Wish = { readonly endsAt: Date | undefined; readonly authority: Authority }

/**
 * An administrator says it, and with `endsAt` sets the end date too (R133): both or neither. The
 * caller has been judged.
 */
export const attest = (
  db: Database,
  which: Which,
  { endsAt, authority }: Wish,
  context: Context,
): Promise<AttestResult> =>
  transaction(db, async (tx) => {
    const facts = await lockLiveUser(
      tx,
      which,
      select<Attested & TargetRow & { isGuest: boolean }>({
        ...targetColumns,
        isGuest,
        attestedAt: 'u.attested_at',
      })`from ${liveUser(which)}`,
    )
    if (facts === undefined) return { outcome: 'notFound' }
    if (!facts.isGuest) return { outcome: 'notAGuest' }
    if (endsAt !== undefined) {
      if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
      await setEndDate(tx, which, endsAt, context)
    }
    await noteAttested(tx, which, facts, context)
    return { outcome: 'attested' }
  })

export type Attested = { readonly attestedAt: Date | null }

/**
 * Notes it of a guest who is held, with its event; once a day, so that nobody fills the log. Of one
 * whom a policy has disabled every rule counts from then on: what `asAttested` says.
 */
export const noteAttested = async (
  tx: Database,
  { tenantId, userId }: Which,
  { attestedAt }: Attested,
  context: Context,
): Promise<void> => {
  const { now } = context
  await sql`update users set lifecycle_from = ${now}
    where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and disabled_by_policy`.execute(
    tx,
  )
  if (!saysAnew(attestedAt, now)) return
  await sql`update users set attested_at = ${now} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`.execute(
    tx,
  )
  const target = { kind: 'user', id: userId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'user.attested', target }))
}
