/** Making, changing and removing lifecycle policies (R134). */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { changedNames, changesOf, givenOnly } from '../changed-names.ts'
import { listPolicies, mostPolicies, type Policy } from './policies.sql.ts'

/** What is said of a policy by who makes it. */
export type PolicyWish = Omit<Policy, 'id' | 'createdAt' | 'changedAt'>

export type PolicyProblem =
  | 'tooMany'
  | 'noRule'
  | 'groupNotFound'
  /** Disable, then delete, has days between the two; the other actions have none. */
  | 'deletionDays'
  | 'notFound'
export type SavedPolicy = { outcome: 'saved'; id: string } | { outcome: PolicyProblem }

const settings = [
  'isEnabled',
  'priority',
  'groupId',
  'inactiveDays',
  'needsSponsor',
  'attestationDays',
  'redemptionDays',
  'graceDays',
  'action',
  'deletionDays',
]

/** Why a policy cannot be so, before it is saved or tried. */
export const policyProblem = async (
  db: Database,
  tenantId: TenantId,
  wish: PolicyWish,
): Promise<PolicyProblem | undefined> => {
  const rules = [wish.inactiveDays, wish.attestationDays, wish.redemptionDays]
  if (!wish.needsSponsor && rules.every((days) => days === null)) return 'noRule'
  if ((wish.action === 'disableThenDelete') !== (wish.deletionDays !== null)) return 'deletionDays'
  if (wish.groupId === null) return undefined
  const group = await firstRow(
    db,
    sql`select 1 from live_groups where tenant_id = ${tenantId} and id = ${wish.groupId}`,
  )
  return group === undefined ? 'groupNotFound' : undefined
}

const tooManyOn = (others: readonly Policy[], wish: PolicyWish): 'tooMany' | undefined =>
  wish.isEnabled && others.filter(({ isEnabled }) => isEnabled).length >= mostPolicies.on
    ? 'tooMany'
    : undefined

const note = (
  tx: Database,
  tenantId: TenantId,
  policy: string,
  change: { readonly before?: PolicyWish; readonly after?: PolicyWish; readonly reason: string },
  context: Context,
): Promise<void> => {
  const { before = {}, after = {}, reason } = change
  const names = changedNames(before as Record<string, unknown>, after as Record<string, unknown>)
  return record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'organization.policyChanged',
      target: { kind: 'organization', id: tenantId },
      reason,
      details: {
        policy,
        properties: names,
        changes: changesOf(
          names,
          settings,
          before as Record<string, unknown>,
          after as Record<string, unknown>,
        ).map(({ property, old, new: now }) => ({ property, old: old ?? null, new: now ?? null })),
      },
    }),
  )
}

export const createPolicy = (
  db: Database,
  tenantId: TenantId,
  wish: PolicyWish,
  context: Context,
): Promise<SavedPolicy> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const others = await listPolicies(tx, tenantId)
    if (others.length >= mostPolicies.all) return { outcome: 'tooMany' }
    const problem = tooManyOn(others, wish) ?? (await policyProblem(tx, tenantId, wish))
    if (problem !== undefined) return { outcome: problem }
    const id = newId<string>()
    await sql`
      insert into lifecycle_policies (tenant_id, id, display_name, description, is_enabled, priority, group_id, inactive_days, needs_sponsor,
        attestation_days, redemption_days, grace_days, action, deletion_days, created_at, changed_at)
      values (${tenantId}, ${id}, ${wish.displayName}, ${wish.description}, ${wish.isEnabled}, ${wish.priority}, ${wish.groupId}, ${wish.inactiveDays},
        ${wish.needsSponsor}, ${wish.attestationDays}, ${wish.redemptionDays}, ${wish.graceDays}, ${wish.action}, ${wish.deletionDays}, ${context.now}, ${context.now})`.execute(
      tx,
    )
    await note(tx, tenantId, id, { after: wish, reason: 'policyCreated' }, context)
    return { outcome: 'saved', id }
  })

export const updatePolicy = (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
  changes: { readonly [N in keyof PolicyWish]?: PolicyWish[N] | undefined },
  context: Context,
): Promise<SavedPolicy> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const all = await listPolicies(tx, tenantId)
    const before = all.find((one) => one.id === id)
    if (before === undefined) return { outcome: 'notFound' }
    const others = all.filter((one) => one.id !== id)
    const after = { ...before, ...givenOnly(changes) }
    const problem = tooManyOn(others, after) ?? (await policyProblem(tx, tenantId, after))
    if (problem !== undefined) return { outcome: problem }
    await sql`
      update lifecycle_policies set display_name = ${after.displayName}, description = ${after.description}, is_enabled = ${after.isEnabled},
        priority = ${after.priority}, group_id = ${after.groupId}, inactive_days = ${after.inactiveDays}, needs_sponsor = ${after.needsSponsor},
        attestation_days = ${after.attestationDays}, redemption_days = ${after.redemptionDays}, grace_days = ${after.graceDays}, action = ${after.action},
        deletion_days = ${after.deletionDays}, changed_at = ${context.now}
      where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
    await note(tx, tenantId, id, { before, after, reason: 'policyUpdated' }, context)
    return { outcome: 'saved', id }
  })

/** What it has disabled stays so, until somebody enables it; nothing more is done by it. */
export const removePolicy = (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
  context: Context,
): Promise<SavedPolicy> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const done = await changed(
      tx,
      sql`delete from lifecycle_policies where tenant_id = ${tenantId} and id = ${id}`,
    )
    if (done === 0) return { outcome: 'notFound' }
    await note(tx, tenantId, id, { reason: 'policyDeleted' }, context)
    return { outcome: 'saved', id }
  })
