/** Who may invite whom, and for how long: the settings of an organization. */
import { guestLevelOf, guestLevels } from '../../access/guest-levels.ts'
import { roles } from '../../access/roles.ts'
import { readInvitePolicy, type InvitePolicy } from '../../invitations/invite.sql.ts'
import { setAutomaticRedemption, updateInvitePolicy } from '../../invitations/policy.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { readChange } from '../body.ts'
import { idParam, type Handler } from '../exchange.ts'
import { entity, noContent } from '../query/answers.ts'
import { authorizationPolicy } from '../../wire/graph/organization.ts'
import { shaped } from '../shape.ts'
import { badProperty, notFound } from '../refusals.ts'

export const showPolicy: Handler = async (x) => {
  const policy = await readInvitePolicy(x.db, x.tenantId)
  if (policy === undefined) throw notFound('authorizationPolicy')
  return entity(x, 'policies/authorizationPolicy', policyShape, policy)
}

export const policyShape = shaped<typeof authorizationPolicy, InvitePolicy>(authorizationPolicy, {
  id: () => 'authorizationPolicy',
  displayName: () => 'Authorization Policy',
  guestUserRoleId: ({ guestLevel }) => guestLevels[guestLevel],
  defaultUserRolePermissions: ({ membersReadOthers }) => ({
    allowedToReadOtherUsers: membersReadOthers,
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

export const updatePolicy: Handler = async (x) => {
  const body = await readChange(x, authorizationPolicy)
  const given = {
    allowInvitesFrom: body.allowInvitesFrom,
    domainRule: body['guesthouse.domainRule'],
    domains: body['guesthouse.domains'],
    lifetimeDays: body['guesthouse.invitationLifetimeDays'],
    restoringNeedsConsent: body['guesthouse.restoringNeedsConsent'],
    guestLevel: body.guestUserRoleId === undefined ? undefined : guestLevelOf(body.guestUserRoleId),
    membersReadOthers: body.defaultUserRolePermissions?.allowedToReadOtherUsers,
  }
  const changes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  )
  const result = await updateInvitePolicy(x.db, x.tenantId, changes, x.context)
  if (result.outcome === 'notADomain')
    throw badProperty(
      'guesthouse.domains',
      `'${result.domain.slice(0, 100)}' is not a domain. One looks like contoso.example.`,
    )
  if (result.outcome === 'listWithoutRule')
    throw badProperty(
      'guesthouse.domains',
      'A list of domains needs the rule allow or block. Set guesthouse.domainRule too.',
    )
  return noContent(x)
}

export const automatic =
  (on: boolean): Handler =>
  async (x) => {
    const partnerId = idParam<TenantId>(x, 'id')
    if (!(await setAutomaticRedemption(x.db, x.tenantId, partnerId, on, x.context)))
      throw notFound(partnerId)
    return noContent(x)
  }
