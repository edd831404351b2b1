/**
 * What a policy would do to whom, before it is saved (R134). It asks the same rule as the job, of
 * the same facts.
 */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { readGoverned } from './facts.sql.ts'
import { listPolicies, type Policy } from './policies.sql.ts'
import { outlook, type Outlook } from './policy.rule.ts'

/** How far it looks ahead: who is told within this time is named. */
export const simulatedDays = 30
const batchSize = 500
/** So many guests are looked at for one page at most; the next page goes on. */
const mostBatches = 20

export type Concerned = Outlook & {
  readonly userId: UserId
  readonly displayName: string
  readonly userPrincipalName: string
}
export type Simulation = {
  readonly concerned: readonly Concerned[]
  /** Where the next page begins; undefined at the end. */
  readonly next: UserId | undefined
}

type Wanted = { readonly after?: UserId | undefined; readonly limit: number }

const inOrder = (one: Policy, other: Policy): number =>
  one.priority - other.priority || one.createdAt.getTime() - other.createdAt.getTime()

/**
 * Guests whom `policy`, as it would be saved, decides about, and what would become of each, beside
 * the other policies of the organization. Saves nothing.
 */
export const simulate = async (
  db: Database,
  tenantId: TenantId,
  policy: Policy,
  now: Date,
  { after, limit }: Wanted,
): Promise<Simulation> => {
  const others = (await listPolicies(db, tenantId)).filter(
    ({ id, isEnabled }) => isEnabled && id !== policy.id,
  )
  const policies = [...others, policy].toSorted(inOrder)
  const horizon = plus(now, simulatedDays * dayMs)
  const concerned: Concerned[] = []
  let place = after
  for (let batches = 0; batches < mostBatches; batches++) {
    const found = await readGoverned(db, tenantId, policies, { after: place, limit: batchSize })
    for (const { guest, policy: deciding, state } of found) {
      const { userId, displayName, userPrincipalName } = guest
      place = userId
      if (deciding.id !== policy.id) continue
      const coming = outlook(policy, guest, state, now)
      if (coming === undefined || coming.toldAt > horizon) continue
      concerned.push({ userId, displayName, userPrincipalName, ...coming })
      if (concerned.length === limit) return { concerned, next: place }
    }
    if (found.length < batchSize) return { concerned, next: undefined }
  }
  return { concerned, next: place }
}
