/** Changing a group's properties. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { GroupId, TenantId } from '../../kernel/ids.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import type { Visibility } from '../../wire/graph/group.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { changedNames } from '../changed-names.ts'
import { mayChangeGroup } from './group.rule.ts'
import { lockGroup } from './list.sql.ts'
import { searchVector } from '../users/user.ts'

/** What may be changed on a group. Absent means unchanged, null means cleared. */
export type GroupChanges = {
  readonly displayName?: string | undefined
  readonly description?: string | null | undefined
  readonly mailNickname?: string | undefined
  readonly visibility?: Visibility | undefined
}

export type UpdateGroupResult = {
  outcome: 'updated' | 'unchanged' | 'notFound' | 'needsRoleAssigner'
}

/** Changes a live group. The event names the properties that changed, never their values. */
export const updateGroup = (
  db: Database,
  { tenantId, groupId }: { tenantId: TenantId; groupId: GroupId },
  changes: GroupChanges,
  authority: Authority,
  context: Context,
): Promise<UpdateGroupResult> =>
  transaction(db, async (tx) => {
    const group = await lockGroup(tx, tenantId, groupId)
    if (group === undefined) return { outcome: 'notFound' }
    if (!mayChangeGroup(group, { mayAssignRoles: mayAssignRoles(authority) }))
      return { outcome: 'needsRoleAssigner' }
    const changed = changedNames(group, changes)
    if (changed.length === 0) return { outcome: 'unchanged' }

    const displayName = changes.displayName ?? group.displayName
    const description = changes.description === undefined ? group.description : changes.description
    const nickname = changes.mailNickname ?? group.mailNickname
    await sql`update groups set display_name = ${displayName}, description = ${description}, mail_nickname = ${nickname}, visibility = ${changes.visibility ?? group.visibility},
        sort_name = ${sortName(displayName)}, search_words = ${searchVector(searchLexemes(tenantId, displayName, nickname))}
      where tenant_id = ${tenantId} and id = ${groupId}`.execute(tx)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'group.updated',
        target: { kind: 'group', id: groupId },
        details: { properties: changed },
      }),
    )
    return { outcome: 'updated' }
  })
