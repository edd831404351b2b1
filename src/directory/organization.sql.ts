/** An organization's own properties. */
import { domainKey } from '../kernel/domain.ts'
import type { TenantId } from '../kernel/ids.ts'
import type { KeptName } from '../kernel/kept-days.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { defaultDomainOf } from '../store/relations.sql.ts'

/** How long it keeps what, in days. */
export type KeptPeriods = { readonly [name in KeptName]: number }

export type OrganizationRow = KeptPeriods & {
  readonly id: TenantId
  readonly displayName: string
  readonly state: 'active' | 'suspended' | 'closed'
  readonly createdAt: Date
  readonly technicalContact: string | null
  readonly privacyContact: string | null
  readonly privacyStatementUrl: string | null
  /** A language tag; null for that which each browser asks for. */
  readonly preferredLanguage: string | null
  readonly externalUsersMayLeave: boolean
  /** Whether guests are deleted 30 days after their account at home was (R44). */
  readonly deletesGuestsWithoutHome: boolean
  /** For how many hours who left can undo it by themselves (R142). */
  readonly undoLeavingHours: number
  /** By how many days a request to be removed is answered (R32). */
  readonly answerDays: number
  /** Whether whom nobody answers is removed then; and, where not, why. */
  readonly removesUnanswered: boolean
  readonly unansweredReason: string | null
  /** Whether the homes of guests who agree may know of them (R141). */
  /** Whether guests say by themselves that they still need their account (R136). */
  readonly guestsAttest: boolean
  readonly namesGuestsToHomes: boolean
  /** Whether organizations that do so see whose account is disabled here (R141). */
  readonly tellsOfDisabling: boolean
  /** What is asked for before a permanent deletion (R137). */
  readonly purgeProtection: 'none' | 'waiting' | 'secondAdministrator'
  readonly purgeWaitingHours: number
  readonly domains: readonly {
    name: string
    isDefault: boolean
    isInitial: boolean
    isVerified: boolean
  }[]
}

/** SQL for the `NamedOrganization` of a tenant `t`. */
export const namedOrganization = sql`json_build_object('id', t.id, 'name', t.display_name,
  'domain', ${defaultDomainOf(sql`t.id`)})`

/** The organization. It exists: a session or an operator named it. */
export const readOrganization = async (
  db: Database,
  tenantId: TenantId,
): Promise<OrganizationRow> => {
  const found = await firstRow(
    db,
    select<OrganizationRow>({
      id: 't.id',
      displayName: 't.display_name',
      state: 't.state',
      createdAt: 't.created_at',
      technicalContact: 't.technical_contact',
      privacyContact: 't.privacy_contact',
      privacyStatementUrl: 't.privacy_statement_url',
      preferredLanguage: 't.preferred_language',
      externalUsersMayLeave: 't.external_users_may_leave',
      deletesGuestsWithoutHome: 't.deletes_guests_without_home',
      undoLeavingHours: 't.undo_leaving_hours',
      answerDays: 't.answer_days',
      removesUnanswered: 't.removes_unanswered',
      unansweredReason: 't.unanswered_reason',
      guestsAttest: 't.guests_attest',
      namesGuestsToHomes: 't.names_guests_to_homes',
      tellsOfDisabling: 't.tells_of_disabling',
      deletedRetentionDays: 't.deleted_retention_days',
      signInRecordsDays: 't.sign_in_records_days',
      auditRecordsDays: 't.audit_records_days',
      unacceptedGuestsDays: 't.unaccepted_guests_days',
      purgeProtection: 't.purge_protection',
      purgeWaitingHours: 't.purge_waiting_hours',
      domains: sql`coalesce((select json_agg(json_build_object('name', d.name, 'isDefault', d.is_default, 'isInitial', d.is_initial, 'isVerified', d.verified_at is not null) order by d.is_default desc, d.name)
          from tenant_domains d where d.tenant_id = t.id), '[]')`,
    })`from tenants t where t.id = ${tenantId}`,
  )
  if (found === undefined) throw new Error(`There is no organization ${tenantId}.`)
  return found
}

/** Whether `name` is the id or a proved domain of the organization. */
export const isOrganization = async (
  db: Database,
  tenantId: TenantId,
  name: string,
): Promise<boolean> =>
  name.toLowerCase() === tenantId ||
  (await firstRow(
    db,
    sql`select 1 from verified_domains d where d.tenant_id = ${tenantId} and d.name = ${domainKey(name)}`,
  )) !== undefined
