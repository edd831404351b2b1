/** An organization by what stands in an address: its id or one of its verified domains. */
import { longestDomain, parseDomain } from '../../kernel/domain.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { defaultDomainOf } from '../../store/relations.sql.ts'

/**
 * The id of the organization, whatever its state; undefined when there is none of that name. At
 * most one statement.
 */
export const findTenantByName = async (
  db: Database,
  name: string,
): Promise<TenantId | undefined> => {
  const wanted = name.toLowerCase()
  if (isUuid(wanted))
    return (
      await firstRow(
        db,
        select<{ id: TenantId }>({ id: 'id' })`from tenants where id = ${wanted}::uuid`,
      )
    )?.id
  const parsed = parseDomain(name.slice(0, longestDomain + 1))
  if ('problem' in parsed) return undefined
  const found = await firstRow(
    db,
    select<{ id: TenantId }>({
      id: 'tenant_id',
    })`from verified_domains where name = ${parsed.domain}`,
  )
  return found?.id
}

export type KnownOrganization = {
  readonly tenantId: TenantId
  readonly displayName: string
  readonly defaultDomainName: string
}

/** What others are told of an active organization that has this id or verified domain. */
export const findNamedOrganization = async (
  db: Database,
  name: string,
): Promise<KnownOrganization | undefined> => {
  const tenantId = await findTenantByName(db, name)
  if (tenantId === undefined) return undefined
  return firstRow(
    db,
    select<KnownOrganization>({
      tenantId: 't.id',
      displayName: 't.display_name',
      defaultDomainName: defaultDomainOf(sql`t.id`),
    })`from tenants t where t.id = ${tenantId} and t.state = 'active'`,
  )
}
