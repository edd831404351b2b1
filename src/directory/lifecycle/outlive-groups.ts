/** Policies outlive the groups that they name, and are off from then on. */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { switchedOff } from './gone-groups.sql.ts'
import { eventAbout } from './policy-event.ts'

/**
 * In the transaction that purges these groups: the policies that were for their members are off
 * from now on, and for nobody until somebody says for whom (R134). Those that excepted their
 * members are off too: nobody falls under a policy because a group has gone.
 */
export const outliveGroups = async (
  tx: Database,
  groups: readonly { readonly tenantId: TenantId; readonly id: string }[],
  context: Context,
): Promise<void> => {
  const found = await switchedOff(tx, groups, context.now)
  await record(
    tx,
    ...found.map(({ tenantId, id, isEnabled, groupId, exceptGroupId, isWhom, isExcepted }) => {
      const before = {
        ...(isWhom ? { groupId } : {}),
        ...(isExcepted ? { exceptGroupId } : {}),
        isEnabled,
      }
      const after = {
        ...(isWhom ? { groupId: null } : {}),
        ...(isExcepted ? { exceptGroupId: null } : {}),
        isEnabled: false,
      }
      const reason = isWhom ? 'policyGroupGone' : 'policyExceptGroupGone'
      return eventAbout({ tenantId, id }, { before, after, reason }, context)
    }),
  )
}
