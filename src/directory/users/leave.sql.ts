/** The facts of leaving, read in one statement. */
import type { EventId, PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { enabledAtHome, homeUser } from '../../store/relations.sql.ts'
import { anotherTopAdministrator, holdsTopRole } from '../administrators.sql.ts'
import type { Several } from '../lock-user.sql.ts'
import { isFreedByEnabling, type LeaveFacts } from './leave.rule.ts'
import type { UndoFacts } from './undo.rule.ts'
import { receiptColumns, type ReceiptFacts } from './receipt.ts'

export type LiveMembership = LeaveFacts &
  UndoFacts &
  ReceiptFacts & {
    readonly userId: UserId
    readonly retentionDays: number
    /** The row versions that the facts were read from: user, tenant, home user, home tenant. */
    readonly versions: readonly (string | null)[]
  }

/** A membership that has ended and can still be restored, or is about to be purged. */
export type EndedMembership = {
  readonly by: string
  readonly reference: EventId
  readonly deletedAt: Date
  readonly restorableUntil: Date
  readonly held: boolean
}

const isAdministrator = sql`(u.account_enabled and ${holdsTopRole(sql`u.tenant_id`, sql`u.id`)})`

/** What a person is in one organization, as far as leaving is concerned. */
export const leaveFactColumns: Columns<
  Omit<LiveMembership, keyof ReceiptFacts | keyof Omit<UndoFacts, keyof LeaveFacts> | 'versions'>
> = {
  userId: 'u.id',
  accountEnabled: 'u.account_enabled',
  disabledByPolicy: 'u.disabled_by_policy',
  externalUsersMayLeave: 't.external_users_may_leave',
  organizationClosed: sql`t.state <> 'active'`,
  retentionDays: 't.deleted_retention_days',
  isHome: sql`coalesce(p.home_tenant_id = u.tenant_id, false)`,
  homeAccountEnabled: enabledAtHome,
  homeAccountDeleted: sql`(p.home_tenant_id is not null and h.id is null)`,
  homeClosed: sql`coalesce(ht.state <> 'active', false)`,
  isAdministrator,
  // Asked of administrators alone.
  anotherAdministrator: sql`(not ${isAdministrator} or ${anotherTopAdministrator(sql`u.tenant_id`, sql`u.id`)})`,
  askedBack: sql`u.left_event_id is not null`,
}

/** What undoing one's leaving depends on, of a user `u` and the tables of `leaveFactJoins`. */
export const undoColumns: Columns<UndoFacts> = {
  deletedAt: 'u.deleted_at',
  deletedBy: 'u.deleted_by_kind',
  restorableUntil: 'u.restorable_until',
  undoHours: 't.undo_leaving_hours',
  undoEnds: 'u.undo_ends_at',
  endDate: sql`case when u.user_type = 'Guest' then u.ends_at end`,
  held: sql`u.held_at is not null`,
  organizationClosed: leaveFactColumns.organizationClosed,
  homeAccountEnabled: leaveFactColumns.homeAccountEnabled,
  homeClosed: leaveFactColumns.homeClosed,
  refuses: sql`exists (select 1 from invitation_refusals r where r.tenant_id = u.tenant_id and r.person_id = u.person_id)`,
  domainRule: 't.invitation_domain_rule',
  listedDomains: 't.invitation_domains',
  mailKey: 'u.mail_key',
}

/** A person `p` at home: as the user `h`, in the organization `ht`. To be joined. */
export const atHome = sql`left join ${homeUser()} left join tenants ht on ht.id = p.home_tenant_id`

/** The tables that `leaveFactColumns` speaks of, around a user `u`. */
export const leaveFactJoins = sql`
  join persons p on p.id = u.person_id
  join tenants t on t.id = u.tenant_id
  ${atHome}`

/**
 * The person's live users in these tenants and all that decides whether they may be left. One
 * statement.
 */
export const readLeaveFactsOf = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
): Promise<ReadonlyMap<TenantId, LiveMembership>> => {
  const found = await rows(
    db,
    select<LiveMembership & { tenantId: TenantId }>({
      ...leaveFactColumns,
      ...receiptColumns,
      ...undoColumns,
      tenantId: 'u.tenant_id',
      versions: sql`array[(select v.xmin::text from users v where v.tenant_id = u.tenant_id and v.id = u.id), t.xmin::text,
          (select v.xmin::text from users v where v.tenant_id = h.tenant_id and v.id = h.id),
          ht.xmin::text]`,
    })`from live_users u ${leaveFactJoins}
      where u.person_id = ${personId} and u.tenant_id = any(${[...tenantIds]}::uuid[])`,
  )
  return new Map(found.map(({ tenantId, ...facts }) => [tenantId, facts]))
}

/** The same of one; undefined where the person is no live user. */
export const readLeaveFacts = async (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<LiveMembership | undefined> =>
  (await readLeaveFactsOf(db, personId, [tenantId])).get(tenantId)

/**
 * Whom of these live users, who are disabled here, being enabled lets leave by themselves (R29).
 */
export const readFreedByEnabling = async (
  db: Database,
  { tenantId, userIds }: Several,
): Promise<ReadonlySet<UserId>> => {
  if (userIds.length === 0) return new Set()
  const found = await rows(
    db,
    select(leaveFactColumns)`from live_users u ${leaveFactJoins}
      where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[]) and not u.account_enabled`,
  )
  return new Set(found.flatMap((facts) => (isFreedByEnabling(facts) ? [facts.userId] : [])))
}

const endedColumns: Columns<EndedMembership> = {
  by: 'd.deleted_by_kind',
  reference: 'd.deletion_event_id',
  deletedAt: 'd.deleted_at',
  restorableUntil: 'd.restorable_until',
  held: sql`d.held_at is not null`,
}

/** The latest membership of the person in the tenant that has ended and is not purged. */
export const readEndedMembership = (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<EndedMembership | undefined> =>
  firstRow(
    db,
    select(endedColumns)`from users d
      where d.person_id = ${personId} and d.tenant_id = ${tenantId} and (d.deleted_at is not null) is true
      order by d.deleted_at desc limit 1`,
  )

/** The user of this person that ended last there, where none is live. */
export const readUndoFacts = (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<(UndoFacts & { readonly userId: UserId }) | undefined> =>
  firstRow(
    db,
    select<UndoFacts & { readonly userId: UserId }>({
      ...undoColumns,
      userId: 'u.id',
    })`from users u ${leaveFactJoins}
      where u.person_id = ${personId} and u.tenant_id = ${tenantId} and (u.deleted_at is not null) is true
        and not exists (select 1 from live_users v where v.tenant_id = u.tenant_id and v.person_id = u.person_id)
      order by u.deleted_at desc limit 1`,
  )

/** Holds when nothing that the facts were read from has changed since. */
export const unchangedSince = (
  facts: LiveMembership,
  personId: PersonId,
  tenantId: TenantId,
): RawBuilder<unknown> => {
  const [user, tenant, home, homeTenant] = facts.versions
  return sql`u.xmin::text = ${user}
    and exists (select 1 from tenants t where t.id = ${tenantId} and t.xmin::text = ${tenant})
    and ${home === null ? sql`true` : sql`exists (select 1 from persons p join users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id where p.id = ${personId} and h.xmin::text = ${home})`}
    and ${homeTenant === null ? sql`true` : sql`exists (select 1 from persons p join tenants ht on ht.id = p.home_tenant_id and ht.xmin::text = ${homeTenant} where p.id = ${personId})`}`
}
