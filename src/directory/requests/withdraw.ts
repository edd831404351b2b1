/** Whoever asked takes their request back (R31). */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { PersonId, RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { tellPerson } from '../users/tell.ts'

type WhichRequest = { readonly tenantId: TenantId; readonly requestId: RequestId }

export type WithdrawResult = { outcome: 'withdrawn' | 'answered' | 'notFound' }

/**
 * Takes back an open request of the person's user, live or deleted. `answered`: it is not open any
 * more.
 */
export const withdrawRequest = (
  db: Database,
  { personId, ...which }: WhichRequest & { readonly personId: PersonId },
  around: Around,
): Promise<WithdrawResult> => withdrawOf(db, which, sql`u.person_id = ${personId}`, around)

const takenBack = ({ kind, askedAt }: { readonly kind: RequestKind; readonly askedAt: Date }) => {
  const over = { due: null, whenDue: 'expired', text: null } as const
  const asked = { request: kind, askedAt: askedAt.toISOString() }
  return { kind: 'requestMoved', step: 'withdrawn', ...asked, ...over } as const
}

/** The same of a user `u` and a request `q` for whom the condition holds. */
export const withdrawOf = (
  db: Database,
  { tenantId, requestId }: WhichRequest,
  isTheirs: RawBuilder<unknown>,
  around: Around,
): Promise<WithdrawResult> =>
  transaction(db, async (tx) => {
    const mine = await firstRow(
      tx,
      answering<{ userId: UserId }>(
        { userId: 'q.user_id' },
        (list) => sql`
          select ${list} from requests q join users u on u.tenant_id = q.tenant_id and u.id = q.user_id and ${isTheirs}
          where q.tenant_id = ${tenantId} and q.id = ${requestId}`,
      ),
    )
    if (mine === undefined || !(await holdUserOfAnyState(tx, { tenantId, ...mine })))
      return { outcome: 'notFound' }
    const done = await firstRow(
      tx,
      answering<{ kind: RequestKind; askedAt: Date }>(
        { kind: 'kind', askedAt: 'created_at' },
        (list) => sql`
          update requests set state = 'withdrawn', answered_at = ${around.now}
          where tenant_id = ${tenantId} and id = ${requestId} and state = 'open' returning ${list}`,
      ),
    )
    if (done === undefined) return { outcome: 'answered' }
    const related = { kind: 'user', id: mine.userId } as const
    const target = { kind: 'request', id: requestId } as const
    await record(
      tx,
      eventOf(byUser(around, mine.userId), {
        tenantId,
        activity: 'request.withdrawn',
        target,
        related,
      }),
    )
    await tellPerson(tx, { tenantId, ...mine }, takenBack(done), around.now)
    return { outcome: 'withdrawn' }
  })
