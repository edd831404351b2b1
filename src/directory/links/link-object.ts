/** Groups and applications as members of groups: adding them, and removing them again. */
import type { Context, Event } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { mayChangeGroup } from '../groups/group.rule.ts'
import { lockGroup, type GroupRow } from '../groups/list.sql.ts'
import type { GroupId } from '../../kernel/ids.ts'
import type { Member } from './closure.sql.ts'
import { linkEvent } from './link-event.ts'
import { memberExists } from './member-of.sql.ts'

/** What is to be in the group, or out of it. */
export type NestedMember = Member & { readonly kind: 'group' | 'application' }

type Refused = 'holderNotFound' | 'needsRoleAssigner' | 'userNotFound'
export type NestResult = {
  outcome: 'linked' | Refused | 'alreadyLinked' | 'inItself' | 'groupInRoleGroup'
}
export type UnnestResult = { outcome: 'unlinked' | Refused | 'notLinked' }

const eventFor = (
  what: 'added' | 'removed',
  member: NestedMember,
  holderId: GroupId,
  context: Context,
): Event => linkEvent({ tenantId: member.tenantId, kind: 'group', holderId }, what, member, context)

/** The group, held, where this authority may change it. */
const groupToChange = async (
  tx: Database,
  member: NestedMember,
  groupId: GroupId,
  authority: Authority,
): Promise<{ readonly group: GroupRow } | { readonly outcome: Refused }> => {
  const group = await lockGroup(tx, member.tenantId, groupId)
  if (group === undefined) return { outcome: 'holderNotFound' }
  if (!mayChangeGroup(group, { mayAssignRoles: mayAssignRoles(authority) }))
    return { outcome: 'needsRoleAssigner' }
  return (await memberExists(tx, member)) ? { group } : { outcome: 'userNotFound' }
}

/**
 * Puts a live group or application into a live group. `groupInRoleGroup`: who is in a group that
 * can hold directory roles is so by themselves, as in Entra. A circle of groups is no fault: it is
 * met once by whoever follows it (closure.sql.ts).
 */
export const nestMember = (
  db: Database,
  member: NestedMember,
  groupId: GroupId,
  authority: Authority,
  context: Context,
): Promise<NestResult> =>
  transaction(db, async (tx) => {
    if (member.id === groupId) return { outcome: 'inItself' }
    const found = await groupToChange(tx, member, groupId, authority)
    if ('outcome' in found) return found
    if (found.group.assignableToRole && member.kind === 'group')
      return { outcome: 'groupInRoleGroup' }
    const column = sql.ref(member.kind === 'group' ? 'member_group_id' : 'application_id')
    const added = await firstRow(
      tx,
      sql`insert into group_members (tenant_id, group_id, id, ${column}, added_at)
        values (${member.tenantId}, ${groupId}, ${member.id}, ${member.id}, ${context.now}) on conflict do nothing returning id`,
    )
    if (added === undefined) return { outcome: 'alreadyLinked' }
    await record(tx, eventFor('added', member, groupId, context))
    return { outcome: 'linked' }
  })

/** Takes a live group or application out of a live group. */
export const unnestMember = (
  db: Database,
  member: NestedMember,
  groupId: GroupId,
  authority: Authority,
  context: Context,
): Promise<UnnestResult> =>
  transaction(db, async (tx) => {
    const found = await groupToChange(tx, member, groupId, authority)
    if ('outcome' in found) return found
    const removed = await firstRow(
      tx,
      sql`delete from group_members where tenant_id = ${member.tenantId} and group_id = ${groupId} and id = ${member.id} returning id`,
    )
    if (removed === undefined) return { outcome: 'notLinked' }
    await record(tx, eventFor('removed', member, groupId, context))
    return { outcome: 'unlinked' }
  })
