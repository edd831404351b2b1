/** What an application can prove itself with, and which statements it has used. */
import type { RegistrationId, TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, rows, sql, type Database } from '../../store/database.ts'
import { recordHash } from '../access-token.ts'

export type KnownKey = {
  /** Where the application is registered. */
  readonly homeTenantId: TenantId
  readonly registrationId: RegistrationId
  /** PEM. */
  readonly publicKey: string
  readonly x5t: string
  readonly x5tS256: string
}

type Which = { readonly tenantId: TenantId; readonly appId: string }

/** The keys of a live application that are good at `now`. */
export const readKeys = (
  db: Database,
  { tenantId, appId }: Which,
  now: Date,
): Promise<KnownKey[]> =>
  rows(
    db,
    select<KnownKey>({
      homeTenantId: 'a.home_tenant_id',
      registrationId: 'a.registration_id',
      publicKey: 'k.public_key',
      x5t: 'k.x5t',
      x5tS256: 'k.x5t_s256',
    })`from live_applications a join application_keys k on k.tenant_id = a.home_tenant_id and k.registration_id = a.registration_id
      where a.tenant_id = ${tenantId} and a.app_id = ${appId}::uuid and k.starts_at <= ${now} and k.expires_at > ${now}
      order by k.expires_at desc, k.id`,
  )

/** The audience that a live application wants in tokens of this issuer about this subject. */
export const readTrusted = async (
  db: Database,
  { tenantId, appId }: Which,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<string | undefined> =>
  (
    await firstRow(
      db,
      select<{ audience: string }>({ audience: 'f.audience' })`from live_applications a
        join federated_credentials f on f.tenant_id = a.home_tenant_id and f.registration_id = a.registration_id
        where a.tenant_id = ${tenantId} and a.app_id = ${appId}::uuid and f.issuer = ${issuer} and f.subject = ${subject}`,
    )
  )?.audience

/** Uses a statement, which is good until `until`. False when it was used before. */
export const useAssertion = async (
  db: Database,
  {
    tenantId,
    registrationId,
  }: { readonly tenantId: TenantId; readonly registrationId: RegistrationId },
  jti: string,
  until: Date,
): Promise<boolean> =>
  (await changed(
    db,
    sql`insert into used_assertions (tenant_id, registration_id, digest, expires_at)
      values (${tenantId}, ${registrationId}, ${recordHash(jti)}, ${until}) on conflict do nothing`,
  )) > 0

/** Removes those that are over at `now`, since nobody takes them any more. Returns how many. */
export const pruneAssertions = (db: Database, now: Date): Promise<number> =>
  changed(db, sql`delete from used_assertions where expires_at <= ${now}`)
