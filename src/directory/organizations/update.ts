/** Changing an organization: its properties by its administrators, its state by an operator. */
import type { Activity, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { keptNames, type KeptName } from '../../kernel/kept-days.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'
import {
  lockTenant,
  lockWhereAdministratorsOfHome,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { endOffered } from '../applications/end-applications.ts'
import { lastAdministratorsOfHome } from '../administrators-of-home.sql.ts'
import { changedNames, changesOf, givenOnly } from '../changed-names.ts'
import { reviewRemovals } from '../users/close-requests.sql.ts'
import { endAccessOfAll, endsAccess } from '../users/end-access.ts'
import { readOrganization, type OrganizationRow } from '../organization.sql.ts'

export type OrganizationChanges = { readonly [name in KeptName]?: number | undefined } & {
  readonly displayName?: string | undefined
  readonly technicalContact?: string | null | undefined
  readonly privacyContact?: string | null | undefined
  readonly privacyStatementUrl?: string | null | undefined
  readonly preferredLanguage?: string | null | undefined
  /** Whether guests may leave by themselves (R22). */
  readonly externalUsersMayLeave?: boolean | undefined
  /** Whether guests are deleted 30 days after their account at home was (R44). */
  readonly deletesGuestsWithoutHome?: boolean | undefined
  /** For how many hours who left can undo it by themselves (R142). */
  readonly undoLeavingHours?: number | undefined
  /** By how many days requests to be removed are answered, later ones only (R32). */
  readonly answerDays?: number | undefined
  /** Whether whom nobody answers is removed then; where not, it needs a reason that people read. */
  readonly removesUnanswered?: boolean | undefined
  readonly unansweredReason?: string | null | undefined
  /** Whether guests say by themselves that they still need their account (R136). */
  readonly guestsAttest?: boolean | undefined
  /** What homes and hosts of guests are told, as far as the guests agree (R141). */
  readonly namesGuestsToHomes?: boolean | undefined
  readonly tellsOfDisabling?: boolean | undefined
}

const policySettings = [
  'externalUsersMayLeave',
  'deletesGuestsWithoutHome',
  'undoLeavingHours',
  'answerDays',
  'removesUnanswered',
  'guestsAttest',
  'namesGuestsToHomes',
  'tellsOfDisabling',
]
// A reason is written by somebody, and so is not written into the log.
const policyNames = new Set([...policySettings, 'unansweredReason'])
/** What is written into the log with its values. */
const settings = [...policySettings, ...keptNames]

/**
 * `privacyContactNeeded`: leaving can only be forbidden while people have a privacy contact to turn
 * to (R23). `reasonNeeded`: people whom nobody answers read why they are not removed (R32).
 */
export type UpdateOrganizationResult = {
  outcome: 'updated' | 'privacyContactNeeded' | 'reasonNeeded'
}

const problemOf = (
  after: OrganizationRow,
): Exclude<UpdateOrganizationResult['outcome'], 'updated'> | undefined => {
  if (!after.externalUsersMayLeave && after.privacyContact === null) return 'privacyContactNeeded'
  return !after.removesUnanswered && (after.unansweredReason ?? '').trim() === ''
    ? 'reasonNeeded'
    : undefined
}

/**
 * Changes the given properties. The event names them; changing whether guests may leave is an event
 * of its own.
 */
export const updateOrganization = (
  db: Database,
  tenantId: TenantId,
  changes: OrganizationChanges,
  context: Context,
): Promise<UpdateOrganizationResult> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const before = await readOrganization(tx, tenantId)
    const names = changedNames(before, changes)
    if (names.length === 0) return { outcome: 'updated' }
    const after: OrganizationRow = { ...before, ...givenOnly(changes) }
    const problem = problemOf(after)
    if (problem !== undefined) return { outcome: problem }

    await sql`update tenants set display_name = ${after.displayName}, technical_contact = ${after.technicalContact}, privacy_contact = ${after.privacyContact},
        privacy_statement_url = ${after.privacyStatementUrl}, preferred_language = ${after.preferredLanguage}, deleted_retention_days = ${after.deletedRetentionDays},
        sign_in_records_days = ${after.signInRecordsDays}, audit_records_days = ${after.auditRecordsDays}, unaccepted_guests_days = ${after.unacceptedGuestsDays},
        external_users_may_leave = ${after.externalUsersMayLeave}, deletes_guests_without_home = ${after.deletesGuestsWithoutHome},
        undo_leaving_hours = ${after.undoLeavingHours}, answer_days = ${after.answerDays}, removes_unanswered = ${after.removesUnanswered}, unanswered_reason = ${after.unansweredReason},
        guests_attest = ${after.guestsAttest}, names_guests_to_homes = ${after.namesGuestsToHomes}, tells_of_disabling = ${after.tellsOfDisabling}
      where id = ${tenantId}`.execute(tx)
    if (names.includes('removesUnanswered')) await reviewRemovals(tx, tenantId, context.now)
    const target = { kind: 'organization', id: tenantId } as const
    const happened = (activity: Activity, properties: readonly string[]) => {
      const details = { properties, changes: changesOf(properties, settings, before, after) }
      return properties.length === 0
        ? []
        : [eventOf(context, { tenantId, activity, target, details })]
    }
    const policies = names.filter((name) => policyNames.has(name))
    const others = names.filter((name) => !policyNames.has(name))
    await record(
      tx,
      ...happened('organization.updated', others),
      ...happened('organization.leavingChanged', policies),
    )
    return { outcome: 'updated' }
  })

export type OrganizationState = OrganizationRow['state']

export type SetStateResult = { outcome: 'set' } | LastAdministrator

/**
 * Closes, suspends or reopens an organization; an operator's doing. Either way all access there and
 * from there ends, with what its applications hold in other organizations, and reopening hands
 * none back (R126). Its guests can leave it in any state (R121), and whoever has asked to be
 * removed hears where that changes what becomes of it (R32). `lastAdministrator`: others would be
 * left without anybody who can administer them, as all who can have their home here (R124);
 * `anyway` does it all the same.
 */
export const setOrganizationState = (
  db: Database,
  tenantId: TenantId,
  { state, anyway }: { readonly state: OrganizationState; readonly anyway: boolean },
  context: Context,
): Promise<SetStateResult> =>
  transaction(db, async (tx) => {
    if (state !== 'active' && !anyway) {
      await lockWhereAdministratorsOfHome(tx, tenantId)
      const last = await lastAdministratorsOfHome(tx, tenantId)
      if (last !== undefined) return last
    }
    const done = await changed(
      tx,
      sql`update tenants set state = ${state}, ${endsAccess('tenants', context.now)} where id = ${tenantId} and state <> ${state}`,
    )
    if (done === 0) return { outcome: 'set' }
    await endAccessOfAll(tx, tenantId)
    await reviewRemovals(tx, tenantId, context.now, state === 'active' ? 'open' : 'closed')
    await endOffered(tx, tenantId)
    const target = { kind: 'organization', id: tenantId } as const
    await record(
      tx,
      eventOf(context, { tenantId, activity: 'organization.stateChanged', target, reason: state }),
    )
    return { outcome: 'set' }
  })
