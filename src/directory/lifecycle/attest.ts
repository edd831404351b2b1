/** Somebody says that a guest still needs the account (R136): it counts from then on. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { select } from '../../store/columns.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { isGuest, type Which } from './guests.sql.ts'

export type AttestResult = { outcome: 'attested' } | { outcome: 'notFound' | 'notAGuest' }

/** The caller has been judged: the guest, whoever answers for them, or an administrator. */
export const attest = (db: Database, which: Which, context: Context): Promise<AttestResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    const facts = await lockLiveUser(
      tx,
      which,
      select<{ isGuest: boolean }>({ isGuest })`from ${liveUser(which)}`,
    )
    if (facts === undefined) return { outcome: 'notFound' }
    if (!facts.isGuest) return { outcome: 'notAGuest' }
    await sql`update users set attested_at = ${context.now} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`.execute(
      tx,
    )
    const target = { kind: 'user', id: userId } as const
    await record(tx, eventOf(context, { tenantId, activity: 'user.attested', target }))
    return { outcome: 'attested' }
  })
