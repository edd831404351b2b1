/** External providers as they stand in the store. */
import { guestIssuerStart } from '../../directory/identity-issuer.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import {
  changed,
  firstRow,
  rows,
  sql,
  type Database,
  type RawBuilder,
} from '../../store/database.ts'
import { tokenHash } from '../../store/token.ts'

export type Provider = {
  readonly tenantId: TenantId
  readonly id: string
  readonly displayName: string
  readonly issuer: string
  readonly clientId: string
  /** Sealed for `secretPurpose`; null for a client without a secret. */
  readonly clientSecret: Uint8Array | null
  /**
   * The domains whose people have their home there; null for a provider that is offered to guests.
   */
  readonly domains: readonly string[] | null
  /** Those of them that are still verified domains of the organization. */
  readonly verifiedDomains: readonly string[]
  readonly createdAt: Date
  readonly disabledAt: Date | null
}

/** What the client secret of a provider is sealed for. */
export const secretPurpose = (tenantId: TenantId, id: string): string =>
  `identity provider/${tenantId}/${id}`

const columns: Columns<Provider> = {
  tenantId: 'p.tenant_id',
  id: 'p.id',
  displayName: 'p.display_name',
  issuer: 'p.issuer',
  clientId: 'p.client_id',
  clientSecret: 'p.client_secret',
  domains: 'p.domains',
  createdAt: 'p.created_at',
  disabledAt: 'p.disabled_at',
  verifiedDomains: sql`array(select d.name from verified_domains d where d.tenant_id = p.tenant_id and d.name = any(p.domains))`,
}

/** The providers of an organization, the oldest first. There are few. */
export const listProviders = (db: Database, tenantId: TenantId): Promise<Provider[]> =>
  rows(
    db,
    select(
      columns,
    )`from identity_providers p where p.tenant_id = ${tenantId} order by p.created_at, p.id`,
  )

/** One of them; undefined when there is none of that id. */
export const findProvider = (
  db: Database,
  tenantId: TenantId,
  id: string,
): Promise<Provider | undefined> =>
  firstRow(
    db,
    select(columns)`from identity_providers p where p.tenant_id = ${tenantId} and p.id = ${id}`,
  )

/** The provider of this id, of whatever organization, while it is trusted. */
export const findTrustedProvider = (db: Database, id: string): Promise<Provider | undefined> =>
  firstRow(
    db,
    select(columns)`from identity_providers p where p.id = ${id} and p.disabled_at is null`,
  )

const trustedAt = (domain: string, which: RawBuilder<unknown>) => select(
  columns,
)`from verified_domains v join identity_providers p on p.tenant_id = v.tenant_id
  where v.name = ${domain} and p.disabled_at is null and ${which}
  order by p.created_at, p.id limit 20`

/**
 * Where the people of a domain sign in: the one provider that is their home; else those that the
 * organization of this domain offers to its guests. The organization's state does not matter: a
 * closed one is still left by people who sign in by its provider (R38, R121).
 */
export const findProvidersAt = async (db: Database, domain: string): Promise<Provider[]> => {
  const [home] = await rows(db, trustedAt(domain, sql`${domain} = any(p.domains)`))
  return home === undefined ? rows(db, trustedAt(domain, sql`p.domains is null`)) : [home]
}

/** The providers that an organization offers to its guests. */
export const listGuestProviders = (db: Database, tenantId: TenantId): Promise<Provider[]> =>
  rows(
    db,
    select(columns)`from identity_providers p
      where p.tenant_id = ${tenantId} and p.domains is null and p.disabled_at is null order by p.created_at, p.id limit 20`,
  )

/**
 * Whether a provider is trusted, held so until the transaction ends: it cannot be disabled in
 * between.
 */
export const holdTrust = async (tx: Database, id: string): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from identity_providers where id = ${id} and disabled_at is null for share`,
  )) !== undefined

/**
 * Remembers by which provider the session of `token` was opened: it ends with the trust in that
 * one, with all that was given by it (K23).
 */
export const noteProvider = async (tx: Database, token: string, id: string): Promise<void> => {
  await sql`update sessions set provider_id = ${id} where token_hash = ${tokenHash(token)}`.execute(
    tx,
  )
}

/**
 * True for the first who brings an answer of this flow; of two at the same moment one is first.
 * Remembered until `until`.
 */
export const takeAnswer = async (db: Database, flowId: string, until: Date): Promise<boolean> =>
  (await changed(
    db,
    sql`insert into provider_answers (flow_hash, expires_at) values (${tokenHash(flowId)}, ${until}) on conflict do nothing`,
  )) > 0

/** Whether an answer of this flow was taken already. */
export const isAnswerTaken = async (db: Database, flowId: string): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from provider_answers where flow_hash = ${tokenHash(flowId)}`,
  )) !== undefined

/**
 * The trusted providers at which a guest of this address signs in, of the organizations that offer
 * them to their guests. For whoever has proved the address, and nobody else: it tells where the
 * address has an account (K22).
 */
export const findProvidersOfGuest = (db: Database, address: AddressKey): Promise<Provider[]> =>
  rows(
    db,
    select(columns)`from identity_providers p
      where p.domains is null and p.disabled_at is null and exists (
        select 1 from live_users u join identities i on i.person_id = u.person_id
        where u.tenant_id = p.tenant_id and u.mail_key = ${address} and i.issuer in (p.issuer, ${guestIssuerStart} || p.tenant_id || ':' || p.issuer))
      order by p.created_at, p.id limit 20`,
  )
