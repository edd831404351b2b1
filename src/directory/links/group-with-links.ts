/** A group with those who are put into it in the same breath: all of it or nothing. */
import type { Context } from '../../events/event.ts'
import type { GroupId, TenantId } from '../../kernel/ids.ts'
import { attempt, undo, type Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { createGroup, type CreateGroupResult, type NewGroup } from '../groups/create.ts'
import { updateGroup, type GroupChanges, type UpdateGroupResult } from '../groups/update.ts'
import { bindToGroup, type BindResult, type Bound } from './bind.ts'

type NotBound = { outcome: 'notBound'; why: BindResult }

const isNothing = ({ members, owners }: Bound): boolean => members.length + owners.length === 0

/** Makes a group, with members and owners. */
export const createGroupWith = (
  db: Database,
  tenantId: TenantId,
  { bound, ...group }: NewGroup & { readonly bound: Bound },
  authority: Authority,
  context: Context,
): Promise<CreateGroupResult | NotBound> =>
  attempt(db, async (tx) => {
    const made = await createGroup(tx, tenantId, group, authority, context)
    if (made.outcome !== 'created' || isNothing(bound)) return made
    const which = { tenantId, groupId: made.groupId }
    const why = await bindToGroup(tx, which, bound, authority, context)
    return why.outcome === 'bound' ? made : undo({ outcome: 'notBound' as const, why })
  })

/** Changes a group, and puts more into it. */
export const updateGroupWith = (
  db: Database,
  which: { readonly tenantId: TenantId; readonly groupId: GroupId },
  { bound, ...changes }: GroupChanges & { readonly bound: Bound },
  authority: Authority,
  context: Context,
): Promise<UpdateGroupResult | NotBound> =>
  attempt(db, async (tx) => {
    const result = await updateGroup(tx, which, changes, authority, context)
    const isThere = result.outcome === 'updated' || result.outcome === 'unchanged'
    if (!isThere || isNothing(bound)) return result
    const why = await bindToGroup(tx, which, bound, authority, context)
    return why.outcome === 'bound' ? result : undo({ outcome: 'notBound' as const, why })
  })
