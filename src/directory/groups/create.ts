/** Making a group. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId, type GroupId, type TenantId } from '../../kernel/ids.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import type { Visibility } from '../../wire/graph/group.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { mailNicknameFor, mayChangeGroup } from './group.rule.ts'
import { searchVector } from '../users/user.ts'

export type NewGroup = {
  readonly displayName: string
  readonly description?: string | null | undefined
  /** Derived from the name when absent. */
  readonly mailNickname?: string | undefined
  /** Whether directory roles can be assigned to it. Cannot be changed later. */
  readonly assignableToRole?: boolean | undefined
  readonly visibility?: Visibility | undefined
}

export type CreateGroupResult =
  | { outcome: 'created'; groupId: GroupId }
  | { outcome: 'needsRoleAssigner' }

/**
 * Makes a group without members. `needsRoleAssigner`: it shall be assignable to roles, and the
 * caller may not assign roles.
 */
export const createGroup = (
  db: Database,
  tenantId: TenantId,
  group: NewGroup,
  authority: Authority,
  context: Context,
): Promise<CreateGroupResult> =>
  transaction(db, async (tx) => {
    const assignableToRole = group.assignableToRole ?? false
    if (!mayChangeGroup({ assignableToRole }, { mayAssignRoles: mayAssignRoles(authority) }))
      return { outcome: 'needsRoleAssigner' }

    const groupId = newId<GroupId>()
    const nickname =
      group.mailNickname ?? mailNicknameFor(group.displayName, `group-${groupId.slice(-12)}`)
    await sql`insert into groups (tenant_id, id, display_name, description, mail_nickname, is_assignable_to_role, visibility, created_at, sort_name, search_words)
      values (${tenantId}, ${groupId}, ${group.displayName}, ${group.description ?? null}, ${nickname}, ${assignableToRole}, ${group.visibility ?? 'Private'}, ${context.now},
        ${sortName(group.displayName)}, ${searchVector(searchLexemes(tenantId, group.displayName, nickname))})`.execute(
      tx,
    )
    const target = { kind: 'group', id: groupId } as const
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'group.created',
        target,
        details: { assignableToRole },
      }),
    )
    return { outcome: 'created', groupId }
  })
