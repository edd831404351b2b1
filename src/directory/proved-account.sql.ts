/**
 * The one place in which an account at a provider for guests comes to its person, whichever
 * organization has named the provider (K23). The proof is what one client of the provider says of
 * one subject: two organizations that have named the same client hear the same words, so their
 * guest is one person. Another client's words about the subject prove nothing to them, as who runs
 * it may have made the subject up; and an address never does.
 */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { guestIssuerStart, guestScope, homeIssuerStart } from './identity-issuer.ts'

export type ProvedAccount = {
  /** The organization by whose provider it came. */
  readonly tenantId: TenantId
  /** The provider's own issuer. */
  readonly issuer: string
  readonly clientId: string
  readonly subject: string
}

/**
 * The account behind an identity that a provider for guests has just proved to its client;
 * undefined for every other identity.
 */
export const provedAccountOf = (identity: {
  readonly issuer: string
  readonly subject: string
  readonly clientId?: string | undefined
}): ProvedAccount | undefined => {
  const { subject, clientId } = identity
  const scope = guestScope(identity.issuer)
  return scope === undefined || clientId === undefined
    ? undefined
    : { tenantId: scope.tenantId as TenantId, issuer: scope.issuer, clientId, subject }
}

/** Whether an identity `i` is an account at the provider `x`, which is trusted to say so. */
export const isTrustedBy: RawBuilder<unknown> = sql`(x.disabled_at is null
  and i.issuer in (case when x.domains is null then x.issuer end,
    (case when x.domains is null then ${guestIssuerStart} else ${homeIssuerStart} end) || x.tenant_id || ':' || x.issuer))`

const isAccount = ({ issuer, clientId, subject }: ProvedAccount): RawBuilder<unknown> =>
  sql`a.issuer = ${issuer} and a.client_id = ${clientId} and a.subject = ${subject}`

/** The person whom this client has shown by this account before, held so; undefined for nobody. */
export const holderOfAccount = async (
  tx: Database,
  account: ProvedAccount,
): Promise<PersonId | undefined> =>
  (
    await firstRow(
      tx,
      select<{ personId: PersonId }>({
        personId: 'a.person_id',
      })`from proved_accounts a where ${isAccount(account)} for share`,
    )
  )?.personId

/**
 * The same, or `personId` from now on. Of two organizations at the same moment the second waits,
 * and finds the person of the first.
 */
export const claimAccount = async (
  tx: Database,
  account: ProvedAccount,
  personId: PersonId,
  now: Date,
): Promise<PersonId> => {
  await note(tx, account, personId, now)
  return (await holderOfAccount(tx, account)) ?? personId
}

const note = async (
  tx: Database,
  { issuer, clientId, subject }: ProvedAccount,
  personId: PersonId,
  now: Date,
): Promise<void> => {
  await sql`insert into proved_accounts (issuer, client_id, subject, person_id, proved_at)
    values (${issuer}, ${clientId}, ${subject}, ${personId}, ${now}) on conflict do nothing`.execute(
    tx,
  )
}

/**
 * Whether the client's word opens the session of a person who is known to its organization by this
 * account. Always that of the client that proved it; that of another, to which the organization has
 * changed, when all others that know the person by the account and trust its provider trust that
 * client too. So an organization alone can change to a client that says what it likes, and opens
 * its own guests' sessions with it only.
 */
export const mayVouch = async (
  tx: Database,
  account: ProvedAccount,
  personId: PersonId,
  now: Date,
): Promise<boolean> => {
  const { tenantId, issuer, clientId, subject } = account
  const held = await firstRow(
    tx,
    select<{ clientId: string }>({ clientId: 'a.client_id' })`from proved_accounts a
      where a.person_id = ${personId} and a.issuer = ${issuer} and a.subject = ${subject} for update`,
  )
  if (held?.clientId === clientId) return true
  const against = await firstRow(
    tx,
    sql`select 1 from identities i join identity_providers p on i.issuer = ${guestIssuerStart} || p.tenant_id || ':' || p.issuer
      where i.person_id = ${personId} and i.subject = ${subject} and p.issuer = ${issuer} and p.tenant_id <> ${tenantId}
        and p.domains is null and p.disabled_at is null
      group by p.tenant_id having not bool_or(p.client_id = ${clientId}) limit 1`,
  )
  if (against !== undefined) return false
  await sql`delete from proved_accounts a where a.person_id = ${personId} and a.issuer = ${issuer} and a.subject = ${subject}`.execute(
    tx,
  )
  await note(tx, account, personId, now)
  return true
}

// An organization `tenantId` that knows the person of the session `s` by an account at the provider
// `x` of another one, and does not trust x's client.
const isDistrusted = (tenantId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  x.tenant_id <> ${tenantId} and x.domains is null
  and exists (select 1 from identities i where i.person_id = s.person_id and i.issuer = ${guestIssuerStart} || ${tenantId} || ':' || x.issuer)
  and not exists (select 1 from identity_providers p where p.tenant_id = ${tenantId} and p.issuer = x.issuer and p.client_id = x.client_id
    and p.domains is null and p.disabled_at is null)`

/**
 * Whose doors a session may not open, as it was opened by another organization's provider, at which
 * these know the person too and which they trust no more. Who asks holds their providers until the
 * transaction ends.
 */
export const listShutTo = async (
  tx: Database,
  tenantIds: readonly TenantId[],
  sessionId: string,
): Promise<ReadonlySet<TenantId>> => {
  const by = sql`sessions s join identity_providers x on x.id = s.provider_id and x.domains is null where s.id = ${sessionId}`
  if ((await firstRow(tx, sql`select 1 from ${by}`)) === undefined) return new Set()
  await sql`select 1 from identity_providers p where p.tenant_id = any(${[...tenantIds]}::uuid[]) order by p.tenant_id, p.id for share`.execute(
    tx,
  )
  const shut = await rows(
    tx,
    select<{ tenantId: TenantId }>({ tenantId: 'k.tenant_id' })`
      from unnest(${[...tenantIds]}::uuid[]) as k(tenant_id) where exists (select 1 from ${by} and ${isDistrusted(sql`k.tenant_id`)})`,
  )
  return new Set(shut.map(({ tenantId }) => tenantId))
}

/** The same of one. */
export const isShutTo = async (
  tx: Database,
  tenantId: TenantId,
  sessionId: string,
): Promise<boolean> => (await listShutTo(tx, [tenantId], sessionId)).has(tenantId)

/**
 * Shuts the organization's door to the sessions that `isShutTo` speaks of, after its trust has
 * changed, with all that was given through it.
 */
export const shutDoors = async (tx: Database, tenantId: TenantId): Promise<void> => {
  await sql`delete from tenant_sessions ts using sessions s join identity_providers x on x.id = s.provider_id
    where ts.tenant_id = ${tenantId} and s.id = ts.session_id and ${isDistrusted(sql`${tenantId}::uuid`)}`.execute(
    tx,
  )
  await sql`delete from oidc_records r using oidc_records g join identity_providers x on x.id = g.provider_id
      join live_users s on s.tenant_id = ${tenantId} and s.id = g.user_id
    where g.tenant_id = ${tenantId} and ${isDistrusted(sql`${tenantId}::uuid`)}
      and r.tenant_id = g.tenant_id and (r.grant_hash = g.grant_hash or (r.kind = g.kind and r.id_hash = g.id_hash))`.execute(
    tx,
  )
}
