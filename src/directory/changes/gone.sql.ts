/** What has become of objects that are not there. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { ChangeKind } from './change.ts'

const tables: Readonly<Record<ChangeKind, RawBuilder<unknown>>> = {
  user: sql`users`,
  group: sql`groups`,
}

/**
 * Those of these objects, of which none is seen, that are deleted and can come back; the others are
 * gone for good. Whatever is restored meanwhile is told of later.
 */
export const restorableAmong = async (
  db: Database,
  tenantId: TenantId,
  kind: ChangeKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const found = await rows(
    db,
    select<{ id: string }>({
      id: 'o.id',
    })`from ${tables[kind]} o where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[])`,
  )
  return new Set(found.map(({ id }) => id))
}
