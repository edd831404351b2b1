/** What deleting many users would come to, before it is done; nothing is changed (R68). */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, type Database } from '../../store/database.ts'
import {
  isTopAnywhere,
  lastAdministratorsAmong,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { authorityWouldReach, ownRefusal, type Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed } from '../named.sql.ts'
import { liveUsers, type Several } from '../lock-user.sql.ts'
import { byUserId, type Outcomes } from '../slices.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'

export type ForeseenDeletion =
  | { outcome: 'deletable'; holdsRole: boolean }
  | { outcome: 'notFound' | 'targetTooHigh' | 'yourself' }
  | LastAdministrator

type Facts = TargetRow & { readonly id: UserId; readonly isTop: boolean }

const readFacts = async (db: Database, which: Several) =>
  byUserId(
    await rows(
      db,
      select<Facts>({
        ...targetColumns,
        id: 'u.id',
        isTop: isTopAnywhere,
      })`from ${liveUsers(which)}`,
    ),
  )

/**
 * By the rules of the act itself, in as many statements however many they are. Each is judged as if
 * it were deleted alone: of several who are the last administrators together, the act keeps one.
 */
export const foreseeDeletion = async (
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  authority: Authority,
): Promise<OfMany<ForeseenDeletion>[]> =>
  forEachNamed<ForeseenDeletion>(names, {
    found: await usersNamed(db, 'live_users', tenantId, names),
    done: await usersNamed(db, 'deleted_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: (userIds) => foreseeEach(db, { tenantId, userIds }, authority),
  })

const foreseeEach = async (
  db: Database,
  which: Several,
  authority: Authority,
): Promise<Outcomes<ForeseenDeletion>> => {
  const facts = await readFacts(db, which)
  const top = which.userIds.filter((id) => facts.get(id)?.isTop === true)
  const last: ReadonlyMap<UserId, LastAdministrator> =
    top.length === 0
      ? new Map()
      : await lastAdministratorsAmong(db, { ...which, userIds: top }, 'everywhere')
  return new Map(which.userIds.map((id) => [id, foreseen(facts.get(id), authority, last.get(id))]))
}

const foreseen = (
  facts: Facts | undefined,
  authority: Authority,
  last: LastAdministrator | undefined,
): ForeseenDeletion => {
  if (facts === undefined) return { outcome: 'notFound' }
  const own = ownRefusal(authority, facts.id, 'delete')
  if (own !== undefined) return { outcome: own }
  const target = targetOf(facts)
  if (!authorityWouldReach(authority, target)) return { outcome: 'targetTooHigh' }
  return last ?? { outcome: 'deletable', holdsRole: target.roles.length > 0 }
}
