/** Users, groups and applications stand at one address: which is which. */
import type { TenantId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { MemberKind } from './closure.sql.ts'

const liveWith = (tenantId: TenantId, ids: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    (['user', 'group', 'application'] as const).map(
      (kind) =>
        sql`select ${sql.lit(kind)} as kind, id from ${sql.table(`live_${kind}s`)} where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`,
    ),
    sql` union all `,
  )

/** What kind of live objects have these ids; those that are none are left out. */
export const kindsOfLive = async (
  db: Database,
  { tenantId, ids }: { readonly tenantId: TenantId; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, MemberKind>> => {
  const found = await rows(
    db,
    answering<{ kind: MemberKind; id: string }>(
      { kind: 'kind', id: 'id' },
      (list) => sql`select ${list} from (${liveWith(tenantId, ids)}) found`,
    ),
  )
  return new Map(found.map(({ id, kind }) => [id, kind]))
}

/** What kind of live object has this id, a registration among them; undefined for none. */
export const kindOfLive = async (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
): Promise<MemberKind | 'registration' | undefined> =>
  (await kindsOfLive(db, { tenantId, ids: [id] })).get(id) ??
  ((await firstRow(
    db,
    sql`select 1 from live_registrations where tenant_id = ${tenantId} and id = ${id}`,
  )) === undefined
    ? undefined
    : 'registration')
