/** Somebody says that a guest still needs the account (R136): it counts from then on. */
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { holdLiveUser, liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { isShutTo } from '../proved-account.sql.ts'
import { isGuest, type Which } from './guests.sql.ts'
import { readOwnNeed, type OwnNeedFacts } from './own.sql.ts'

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

type Who = { readonly personId: PersonId; readonly sessionId: string; readonly tenantId: TenantId }

/**
 * Why a guest cannot say it of themselves. `notAllowed`: the organization leaves it to others;
 * `notTrusted`: it does not trust the session, or is closed.
 */
export type OwnAttestResult =
  | { outcome: 'attested' }
  | { outcome: 'notFound' | 'notAGuest' | 'notAccepted' | 'disabled' | 'notAllowed' | 'notTrusted' }

const judged = (facts: OwnNeedFacts): Exclude<OwnAttestResult['outcome'], 'notFound'> => {
  if (!facts.open) return 'notTrusted'
  if (!facts.isGuest) return 'notAGuest'
  if (!facts.accepted) return 'notAccepted'
  if (!facts.enabled) return 'disabled'
  return facts.allowed ? 'attested' : 'notAllowed'
}

/** A guest says of themselves that they still need the account. */
export const attestOneself = (
  db: Database,
  { personId, sessionId, tenantId }: Who,
  around: Around,
): Promise<OwnAttestResult> =>
  transaction(db, async (tx) => {
    const me = await readOwnNeed(tx, personId, tenantId)
    if (me === undefined) return { outcome: 'notFound' }
    const which = { tenantId, userId: me.userId }
    if (await isShutTo(tx, tenantId, sessionId)) return { outcome: 'notTrusted' }
    if (!(await holdLiveUser(tx, which))) return { outcome: 'notFound' }
    const facts = await readOwnNeed(tx, personId, tenantId)
    if (facts?.userId !== me.userId) return { outcome: 'notFound' }
    const outcome = judged(facts)
    if (outcome === 'attested') await noteAttested(tx, which, facts, byUser(around, me.userId))
    return { outcome }
  })
