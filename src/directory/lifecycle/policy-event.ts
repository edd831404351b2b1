/** What the log keeps of a change of a lifecycle policy. */
import type { Context, Event } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { changedNames, changesOf } from '../changed-names.ts'
import type { Policy } from './policies.sql.ts'

export type WhichPolicy = { readonly tenantId: TenantId; readonly id: string }

const settings = [
  'isEnabled',
  'priority',
  'groupId',
  'exceptGroupId',
  'inactiveDays',
  'needsSponsor',
  'attestationDays',
  'redemptionDays',
  'graceDays',
  'action',
  'deletionDays',
]

type Change = {
  readonly before?: Partial<Policy>
  readonly after?: Partial<Policy>
  readonly reason:
    | 'policyCreated'
    | 'policyUpdated'
    | 'policyDeleted'
    | 'policyGroupGone'
    | 'policyExceptGroupGone'
}

/** A change of a policy, as the log keeps it. */
export const eventAbout = (
  { tenantId, id }: WhichPolicy,
  { before = {}, after = {}, reason }: Change,
  context: Context,
): Event => {
  const names = changedNames(before as Record<string, unknown>, after as Record<string, unknown>)
  return eventOf(context, {
    tenantId,
    activity: 'lifecyclePolicy.changed',
    target: { kind: 'policy', id },
    reason,
    details: {
      properties: names,
      changes: changesOf(
        names,
        settings,
        before as Record<string, unknown>,
        after as Record<string, unknown>,
      ).map(({ property, old, new: now }) => ({ property, old: old ?? null, new: now ?? null })),
    },
  })
}
