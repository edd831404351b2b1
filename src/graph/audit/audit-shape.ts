/** An entry of the audit log, from the store's words to the wire's. */
import { roleNamed, roles } from '../../access/roles.ts'
import { guestLevels, type GuestLevel } from '../../access/guest-levels.ts'
import type { Change, TargetKind } from '../../events/event.ts'
import type { EventRow } from '../../events/list.sql.ts'
import { keptNames } from '../../kernel/kept-days.ts'
import { displayNameOf, serviceOf, wordsOf } from './audit-words.ts'
import { directoryAudit } from '../../wire/graph/audit.ts'
import { shaped } from '../shape.ts'

export const types = {
  user: 'User',
  group: 'Group',
  application: 'ServicePrincipal',
  role: 'Role',
  organization: 'Other',
  request: 'Other',
  policy: 'Policy',
} as const

/** What Graph calls a target; of an application its registration or its service principal. */
export const typeOf = ({ details }: EventRow, kind: TargetKind) =>
  kind === 'application' && details['registration'] === true
    ? ('Application' as const)
    : types[kind]

export const relatedName = ({
  relatedKind,
  relatedId,
  relatedName: name,
}: EventRow): string | null => {
  const role = relatedKind === 'role' && relatedId !== null ? roleNamed(relatedId) : undefined
  return role === undefined ? name : roles[role].displayName
}

const targetsOf = (event: EventRow) => [
  {
    id: event.targetId,
    displayName: event.targetName,
    type: typeOf(event, event.targetKind),
    userPrincipalName: event.targetPrincipalName,
    modifiedProperties: modifiedBy(event),
  },
  ...(event.relatedId === null || event.relatedKind === null
    ? []
    : [
        {
          id: event.relatedId,
          displayName: relatedName(event),
          type: typeOf(event, event.relatedKind),
          userPrincipalName: null,
          modifiedProperties: [],
        },
      ]),
]

/** How Graph calls what we call otherwise. */
const wireNames = new Map([
  ['technicalContact', 'technicalNotificationMails'],
  ['privacyContact', 'privacyProfile.contactEmail'],
  ['privacyStatementUrl', 'privacyProfile.statementUrl'],
  ...keptNames.map((name) => [name, `guesthouse.${name}`] as const),
  ['externalUsersMayLeave', 'allowExternalIdentitiesToLeave'],
  ['deletesGuestsWithoutHome', 'allowDeletedIdentitiesDataRemoval'],
  ['guestLevel', 'guestUserRoleId'],
  ['membersReadOthers', 'defaultUserRolePermissions.allowedToReadOtherUsers'],
  ['usersConsent', 'defaultUserRolePermissions.permissionGrantPoliciesAssigned'],
  ['domainRule', 'guesthouse.domainRule'],
  ['domains', 'guesthouse.domains'],
  ['lifetimeDays', 'guesthouse.invitationLifetimeDays'],
  ['restoringNeedsConsent', 'guesthouse.restoringNeedsConsent'],
  ['automaticRedemption', 'guesthouse.automaticRedemption'],
  ['graceDays', 'gracePeriodInDays'],
  ...(
    [
      'groupId',
      'exceptGroupId',
      'inactiveDays',
      'needsSponsor',
      'attestationDays',
      'redemptionDays',
      'action',
      'deletionDays',
    ] as const
  ).map((name) => [name, `guesthouse.${name}`] as const),
])

// Values are written as Graph writes them: JSON inside of a string, a list of one.
const valueOf = (property: string, value: unknown): string =>
  JSON.stringify(
    Array.isArray(value)
      ? value
      : [property === 'guestLevel' ? (guestLevels[value as GuestLevel] ?? value) : value],
  )

const modifiedBy = ({ details }: EventRow) => {
  const names = Array.isArray(details['properties']) ? details['properties'].map(String) : []
  const changes = Array.isArray(details['changes']) ? (details['changes'] as Change[]) : []
  return names.map((name) => {
    const change = changes.find(({ property }) => property === name)
    return {
      displayName: wireNames.get(name) ?? name,
      oldValue: change === undefined ? null : valueOf(name, change.old),
      newValue: change === undefined ? null : valueOf(name, change.new),
    }
  })
}

const applicationOf = ({ actorKind, actorId, actorAppId, actorName }: EventRow) => {
  if (actorKind === 'application')
    return { appId: actorAppId, displayName: actorName, servicePrincipalId: actorId }
  const displayName = actorKind === 'operator' ? 'Operator' : 'Guesthouse'
  return { appId: null, displayName, servicePrincipalId: null }
}

export const initiatorOf = (event: EventRow) =>
  event.actorKind === 'user' && event.actorId !== null
    ? {
        user: {
          id: event.actorId,
          displayName: event.actorName,
          userPrincipalName: event.actorPrincipalName,
          ipAddress: event.actorAddress,
        },
        app: null,
      }
    : { user: null, app: applicationOf(event) }

export const resultOf = ({ activity: what }: Pick<EventRow, 'activity'>): 'failure' | 'success' =>
  what === 'user.signInFailed' ? 'failure' : 'success'

export const auditShape = shaped<typeof directoryAudit, EventRow>(directoryAudit, {
  activityDateTime: ({ at }) => at.toISOString(),
  activityDisplayName: displayNameOf,
  category: ({ activity }) => wordsOf(activity).category,
  operationType: ({ activity }) => wordsOf(activity).operationType,
  result: resultOf,
  resultReason: ({ reason }) => reason ?? '',
  loggedByService: ({ activity }) => serviceOf(activity),
  initiatedBy: initiatorOf,
  targetResources: targetsOf,
  additionalDetails: ({ activity, mailState, details: { policy, subscription } }) => [
    { key: 'guesthouse.activity', value: activity },
    ...(mailState === null ? [] : [{ key: 'guesthouse.mail', value: mailState }]),
    ...(typeof policy === 'string' ? [{ key: 'guesthouse.policy', value: policy }] : []),
    ...(typeof subscription === 'string'
      ? [{ key: 'guesthouse.subscription', value: subscription }]
      : []),
  ],
})
