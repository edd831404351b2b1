/**
 * Which of our objects the names and ids in the files stand for. Ids in files are somebody else's;
 * ours are new.
 */
import { isUuid, type GroupId, type TenantId, type UserId } from '../../kernel/ids.ts'
import { nameKey, type NameKey } from '../../kernel/principal-name.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import type { GroupRow, MemberRef } from './rows.ts'

export type Known = {
  readonly tenantId: TenantId
  /** By id in the file, and by the key of the user principal name. */
  readonly usersById: Map<string, UserId>
  readonly usersByName: Map<NameKey, UserId>
  readonly groupsById: Map<string, GroupId>
  /** Ids of users and groups that are deleted where the files come from. */
  readonly deleted: Set<string>
  /** By display name; `several` when it does not say which. */
  readonly groupsByName: Map<string, GroupId | 'several'>
}

export const newKnown = (tenantId: TenantId): Known => ({
  tenantId,
  usersById: new Map(),
  usersByName: new Map(),
  groupsById: new Map(),
  deleted: new Set(),
  groupsByName: new Map(),
})

/**
 * Looks up which of these user principal names live users have, in one statement, and remembers
 * them.
 */
export const learnUsers = async (
  tx: Database,
  known: Known,
  names: readonly string[],
): Promise<void> => {
  const unknown = [...new Set(names.map(nameKey))].filter((name) => !known.usersByName.has(name))
  if (unknown.length === 0) return
  const found = await rows(
    tx,
    select<{ id: UserId; name: NameKey }>({ id: 'id', name: 'name_key' })`from live_users
      where tenant_id = ${known.tenantId} and name_key = any(${unknown}::text[])`,
  )
  for (const { id, name } of found) known.usersByName.set(name, id)
}

/**
 * The live user that a member reference stands for: an id of the files, a user principal name, or
 * an id of ours.
 */
export const findMember = async (
  tx: Database,
  known: Known,
  { id, userPrincipalName }: MemberRef,
): Promise<UserId | undefined> => {
  const byFile =
    known.usersById.get(id ?? '') ?? known.usersByName.get(nameKey(userPrincipalName ?? ''))
  if (byFile !== undefined || typeof id !== 'string' || !isUuid(id)) return byFile
  return (
    await firstRow(
      tx,
      select<{ id: UserId }>({
        id: 'id',
      })`from live_users where tenant_id = ${known.tenantId} and id = ${id}`,
    )
  )?.id
}

/**
 * The live group that a reference stands for: an id or name of the files, an id or name of ours.
 * `several` when a name is not unique.
 */
export const findGroup = async (
  tx: Database,
  known: Known,
  reference: string,
): Promise<GroupId | 'several' | undefined> => {
  const byFile = known.groupsById.get(reference) ?? known.groupsByName.get(reference)
  if (byFile !== undefined) return byFile
  const which = isUuid(reference) ? sql`id = ${reference}` : sql`display_name = ${reference}`
  const found = await rows(
    tx,
    select<{ id: GroupId }>({
      id: 'id',
    })`from live_groups where tenant_id = ${known.tenantId} and ${which} limit 2`,
  )
  const result = found.length > 1 ? 'several' : found[0]?.id
  if (result !== undefined) known.groupsByName.set(reference, result)
  return result
}

/**
 * A live group that is the one of the row: the same name and, where the row has one, the same mail
 * nickname.
 */
export const findSameGroup = (
  tx: Database,
  { tenantId }: Known,
  { displayName, mailNickname }: GroupRow,
): Promise<{ id: GroupId } | undefined> =>
  firstRow(
    tx,
    select<{ id: GroupId }>({
      id: 'id',
    })`from live_groups where tenant_id = ${tenantId} and display_name = ${displayName}
      and ${typeof mailNickname === 'string' ? sql`mail_nickname = ${mailNickname}` : sql`true`} order by created_at, id limit 1`,
  )
