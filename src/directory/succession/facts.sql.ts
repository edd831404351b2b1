/** What nobody but somebody who leaves has, who could take it over, and what is known of them. */
import { ownedApplications } from '../links/owned-applications.sql.ts'
import { isPowerfulApplication } from '../powerful-application.sql.ts'
import type { GuestLevel } from '../../access/guest-levels.ts'
import { roleNamed } from '../../access/roles.ts'
import { levelFor, reachOf, type Viewer } from '../../access/sight.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { canAct } from '../administrators.sql.ts'
import { links, type LinkTable } from '../links/link.ts'
import type { Which } from '../lock-user.sql.ts'
import { foundBy } from '../search.sql.ts'
import type { SuccessorFacts } from './succession.rule.ts'
import { hasAccepted, roleIdsOf } from '../../store/relations.sql.ts'

export type Leaver = Viewer & { readonly userId: UserId; readonly accepted: boolean }

/**
 * Who leaves each of these organizations, with what they see of others there; none of one where
 * they are nobody. One statement.
 */
export const readLeavers = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
): Promise<ReadonlyMap<TenantId, Leaver>> => {
  type Found = Pick<Leaver, 'userId' | 'accepted' | 'readsOthers'> & {
    readonly tenantId: TenantId
    readonly userType: 'Member' | 'Guest'
    readonly guestLevel: GuestLevel
    readonly roleIds: readonly string[]
  }
  const found = await rows(
    db,
    select<Found>({
      tenantId: 'u.tenant_id',
      userId: 'u.id',
      userType: 'u.user_type',
      accepted: sql`${hasAccepted()}`,
      guestLevel: 't.guest_level',
      readsOthers: 't.members_read_others',
      roleIds: roleIdsOf(),
    })`from live_users u join tenants t on t.id = u.tenant_id
      where u.tenant_id = any(${[...tenantIds]}::uuid[]) and u.person_id = ${personId}`,
  )
  return new Map(
    found.map(({ tenantId, userType, guestLevel, roleIds, ...leaver }) => {
      const level = levelFor(userType, guestLevel)
      return [tenantId, { ...leaver, level, roles: roleIds.flatMap((id) => roleNamed(id) ?? []) }]
    }),
  )
}

/** The same of one; undefined when they are nobody there. */
export const readLeaver = async (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<Leaver | undefined> => (await readLeavers(db, personId, [tenantId])).get(tenantId)

const inGroup = (
  group: RawBuilder<unknown>,
  user: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  exists (select 1 from memberships m where m.tenant_id = ${group}.tenant_id and m.group_id = ${group}.id and m.user_id = ${user})
  or exists (select 1 from group_owners o where o.tenant_id = ${group}.tenant_id and o.group_id = ${group}.id and o.user_id = ${user}))`

/** The users `u` whom the leaver sees: all, those of groups of their own, or nobody (R102). */
const seenBy = (leaver: Leaver): RawBuilder<unknown> => {
  if (reachOf(leaver, 'users') === 'all') return sql`true`
  if (reachOf(leaver, 'groupMembers') !== 'own') return sql`false`
  return sql`exists (select 1 from live_groups g where g.tenant_id = u.tenant_id
    and ${inGroup(sql`g`, sql`${leaver.userId}::uuid`)} and ${inGroup(sql`g`, sql`u.id`)})`
}

export type Candidate = {
  readonly id: UserId
  readonly displayName: string
  readonly userPrincipalName: string
}

/** Who could take over, of whom the leaver sees: by name, the first `limit`. */
export const listCandidates = (
  db: Database,
  tenantId: TenantId,
  leaver: Leaver,
  search: string | undefined,
  limit: number,
): Promise<Candidate[]> =>
  rows(
    db,
    select<Candidate>({
      id: 'u.id',
      displayName: 'u.display_name',
      userPrincipalName: 'u.user_principal_name',
    })`from live_users u
      where u.tenant_id = ${tenantId} and u.user_type = 'Member' and u.id <> ${leaver.userId} and ${canAct('u')}
        and ${seenBy(leaver)} and ${foundBy(tenantId, sql`u.search_words`, search)}
      order by u.sort_name collate "C", u.id limit ${limit}`,
  )

export type Successor = SuccessorFacts & { readonly personId: PersonId | null }

/** What is known of whom the leaver names; undefined when they see nobody of this id. */
export const readSuccessor = (
  db: Database,
  { tenantId, userId }: Which,
  leaver: Leaver,
): Promise<Successor | undefined> =>
  firstRow(
    db,
    select<Successor>({
      personId: 'u.person_id',
      isLeaver: sql`u.id = ${leaver.userId}::uuid`,
      accepted: sql`u.person_id is not null and ${hasAccepted()}`,
      enabled: 'u.account_enabled',
      isMember: sql`u.user_type = 'Member'`,
      canAct: canAct('u'),
    })`from live_users u where u.tenant_id = ${tenantId} and u.id = ${userId}
      and (u.id = ${leaver.userId}::uuid or ${seenBy(leaver)})`,
  )

export type OwnedKind = 'ownedGroup' | 'ownedApplication'
/** Something that nobody else has. `raises`: who gets it may do more in the directory. */
export type Sole = { readonly id: string; readonly displayName: string; readonly raises: boolean }

const raising: Readonly<Record<OwnedKind, RawBuilder<unknown>>> = {
  ownedGroup: sql`h.is_assignable_to_role`,
  ownedApplication: sql`exists (select 1 from service_principals a
    where a.tenant_id = h.tenant_id and a.registration_id = h.id and ${isPowerfulApplication('a')})`,
}

// Whoever owns an application owns its registration, its service principal, or both; it goes over
// as it is owned.
const estates: Readonly<
  Record<
    OwnedKind,
    Pick<LinkTable, 'table' | 'holders' | 'holderId'> & { readonly columns: string }
  >
> = {
  ownedGroup: { ...links.ownedGroup, columns: '' },
  ownedApplication: {
    table: sql.table('application_owners'),
    holders: ownedApplications,
    holderId: sql.ref('registration_id'),
    columns: ', owned_registration_id, application_id',
  },
}

type OfOne = Sole & { readonly whose: UserId }

const those = (all: readonly Which[]): RawBuilder<unknown> =>
  sql`unnest(${all.map(({ tenantId }) => tenantId)}::uuid[], ${all.map(({ userId }) => userId)}::uuid[]) as k(tenant_id, user_id)`

const owned = (db: Database, kind: OwnedKind, all: readonly Which[]): Promise<OfOne[]> => {
  const { table, holders, holderId } = estates[kind]
  return rows(
    db,
    select<OfOne>({
      whose: 'k.user_id',
      id: 'h.id',
      displayName: 'h.display_name',
      raises: raising[kind],
    })`from ${those(all)} join ${table} w on w.tenant_id = k.tenant_id and w.user_id = k.user_id
      join ${holders} h on h.tenant_id = w.tenant_id and h.id = w.${holderId}
      where not exists (select 1 from ${table} o join live_users v on v.tenant_id = o.tenant_id and v.id = o.user_id
        where o.tenant_id = h.tenant_id and o.${holderId} = h.id and o.user_id <> k.user_id)
      order by h.id`,
  )
}

const sponsored = (db: Database, all: readonly Which[]): Promise<OfOne[]> =>
  rows(
    db,
    select<OfOne>({
      whose: 'k.user_id',
      id: 'u.id',
      displayName: 'u.display_name',
      raises: sql`false`,
    })`from ${those(all)} join sponsors s on s.tenant_id = k.tenant_id and s.sponsor_user_id = k.user_id
      join live_users u on u.tenant_id = s.tenant_id and u.id = s.user_id
      where not exists (select 1 from sponsors o
          left join live_users v on v.tenant_id = o.tenant_id and v.id = o.sponsor_user_id and v.account_enabled
          left join live_groups g on g.tenant_id = o.tenant_id and g.id = o.sponsor_group_id
          where o.tenant_id = s.tenant_id and o.user_id = s.user_id and o.id <> s.id and (v.id is not null or g.id is not null))
      order by u.id`,
  )

export type Estate = {
  readonly ownedGroup: readonly Sole[]
  readonly ownedApplication: readonly Sole[]
  readonly sponsorOf: readonly Sole[]
}

/** Who leaves, and whether they may hand on what raises its owner. */
type Leaving = Which & { readonly mayRaise: boolean }

/**
 * All that would be left without an owner or a sponsor by each of these, as far as the leaver may
 * hand it on: what raises its owner only who may assign roles. It stays so until the transaction
 * ends where it is held (`hold.sql.ts`). Three statements, however many leave.
 */
export const readEstates = async (
  db: Database,
  leaving: readonly Leaving[],
): Promise<(userId: UserId) => Estate> => {
  const raisers = new Set(leaving.flatMap((one) => (one.mayRaise ? [one.userId] : [])))
  const found = {
    ownedGroup: await owned(db, 'ownedGroup', leaving),
    ownedApplication: await owned(db, 'ownedApplication', leaving),
    sponsorOf: await sponsored(db, leaving),
  }
  return (userId) => {
    const of = (kind: keyof Estate): Sole[] =>
      found[kind].flatMap(({ whose, ...one }) =>
        whose === userId && (raisers.has(userId) || !one.raises) ? [one] : [],
      )
    return {
      ownedGroup: of('ownedGroup'),
      ownedApplication: of('ownedApplication'),
      sponsorOf: of('sponsorOf'),
    }
  }
}

const ids = (all: readonly Sole[]): RawBuilder<unknown> =>
  sql`unnest(${all.map(({ id }) => id)}::uuid[]) as g (id)`

/** Makes the successor the owner of all of these in the leaver's place. */
export const moveOwned = async (
  tx: Database,
  kind: OwnedKind,
  { tenantId, userId }: Which,
  successorId: UserId,
  all: readonly Sole[],
): Promise<void> => {
  const { table, holderId, columns } = estates[kind]
  await sql`insert into ${table} (tenant_id, ${holderId}, user_id ${sql.raw(columns)})
    select tenant_id, ${holderId}, ${successorId}::uuid ${sql.raw(columns)} from ${table}
    where tenant_id = ${tenantId} and user_id = ${userId} and ${holderId} in (select g.id from ${ids(all)}) on conflict do nothing`.execute(
    tx,
  )
  await sql`delete from ${table} where tenant_id = ${tenantId} and user_id = ${userId}
    and ${holderId} in (select g.id from ${ids(all)})`.execute(tx)
}

/** The same for whom they sponsor. */
export const moveSponsored = async (
  tx: Database,
  { tenantId, userId }: Which,
  successorId: UserId,
  all: readonly Sole[],
): Promise<void> => {
  // In this order nobody is without one meanwhile, which would be noted of each.
  await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
    select ${tenantId}::uuid, g.id, ${successorId}::uuid, ${successorId}::uuid from ${ids(all)}
    on conflict do nothing`.execute(tx)
  await sql`delete from sponsors where tenant_id = ${tenantId} and sponsor_user_id = ${userId}
    and user_id in (select g.id from ${ids(all)})`.execute(tx)
}
