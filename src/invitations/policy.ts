/** Who may invite, whom, and for how long: an organization's settings. */
import { lockTenant } from '../directory/administrators.sql.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { changedNames, changesOf, givenOnly } from '../directory/changed-names.ts'
import { parseDomain, type Domain } from '../kernel/domain.ts'
import type { TenantId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { readInvitePolicy, type InvitePolicy } from './invite.sql.ts'

export type PolicyChanges = Partial<
  Pick<
    InvitePolicy,
    | 'allowInvitesFrom'
    | 'domainRule'
    | 'domains'
    | 'lifetimeDays'
    | 'guestLevel'
    | 'membersReadOthers'
    | 'usersConsent'
    | 'restoringNeedsConsent'
  >
>

export type PolicyProblem =
  | { outcome: 'notADomain'; domain: string }
  | { outcome: 'listWithoutRule' }
export type UpdatePolicyResult = { outcome: 'updated' } | PolicyProblem

const domainIn = (text: string): Domain[] => {
  const parsed = parseDomain(text)
  return 'domain' in parsed ? [parsed.domain] : []
}

/** The domains of a list, each once; undefined where none is given. */
const listIn = (
  given: readonly string[] | undefined,
): { domains: Domain[] | undefined } | { outcome: 'notADomain'; domain: string } => {
  const wrong = given?.find((domain) => 'problem' in parseDomain(domain))
  if (wrong !== undefined) return { outcome: 'notADomain', domain: wrong }
  return { domains: given === undefined ? undefined : [...new Set(given.flatMap(domainIn))] }
}

type Changed = {
  readonly wanted: PolicyChanges
  /** The settings as they would be; a list without a rule is empty. */
  readonly after: InvitePolicy
}

/** What changes make of the settings; nothing is saved. */
export const policyAfter = (
  before: InvitePolicy,
  changes: PolicyChanges,
): Changed | PolicyProblem => {
  const list = listIn(changes.domains)
  if ('outcome' in list) return list
  const { domains } = list
  const wanted = givenOnly({ ...changes, domains }) as PolicyChanges
  const after = { ...before, ...wanted }
  if (after.domainRule === 'none' && (domains?.length ?? 0) > 0)
    return { outcome: 'listWithoutRule' }
  return { wanted, after: { ...after, domains: after.domainRule === 'none' ? [] : after.domains } }
}

/**
 * Changes the given settings. A list has one rule, allow or block (R95); changing it does not touch
 * accepted guests (R96).
 */
export const updateInvitePolicy = (
  db: Database,
  tenantId: TenantId,
  changes: PolicyChanges,
  context: Context,
): Promise<UpdatePolicyResult> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const before = await readInvitePolicy(tx, tenantId)
    if (before === undefined) throw new Error(`There is no organization ${tenantId}.`)
    const changed = policyAfter(before, changes)
    if ('outcome' in changed) return changed
    const { wanted, after } = changed
    const properties = changedNames(
      { ...before, domains: before.domains.join() },
      wanted.domains === undefined ? wanted : { ...wanted, domains: after.domains.join() },
    )
    if (properties.length === 0) return { outcome: 'updated' }
    await sql`update tenants set allow_invites_from = ${after.allowInvitesFrom}, invitation_domain_rule = ${after.domainRule}, invitation_domains = ${[...after.domains]}::text[],
      invitation_lifetime_days = ${after.lifetimeDays}, guest_level = ${after.guestLevel}, members_read_others = ${after.membersReadOthers}, users_consent = ${after.usersConsent},
      restoring_needs_consent = ${after.restoringNeedsConsent} where id = ${tenantId}`.execute(tx)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'organization.policyChanged',
        target: { kind: 'organization', id: tenantId },
        details: {
          properties,
          changes: changesOf(properties, properties, before, after),
        },
      }),
    )
    return { outcome: 'updated' }
  })
