/** The organizations with which one redeems invitations without asking (R98), as its side says. */
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { beyond, byId, ordered, type Page } from '../store/keyset.ts'

export type Partner = { readonly id: TenantId; readonly sortValue: string }

const key = byId(sql`r.partner_tenant_id`)

/** A page of them, by their id. One statement. */
export const listPartners = (db: Database, tenantId: TenantId, page: Page): Promise<Partner[]> =>
  rows(
    db,
    select<Partner>({ id: 'r.partner_tenant_id', sortValue: key.text })`
      from automatic_redemptions r where r.tenant_id = ${tenantId}
        and ${beyond(key, sql`r.partner_tenant_id`, page)} ${ordered(key, sql`r.partner_tenant_id`, page)}`,
  )
