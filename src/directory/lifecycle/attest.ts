/** Somebody says that a guest still needs the account (R136): it counts from then on. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { dayMs } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { isGuest, type Which } from './guests.sql.ts'

export type AttestResult = { outcome: 'attested' } | { outcome: 'notFound' | 'notAGuest' }

/** The caller has been judged: an administrator. */
export const attest = (db: Database, which: Which, context: Context): Promise<AttestResult> =>
  transaction(db, async (tx) => {
    const facts = await lockLiveUser(
      tx,
      which,
      select<Attested & { isGuest: boolean }>({
        isGuest,
        attestedAt: 'u.attested_at',
      })`from ${liveUser(which)}`,
    )
    if (facts === undefined) return { outcome: 'notFound' }
    if (!facts.isGuest) return { outcome: 'notAGuest' }
    await noteAttested(tx, which, facts, context)
    return { outcome: 'attested' }
  })

export type Attested = { readonly attestedAt: Date | null }

/** So long saying it again says nothing new. */
const againAfterMs = dayMs

/** Notes it of a guest who is held, with its event; once a day, so that nobody fills the log. */
export const noteAttested = async (
  tx: Database,
  { tenantId, userId }: Which,
  { attestedAt }: Attested,
  context: Context,
): Promise<void> => {
  const { now } = context
  if (attestedAt !== null && now.getTime() - attestedAt.getTime() < againAfterMs) return
  await sql`update users set attested_at = ${now} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`.execute(
    tx,
  )
  const target = { kind: 'user', id: userId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'user.attested', target }))
}
