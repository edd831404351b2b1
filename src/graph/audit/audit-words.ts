/**
 * Each activity by the name that the published reference gives it, where it has one; ours where it
 * has none.
 */
import { activities, type Activity, type TargetKind } from '../../events/event.ts'

export type Category =
  | 'UserManagement'
  | 'GroupManagement'
  | 'ApplicationManagement'
  | 'RoleManagement'
  | 'DirectoryManagement'
  | 'Policy'
  | 'Authentication'
/** The name where its target is a group, or where an application's registration was named. */
type Variant = { readonly group: string } | { readonly registration: string }
type Words = {
  readonly displayName: string
  readonly variant?: Variant
  readonly category: Category
  readonly operationType: 'Add' | 'Update' | 'Delete' | 'Assign' | 'Unassign' | 'Other'
}

/** What it is called, its category, what is done, and what else it is called. */
type Row = readonly [Words['displayName'], Category, Words['operationType'], Variant?]

const rows = {
  'organization.created': ['Create Company', 'DirectoryManagement', 'Add'],
  'organization.updated': ['Set Company Information', 'DirectoryManagement', 'Update'],
  'organization.stateChanged': ['Change organization state', 'DirectoryManagement', 'Update'],
  'organization.leavingChanged': ['Update policy', 'Policy', 'Update'],
  'organization.policyChanged': ['Update authorization policy', 'Policy', 'Update'],
  'organization.partnerChanged': [
    'Update a partner cross-tenant access setting',
    'Policy',
    'Update',
  ],
  'lifecyclePolicy.changed': ['Update lifecycle policy', 'Policy', 'Update'],
  'domain.added': ['Add verified domain', 'DirectoryManagement', 'Add'],
  'domain.claimed': ['Add unverified domain', 'DirectoryManagement', 'Add'],
  'domain.verified': ['Verify domain', 'DirectoryManagement', 'Update'],
  'domain.removed': ['Remove verified domain', 'DirectoryManagement', 'Delete'],
  'identityProvider.added': ['Create identity provider', 'DirectoryManagement', 'Add'],
  'identityProvider.updated': ['Update identity provider', 'DirectoryManagement', 'Update'],
  'identityProvider.removed': ['Delete identity provider', 'DirectoryManagement', 'Delete'],
  'user.created': ['Add user', 'UserManagement', 'Add'],
  'user.updated': ['Update user', 'UserManagement', 'Update'],
  'user.disabled': ['Disable account', 'UserManagement', 'Update'],
  'user.enabled': ['Enable account', 'UserManagement', 'Update'],
  'user.left': ['Delete external user', 'UserManagement', 'Delete'],
  'user.deleted': ['Delete user', 'UserManagement', 'Delete'],
  'user.deletedByPolicy': ['Delete user by policy', 'UserManagement', 'Delete'],
  'user.homeDeleted': ['Home account of guest deleted', 'UserManagement', 'Update'],
  'user.disabledElsewhere': ['Account as guest elsewhere disabled', 'UserManagement', 'Other'],
  'user.enabledElsewhere': ['Account as guest elsewhere enabled', 'UserManagement', 'Other'],
  'user.leftElsewhere': ['Left other organization as guest', 'UserManagement', 'Other'],
  'user.removedElsewhere': ['Removed from other organization as guest', 'UserManagement', 'Other'],
  'user.restoredElsewhere': ['Restored in other organization as guest', 'UserManagement', 'Other'],
  'user.disabledAtHome': ['Home account of guest disabled', 'UserManagement', 'Update'],
  'user.enabledAtHome': ['Home account of guest enabled', 'UserManagement', 'Update'],
  'user.deletedAtHome': [
    'Home account of guest deleted, can be restored',
    'UserManagement',
    'Update',
  ],
  'user.restoredAtHome': ['Home account of guest restored', 'UserManagement', 'Update'],
  'user.restored': ['Restore user', 'UserManagement', 'Add'],
  'user.attested': ['Attest guest', 'UserManagement', 'Update'],
  'user.purged': ['Hard Delete user', 'UserManagement', 'Delete'],
  'deletion.asked': ['Ask for a permanent deletion', 'DirectoryManagement', 'Other'],
  'deletion.approved': ['Approve a permanent deletion', 'DirectoryManagement', 'Other'],
  'deletion.refused': ['Refuse a permanent deletion', 'DirectoryManagement', 'Other'],
  'organization.purgeProtectionChanged': [
    'Change the protection of permanent deletions',
    'Policy',
    'Update',
  ],
  'user.held': ['Place user on hold', 'UserManagement', 'Update'],
  'user.holdEnded': ['End hold of user', 'UserManagement', 'Update'],
  'user.passwordChanged': ['Change user password', 'UserManagement', 'Update'],
  'user.passwordLinkCreated': ['Reset password', 'UserManagement', 'Update'],
  'user.waysInEnded': ['End ways to sign in made with fewer rights', 'UserManagement', 'Update'],
  'user.sessionsRevoked': ['Update StsRefreshTokenValidFrom Timestamp', 'UserManagement', 'Update'],
  'user.passkeyAdded': ['Add passkey', 'UserManagement', 'Add'],
  'user.passkeyRemoved': ['Remove passkey', 'UserManagement', 'Delete'],
  'user.authenticatorAdded': ['User registered security info', 'UserManagement', 'Add'],
  'user.authenticatorRemoved': ['User deleted security info', 'UserManagement', 'Delete'],
  'user.recoveryCodesMade': ['User made recovery codes', 'UserManagement', 'Update'],
  'user.factorsReset': ['Admin deleted security info', 'UserManagement', 'Delete'],
  'user.identityAdded': ['Add identity to user', 'UserManagement', 'Update'],
  'user.identityRemoved': ['Remove identity from user', 'UserManagement', 'Update'],
  'user.signedIn': ['Sign in', 'Authentication', 'Other'],
  'user.signInFailed': ['Failed sign-in', 'Authentication', 'Other'],
  'user.signedOut': ['Sign out', 'Authentication', 'Other'],
  'user.managerChanged': ['Set user manager', 'UserManagement', 'Update'],
  'user.sponsorAdded': ['Add user sponsor', 'UserManagement', 'Assign'],
  'user.sponsorRemoved': ['Remove user sponsor', 'UserManagement', 'Unassign'],
  'user.dataExported': ['Download own data', 'UserManagement', 'Other'],
  'user.exportFetched': ['Download exported data of user', 'UserManagement', 'Other'],
  'user.exportRefused': ['Refuse to export personal data of user', 'UserManagement', 'Other'],
  'user.exportAsked': ['Export personal data of user', 'UserManagement', 'Other'],
  'group.created': ['Add group', 'GroupManagement', 'Add'],
  'group.updated': ['Update group', 'GroupManagement', 'Update'],
  'group.deleted': ['Delete group', 'GroupManagement', 'Delete'],
  'group.restored': ['Restore group', 'GroupManagement', 'Add'],
  'group.purged': ['Hard Delete group', 'GroupManagement', 'Delete'],
  'group.memberAdded': ['Add member to group', 'GroupManagement', 'Assign'],
  'group.memberRemoved': ['Remove member from group', 'GroupManagement', 'Unassign'],
  'group.ownerAdded': ['Add owner to group', 'GroupManagement', 'Assign'],
  'group.ownerRemoved': ['Remove owner from group', 'GroupManagement', 'Unassign'],
  'application.created': [
    'Add service principal',
    'ApplicationManagement',
    'Add',
    { registration: 'Add application' },
  ],
  'application.updated': [
    'Update service principal',
    'ApplicationManagement',
    'Update',
    { registration: 'Update application' },
  ],
  'application.deleted': [
    'Remove service principal',
    'ApplicationManagement',
    'Delete',
    { registration: 'Delete application' },
  ],
  'application.restored': [
    'Restore service principal',
    'ApplicationManagement',
    'Add',
    { registration: 'Restore application' },
  ],
  'application.purged': [
    'Hard delete service principal',
    'ApplicationManagement',
    'Delete',
    { registration: 'Hard Delete application' },
  ],
  'application.ownerAdded': [
    'Add owner to service principal',
    'ApplicationManagement',
    'Assign',
    { registration: 'Add owner to application' },
  ],
  'application.ownerRemoved': [
    'Remove owner from service principal',
    'ApplicationManagement',
    'Unassign',
    { registration: 'Remove owner from application' },
  ],
  'application.roleAdded': ['Add app role', 'ApplicationManagement', 'Add'],
  'application.roleRemoved': ['Remove app role', 'ApplicationManagement', 'Delete'],
  'application.roleChanged': ['Update app role', 'ApplicationManagement', 'Update'],
  'application.assigned': [
    'Add app role assignment grant to user',
    'ApplicationManagement',
    'Assign',
    { group: 'Add app role assignment to group' },
  ],
  'application.unassigned': [
    'Remove app role assignment from user',
    'ApplicationManagement',
    'Unassign',
    { group: 'Remove app role assignment from group' },
  ],
  'application.permissionGiven': [
    'Add app role assignment to service principal',
    'ApplicationManagement',
    'Assign',
  ],
  'application.permissionTaken': [
    'Remove app role assignment from service principal',
    'ApplicationManagement',
    'Unassign',
  ],
  'application.grantGiven': ['Add delegated permission grant', 'ApplicationManagement', 'Assign'],
  'application.grantTaken': [
    'Remove delegated permission grant',
    'ApplicationManagement',
    'Unassign',
  ],
  'subscription.created': ['Add subscription', 'ApplicationManagement', 'Add'],
  'subscription.renewed': ['Update subscription', 'ApplicationManagement', 'Update'],
  'subscription.removed': ['Delete subscription', 'ApplicationManagement', 'Delete'],
  'subscription.missed': [
    'Give up notifications of a subscription',
    'ApplicationManagement',
    'Update',
  ],
  'application.secretAdded': ['Add service principal credentials', 'ApplicationManagement', 'Add'],
  'application.secretRemoved': [
    'Remove service principal credentials',
    'ApplicationManagement',
    'Delete',
  ],
  'user.enteredApplication': ['Sign in to application', 'Authentication', 'Other'],
  'user.tokenReused': ['Refuse reused token', 'Authentication', 'Other'],
  'user.consentGiven': ['Consent to application', 'ApplicationManagement', 'Add'],
  'user.consentEnded': ['Revoke consent', 'ApplicationManagement', 'Delete'],
  'role.assigned': ['Add member to role', 'RoleManagement', 'Assign'],
  'role.unassigned': ['Remove member from role', 'RoleManagement', 'Unassign'],
  'invitation.created': ['Invite external user', 'UserManagement', 'Add'],
  'invitation.resent': ['Invite external user again', 'UserManagement', 'Update'],
  'invitation.revoked': ['Revoke invitation', 'UserManagement', 'Delete'],
  'invitation.redeemed': ['Redeem external user invite', 'UserManagement', 'Update'],
  'invitation.declined': ['Decline external user invite', 'UserManagement', 'Delete'],
  'invitation.reset': [
    'Invite external user with reset invitation status',
    'UserManagement',
    'Update',
  ],
  'invitation.refused': ['Refuse invitations of organization', 'UserManagement', 'Update'],
  'invitation.refusalTakenBack': ['Take back refusal of invitations', 'UserManagement', 'Update'],
  'request.created': ['File request', 'UserManagement', 'Add'],
  'request.done': ['Fulfil request', 'UserManagement', 'Update'],
  'request.withdrawn': ['Withdraw request', 'UserManagement', 'Update'],
  'request.declined': ['Decline request', 'UserManagement', 'Update'],
  'request.held': ['Hold request', 'UserManagement', 'Update'],
  'request.holdEnded': ['End hold of request', 'UserManagement', 'Update'],
  'request.expired': ['End request without answer', 'UserManagement', 'Update'],
} as const satisfies Record<Activity, Row>

/** The words of an activity. */
export const wordsOf = (activity: Activity): Words => {
  const [displayName, category, operationType, variant]: Row = rows[activity]
  return { displayName, category, operationType, ...(variant === undefined ? {} : { variant }) }
}

/** What an activity is called by what it was done to. */
export type Done = {
  readonly activity: Activity
  readonly targetKind: TargetKind
  readonly details: Readonly<Record<string, unknown>>
}

/** The display name of what was done. */
export const displayNameOf = ({ activity, targetKind, details }: Done): string => {
  const { displayName, variant } = wordsOf(activity)
  if (variant === undefined) return displayName
  if ('group' in variant) return targetKind === 'group' ? variant.group : displayName
  return details['registration'] === true ? variant.registration : displayName
}

/** The service of Graph that an activity is told by. */
export const serviceOf = (activity: Activity): 'Invited Users' | 'Core Directory' =>
  activity === 'user.left' || activity.startsWith('invitation.')
    ? 'Invited Users'
    : 'Core Directory'

/** What is sought by a display name: an activity, and what the name depends on, where it does. */
export type Named = {
  readonly activity: Activity
  readonly targetKind?: TargetKind
  readonly isOfRegistration?: boolean
}

const namesOf = (activity: Activity): (readonly [string, Named])[] => {
  const { displayName, variant } = wordsOf(activity)
  if (variant === undefined) return [[displayName, { activity }]]
  return 'group' in variant
    ? [
        [displayName, { activity, targetKind: 'user' }],
        [variant.group, { activity, targetKind: 'group' }],
      ]
    : [
        [displayName, { activity, isOfRegistration: false }],
        [variant.registration, { activity, isOfRegistration: true }],
      ]
}

const byDisplayName = new Map(
  activities.flatMap(namesOf).map(([name, named]) => [name.toLowerCase(), named] as const),
)

/** Every display name, in the order of the activities. */
export const activityNames: readonly {
  readonly name: Activity
  readonly displayName: string
  readonly category: Category
}[] = activities.flatMap((name) =>
  namesOf(name).map(([displayName]) => ({ name, displayName, category: wordsOf(name).category })),
)

/** What this display name stands for, in any case; undefined when there is none. */
export const activityNamed = (displayName: string): Named | undefined =>
  byDisplayName.get(displayName.toLowerCase())
