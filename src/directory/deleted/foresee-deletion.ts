/** What deleting many users would come to, before it is done; nothing is changed (R68). */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { lastAdministrator, type LastAdministrator } from '../administrators.sql.ts'
import { authorityWouldReach, type Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed, type UsersNamed } from '../named.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'

export type ForeseenDeletion =
  | { outcome: 'deletable'; holdsRole: boolean }
  | { outcome: 'notFound' | 'targetTooHigh' | 'yourself' }
  | LastAdministrator

type Facts = TargetRow & { readonly id: UserId; readonly isMember: boolean }

const readFacts = async (
  db: Database,
  tenantId: TenantId,
  found: UsersNamed,
): Promise<ReadonlyMap<UserId, Facts>> => {
  const ids = [...found.values()].flat()
  const all = await rows(
    db,
    select<Facts>({
      ...targetColumns,
      id: 'u.id',
      isMember: sql`u.user_type = 'Member'`,
    })`from live_users u
      where u.tenant_id = ${tenantId} and u.id = any(${ids}::uuid[])`,
  )
  return new Map(all.map((one) => [one.id, one]))
}

/**
 * By the rules of the act itself. Each is judged as if it were deleted alone: of several who are
 * the last administrators together, the act keeps one.
 */
export const foreseeDeletion = async (
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  authority: Authority,
): Promise<OfMany<ForeseenDeletion>[]> => {
  const found = await usersNamed(db, 'live_users', tenantId, names)
  const facts = await readFacts(db, tenantId, found)
  const judge = async (userId: UserId): Promise<ForeseenDeletion> => {
    const one = facts.get(userId)
    if (one === undefined) return { outcome: 'notFound' }
    if (authority.kind === 'roles' && authority.userId === userId) return { outcome: 'yourself' }
    const target = targetOf(one)
    if (!authorityWouldReach(authority, target)) return { outcome: 'targetTooHigh' }
    const holdsRole = target.roles.length > 0
    // A guest without a role here is nobody's administrator who is deleted here.
    const last =
      holdsRole || one.isMember
        ? await lastAdministrator(db, { tenantId, userId }, 'everywhere')
        : undefined
    return last ?? { outcome: 'deletable', holdsRole }
  }
  return forEachNamed<ForeseenDeletion>(names, {
    found,
    done: await usersNamed(db, 'deleted_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: judge,
  })
}
