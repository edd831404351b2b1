/** The numbers an administrator sees first. */
import { every, hasNone, is, type Condition } from '../../kernel/condition.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { meetsUser } from '../users/columns.sql.ts'
import { howMany, kindsOf } from '../counts/kinds.sql.ts'
import { applicationWithoutOwner, groupWithoutOwner } from '../without.sql.ts'

export type Overview = {
  readonly members: number
  readonly guests: number
  readonly invited: number
  readonly disabled: number
  readonly deleted: number
  readonly openRequests: number
  readonly guestsWithoutSponsor: number
  readonly groupsWithoutOwner: number
  readonly applicationsWithoutOwner: number
}

const live = (filter: Condition | undefined) =>
  howMany(sql`not u.is_deleted and ${meetsUser(filter)}`)

/** Each count of users is a filter of their list. */
const userCounts = {
  members: live(is('userType', 'Member')),
  guests: live(is('userType', 'Guest')),
  invited: live(is('externalUserState', 'PendingAcceptance')),
  disabled: live(is('accountEnabled', false)),
  guestsWithoutSponsor: live(every(is('userType', 'Guest'), hasNone('sponsors'))),
}

/** Counted in one statement; each number is what a list shows with a filter (R105). */
export const readOverview = async (db: Database, tenantId: TenantId): Promise<Overview> => {
  const found = await firstRow(
    db,
    select<Overview>({
      ...userCounts,
      deleted: howMany(sql`u.is_deleted`),
      openRequests: sql`(select count(*)::int from requests q
        where q.tenant_id = ${tenantId} and q.state = 'open')`,
      groupsWithoutOwner: sql`(select count(*)::int from live_groups g
        where g.tenant_id = ${tenantId} and ${groupWithoutOwner})`,
      applicationsWithoutOwner: sql`(select count(*)::int from live_applications a
        where a.tenant_id = ${tenantId} and ${applicationWithoutOwner})`,
    })`from ${kindsOf(tenantId)}`,
  )
  if (found === undefined) throw new Error('An aggregate without groups gives one row.')
  return found
}
