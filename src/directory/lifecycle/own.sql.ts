/** What decides whether a guest may say of themselves that they need the account (R136). */
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { isGuest } from './guests.sql.ts'
import type { OwnNeedFacts } from './own.rule.ts'
import { hasAccepted } from '../../store/relations.sql.ts'

export type OwnNeed = OwnNeedFacts & {
  readonly userId: UserId
  readonly attestedAt: Date | null
}

/** Of a person in an organization; undefined where they are nobody. */
export const readOwnNeed = (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<OwnNeed | undefined> =>
  firstRow(
    db,
    select<OwnNeed>({
      userId: 'u.id',
      isGuest,
      accepted: sql`(${hasAccepted()})`,
      enabled: 'u.account_enabled',
      allowed: 't.guests_attest',
      open: sql`(t.state = 'active')`,
      attestedAt: 'u.attested_at',
    })`from live_users u join tenants t on t.id = u.tenant_id
      where u.tenant_id = ${tenantId} and u.person_id = ${personId}`,
  )
