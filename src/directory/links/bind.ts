/** Putting several into a group at once, as members and as owners: all of them or nothing. */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import type { GroupId, TenantId, UserId } from '../../kernel/ids.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { canOwn } from '../../store/owners.sql.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { mayChangeGroup } from '../groups/group.rule.ts'
import { lockGroup } from '../groups/list.sql.ts'
import { liveUsers, lockSeveral } from '../lock-user.sql.ts'
import { answering, select } from '../../store/columns.ts'
import { endLowerWaysIn } from '../users/ways-in.sql.ts'
import type { MemberKind } from './closure.sql.ts'
import { kindsOfLive } from './kind-of-live.sql.ts'
import { linkEvent } from './link-event.ts'
import { insertOwners } from './owning/owner-applications.sql.ts'

/** Ids of those who are to be in a group, and of those who are to answer for it. */
export type Bound = { readonly members: readonly string[]; readonly owners: readonly string[] }

export type BindResult =
  | { outcome: 'bound' }
  | { outcome: 'holderNotFound' | 'needsRoleAssigner' | 'inItself' | 'groupInRoleGroup' }
  /** There is no such live object that could be linked so. */
  | { outcome: 'notFound'; id: string }
  | { outcome: 'alreadyLinked'; property: keyof Bound }

type Which = { readonly tenantId: TenantId; readonly groupId: GroupId }

type Judged = {
  readonly outcome: 'open'
  readonly assignableToRole: boolean
  readonly kinds: ReadonlyMap<string, MemberKind>
}

const judged = async (
  tx: Database,
  { tenantId, groupId }: Which,
  { members, owners }: Bound,
  authority: Authority,
): Promise<Judged | Exclude<BindResult, { outcome: 'bound' }>> => {
  const group = await lockGroup(tx, tenantId, groupId)
  if (group === undefined) return { outcome: 'holderNotFound' }
  const { assignableToRole } = group
  if (!mayChangeGroup(group, { mayAssignRoles: mayAssignRoles(authority) }))
    return { outcome: 'needsRoleAssigner' }
  const kinds = await kindsOfLive(tx, { tenantId, ids: [...members, ...owners] })
  const unknown =
    members.find((id) => !kinds.has(id)) ?? owners.find((id) => !canOwn(kinds.get(id)))
  if (unknown !== undefined) return { outcome: 'notFound', id: unknown }
  if (members.includes(groupId)) return { outcome: 'inItself' }
  return assignableToRole && members.some((id) => kinds.get(id) === 'group')
    ? { outcome: 'groupInRoleGroup' }
    : { outcome: 'open', assignableToRole, kinds }
}

/**
 * Links them, in as many statements however many they are, by the rules for one (link-user.ts,
 * link-object.ts). To be called in a transaction, which is taken back where it is not `bound`.
 */
export const bindToGroup = async (
  tx: Database,
  which: Which,
  { members, owners }: Bound,
  authority: Authority,
  context: Context,
): Promise<BindResult> => {
  const { tenantId } = which
  const found = await judged(tx, which, { members, owners }, authority)
  if (found.outcome !== 'open') return found
  const { kinds, assignableToRole } = found
  const ofKind = (kind: MemberKind) => members.filter((id) => kinds.get(id) === kind)
  const ownersOf = (kind: MemberKind) => owners.filter((id) => kinds.get(id) === kind)
  const rising = assignableToRole ? [...new Set([...ofKind('user'), ...ownersOf('user')])] : []
  if (assignableToRole) await holdBeforeRise(tx, tenantId, rising as UserId[])
  if (!(await insertMembers(tx, which, { members, ofKind }, context.now)))
    return { outcome: 'alreadyLinked', property: 'members' }
  if (!(await insertBoth(tx, which, owners, ownersOf)))
    return { outcome: 'alreadyLinked', property: 'owners' }
  await noteAll(tx, which, { members, owners, kinds }, context)
  for (const userId of rising as UserId[]) await endLowerWaysIn(tx, { tenantId, userId }, context)
  return { outcome: 'bound' }
}

// Membership of such a group is as good as a role: whoever judges the users waits, and password
// links from before end (R49).
const holdBeforeRise = async (
  tx: Database,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<void> => {
  const which = { tenantId, userIds }
  await lockSeveral(
    tx,
    'live_users',
    which,
    select<{ id: UserId }>({ id: 'u.id' })`from ${liveUsers(which)}`,
  )
  await sql`delete from password_links where tenant_id = ${tenantId} and user_id = any(${[...userIds]}::uuid[])`.execute(
    tx,
  )
}

// False where one was linked by then.
const insertMembers = async (
  tx: Database,
  { tenantId, groupId }: Which,
  { members, ofKind }: { members: readonly string[]; ofKind: (kind: MemberKind) => string[] },
  now: Date,
): Promise<boolean> => {
  const [groups, applications] = [ofKind('group'), ofKind('application')]
  const inserted = await rows(
    tx,
    answering<{ id: string }>(
      { id: 'id' },
      (list) => sql`with people as (
          insert into memberships (tenant_id, group_id, user_id, added_at)
          select ${tenantId}, ${groupId}, k.id, ${now} from unnest(${ofKind('user')}::uuid[]) k(id)
          on conflict do nothing returning user_id as id
        ), others as (
          insert into group_members (tenant_id, group_id, id, member_group_id, application_id, added_at)
          select ${tenantId}, ${groupId}, k.id, k.member_group_id, k.application_id, ${now} from (
            select id, id as member_group_id, null::uuid as application_id from unnest(${groups}::uuid[]) g(id)
            union all select id, null, id from unnest(${applications}::uuid[]) a(id)) k
          on conflict do nothing returning id)
        select ${list} from (select id from people union all select id from others) linked`,
    ),
  )
  return inserted.length === members.length
}

const insertBoth = async (
  tx: Database,
  { tenantId, groupId }: Which,
  owners: readonly string[],
  ownersOf: (kind: MemberKind) => string[],
): Promise<boolean> => {
  const inserted = await rows(
    tx,
    sql`insert into group_owners (tenant_id, group_id, user_id)
      select ${tenantId}, ${groupId}, k.id from unnest(${ownersOf('user')}::uuid[]) k(id)
      on conflict do nothing returning user_id`,
  )
  const ownerIds = ownersOf('application')
  const owning = { tenantId, kind: 'ownedGroup', holderId: groupId, ownerIds } as const
  const programs = ownerIds.length === 0 ? [] : await insertOwners(tx, owning)
  return inserted.length + programs.length === owners.length
}

const noteAll = (
  tx: Database,
  { tenantId, groupId }: Which,
  { members, owners, kinds }: Bound & { kinds: ReadonlyMap<string, MemberKind> },
  context: Context,
): Promise<void> => {
  const eventFor = (kind: 'group' | 'ownedGroup') => (id: string) =>
    linkEvent(
      { tenantId, kind, holderId: groupId },
      'added',
      { kind: kinds.get(id) ?? 'user', id },
      context,
    )
  return record(tx, ...members.map(eventFor('group')), ...owners.map(eventFor('ownedGroup')))
}
