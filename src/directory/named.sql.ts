/** Users of an organization by what lists call them: an object id or a user principal name. */
import { isUuid, type TenantId, type UserId } from '../kernel/ids.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'

/** Whom each name stands for: nobody, somebody, or several who were deleted one after the other. */
export type UsersNamed = ReadonlyMap<string, readonly UserId[]>

/** One statement, however many names. A deleted user is found by the name that they had. */
export const usersNamed = async (
  db: Database,
  from: 'live_users' | 'deleted_users',
  tenantId: TenantId,
  listed: readonly string[],
): Promise<UsersNamed> => {
  // Whom a list names twice is still one.
  const names = [...new Set(listed)]
  const ids = names.filter((name) => isUuid(name))
  const others = names.filter((name) => !isUuid(name))
  const found = await rows(
    db,
    answering<{ name: string; id: UserId }>(
      { name: 'name', id: 'id' },
      (list) => sql`
        select ${list} from (
          select k.name, u.id from unnest(${ids}::text[]) as k(name) join ${sql.table(from)} u on u.tenant_id = ${tenantId} and u.id = k.name::uuid
          union all
          select k.name, u.id from unnest(${others}::text[], ${others.map((name) => nameKey(name))}::text[]) as k(name, key)
            join ${sql.table(from)} u on u.tenant_id = ${tenantId} and u.name_key = k.key) named order by id`,
    ),
  )
  const named = new Map<string, UserId[]>(names.map((name) => [name, []]))
  for (const { name, id } of found) named.get(name)?.push(id)
  return named
}
