/** Users and all else stand at one address once they are deleted: which is which. */
import { answering } from '../../../store/columns.ts'
import { firstRow, sql, type Database } from '../../../store/database.ts'
import type { ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import type { WhichObject } from './object-kinds.sql.ts'

/** Which kind of deleted object this is; a user where it is nothing else. */
export const kindOfDeleted = async (
  db: Database,
  { tenantId, id }: WhichObject,
): Promise<ObjectKind | 'user'> => {
  const found = await firstRow(
    db,
    answering<{ kind: ObjectKind }>(
      { kind: 'kind' },
      (list) => sql`select ${list} from (
        select 'group' as kind from deleted_groups where tenant_id = ${tenantId} and id = ${id}
        union all select 'application' from deleted_applications where tenant_id = ${tenantId} and id = ${id}
        union all select 'registration' from deleted_registrations where tenant_id = ${tenantId} and id = ${id}) found`,
    ),
  )
  return found?.kind ?? 'user'
}

/** Which side of an application it is that somebody asked to delete for good; a group is one. */
export const sideOfDeleted = async (
  db: Database,
  kind: 'group' | 'application',
  which: WhichObject,
): Promise<ObjectKind> => {
  const found = kind === 'group' ? kind : await kindOfDeleted(db, which)
  return found === 'registration' ? found : kind
}
