/** Who may invite whom, and for how long: the settings of an organization. */
import { guestLevelOf, guestLevels } from '../../access/guest-levels.ts'
import { roles } from '../../access/roles.ts'
import { readInvitePolicy, type InvitePolicy } from '../../invitations/invite.sql.ts'
import {
  policyAfter,
  updateInvitePolicy,
  type PolicyChanges,
  type PolicyProblem,
} from '../../invitations/policy.ts'
import { setAutomaticRedemption } from '../../invitations/partners.ts'
import { trySettings } from '../../invitations/trial.ts'
import type { Refusal } from '../../edge/refusal.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import type { GivenChange } from '../../wire/graph/definition/sent.ts'
import { tryingSettings } from '../../wire/graph/settings-trial.ts'
import { readChange, readSent } from '../body.ts'
import { idParam, type Handler } from '../exchange.ts'
import { entity, noContent, told } from '../query/answers.ts'
import { authorizationPolicy, usersConsentPolicy } from '../../wire/graph/organization.ts'
import { shaped } from '../shape.ts'
import { badProperty, notFound } from '../refusals.ts'
import { limitedTo } from '../visible.ts'

export const showPolicy: Handler = async (x) => {
  const policy = await readInvitePolicy(x.db, x.tenantId)
  if (policy === undefined) throw notFound('authorizationPolicy')
  return entity(x, 'policies/authorizationPolicy', policyShape, policy)
}

export const policyShape = shaped<typeof authorizationPolicy, InvitePolicy>(authorizationPolicy, {
  id: () => 'authorizationPolicy',
  displayName: () => 'Authorization Policy',
  description: () => 'Who invites whom, and what people see without a role.',
  allowEmailVerifiedUsersToJoinOrganization: () => false,
  allowedToSignUpEmailBasedSubscriptions: () => false,
  allowedToUseSSPR: () => false,
  blockMsolPowerShell: () => false,
  guestUserRoleId: ({ guestLevel }) => guestLevels[guestLevel],
  defaultUserRolePermissions: ({ membersReadOthers, usersConsent }) => ({
    allowedToReadOtherUsers: membersReadOthers,
    allowedToCreateApps: false,
    allowedToCreateSecurityGroups: false,
    allowedToCreateTenants: false,
    permissionGrantPoliciesAssigned: usersConsent ? [usersConsentPolicy] : [],
  }),
  'guesthouse.domainRule': ({ domainRule }) => domainRule,
  'guesthouse.domains': (policy) => policy.domains,
  'guesthouse.invitationLifetimeDays': ({ lifetimeDays }) => lifetimeDays,
  'guesthouse.restoringNeedsConsent': ({ restoringNeedsConsent }) => restoringNeedsConsent,
  'guesthouse.rolesThatMayInvite': () => [
    roles.globalAdministrator.displayName,
    roles.userAdministrator.displayName,
    roles.guestInviter.displayName,
  ],
})

type Body = GivenChange<typeof authorizationPolicy>

const agreeing = (policies: readonly string[] | undefined): boolean | undefined =>
  policies === undefined ? undefined : policies.length > 0

const changesIn = (body: Body): PolicyChanges => {
  const given = {
    allowInvitesFrom: body.allowInvitesFrom,
    domainRule: body['guesthouse.domainRule'],
    domains: body['guesthouse.domains'],
    lifetimeDays: body['guesthouse.invitationLifetimeDays'],
    restoringNeedsConsent: body['guesthouse.restoringNeedsConsent'],
    guestLevel: body.guestUserRoleId === undefined ? undefined : guestLevelOf(body.guestUserRoleId),
    membersReadOthers: body.defaultUserRolePermissions?.allowedToReadOtherUsers,
    usersConsent: agreeing(body.defaultUserRolePermissions?.permissionGrantPoliciesAssigned),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const refusalOf = (problem: PolicyProblem): Refusal =>
  problem.outcome === 'notADomain'
    ? badProperty('guesthouse.domains', 'notADomain', {
        value: problem.domain.slice(0, 100),
        message: `'${problem.domain.slice(0, 100)}' is not a domain. One looks like contoso.example.`,
      })
    : badProperty('guesthouse.domains', 'domainRuleNeeded')

export const updatePolicy: Handler = async (x) => {
  const changes = changesIn(await readChange(x, authorizationPolicy))
  const result = await updateInvitePolicy(x.db, x.tenantId, changes, x.context)
  if (result.outcome !== 'updated') throw refusalOf(result)
  return noContent(x)
}

const pageSize = 50

/** Who would be affected by other settings, before they are saved. */
export const tryPolicy: Handler = async (x) => {
  const { allowExternalIdentitiesToLeave, effect, after, ...body } = await readSent(
    x,
    tryingSettings,
  )
  const before = await readInvitePolicy(x.db, x.tenantId)
  if (before === undefined) throw notFound('authorizationPolicy')
  const changed = policyAfter(before, changesIn(body))
  if ('outcome' in changed) throw refusalOf(changed)
  const mayLeave = allowExternalIdentitiesToLeave ?? before.mayLeave
  const tried = { tenantId: x.tenantId, before, after: { ...changed.after, mayLeave } }
  const wanted = { effect, after: after as UserId | undefined, limit: pageSize }
  const trial = await trySettings(x.db, tried, wanted, x.now)
  return told(x, tryingSettings, {
    counts: trial.counts,
    domains: trial.domains,
    value: trial.concerned.map(({ effects, ...user }) => ({
      ...limitedTo(x.caller, 'user', user),
      effects,
    })),
    next: trial.next ?? null,
  })
}

export const automatic =
  (on: boolean): Handler =>
  async (x) => {
    const partnerId = idParam<TenantId>(x, 'id')
    if (!(await setAutomaticRedemption(x.db, { tenantId: x.tenantId, partnerId }, on, x.context)))
      throw notFound(partnerId)
    return noContent(x)
  }
