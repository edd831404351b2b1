/** Who a person is, from their user at home; without a home, from the oldest user they have. */
import { emailIssuer } from '../kernel/address.ts'
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { defaultDomainOf } from '../store/relations.sql.ts'

export type MeRow = {
  readonly displayName: string
  readonly userPrincipalName: string | null
  readonly mail: string | null
  readonly homeTenantId: TenantId | null
  readonly homeName: string | null
  readonly homeDomain: string | null
  /** A provider's before that of the organization itself. */
  readonly issuer: string | null
  readonly emailAddress: string | null
  readonly passwordChangedAt: Date | null
}

/** One statement. The person exists: a session names them. */
export const readMe = async (db: Database, personId: PersonId): Promise<MeRow> => {
  const me = await firstRow(
    db,
    select<MeRow>({
      displayName: sql`coalesce(u.display_name, '')`,
      mail: 'u.mail',
      userPrincipalName: sql`case when u.tenant_id = p.home_tenant_id then u.user_principal_name end`,
      homeTenantId: 'p.home_tenant_id',
      homeName: 't.display_name',
      homeDomain: defaultDomainOf(sql`t.id`),
      issuer: sql`(select i.issuer from identities i where i.person_id = p.id and i.issuer <> ${emailIssuer}
          order by i.issuer like 'urn:guesthouse:organization:%', i.issuer limit 1)`,
      emailAddress: sql`(select min(i.subject) from identities i where i.person_id = p.id and i.issuer = ${emailIssuer})`,
      passwordChangedAt: 'c.changed_at',
    })`from persons p
      left join lateral (
        select * from live_users v where v.person_id = p.id
        order by (v.tenant_id = p.home_tenant_id) desc nulls last, v.created_at limit 1) u on true
      left join tenants t on t.id = p.home_tenant_id
      left join local_credentials c on c.tenant_id = u.tenant_id and c.user_id = u.id
      where p.id = ${personId}`,
  )
  if (me === undefined) throw new Error('A session names a person that does not exist.')
  return me
}
