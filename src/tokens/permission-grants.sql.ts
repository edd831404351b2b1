/**
 * What an application may do in the directory for somebody: what it was given, for everybody or for
 * them, as far as they have agreed to it.
 */
import { may } from '../access/may.rule.ts'
import { roleNamed } from '../access/roles.ts'
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'

type Sql = RawBuilder<unknown>
type Of = { readonly tenantId: Sql; readonly applicationId: Sql; readonly userId: Sql }

const rowsOf = ({ tenantId, applicationId, userId }: Of): Sql => sql`permission_grants g
  where g.tenant_id = ${tenantId} and g.application_id = ${applicationId} and g.resource_id is null and (g.user_id is null or g.user_id = ${userId})`

const given = (of: Of): Sql => sql`select unnest(g.scopes) from ${rowsOf(of)}`
const agreed = (of: Of): Sql =>
  sql`select unnest(g.agreed_scopes) from ${rowsOf(of)} and g.user_id is not null`

/** A list: the scopes that count, by the ids of the three. */
export const scopesThatCount = (of: Of): Sql =>
  sql`array((${given(of)}) intersect (${agreed(of)}) order by 1)`

type Which = {
  readonly tenantId: TenantId
  readonly userId: string
  readonly applicationId: string
  /** The version of the application's ways in. */
  readonly waysInVersion: number
}

export type GrantFacts = {
  /** What it was given, for everybody or for them. */
  readonly given: readonly string[]
  /** What they have agreed to, as the application's ways in are now. */
  readonly agreed: readonly string[]
  /** They may give themselves what the application was not given: they give roles. */
  readonly mayGive: boolean
}

/** What was given and agreed to between a user and an application. One statement. */
export const readGrantFacts = async (
  db: Database,
  { tenantId, userId, applicationId, waysInVersion }: Which,
): Promise<GrantFacts> => {
  const of: Of = {
    tenantId: sql`${tenantId}::uuid`,
    applicationId: sql`${applicationId}::uuid`,
    userId: sql`${userId}::uuid`,
  }
  const found = await firstRow(
    db,
    select<Omit<GrantFacts, 'mayGive'> & { readonly roleIds: readonly string[] }>({
      given: sql`array(${given(of)})`,
      agreed: sql`array(${agreed(of)} and g.agreed_version = ${waysInVersion})`,
      roleIds: sql`array(select r.role_id::text from role_assignments r
        where r.tenant_id = ${tenantId} and r.user_id = ${userId}::uuid)`,
    })``,
  )
  const { roleIds = [], ...facts } = found ?? { given: [], agreed: [] }
  const held = roleIds.flatMap((id) => roleNamed(id) ?? [])
  return { ...facts, mayGive: may(held, 'roles.write') }
}

/**
 * Notes that a user agrees to `scopes`, beside what they agreed to as the application's ways in are
 * now; of them, `giving` are given by them to it, for themselves.
 */
export const noteAgreement = async (
  db: Database,
  { tenantId, userId, applicationId, waysInVersion }: Which,
  { scopes, giving }: { readonly scopes: readonly string[]; readonly giving: readonly string[] },
  now: Date,
): Promise<void> => {
  await sql`insert into permission_grants as g (tenant_id, id, application_id, user_id, scopes, agreed_scopes, agreed_version, agreed_at, created_at)
    values (${tenantId}, gen_random_uuid(), ${applicationId}::uuid, ${userId}::uuid, ${[...giving]}::text[], ${[...scopes]}::text[],
      ${waysInVersion}, ${now}, ${now})
    on conflict (tenant_id, application_id, user_id) where user_id is not null and resource_id is null do update set
      scopes = array(select distinct s from unnest(g.scopes || excluded.scopes) as s),
      agreed_scopes = array(select distinct s from unnest(
        case when g.agreed_version = excluded.agreed_version then g.agreed_scopes else '{}' end || excluded.agreed_scopes) as s),
      agreed_version = excluded.agreed_version, agreed_at = excluded.agreed_at`.execute(db)
}
