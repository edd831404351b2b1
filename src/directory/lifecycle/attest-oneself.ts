/** A guest says of themselves that they still need the account (R136). */
import { readEndsOf } from './ends.ts'
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import type { OwnAttestReason } from '../../wire/account-guests.ts'
import { holdLiveUser } from '../lock-user.sql.ts'
import { isShutTo } from '../proved-account.sql.ts'
import { noteAttested } from './attest.ts'
import { ownAttestObstacle } from './own.rule.ts'
import { readOwnNeed } from './own.sql.ts'

type Who = { readonly personId: PersonId; readonly sessionId: string; readonly tenantId: TenantId }

/**
 * Why a guest cannot say it of themselves. `notAllowed`: the organization leaves it to others;
 * `over`: their end date has come; `notTrusted`: it does not trust the session, or is closed.
 */
export type OwnAttestResult =
  | { outcome: 'attested' }
  | { outcome: 'notFound' | 'notTrusted' | Exclude<OwnAttestReason, 'organizationClosed'> }

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
    const ends = await readEndsOf(tx, which, around.now)
    const obstacle = ownAttestObstacle({ ...facts, endsAt: ends?.endsAt ?? null }, around.now)
    if (obstacle !== null)
      return { outcome: obstacle === 'organizationClosed' ? 'notTrusted' : obstacle }
    await noteAttested(tx, which, facts, byUser(around, me.userId))
    return { outcome: 'attested' }
  })
