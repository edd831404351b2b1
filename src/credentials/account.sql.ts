/** The local account behind a sign-in name. */
import { domainOfName, nameKey } from '../kernel/principal-name.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import type { Standing } from '../people/sessions.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { personAtHome } from '../store/relations.sql.ts'
import { hasAuthenticator } from './held.sql.ts'

export type LocalAccount = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly personId: PersonId
  readonly displayName: string
  readonly givenName: string | null
  readonly surname: string | null
  readonly mail: string | null
  readonly userPrincipalName: string
  readonly accountEnabled: boolean
  readonly organizationName: string
  readonly organizationActive: boolean
  readonly technicalContact: string | null
  readonly privacyContact: string | null
  readonly passwordHash: string | null
  readonly mustChange: boolean
  /** Whether a code of an authenticator app is asked for after the password. */
  readonly hasAuthenticator: boolean
  /**
   * When access had last ended, of the person and the home: a session opened for this account
   * counts from then (R126).
   */
  readonly standing: Standing
}

const accountColumns: Columns<LocalAccount> = {
  standing: sql`array[p.access_ended_at, t.access_ended_at]::text`,
  tenantId: 'u.tenant_id',
  userId: 'u.id',
  personId: 'u.person_id',
  displayName: 'u.display_name',
  givenName: 'u.given_name',
  surname: 'u.surname',
  mail: 'u.mail',
  userPrincipalName: 'u.user_principal_name',
  accountEnabled: 'u.account_enabled',
  organizationName: 't.display_name',
  organizationActive: sql`t.state = 'active'`,
  technicalContact: 't.technical_contact',
  privacyContact: 't.privacy_contact',
  passwordHash: 'c.password_hash',
  mustChange: sql`coalesce(c.must_change, false)`,
  hasAuthenticator,
}

// Only a user at home has local credentials: the home is the organization whose user carries them.
const accountJoins = sql`
  join ${personAtHome()}
  join tenants t on t.id = u.tenant_id
  left join local_credentials c on c.tenant_id = u.tenant_id and c.user_id = u.id`

/**
 * The live account at home of this user principal name. Its domain must be a verified one of the
 * organization: nothing is looked up by e-mail.
 */
export const findAccountByName = (
  db: Database,
  userPrincipalName: string,
): Promise<LocalAccount | undefined> => {
  return firstRow(
    db,
    select(accountColumns)`from verified_domains d
      join live_users u on u.tenant_id = d.tenant_id and u.name_key = ${nameKey(userPrincipalName)} ${accountJoins}
      where d.name = ${domainOfName(userPrincipalName)}`,
  )
}

/** The live account of a user at home. */
export const findAccountOfUser = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<LocalAccount | undefined> =>
  firstRow(
    db,
    select(
      accountColumns,
    )`from live_users u ${accountJoins} where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )

/** The live account at home of a person. */
export const findAccountOfPerson = (
  db: Database,
  personId: PersonId,
): Promise<LocalAccount | undefined> =>
  firstRow(
    db,
    select(accountColumns)`from live_users u ${accountJoins} where u.person_id = ${personId}`,
  )
