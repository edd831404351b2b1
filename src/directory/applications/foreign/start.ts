/**
 * Somebody who opens an application begins to use it in their organization: they agree, and its
 * service principal is made. It gets nothing by that. Who administers applications begins for
 * everybody; whoever else does begins for themselves.
 */
import type { RoleName } from '../../../access/roles.ts'
import type { Context } from '../../../events/event.ts'
import type { TenantId, UserId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../../store/database.ts'
import { agreesTo } from '../../../store/relations.sql.ts'
import { lockTenant } from '../../administrators.sql.ts'
import { createPrincipal } from '../create.ts'
import type { RegisteredAt } from '../program.sql.ts'
import { beginsForAll, startOf, type Start, type StartFacts } from './start.rule.ts'

/** Who opens it in which organization. */
export type Opening = {
  readonly tenantId: TenantId
  readonly userId: UserId | null
  readonly roles: readonly RoleName[]
}

const readFacts = async (
  db: Database,
  { tenantId, userId }: Opening,
  { homeTenantId, registrationId }: RegisteredAt,
): Promise<StartFacts> => {
  const which = sql`p.tenant_id = t.id and p.home_tenant_id = ${homeTenantId} and p.registration_id = ${registrationId}`
  const found = await firstRow(
    db,
    select<StartFacts>({
      principal: sql`coalesce(
        (select case when p.each_agrees and not ${agreesTo(sql`${userId}::uuid`)} then 'notAgreed' else 'there' end
          from service_principals p where ${which} and p.deleted_at is null),
        (select 'deleted' from service_principals p where ${which} limit 1), 'none')`,
      usersConsent: 't.users_consent',
    })`from tenants t where t.id = ${tenantId}`,
  )
  return found ?? { principal: 'none', usersConsent: false }
}

/** Who may begin to use a registration in an organization. */
export const readStart = async (
  db: Database,
  opening: Opening,
  which: RegisteredAt,
): Promise<Start> => startOf(await readFacts(db, opening, which), opening.roles)

/**
 * Begins it, for whoever opens it. What comes back is how it stands then: `begun`, which they have
 * to be noted to agree to; else who has to; `notOffered` where its home offers it no more.
 */
export const startUsing = (
  db: Database,
  opening: Opening,
  which: RegisteredAt,
  context: Context,
): Promise<Start | 'notOffered'> =>
  transaction(db, async (tx) => {
    const { tenantId, roles } = opening
    await lockTenant(tx, tenantId)
    const facts = await readFacts(tx, opening, which)
    const start = startOf(facts, roles)
    if (start !== 'person') return start
    if (facts.principal === 'notAgreed') return 'begun'
    const eachAgrees = !beginsForAll(roles)
    const made = await createPrincipal(tx, { tenantId, ...which }, { eachAgrees }, context)
    return made.outcome === 'notFound' ? 'notOffered' : 'begun'
  })
