/** A person's organizations, all of them in one statement however many there are (R4, R8, R9). */
import type { EventId, PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { answering, type Columns } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import {
  defaultDomainOf,
  hasAccepted,
  isPending,
  verifiedDomainsOf,
} from '../store/relations.sql.ts'
import { atHome, leaveFactColumns, undoColumns } from '../directory/users/leave.sql.ts'
import type { LeaveFacts } from '../directory/users/leave.rule.ts'
import { undoReasons, type UndoFacts } from '../directory/users/undo.rule.ts'
import { sortName } from '../kernel/search-words.ts'
import { requestInJson, type RequestInJson } from '../directory/users/close-requests.sql.ts'
import { invitationsFor, isFor, isUnanswered, isWaiting } from './waiting-invitations.sql.ts'
import type { DeletedByKind } from '../wire/deleted-by.ts'

export type MyOrganization = Facts & {
  /** Until when the person can undo their leaving by themselves (R142); null where they cannot. */
  readonly undoableUntil: Date | null
}

type Facts = LeaveFacts &
  UndoFacts & {
    readonly tenantId: TenantId
    readonly displayName: string
    readonly domain: string | null
    /** All that it has verified: whoever looks for it may know it by any of them. */
    readonly domains: readonly string[]
    readonly technicalContact: string | null
    readonly privacyContact: string | null
    readonly privacyStatementUrl: string | null
    readonly retentionDays: number
    readonly userId: UserId
    readonly userType: 'Member' | 'Guest'
    readonly invited: boolean
    /** There is an invitation that can be accepted at this moment. */
    readonly invitationOpen: boolean
    /** There was one, which nobody ever accepted and nobody can accept any more. */
    readonly invitationEnded: boolean
    readonly createdAt: Date
    /** When the person was last active there; null where that is not recorded (R131). */
    readonly lastUsedAt: Date | null
    /** When it ends by itself; null where it does not (R133). */
    readonly endsAt: Date | null
    /** The person does not want to see it in their list (R34). */
    readonly hidden: boolean
    /** Whether their home sees that they are a guest here (R141); null where it never can. */
    readonly shownAtHome: boolean | null
    readonly holdsRole: boolean
    /** Whether who asks to be removed is when nobody answers; and, where not, why (R32). */
    readonly removesUnanswered: boolean
    readonly unansweredReason: string | null
    /** Set when it has ended, and can still be restored or is kept because of a hold. */
    readonly deletedAt: Date | null
    readonly deletedBy: DeletedByKind | null
    readonly reference: EventId | null
    readonly restorableUntil: Date | null
    /** Ended, and still within its window. */
    readonly restorable: boolean
    /**
     * The organization keeps the data because of a hold, however long ago the membership ended
     * (R129).
     */
    readonly held: boolean
    readonly requests: readonly RequestInJson[]
  }

// Of a user `u` of the organization `t`, and the tables of `leaveFactColumns`.
const columnsAt = (personId: PersonId, now: Date): Columns<Facts> => ({
  ...leaveFactColumns,
  ...undoColumns,
  tenantId: 'u.tenant_id',
  displayName: 't.display_name',
  domain: defaultDomainOf(sql`u.tenant_id`),
  domains: verifiedDomainsOf(sql`u.tenant_id`),
  lastUsedAt: 'u.last_sign_in_at',
  endsAt: sql`case when u.user_type = 'Guest' and p.home_tenant_id is distinct from u.tenant_id and u.deleted_at is null then u.ends_at end`,
  hidden: sql`exists (select 1 from hidden_organizations x where x.tenant_id = u.tenant_id and x.user_id = u.id)`,
  shownAtHome: sql`case when t.names_guests_to_homes and p.home_tenant_id <> u.tenant_id and u.deleted_at is null and ${hasAccepted()}
    then exists (select 1 from shown_at_home x where x.tenant_id = u.tenant_id and x.user_id = u.id and x.home_tenant_id = p.home_tenant_id) end`,
  technicalContact: 't.technical_contact',
  privacyContact: 't.privacy_contact',
  privacyStatementUrl: 't.privacy_statement_url',
  userType: 'u.user_type',
  invited: isPending(),
  createdAt: 'u.created_at',
  invitationOpen: sql`(t.state = 'active' and u.deleted_at is null and u.account_enabled and exists (select 1 from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id
    and ${isFor(personId)} and ${isWaiting(now)})) is true`,
  invitationEnded: sql`(u.deleted_at is null and u.account_enabled and not u.ever_accepted and exists (select 1 from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id
    and ${isFor(personId)} and ${isUnanswered}) and not exists (select 1 from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id and ${isWaiting(now)})) is true`,
  removesUnanswered: 't.removes_unanswered',
  unansweredReason: 't.unanswered_reason',
  holdsRole: sql`(u.account_enabled and exists (select 1 from role_assignments r where r.tenant_id = u.tenant_id and r.user_id = u.id))`,
  reference: 'u.deletion_event_id',
  restorable: sql`(u.restorable_until > ${now}) is true`,
  requests: sql`coalesce((select json_agg(${requestInJson} order by q.created_at desc)
    from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id and u.person_id = p.id), '[]')`,
})

/**
 * Every membership of the person that is live, waits for their yes (R132), or has ended and is
 * restorable at `now` or kept because of a hold; one per organization, in this order. One pass over
 * the person's users: a condition on deleted ones would let the planner read everybody's, with old
 * statistics. Home comes first, then by name. With `tenantId`, that organization only.
 */
export const listMyOrganizations = async (
  db: Database,
  personId: PersonId,
  now: Date,
  tenantId?: TenantId,
): Promise<MyOrganization[]> => {
  const found = await rows(
    db,
    answering<Facts>(
      columnsAt(personId, now),
      (list) => sql`
        with own as materialized (
          select distinct on (m.tenant_id) m.* from users m
          where m.person_id = ${personId} and (m.deleted_at is null or m.restorable_until > ${now} or m.held_at is not null)
            and ${tenantId === undefined ? sql`true` : sql`m.tenant_id = ${tenantId}`}
          order by m.tenant_id, m.deleted_at desc nulls first
        ), waiting as materialized (
          select distinct on (u.tenant_id) u.* from ${invitationsFor(personId)}
            cross join lateral (select * from live_users v where v.tenant_id = i.tenant_id and v.id = i.user_id offset 0) u
            join tenants t on t.id = i.tenant_id and t.state = 'active'
          where ${isWaiting(now)} and ${tenantId === undefined ? sql`true` : sql`i.tenant_id = ${tenantId}`}
            and not exists (select 1 from own o where o.tenant_id = i.tenant_id and o.deleted_at is null)
          order by u.tenant_id, i.created_at
        ), mine as (
          select * from waiting union all
          select * from own o where not exists (select 1 from waiting w where w.tenant_id = o.tenant_id))
        select ${list}
        from persons p ${atHome} cross join mine u join tenants t on t.id = u.tenant_id
        where p.id = ${personId}`,
    ),
  )
  const told = found.map((one) => ({
    ...one,
    undoableUntil: undoReasons(one, now).length === 0 ? one.undoEnds : null,
  }))
  return told.toSorted(
    (a, b) =>
      Number(b.isHome) - Number(a.isHome) ||
      compare(sortName(a.displayName), sortName(b.displayName)) ||
      compare(a.tenantId, b.tenantId),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
