/** Where a person is told about their own account. */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { namedOrganization } from '../directory/organization.sql.ts'
import type { NamedOrganization } from '../mail/letters.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { homeUser, mailboxAtHome } from '../store/relations.sql.ts'

export type Mailbox = {
  readonly personId: PersonId
  /** Null where none is known. */
  readonly mail: string | null
  /** The person's user at home, with the home's name; null for people without a home here. */
  readonly home: {
    readonly tenantId: TenantId
    readonly userId: UserId
    readonly organization: NamedOrganization
  } | null
}

type Row = {
  personId: PersonId
  mail: string | null
  tenantId: TenantId | null
  userId: UserId | null
  organization: NamedOrganization
}

/**
 * The mailbox that the home gives, or, for people whose home is a mailbox, that one; never what
 * another organization wrote down. Undefined when there is no such person.
 */
export const readMailbox = async (
  db: Database,
  personId: PersonId,
): Promise<Mailbox | undefined> => {
  const found = await firstRow(
    db,
    select<Row>({
      personId: 'p.id',
      tenantId: 'h.tenant_id',
      userId: 'h.id',
      organization: namedOrganization,
      mail: mailboxAtHome(sql`p.id`),
    })`from persons p left join ${homeUser()}
      left join tenants t on t.id = h.tenant_id
      where p.id = ${personId}`,
  )
  if (found === undefined) return undefined
  const { tenantId, userId, organization, ...person } = found
  const home = tenantId === null || userId === null ? null : { tenantId, userId, organization }
  return { ...person, home }
}
