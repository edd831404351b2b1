/** Making an organization. Only operators do: by the set-up link, the command line, or a seed. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { parseDomain } from '../../kernel/domain.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { attempt, sql, type Database } from '../../store/database.ts'
import { insertDomain } from './add-domain.ts'
import { ofAnother } from './domains.ts'

export type NewOrganization = {
  readonly displayName: string
  /** The verified domain that sign-in names end with, for example contoso.example. */
  readonly domain: string
  readonly technicalContact?: string | undefined
  readonly privacyContact?: string | undefined
  readonly privacyStatementUrl?: string | undefined
}

export type CreateOrganizationResult =
  | { outcome: 'created'; tenantId: TenantId }
  | { outcome: 'domainTaken' }
  | { outcome: 'notADomain' }

/**
 * Makes an organization with one verified domain. `domainTaken` when another organization has
 * verified it.
 */
export const createOrganization = async (
  db: Database,
  organization: NewOrganization,
  context: Context,
): Promise<CreateOrganizationResult> =>
  createOrganizationWith(db, organization, context, async () => {})

/**
 * The same, with what has to be there before the event: whoever makes it, where that is its first
 * user.
 */
export const createOrganizationWith = async (
  db: Database,
  organization: NewOrganization,
  context: Context,
  first: (tx: Database, tenantId: TenantId) => Promise<void>,
): Promise<CreateOrganizationResult> => {
  const parsed = parseDomain(organization.domain)
  if ('problem' in parsed) return { outcome: 'notADomain' }
  const tenantId = newId<TenantId>()
  return attempt(
    db,
    async (tx) => {
      await sql`insert into tenants (id, display_name, created_at, technical_contact, privacy_contact, privacy_statement_url)
        values (${tenantId}, ${organization.displayName}, ${context.now}, ${organization.technicalContact ?? null},
          ${organization.privacyContact ?? null}, ${organization.privacyStatementUrl ?? null})`.execute(
        tx,
      )
      const which = { tenantId, name: parsed.domain }
      await insertDomain(tx, which, { isInitial: true, verifiedAt: context.now })
      await first(tx, tenantId)
      const target = { kind: 'organization', id: tenantId } as const
      await record(tx, eventOf(context, { tenantId, activity: 'organization.created', target }))
      return { outcome: 'created', tenantId }
    },
    ofAnother,
  )
}
