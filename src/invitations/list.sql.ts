/** The invitations of an organization, with what became of each. */
import type { Condition } from '../kernel/condition.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { mailStateOf, type KeptOutcome } from '../mail/outcome.sql.ts'
import { answeredBy, counted, select, type Columns } from '../store/columns.ts'
import { asItIs, meets, type Fields } from '../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import type { invitationStates } from '../wire/graph/invitation.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'

export type InvitationState = (typeof invitationStates)[number]
export type InvitationRow = {
  readonly id: string
  readonly userId: UserId
  readonly displayName: string
  readonly address: string
  readonly redirectUrl: string
  readonly invitedByName: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly expiresAt: Date
  /** What became of the newest mail with a link; null where none was sent. */
  readonly mailState: 'waiting' | KeptOutcome | null
  readonly state: InvitationState
  readonly sortValue: string
}

const key = byInstant(sql`i.created_at`)

/** What became of an invitation `i` of a user `u`. */
export const stateAt = (now: Date): RawBuilder<unknown> =>
  sql`case when u.external_user_state = 'Accepted' then 'accepted'
    when i.revoked_at is not null then 'revoked'
    when i.expires_at <= ${now} then 'expired' else 'pending' end`

const columnsAt = (now: Date): Columns<InvitationRow> => ({
  id: 'i.id',
  userId: 'i.user_id',
  displayName: 'u.display_name',
  address: 'i.address',
  redirectUrl: 'i.redirect_url',
  createdAt: 'i.created_at',
  sentAt: 'i.sent_at',
  expiresAt: 'i.expires_at',
  mailState: mailStateOf(sql`i.tenant_id`, sql`i.user_id`, 'invitation'),
  sortValue: key.text,
  invitedByName: sql`(select b.display_name from live_users b
    where b.tenant_id = i.tenant_id and b.id = i.invited_by)`,
  state: stateAt(now),
})

const allAt = (tenantId: TenantId, now: Date) =>
  select({ ...columnsAt(now), created_at: 'i.created_at' })`
    from invitations i join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id
    where i.tenant_id = ${tenantId}`

/** What became of it is made in the statement, by now. */
const fields: Fields = {
  state: asItIs(sql`i.state`),
  createdDateTime: asItIs(sql`i.created_at`),
  expirationDateTime: asItIs(sql`i."expiresAt"`),
}

/** A page of invitations by date; each is of a live guest. */
export const listInvitations = (
  db: Database,
  tenantId: TenantId,
  now: Date,
  filter: Condition | undefined,
  page: Page,
): Promise<InvitationRow[]> =>
  rows(
    db,
    select(answeredBy('i', columnsAt(now)))`from (${allAt(tenantId, now)}) i
      where ${meets(filter, fields)} and ${beyond(key, sql`i.id`, page)} ${ordered(key, sql`i.id`, page)}`,
  )

/** How many invitations the filter finds. */
export const countInvitations = async (
  db: Database,
  tenantId: TenantId,
  now: Date,
  filter: Condition | undefined,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from (${allAt(tenantId, now)}) i where ${meets(filter, fields)}`,
    )
  )?.count ?? 0
