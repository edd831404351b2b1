/** The facts about a user and what they are, or shall be, linked to. */
import { isPowerfulApplication } from '../powerful-application.sql.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import type { LinkTable } from './link.ts'

export type Which = {
  readonly tenantId: TenantId
  readonly holderId: string
  readonly userId: UserId
}

/**
 * Holds the group or application until the transaction ends, so that the question of the last owner
 * is decided one at a time.
 */
export const lockHolder = (
  tx: Database,
  link: LinkTable,
  { tenantId, holderId }: Which,
): Promise<{ id: string } | undefined> =>
  firstRow(
    tx,
    select<{ id: string }>({
      id: 'h.id',
    })`from ${link.holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId} for no key update`,
  )

type Row = {
  readonly assignableToRole: boolean
  readonly userExists: boolean
  readonly linked: boolean
  readonly others: boolean
}

/**
 * Whether the user exists and is linked, and whether another live user is; undefined when there is
 * no such live group or application.
 */
export const readLink = (
  tx: Database,
  link: LinkTable,
  { tenantId, holderId, userId }: Which,
): Promise<Row | undefined> => {
  const others = sql`exists (select 1 from ${link.table} l join live_users o on o.tenant_id = l.tenant_id and o.id = l.user_id
    where l.tenant_id = h.tenant_id and l.${link.holderId} = h.id and l.user_id <> ${userId})`
  return firstRow(
    tx,
    select<Row>({
      assignableToRole:
        link.holderKind === 'group' ? sql`h.is_assignable_to_role` : isPowerfulApplication('h'),
      userExists: sql`exists (select 1 from live_users u where u.tenant_id = h.tenant_id and u.id = ${userId})`,
      linked: sql`exists (select 1 from ${link.table} l
          where l.tenant_id = h.tenant_id and l.${link.holderId} = h.id and l.user_id = ${userId})`,
      others: sql`${others}`,
    })`from ${link.holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId}`,
  )
}

/** Links the user. False when they are linked already. */
export const insertLink = async (
  tx: Database,
  link: LinkTable,
  which: Which,
  at: Date,
): Promise<boolean> => {
  const dated = link.holderKind === 'group' && link.added === 'group.memberAdded'
  const inserted = await firstRow(
    tx,
    sql`insert into ${link.table} (tenant_id, ${link.holderId}, user_id ${dated ? sql`, added_at` : sql``})
      values (${which.tenantId}, ${which.holderId}, ${which.userId} ${dated ? sql`, ${at}` : sql``}) on conflict do nothing returning user_id`,
  )
  return inserted !== undefined
}

/** Unlinks the user. False when they were not linked. */
export const deleteLink = async (
  tx: Database,
  link: LinkTable,
  { tenantId, holderId, userId }: Which,
): Promise<boolean> => {
  const removed = await firstRow(
    tx,
    sql`delete from ${link.table} where tenant_id = ${tenantId} and ${link.holderId} = ${holderId} and user_id = ${userId} returning user_id`,
  )
  return removed !== undefined
}
