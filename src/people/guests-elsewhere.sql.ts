/** Where people are guests, as their home sees it: what they and the organizations agreed to. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { knownAtHome } from '../directory/at-home.sql.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'

export type GuestElsewhereRow = {
  readonly id: string
  readonly userId: UserId
  readonly userDisplayName: string
  readonly organizationId: TenantId
  readonly organizationDisplayName: string
  readonly accountEnabled: boolean
  readonly guestSince: Date
  readonly agreedAt: Date
  readonly sortValue: string
}

const key = byInstant(sql`s.agreed_at`)

/**
 * A page of the guests elsewhere whose home is this organization, or of one of its users, by when
 * they agreed (R141). One statement; whoever has ended there is not in it.
 */
export const listGuestsElsewhere = (
  db: Database,
  homeTenantId: TenantId,
  userId: UserId | undefined,
  page: Page,
): Promise<GuestElsewhereRow[]> =>
  rows(
    db,
    select<GuestElsewhereRow>({
      id: 'g.id',
      userId: 'h.id',
      userDisplayName: 'h.display_name',
      organizationId: 'o.id',
      organizationDisplayName: 'o.display_name',
      accountEnabled: 'g.account_enabled',
      guestSince: 'g.created_at',
      agreedAt: 's.agreed_at',
      sortValue: key.text,
    })`from live_users g ${knownAtHome}
      where s.home_tenant_id = ${homeTenantId} and ${userId === undefined ? sql`true` : sql`h.id = ${userId}`}
      and ${beyond(key, sql`s.user_id`, page)} ${ordered(key, sql`s.user_id`, page)}`,
  )
