/**
 * Who somebody is, by an identity that they have proved: by issuer and subject alone, never by an
 * address.
 */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { guestScope } from '../directory/identity-issuer.ts'

export type Identity = {
  readonly issuer: string
  readonly subject: string
  /** The client of an external provider to which it was proved. */
  readonly clientId?: string | undefined
}
export type Holder = { readonly personId: PersonId; readonly homeTenantId: TenantId | null }

/**
 * The person of an identity; undefined when it is nobody's. What an organization's provider for
 * guests says counts for the identities that came by that organization (K23). One that was kept
 * before identities had an organization counts for those that its person is a guest of.
 */
export const findPersonOf = (
  db: Database,
  { issuer, subject }: Identity,
): Promise<Holder | undefined> => {
  const scope = guestScope(issuer)
  const before =
    scope === undefined
      ? sql`false`
      : sql`i.issuer = ${scope.issuer} and exists (select 1 from users u where u.person_id = i.person_id and u.tenant_id = ${scope.tenantId}::uuid)`
  return firstRow(
    db,
    select<Holder>({
      personId: 'p.id',
      homeTenantId: 'p.home_tenant_id',
    })`from identities i join persons p on p.id = i.person_id
      where i.subject = ${subject} and (i.issuer = ${issuer} or ${before}) order by i.issuer = ${issuer} desc limit 1`,
  )
}
