/**
 * Who remains (R42, R124). Whether an organization keeps somebody who can act as its administrator
 * is asked by everything that ends what such a person can do, here or at their home, and is decided
 * one at a time: the tenants are locked in one statement, the reading is the next. In one statement
 * a reader that waited for the lock would still see the rows from before it waited.
 */
import { roles } from '../access/roles.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { answering, select } from '../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { hasAccepted, homeUser, personAtHome } from '../store/relations.sql.ts'
import type { Several, Which } from './lock-user.sql.ts'

export const topRole = sql`${roles.globalAdministrator.id}::uuid`

/**
 * Holds the tenant until the transaction ends. Does not hinder those who only refer to the tenant.
 */
export const lockTenant = async (tx: Database, tenantId: TenantId): Promise<void> => {
  await sql`select 1 from tenants where id = ${tenantId} for no key update`.execute(tx)
}

/**
 * Holds the user's organization and, when it is their home, every other one in which they hold the
 * top role, so that the question who remains there is decided one at a time too. A home is always
 * taken first: whoever gives somebody the top role waits for it (`lockToPromote`).
 */
export const lockWhereAdministrator = (tx: Database, { tenantId, userId }: Which): Promise<void> =>
  lockWhereAdministrators(tx, { tenantId, userIds: [userId] })

/** The same for several users of one organization. */
export const lockWhereAdministrators = async (
  tx: Database,
  { tenantId, userIds }: Several,
): Promise<void> => {
  await lockTenant(tx, tenantId)
  await sql`
    select 1 from tenants t where t.id in (
      select u.tenant_id from live_users x
      join ${personAtHome('x')}
      join users u on u.person_id = p.id and u.tenant_id <> x.tenant_id
      join role_assignments r on r.tenant_id = u.tenant_id and r.user_id = u.id and r.role_id = ${topRole}
      where x.tenant_id = ${tenantId} and x.id = any(${[...userIds]}::uuid[]))
    order by t.id for no key update of t`.execute(tx)
}

/** The same for everybody whose home the organization is, when it is closed. */
export const lockWhereAdministratorsOfHome = async (
  tx: Database,
  tenantId: TenantId,
): Promise<void> => {
  await lockTenant(tx, tenantId)
  await sql`
    select 1 from tenants t where t.id <> ${tenantId} and t.id in (
      select r.tenant_id from role_assignments r
      join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      join persons p on p.id = u.person_id and p.home_tenant_id = ${tenantId}
      where r.role_id = ${topRole})
    order by t.id for no key update of t`.execute(tx)
}

/**
 * Holds what decides whether a person can act as administrator of `tenantId`, before they become
 * one: their home and the organization.
 */
export const lockToPromote = async (
  tx: Database,
  tenantId: TenantId,
  personId: PersonId | null,
): Promise<void> => {
  if (personId !== null)
    await sql`
      select 1 from tenants where id = (select home_tenant_id from persons where id = ${personId}) and id <> ${tenantId}
      for no key update`.execute(tx)
  await lockTenant(tx, tenantId)
}

/**
 * Whether the user with these ids holds the top administrator role. Arguments are SQL: columns or
 * parameters.
 */
export const holdsTopRole = (
  tenantId: RawBuilder<unknown>,
  userId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`exists (
  select 1 from role_assignments r where r.tenant_id = ${tenantId} and r.user_id = ${userId} and r.role_id = ${topRole})`

/**
 * Whether the user `u` holds the top role here or, where this is their home, anywhere: of nobody
 * else `lastAdministrator` finds anything, and whatever becomes of them changes it for nobody.
 */
export const isTopAnywhere: RawBuilder<unknown> = sql`(${holdsTopRole(sql`u.tenant_id`, sql`u.id`)} or exists (
  select 1 from live_users w join ${personAtHome('u', 'wp')}
  where w.person_id = wp.id and ${holdsTopRole(sql`w.tenant_id`, sql`w.id`)}))`

/** Whether a user holds the top role. */
export const isTopAdministrator = async (
  db: Database,
  { tenantId, userId }: Which,
): Promise<boolean> =>
  (
    await firstRow(
      db,
      select<{ holds: boolean }>({
        holds: holdsTopRole(sql`${tenantId}::uuid`, sql`${userId}::uuid`),
      })``,
    )
  )?.holds === true

/**
 * Whether the live user of this alias can act as administrator, given the top role (R124):
 * enabled, redeemed, and with a home, if any, that is there and lets them in. Groups that roles
 * could be assigned to hold none here.
 */
export const canAct = (alias: string): RawBuilder<unknown> => {
  const u = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`(${u('account_enabled')} and ${u('home_deleted_at')} is null and ${hasAccepted(alias)}
    and exists (
      select 1 from persons ap
      left join ${homeUser('ap', 'ah')} and ah.account_enabled
      left join tenants at on at.id = ap.home_tenant_id and at.state = 'active'
      where ap.id = ${u('person_id')}
        and (ap.home_tenant_id is null or ap.home_tenant_id = ${u('tenant_id')} or (ah.id is not null and at.id is not null))))`
}

/** Whether somebody other than this user is an able administrator (R124). */
export const anotherTopAdministrator = (
  tenantId: RawBuilder<unknown>,
  userId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`exists (
  select 1 from role_assignments r join live_users a on a.tenant_id = r.tenant_id and a.id = r.user_id and ${canAct('a')}
  where r.tenant_id = ${tenantId} and r.role_id = ${topRole} and r.user_id <> ${userId})`

/**
 * What a use case answers that would leave organizations without an able administrator: their
 * names, the caller's own first.
 */
export type LastAdministrator = {
  readonly outcome: 'lastAdministrator'
  readonly organizations: readonly string[]
}

/** The refusal by the names of these organizations; none where there are none. */
export const lastAdministratorOf = (
  found: readonly { name: string }[],
): LastAdministrator | undefined =>
  found.length === 0
    ? undefined
    : { outcome: 'lastAdministrator', organizations: found.map(({ name }) => name) }

/**
 * The refusal, when organizations would be left without an able administrator if this user could
 * not act any more (R42, R124): `everywhere` stands for here and, when this is their home, all
 * others, to be read after `lockWhereAdministrator`; `here` for what ends in this organization
 * only, to be read after `lockTenant`. A closed organization needs none (R121).
 */
export const lastAdministrator = async (
  tx: Database,
  { tenantId, userId }: Which,
  where: 'here' | 'everywhere',
): Promise<LastAdministrator | undefined> =>
  (await lastAdministratorsAmong(tx, { tenantId, userIds: [userId] }, where)).get(userId)

/** The same of several users of one organization, each as if it were the only one. */
export const lastAdministratorsAmong = async (
  tx: Database,
  { tenantId, userIds }: Several,
  where: 'here' | 'everywhere',
): Promise<ReadonlyMap<UserId, LastAdministrator>> => {
  const ids = sql`any(${[...userIds]}::uuid[])`
  const found = await rows(
    tx,
    answering<{ of: UserId; name: string }>(
      { of: 'm.who', name: 't.display_name' },
      (list) => sql`
          with mine as (
            select x.id as who, x.tenant_id, x.id from live_users x where x.tenant_id = ${tenantId} and x.id = ${ids}
            union
            select x.id, u.tenant_id, u.id from live_users x
            join ${personAtHome('x')}
            join live_users u on u.person_id = p.id
            where x.tenant_id = ${tenantId} and x.id = ${ids} and ${where === 'everywhere'}::boolean)
          select ${list} from mine m
          join live_users u on u.tenant_id = m.tenant_id and u.id = m.id and u.account_enabled
          join tenants t on t.id = m.tenant_id
          where ${holdsTopRole(sql`m.tenant_id`, sql`m.id`)} and not ${anotherTopAdministrator(sql`m.tenant_id`, sql`m.id`)}
            and t.state = 'active' and (t.id = ${tenantId} or ${canAct('u')})
          order by t.id <> ${tenantId}, t.display_name`,
    ),
  )
  const last = new Map<UserId, LastAdministrator>()
  for (const userId of userIds) {
    const organizations = lastAdministratorOf(found.filter(({ of }) => of === userId))
    if (organizations !== undefined) last.set(userId, organizations)
  }
  return last
}
