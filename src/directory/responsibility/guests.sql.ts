/** The guests for whom a person answers, in whichever organization. */
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { isGuest } from '../lifecycle/guests.sql.ts'
import { isShutTo } from '../proved-account.sql.ts'
import { hasAccepted, isPending } from '../../store/relations.sql.ts'

/** Somebody at a session, who may be a user of several organizations. */
export type Who = { readonly personId: PersonId; readonly sessionId: string }

export type AnsweredGuest = {
  readonly tenantId: TenantId
  readonly organization: string
  readonly userId: UserId
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string | null
  readonly accountEnabled: boolean
  readonly disabledByPolicy: boolean
  readonly pending: boolean
  /** There is an invitation that can be sent again: who came by an import has none. */
  readonly hasInvitation: boolean
  readonly since: Date
  readonly lastUsedAt: Date | null
  readonly attestedAt: Date | null
  readonly endsAt: Date | null
  /** Answers themselves; false where a group does that they own. */
  readonly direct: boolean
}

/** Of a guest `u` of the organization `t`. */
export const guestColumns: Columns<Omit<AnsweredGuest, 'direct'>> = {
  tenantId: 'u.tenant_id',
  organization: 't.display_name',
  userId: 'u.id',
  displayName: 'u.display_name',
  userPrincipalName: 'u.user_principal_name',
  mail: 'u.mail',
  accountEnabled: 'u.account_enabled',
  disabledByPolicy: 'u.disabled_by_policy',
  pending: isPending(),
  hasInvitation: sql`exists (select 1 from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id)`,
  since: 'u.created_at',
  lastUsedAt: 'u.last_sign_in_at',
  attestedAt: 'u.attested_at',
  endsAt: 'u.ends_at',
}

/** The person as a user `a` who is let in and can act for others there. */
export const isActive = (personId: PersonId): RawBuilder<unknown> =>
  sql`a.person_id = ${personId} and a.account_enabled and ${hasAccepted('a')}`

/** The sponsorships of the user `a` and of their groups: of whom, and whether their own. */
export const ofSponsor: RawBuilder<unknown> = sql`
  select s.user_id, true as direct from sponsors s where s.tenant_id = a.tenant_id and s.sponsor_user_id = a.id
  union all
  select s.user_id, false from group_owners o
  join live_groups sg on sg.tenant_id = o.tenant_id and sg.id = o.group_id
  join sponsors s on s.tenant_id = o.tenant_id and s.sponsor_group_id = o.group_id
  where o.tenant_id = a.tenant_id and o.user_id = a.id`

/**
 * Whom the user `a` answers for: as their sponsor, or as an owner of a group that is. Nobody for
 * themselves, in whichever group.
 */
export const answered: RawBuilder<unknown> = sql`(
  select k.user_id, bool_or(k.direct) as direct from (${ofSponsor}) k
  where k.user_id <> a.id group by k.user_id)`

/** The organizations whose door is open to the session, of those where the person can act. */
export const openTenants = async (db: Database, who: Who): Promise<TenantId[]> => {
  const found = await rows(
    db,
    select<{ tenantId: TenantId }>({ tenantId: 'a.tenant_id' })`from live_users a
      join tenants t on t.id = a.tenant_id and t.state = 'active'
      where ${isActive(who.personId)} order by a.tenant_id`,
  )
  const open: TenantId[] = []
  for (const { tenantId } of found)
    if (!(await isShutTo(db, tenantId, who.sessionId))) open.push(tenantId)
  return open
}

/** Whether the person answers for anybody, anywhere. */
export const answersForAnybody = async (db: Database, personId: PersonId): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from live_users a join tenants t on t.id = a.tenant_id and t.state = 'active'
      cross join lateral ${answered} k join live_users u on u.tenant_id = a.tenant_id and u.id = k.user_id and ${isGuest}
      where ${isActive(personId)} limit 1`,
  )) !== undefined

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }

export type Standing = AnsweredGuest & {
  /** Who answers: the person as a user there. */
  readonly sponsorId: UserId
}

/** One guest with who answers, if it is this person. To be read after the guest is held. */
export const standingOf = (personId: PersonId, { tenantId, userId }: Which): RawBuilder<Standing> =>
  select<Standing>({
    ...guestColumns,
    direct: 'k.direct',
    sponsorId: 'a.id',
  })`from live_users a join tenants t on t.id = a.tenant_id and t.state = 'active'
    cross join lateral ${answered} k
    join live_users u on u.tenant_id = a.tenant_id and u.id = k.user_id and ${isGuest}
    where ${isActive(personId)} and a.tenant_id = ${tenantId} and u.id = ${userId}`

/** The same, where nothing is held. */
export const readStanding = (
  db: Database,
  personId: PersonId,
  which: Which,
): Promise<Standing | undefined> => firstRow(db, standingOf(personId, which))
