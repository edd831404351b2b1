/**
 * The organizations that one has named as its partners, and whether invitations are redeemed with
 * them without asking (R98), as its side says.
 */
import type { TenantId } from '../kernel/ids.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { beyond, byId, ordered, type Page } from '../store/keyset.ts'

export type Partner = {
  readonly id: TenantId
  readonly redeems: boolean
  readonly sortValue: string
}
export type OfPartner = { readonly tenantId: TenantId; readonly partnerId: TenantId }

const key = byId(sql`r.partner_tenant_id`)
const columns: Columns<Partner> = {
  id: 'r.partner_tenant_id',
  redeems: 'r.redeems',
  sortValue: key.text,
}

/** A page of them, by their id. One statement. */
export const listPartners = (db: Database, tenantId: TenantId, page: Page): Promise<Partner[]> =>
  rows(
    db,
    select(columns)`from automatic_redemptions r where r.tenant_id = ${tenantId}
      and ${beyond(key, sql`r.partner_tenant_id`, page)} ${ordered(key, sql`r.partner_tenant_id`, page)}`,
  )

/** One of them; undefined where it is none. */
export const findPartner = (
  db: Database,
  { tenantId, partnerId }: OfPartner,
): Promise<Partner | undefined> =>
  firstRow(
    db,
    select(columns)`from automatic_redemptions r
      where r.tenant_id = ${tenantId} and r.partner_tenant_id = ${partnerId}`,
  )
