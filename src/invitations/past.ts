/**
 * Who was here before comes back with their own yes only, whichever door somebody opens for them
 * (R127).
 */
import type { Context } from '../events/event.ts'
import { emailIssuer, domainOfKey, type AddressKey } from '../kernel/address.ts'
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { invite } from './invite.ts'
import type { InviteResult } from './make-guest.ts'
import { addressDigest, refusesTenant } from './refusals.ts'

/**
 * `refuses`: they have refused the organization. `gone`: they have left it, or were removed, and
 * the window has not ended.
 */
export type Past = 'refuses' | 'gone' | undefined

/** What a person of this address was to the organization; undefined for somebody new. */
export const readPast = async (
  db: Database,
  { tenantId, key, personId }: { tenantId: TenantId; key: AddressKey; personId: PersonId | null },
): Promise<Past> => {
  const digest = await addressDigest(db, key)
  const persons = sql`select ${personId}::uuid union select i.person_id from identities i where i.issuer = ${emailIssuer} and i.subject = ${key}
    union select h.person_id from verified_domains v join live_users h on h.tenant_id = v.tenant_id and h.name_key = ${key}
      where v.name = ${domainOfKey(key)}`
  const found = await firstRow(
    db,
    select<{ refuses: boolean; gone: boolean }>({
      refuses: refusesTenant(digest, persons),
      gone: sql`exists (
        select 1 from deleted_users d where d.tenant_id = t.id
          and (d.mail_key = ${key} or d.other_mail_keys @> array[${key}::text] or d.person_id in (${persons})))`,
    })`from tenants t where t.id = ${tenantId}`,
  )
  return found?.refuses === true ? 'refuses' : found?.gone === true ? 'gone' : undefined
}

/**
 * Asks somebody who was made a guest again by an operator: by mail, with a link of their own. What
 * became of it is the invitation's, and is returned.
 */
export const askToReturn = (
  tx: Database,
  tenantId: TenantId,
  address: string,
  context: Context,
  publicUrl: string,
): Promise<InviteResult> =>
  invite(
    tx,
    tenantId,
    { address, redirectUrl: publicUrl, sendMail: true },
    { kind: 'operator' },
    context,
  )
