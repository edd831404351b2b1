/** How a live user came into the organization, and by whom it is disabled, for who looks at it. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { mailStateOf, type KeptOutcome } from '../mail/outcome.sql.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import { liveUser } from '../directory/lock-user.sql.ts'
import { stateAt, type InvitationState } from './list.sql.ts'

type Somebody = { readonly id: string; readonly displayName: string | null }

export type HowTheyCame = {
  /** When they were invited; null for who was not. */
  readonly invitedAt: Date | null
  readonly invitedBy: Somebody | null
  readonly message: string | null
  readonly state: InvitationState
  readonly acceptedAt: Date | null
  readonly expiresAt: Date
  readonly mailState: 'waiting' | KeptOutcome | null
  readonly accountEnabled: boolean
  readonly disabledAt: Date | null
  readonly disabledBy: Somebody | null
  readonly disabledByPolicy: boolean
}

const somebody = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ${id} is not null then json_build_object('id', ${id}, 'displayName',
    (select b.display_name from live_users b where b.tenant_id = u.tenant_id and b.id = ${id})) end`

/** Undefined when there is no such live user. */
export const readHowTheyCame = (
  db: Database,
  which: { readonly tenantId: TenantId; readonly userId: UserId },
  now: Date,
): Promise<HowTheyCame | undefined> =>
  firstRow(
    db,
    select<HowTheyCame>({
      invitedAt: 'i.created_at',
      invitedBy: somebody(sql`i.invited_by`),
      message: 'i.message',
      state: stateAt(now),
      acceptedAt: 'i.accepted_at',
      expiresAt: 'i.expires_at',
      mailState: mailStateOf(sql`u.tenant_id`, sql`u.id`, 'invitation'),
      accountEnabled: 'u.account_enabled',
      disabledAt: 'u.disabled_at',
      disabledBy: somebody(sql`u.disabled_by`),
      disabledByPolicy: 'u.disabled_by_policy',
    })`from (select * from ${liveUser(which)}) u left join invitations i on i.tenant_id = u.tenant_id and i.user_id = u.id`,
  )
