/** Who is responsible for a user: manager and sponsors (R104). */
import type { Activity, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { changed, firstRow, rows, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { holdLiveUser, isLiveUser } from '../lock-user.sql.ts'
import { isLiveSponsor } from './live-sponsors.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type LinkResult =
  | { outcome: 'linked' | 'unlinked' }
  | { outcome: 'notFound' }
  | { outcome: 'already' }
  | { outcome: 'self' }
  | { outcome: 'tooMany' }
  | { outcome: 'circle' }

const note = (
  tx: Database,
  { tenantId, userId }: Which,
  activity: Activity,
  other: { kind: 'user' | 'group'; id: string } | undefined,
  context: Context,
): Promise<void> =>
  record(
    tx,
    eventOf(context, {
      tenantId,
      activity,
      target: { kind: 'user', id: userId },
      ...(other === undefined ? {} : { related: other }),
    }),
  )

/**
 * Makes a live user the manager of another. `circle` when the manager reports, however far down, to
 * the user.
 */
export const setManager = (
  db: Database,
  which: Which,
  managerId: UserId,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (userId === managerId) return { outcome: 'self' }
    // Two changes at once could close a circle that neither sees.
    await lockTenant(tx, tenantId)
    if (!(await isLiveUser(tx, which)) || !(await isLiveUser(tx, { tenantId, userId: managerId })))
      return { outcome: 'notFound' }
    const above = await rows(
      tx,
      answering<{ id: UserId }>(
        { id: 'id' },
        (list) => sql`
          with recursive above (id) as (
            select ${managerId}::uuid union select m.manager_id from managers m join above a on m.tenant_id = ${tenantId} and m.user_id = a.id)
          select ${list} from above where id = ${userId}`,
      ),
    )
    if (above.length > 0) return { outcome: 'circle' }
    await sql`insert into managers (tenant_id, user_id, manager_id) values (${tenantId}, ${userId}, ${managerId})
      on conflict (tenant_id, user_id) do update set manager_id = excluded.manager_id`.execute(tx)
    await note(tx, which, 'user.managerChanged', { kind: 'user', id: managerId }, context)
    return { outcome: 'linked' }
  })

/**
 * Takes the manager of a live user away. `notFound` when there is none, which is also so while they
 * are deleted: whoever reads it is told of none, and a restore brings them back as they were.
 */
export const removeManager = (db: Database, which: Which, context: Context): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (!(await isLiveUser(tx, which))) return { outcome: 'notFound' }
    const removed = await changed(
      tx,
      sql`delete from managers m using live_users o
        where m.tenant_id = ${tenantId} and m.user_id = ${userId} and o.tenant_id = m.tenant_id and o.id = m.manager_id`,
    )
    if (removed === 0) return { outcome: 'notFound' }
    await note(tx, which, 'user.managerChanged', undefined, context)
    return { outcome: 'unlinked' }
  })

/**
 * Takes a sponsor away. `notFound` when it is none, or deleted: it stands in no list, and a restore
 * brings it back as it was.
 */
export const removeSponsor = (
  db: Database,
  which: Which,
  sponsorId: string,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (!(await holdLiveUser(tx, which))) return { outcome: 'notFound' }
    const removed = await firstRow(
      tx,
      answering<{
        isUser: boolean
      }>(
        { isUser: sql`sponsor_user_id is not null` },
        (list) =>
          sql`delete from sponsors s where tenant_id = ${tenantId} and user_id = ${userId} and id = ${sponsorId} and ${isLiveSponsor} returning ${list}`,
      ),
    )
    if (removed === undefined) return { outcome: 'notFound' }
    await note(
      tx,
      which,
      'user.sponsorRemoved',
      { kind: removed.isUser ? 'user' : 'group', id: sponsorId },
      context,
    )
    return { outcome: 'unlinked' }
  })
