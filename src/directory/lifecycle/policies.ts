/** Making, changing and removing lifecycle policies (R134). */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { givenOnly } from '../changed-names.ts'
import { leastGraceDays } from '../../wire/lifecycle.ts'
import { listPolicies, mostPolicies, type Policy } from './policies.sql.ts'
import { eventAbout, type WhichPolicy } from './policy-event.ts'

/** What is said of a policy by who makes it. */
export type PolicyWish = Omit<
  Policy,
  'id' | 'groupGoneAt' | 'createdAt' | 'changedAt' | 'lastRunAt'
>

export type PolicyProblem =
  | 'tooMany'
  | 'noRule'
  | 'groupNotFound'
  /** Its group is gone for good: it is not on again before it is said for whom. */
  | 'groupGone'
  | 'exceptGroupNotFound'
  /** Who is deleted is told a day before at least. */
  | 'graceBeforeDeletion'
  /** Disable, then delete, has days between the two; the other actions have none. */
  | 'deletionDays'
  | 'notFound'
export type SavedPolicy = { outcome: 'saved'; id: string } | { outcome: PolicyProblem }

/** Why a policy cannot be so, before it is saved or tried. */
export const policyProblem = async (
  db: Database,
  tenantId: TenantId,
  wish: PolicyWish,
): Promise<PolicyProblem | undefined> => {
  const rules = [wish.inactiveDays, wish.attestationDays, wish.redemptionDays]
  if (!wish.needsSponsor && rules.every((days) => days === null)) return 'noRule'
  if ((wish.action === 'disableThenDelete') !== (wish.deletionDays !== null)) return 'deletionDays'
  if (wish.graceDays < leastGraceDays[wish.action]) return 'graceBeforeDeletion'
  if (!(await isGroupOrNone(db, tenantId, wish.groupId))) return 'groupNotFound'
  const excepts = await isGroupOrNone(db, tenantId, wish.exceptGroupId)
  return excepts ? undefined : 'exceptGroupNotFound'
}

const isGroupOrNone = async (
  db: Database,
  tenantId: TenantId,
  id: string | null,
): Promise<boolean> =>
  id === null ||
  (await firstRow(
    db,
    sql`select 1 from live_groups where tenant_id = ${tenantId} and id = ${id}`,
  )) !== undefined

const tooManyOn = (others: readonly Policy[], wish: PolicyWish): 'tooMany' | undefined =>
  wish.isEnabled && others.filter(({ isEnabled }) => isEnabled).length >= mostPolicies.on
    ? 'tooMany'
    : undefined

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
      insert into lifecycle_policies (tenant_id, id, display_name, description, is_enabled, priority, group_id, except_group_id, inactive_days, needs_sponsor,
        attestation_days, redemption_days, grace_days, action, deletion_days, created_at, changed_at)
      values (${tenantId}, ${id}, ${wish.displayName}, ${wish.description}, ${wish.isEnabled}, ${wish.priority}, ${wish.groupId}, ${wish.exceptGroupId}, ${wish.inactiveDays},
        ${wish.needsSponsor}, ${wish.attestationDays}, ${wish.redemptionDays}, ${wish.graceDays}, ${wish.action}, ${wish.deletionDays}, ${context.now}, ${context.now})`.execute(
      tx,
    )
    const change = { after: wish, reason: 'policyCreated' } as const
    await record(tx, eventAbout({ tenantId, id }, change, context))
    return { outcome: 'saved', id }
  })

export const updatePolicy = (
  db: Database,
  { tenantId, id }: WhichPolicy,
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
    const isForNobody = before.groupGoneAt !== null && changes.groupId === undefined
    const problem =
      (isForNobody && after.isEnabled ? 'groupGone' : undefined) ??
      tooManyOn(others, after) ??
      (await policyProblem(tx, tenantId, after))
    if (problem !== undefined) return { outcome: problem }
    await sql`
      update lifecycle_policies set display_name = ${after.displayName}, description = ${after.description}, is_enabled = ${after.isEnabled},
        priority = ${after.priority}, group_id = ${after.groupId}, except_group_id = ${after.exceptGroupId},
        group_gone_at = ${isForNobody ? before.groupGoneAt : null}, inactive_days = ${after.inactiveDays}, needs_sponsor = ${after.needsSponsor},
        attestation_days = ${after.attestationDays}, redemption_days = ${after.redemptionDays}, grace_days = ${after.graceDays}, action = ${after.action},
        deletion_days = ${after.deletionDays}, changed_at = ${context.now}
      where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
    const change = { before, after, reason: 'policyUpdated' } as const
    await record(tx, eventAbout({ tenantId, id }, change, context))
    return { outcome: 'saved', id }
  })

/** What it has disabled stays so, until somebody enables it; nothing more is done by it. */
export const removePolicy = (
  db: Database,
  { tenantId, id }: WhichPolicy,
  context: Context,
): Promise<SavedPolicy> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const done = await changed(
      tx,
      sql`delete from lifecycle_policies where tenant_id = ${tenantId} and id = ${id}`,
    )
    if (done === 0) return { outcome: 'notFound' }
    await record(tx, eventAbout({ tenantId, id }, { reason: 'policyDeleted' }, context))
    return { outcome: 'saved', id }
  })
