/** What effects of settings are judged by: users, one by one, or counted where they are alike. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { targetColumns } from '../directory/target.sql.ts'
import { atHome, leaveFactColumns } from '../directory/users/leave.sql.ts'
import { answeredBy, answering, select, type Columns } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { isPending } from '../store/relations.sql.ts'
import type { TriedUser } from './trial.rule.ts'

/** Facts as they are read: roles by their ids. */
export type TriedRow = Omit<TriedUser, 'roles'> & { readonly roleIds: readonly string[] }

const {
  userId: _user,
  retentionDays: _days,
  externalUsersMayLeave: _may,
  ...facts
} = leaveFactColumns

const columns = (now: Date): Columns<TriedRow> => ({
  ...facts,
  userType: 'u.user_type',
  roleIds: targetColumns.roleIds,
  pending: isPending(),
  waiting: sql`(i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}) is true`,
  domain: sql`substring(coalesce(i.address_key, u.mail_key) from '@([^@]*)$')`,
})

const tables: RawBuilder<unknown> = sql`live_users u
  join tenants t on t.id = u.tenant_id
  left join persons p on p.id = u.person_id
  ${atHome}
  left join invitations i on i.tenant_id = u.tenant_id and i.user_id = u.id`

type Asked = {
  readonly tenantId: TenantId
  /** The organization's own people too. */
  readonly members: boolean
  readonly now: Date
}

const asked = ({ tenantId, members }: Asked): RawBuilder<unknown> =>
  sql`u.tenant_id = ${tenantId} and ${members ? sql`true` : sql`p.home_tenant_id is distinct from u.tenant_id`}`

/** The users of an organization, those who are alike in every fact counted together. */
export const countAlike = (
  db: Database,
  of: Asked,
): Promise<(TriedRow & { readonly count: number })[]> => {
  const facts = columns(of.now)
  const names = answeredBy('f', facts)
  return rows(
    db,
    answering<TriedRow & { readonly count: number }>(
      { ...names, count: sql`count(*)::int` },
      (list) => sql`select ${list} from (${select(facts)`from ${tables} where ${asked(of)}`}) f
        group by ${sql.join(Object.keys(facts).map((name) => sql.ref(`f.${name}`)))}`,
    ),
  )
}

export type TriedOne = TriedRow & {
  readonly id: UserId
  readonly displayName: string
  readonly userPrincipalName: string
}

/** The users of an organization by id, after one of them. */
export const listTried = (
  db: Database,
  of: Asked,
  { after, limit }: { readonly after: UserId | undefined; readonly limit: number },
): Promise<TriedOne[]> =>
  rows(
    db,
    select<TriedOne>({
      ...columns(of.now),
      id: 'u.id',
      displayName: 'u.display_name',
      userPrincipalName: 'u.user_principal_name',
    })`from ${tables}
      where ${asked(of)} and ${after === undefined ? sql`true` : sql`u.id > ${after}`}
      order by u.id limit ${limit}`,
  )
