/** The facts about a user and what they are, or shall be, linked to. */
import { isPowerfulApplication } from '../powerful-application.sql.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering, select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
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
  { tenantId, holderId }: Omit<Which, 'userId'>,
): Promise<{ id: string } | undefined> =>
  firstRow(
    tx,
    select<{ id: string }>({
      id: 'h.id',
    })`from ${link.holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId} for no key update`,
  )

// A registration is as powerful as its service principal, be it deleted too: it could be restored.
const raises = ({ holderKind, side }: LinkTable) => {
  if (holderKind === 'group') return sql`h.is_assignable_to_role`
  return side === 'registration'
    ? sql`exists (select 1 from service_principals a where a.tenant_id = h.tenant_id and a.registration_id = h.id and ${isPowerfulApplication('a')})`
    : isPowerfulApplication('h')
}

const actsAs = ({ side }: LinkTable) => {
  if (side === undefined) return sql`'{}'::uuid[]`
  return side === 'application'
    ? sql`array[h.id]`
    : sql`array(select a.id from service_principals a where a.tenant_id = h.tenant_id and a.registration_id = h.id)`
}

type HolderRow = {
  readonly assignableToRole: boolean
  /** As whom an application that is the holder acts. */
  readonly actsAs: readonly string[]
}
type Row = HolderRow & {
  readonly userExists: boolean
  readonly linked: boolean
  readonly others: boolean
}

const holderColumns = (link: LinkTable): Columns<HolderRow> => ({
  assignableToRole: raises(link),
  actsAs: actsAs(link),
})

/** What there is to know of a live group or application before anything is linked to it. */
export const readHolder = (
  tx: Database,
  link: LinkTable,
  { tenantId, holderId }: Omit<Which, 'userId'>,
): Promise<HolderRow | undefined> =>
  firstRow(
    tx,
    select(
      holderColumns(link),
    )`from ${link.holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId}`,
  )

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
      ...holderColumns(link),
      userExists: sql`exists (select 1 from live_users u where u.tenant_id = h.tenant_id and u.id = ${userId})`,
      linked: sql`exists (select 1 from ${link.table} l
          where l.tenant_id = h.tenant_id and l.${link.holderId} = h.id and l.user_id = ${userId})`,
      others: sql`${others}`,
    })`from ${link.holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId}`,
  )
}

/**
 * Makes people owners of one side of an application. Returns who was none yet. One row for each,
 * which says what of it they own.
 */
export const insertPeople = (
  tx: Database,
  side: 'application' | 'registration',
  { tenantId, holderId }: Omit<Which, 'userId'>,
  userIds: readonly string[],
): Promise<{ readonly id: string }[]> => {
  const column = side === 'application' ? sql`application_id` : sql`owned_registration_id`
  const registration = side === 'application' ? sql`h.registration_id` : sql`h.id`
  return rows(
    tx,
    answering<{ id: string }>(
      { id: 'l.user_id' },
      (
        list,
      ) => sql`insert into application_owners as l (tenant_id, registration_id, ${column}, user_id)
        select h.tenant_id, ${registration}, h.id, k.id from ${sql.table(`live_${side}s`)} h cross join unnest(${[...userIds]}::uuid[]) k(id)
        where h.tenant_id = ${tenantId} and h.id = ${holderId}
        on conflict (tenant_id, registration_id, user_id) do update set ${column} = excluded.${column}
          where l.${column} is distinct from excluded.${column}
        returning ${list}`,
    ),
  )
}

/** Links the user. False when they are linked already. */
export const insertLink = async (
  tx: Database,
  link: LinkTable,
  which: Which,
  at: Date,
): Promise<boolean> => {
  if (link.side !== undefined)
    return (await insertPeople(tx, link.side, which, [which.userId])).length > 0
  const dated = link.holderKind === 'group' && link.added === 'group.memberAdded'
  const inserted = await firstRow(
    tx,
    sql`insert into ${link.table} (tenant_id, ${link.holderId}, user_id ${dated ? sql`, added_at` : sql``})
      values (${which.tenantId}, ${which.holderId}, ${which.userId} ${dated ? sql`, ${at}` : sql``}) on conflict do nothing returning user_id`,
  )
  return inserted !== undefined
}

/** Unlinks the user. False when they were not linked. */
export const deleteLink = async (tx: Database, link: LinkTable, which: Which): Promise<boolean> => {
  if (link.side !== undefined) return deleteOwner(tx, link.side, which)
  const { tenantId, holderId, userId } = which
  const removed = await firstRow(
    tx,
    sql`delete from ${link.table} where tenant_id = ${tenantId} and ${link.holderId} = ${holderId} and user_id = ${userId} returning user_id`,
  )
  return removed !== undefined
}

const deleteOwner = async (
  tx: Database,
  side: 'application' | 'registration',
  { tenantId, holderId, userId }: Which,
): Promise<boolean> => {
  const column = side === 'application' ? sql`application_id` : sql`owned_registration_id`
  const removed = await firstRow(
    tx,
    sql`update application_owners set ${column} = null where tenant_id = ${tenantId} and ${column} = ${holderId} and user_id = ${userId} returning user_id`,
  )
  await sql`delete from application_owners where tenant_id = ${tenantId} and user_id = ${userId}
    and application_id is null and owned_registration_id is null`.execute(tx)
  return removed !== undefined
}
