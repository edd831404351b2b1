/** Naming partners: organizations with which something else goes than with all (R98). */
import { lockTenant } from '../directory/administrators.sql.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { firstRow, sql, transaction, type Database } from '../store/database.ts'
import { findPartner, type OfPartner, type Partner } from './partners.sql.ts'

/** Whether invitations are redeemed without asking; undefined for who is no partner. */
type Redeems = boolean | undefined

const write = async (
  tx: Database,
  { tenantId, partnerId }: OfPartner,
  [before, after]: readonly [before: Redeems, after: Redeems],
  context: Context,
): Promise<void> => {
  await (
    after === undefined
      ? sql`delete from automatic_redemptions where tenant_id = ${tenantId} and partner_tenant_id = ${partnerId}`
      : sql`insert into automatic_redemptions (tenant_id, partner_tenant_id, redeems) values (${tenantId}, ${partnerId}, ${after})
          on conflict (tenant_id, partner_tenant_id) do update set redeems = excluded.redeems`
  ).execute(tx)
  const change =
    (before ?? false) === (after ?? false)
      ? { property: 'partner', old: before !== undefined, new: after !== undefined }
      : { property: 'automaticRedemption', old: before ?? false, new: after ?? false }
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'organization.partnerChanged',
      target: { kind: 'organization', id: tenantId },
      related: { kind: 'organization', id: partnerId },
      details: { properties: [change.property], changes: [change] },
    }),
  )
}

// Judged while the organization is held, so that two who change the same partner come one after the
// other.
const changing = <T>(
  db: Database,
  of: OfPartner,
  change: (tx: Database, before: Redeems) => Promise<T>,
): Promise<T> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, of.tenantId)
    return change(tx, (await findPartner(tx, of))?.redeems)
  })

const isOther = async (tx: Database, { tenantId, partnerId }: OfPartner): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from tenants where id = ${partnerId} and id <> ${tenantId} and state <> 'issuer'`,
  )) !== undefined

export type AddPartnerResult =
  | { outcome: 'added'; partner: Partner }
  | { outcome: 'already' | 'notFound' }

/** Names another organization of this installation as a partner. */
export const addPartner = (
  db: Database,
  of: OfPartner,
  redeems: boolean,
  context: Context,
): Promise<AddPartnerResult> =>
  changing<AddPartnerResult>(db, of, async (tx, before) => {
    if (before !== undefined) return { outcome: 'already' }
    if (!(await isOther(tx, of))) return { outcome: 'notFound' }
    await write(tx, of, [before, redeems], context)
    return { outcome: 'added', partner: { id: of.partnerId, redeems, sortValue: of.partnerId } }
  })

/**
 * Changes whether invitations are redeemed with a partner without asking; `undefined` ends the
 * partnership. False where it is none.
 */
export const changePartner = (
  db: Database,
  of: OfPartner,
  redeems: Redeems,
  context: Context,
): Promise<boolean> =>
  changing(db, of, async (tx, before) => {
    if (before === undefined) return false
    if (before !== redeems) await write(tx, of, [before, redeems], context)
    return true
  })

/**
 * Turns automatic redemption with another organization on or off, for this side; who is on becomes
 * a partner, who is off is none any more. False when there is no such organization.
 */
export const setAutomaticRedemption = (
  db: Database,
  of: OfPartner,
  on: boolean,
  context: Context,
): Promise<boolean> =>
  changing(db, of, async (tx, before) => {
    if (!(await isOther(tx, of))) return false
    const after = on ? true : undefined
    if (before !== after) await write(tx, of, [before, after], context)
    return true
  })
