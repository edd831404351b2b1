/**
 * Finding what an operator names: an organization by id or domain, a user by id or user principal
 * name.
 */
import { listDeletedUsers } from '../directory/deleted/list.sql.ts'
import { parseDomain } from '../kernel/domain.ts'
import { is } from '../kernel/condition.ts'
import { isUuid, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { sortName } from '../kernel/search-words.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { defaultDomainOf, isAnyOrganization, verifiedDomainsOf } from '../store/relations.sql.ts'
import { refused } from './failure.ts'

export type Organization = {
  readonly tenantId: TenantId
  readonly displayName: string
  readonly domain: string
  readonly state: string
  readonly domains: readonly string[]
}

const organizationColumns: Columns<Organization> = {
  tenantId: 't.id',
  displayName: 't.display_name',
  state: 't.state',
  domain: sql`coalesce(${defaultDomainOf(sql`t.id`)}, '')`,
  domains: verifiedDomainsOf(sql`t.id`),
}

const domainIn = (name: string): string => {
  const parsed = parseDomain(name)
  return 'domain' in parsed ? parsed.domain : ''
}

/** The organization with this id or verified domain. Refuses when there is none. */
export const findOrganization = async (db: Database, name: string): Promise<Organization> => {
  const which = isUuid(name)
    ? sql`t.id = ${name}`
    : sql`exists (select 1 from verified_domains d where d.tenant_id = t.id and d.name = ${domainIn(name)})`
  const found = await firstRow(
    db,
    select(organizationColumns)`from tenants t where t.state <> 'issuer' and ${which}`,
  )
  if (found === undefined) throw refused(await noOrganization(db, name))
  return found
}

// An empty store is mostly not the one that was meant, but one that this command has just made.
const noOrganization = async (db: Database, name: string): Promise<string> =>
  (await isAnyOrganization(db))
    ? `There is no organization ${name}. "guesthouse organization list" shows those there are.`
    : `There is no organization ${name}, nor any other: this store is empty. Name the one that the server uses with GUESTHOUSE_DATA or DATABASE_URL; the store of a demo that was started without either is reached by no command.`

export type OrganizationRow = Organization & { readonly members: number; readonly guests: number }

/** Every organization by name, with how many live users it has. */
export const listOrganizations = async (db: Database): Promise<OrganizationRow[]> => {
  const found = await rows(
    db,
    select<OrganizationRow>({
      ...organizationColumns,
      members: sql`coalesce(c.members, 0)`,
      guests: sql`coalesce(c.guests, 0)`,
    })`from tenants t left join (
        select tenant_id, count(*) filter (where user_type = 'Member')::int as members, count(*) filter (where user_type = 'Guest')::int as guests
        from live_users group by tenant_id) c on c.tenant_id = t.id
      where t.state <> 'issuer' order by t.id`,
  )
  const named = found.map((one) => [sortName(one.displayName), one] as const)
  return named.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one)
}

export type FoundUser = {
  readonly userId: UserId
  readonly displayName: string
  readonly personId: PersonId | null
}

/** The live user with this id or user principal name, or undefined. */
export const findLiveUser = (
  db: Database,
  tenantId: TenantId,
  name: string,
): Promise<FoundUser | undefined> => {
  const which = isUuid(name) ? sql`u.id = ${name}` : sql`u.name_key = ${nameKey(name)}`
  return firstRow(
    db,
    select<FoundUser>({
      userId: 'u.id',
      displayName: 'u.display_name',
      personId: 'u.person_id',
    })`from live_users u where u.tenant_id = ${tenantId} and ${which}`,
  )
}

/** The same; refuses when there is none. */
export const requireLiveUser = async (
  db: Database,
  organization: Organization,
  name: string,
): Promise<FoundUser> => {
  const found = await findLiveUser(db, organization.tenantId, name)
  if (found === undefined)
    throw refused(
      `${organization.displayName} has no user ${name}. Check the id or the user principal name.`,
    )
  return found
}

/** As many deleted users with one name as are told apart by hand. */
const mostNamesakes = 100

/**
 * The deleted user with this id or original user principal name. Refuses when there is none, or
 * several of that name.
 */
export const requireDeletedUser = async (
  db: Database,
  { tenantId, displayName }: Organization,
  name: string,
): Promise<{ userId: UserId; displayName: string }> => {
  const page = { order: 'deletedAt', descending: true, after: undefined } as const
  const found = isUuid(name)
    ? await listDeletedUsers(db, tenantId, {
        ...page,
        filter: is('id', name),
        search: undefined,
        limit: 1,
      })
    : (
        await listDeletedUsers(db, tenantId, {
          ...page,
          search: name.split('#EXT#')[0],
          limit: mostNamesakes,
        })
      ).filter((user) => nameKey(user.originalName) === nameKey(name))
  const [user, ...namesakes] = found
  if (user === undefined)
    throw refused(
      `${displayName} has no deleted user ${name}. Only deleted users can be restored or deleted permanently.`,
    )
  if (namesakes.length > 0)
    throw refused(
      `Several deleted users had the name ${name}. Say which by id: ${found.map(({ id }) => id).join(', ')}`,
    )
  return { userId: user.id, displayName: user.displayName }
}
