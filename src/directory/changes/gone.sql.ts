/** What has become of objects that are not there. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { ChangeKind } from './change.ts'

/** Where objects stand that may be there unseen; a role is always there. */
const tables: Readonly<Record<Exclude<ChangeKind, 'directoryRole'>, RawBuilder<unknown>>> = {
  user: sql`users`,
  group: sql`groups`,
  application: sql`registrations`,
  servicePrincipal: sql`service_principals`,
  // A grant is seen with its application, and with the person for whom it is.
  permissionGrant: sql`permission_grants`,
}

/**
 * Those of these objects, of which none is seen, that can come back; the others are
 * gone for good. Whatever is restored meanwhile is told of later.
 */
export const restorableAmong = async (
  db: Database,
  tenantId: TenantId,
  kind: ChangeKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0 || kind === 'directoryRole') return new Set()
  const found = await rows(
    db,
    select<{ id: string }>({
      id: 'o.id',
    })`from ${tables[kind]} o where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[])`,
  )
  return new Set(found.map(({ id }) => id))
}
