/** My organizations, each with what ends my account there if nothing happens (R133, R134). */
import { readEnds } from '../directory/lifecycle/ends.ts'
import type { Coming } from '../directory/lifecycle/what-ends-next.rule.ts'
import type { TenantId } from '../kernel/ids.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import type { Exchange } from './exchange.ts'

export type Mine = MyOrganization & { readonly comes: readonly Coming[] }

// Nothing comes by itself to who is at home; a closed organization is left to its closing.
const canEnd = (one: MyOrganization): boolean =>
  one.deletedAt === null && !one.isHome && !one.organizationClosed

/** All of them, home first; with `tenantId`, that one only. */
export const readOrganizations = async (
  { db, session, now }: Pick<Exchange, 'db' | 'session' | 'now'>,
  tenantId?: TenantId,
): Promise<Mine[]> => {
  const organizations = await listMyOrganizations(db, session.personId, now, tenantId)
  const ends = await readEnds(db, organizations.filter(canEnd), now)
  const byTenant = new Map(ends.map((one) => [one.tenantId, one]))
  return organizations.map((one) => {
    const found = byTenant.get(one.tenantId)
    const endsAt = one.endsAt === null ? null : (found?.endsAt ?? one.endsAt)
    return { ...one, endsAt, comes: found?.comes ?? [] }
  })
}
