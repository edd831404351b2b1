/**
 * What is known of a domain, of a person, and of who has signed in with a browser before: for the
 * ways to sign in that are offered.
 */
import { isTrustedBy } from '../directory/proved-account.sql.ts'
import { emailIssuer } from '../kernel/address.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { NameKey } from '../kernel/principal-name.ts'
import { select } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { hasPasskey } from './held.sql.ts'
import type { OwnFacts } from './ways.rule.ts'

/** Whether a domain is a verified one of an organization here. */
export const isDomainHere = async (db: Database, domain: string): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from verified_domains where name = ${domain}`)) !== undefined

type ProviderRow = { readonly id: string; readonly displayName: string; readonly issuer: string }

/**
 * What a person has to sign in with: their password at home, passkeys, mailbox, and accounts at
 * providers that are trusted. Two statements.
 */
export const readOwnFacts = async (db: Database, personId: PersonId): Promise<OwnFacts> => {
  const found = await firstRow(
    db,
    select<Omit<OwnFacts, 'providers'>>({
      name: 'u.user_principal_name',
      hasPassword: sql`exists (select 1 from local_credentials c where c.tenant_id = u.tenant_id and c.user_id = u.id)`,
      hasPasskey,
      mailbox: sql`(select i.subject from identities i where i.person_id = p.id and i.issuer = ${emailIssuer} order by i.subject limit 1)`,
    })`from persons p left join ${homeUser('p', 'u')} where p.id = ${personId}`,
  )
  const providers = await rows(
    db,
    select<ProviderRow>({
      id: 'x.id',
      displayName: 'x.display_name',
      issuer: 'x.issuer',
    })`from identities i join identity_providers x on ${isTrustedBy}
      where i.person_id = ${personId} group by x.id, x.display_name, x.issuer, x.created_at order by x.created_at, x.id limit 20`,
  )
  const more = providers.map(({ id, displayName, issuer }) => ({
    id,
    displayName,
    host: new URL(issuer).host,
  }))
  return {
    name: null,
    hasPassword: false,
    hasPasskey: false,
    mailbox: null,
    ...found,
    providers: more,
  }
}

/**
 * How somebody may be named: as an account at home, and as an address; in a browser that was used
 * since then.
 */
export type Named = {
  readonly name: NameKey
  readonly address: AddressKey | undefined
  readonly since: Date
}

/**
 * The person of this name who has signed in with this browser before; undefined when there is none,
 * or more than one. Who is not known here is looked for among nobody. A guest without a home is
 * also known by the address that an organization has of them.
 */
export const findPersonOfBrowser = async (
  db: Database,
  browserHash: Buffer,
  { name, address, since }: Named,
): Promise<PersonId | undefined> => {
  const found = await rows(
    db,
    select<{ personId: PersonId }>({
      personId: 'b.person_id',
    })`from known_browsers b join persons p on p.id = b.person_id
      where b.browser_hash = ${browserHash} and b.last_seen_at >= ${since} and (
        exists (select 1 from live_users u where u.person_id = p.id and case when u.tenant_id = p.home_tenant_id then u.name_key = ${name}
          else p.home_tenant_id is null and u.mail_key = ${address ?? null}::text end)
        or exists (select 1 from identities i where i.person_id = p.id and i.issuer = ${emailIssuer} and i.subject = ${address ?? null}::text))
      limit 2`,
  )
  return found.length === 1 ? found[0]?.personId : undefined
}
