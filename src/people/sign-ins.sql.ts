/** A person's own sign-in log, at home and in every organization they are in (R112). */
import type { SignInMethod } from '../wire/account-access.ts'
import type { EventId, PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'

/** The most entries that are listed. */
const maxSignIns = 100

export type SignInRow = {
  readonly id: EventId
  readonly at: Date
  readonly activity: 'user.signedIn' | 'user.signInFailed' | 'user.signedOut'
  readonly tenantId: TenantId
  readonly organizationName: string
  readonly reason: string | null
  readonly method: SignInMethod | null
  /**
   * The other side of a sign-in across organizations: in the home's log where it led, elsewhere the
   * home.
   */
  readonly otherTenantId: TenantId | null
  readonly otherName: string | null
}

/**
 * The newest entries of the person's live users, newest first. One statement; each user's own log
 * is cut before they are merged.
 */
export const listSignIns = (db: Database, personId: PersonId): Promise<SignInRow[]> =>
  rows(
    db,
    select<SignInRow>({
      id: 'e.id',
      at: 'e.at',
      activity: 'e.activity',
      tenantId: 'e.tenant_id',
      organizationName: 't.display_name',
      reason: 'e.reason',
      method: sql`e.details->>'method'`,
      otherTenantId: 'o.id',
      otherName: 'o.display_name',
    })`from live_users u
      join lateral (
        select * from events v where v.tenant_id = u.tenant_id and v.target_id = u.id
          and v.activity in ('user.signedIn', 'user.signInFailed', 'user.signedOut')
        order by v.at desc, v.id desc limit ${maxSignIns}) e on true
      join tenants t on t.id = e.tenant_id
      left join tenants o on o.id = coalesce(e.details->>'resourceTenantId', e.details->>'homeTenantId')::uuid
      where u.person_id = ${personId}
      order by e.at desc, e.id desc limit ${maxSignIns}`,
  )
