/**
 * Each activity by the name that the published reference gives it, where it has one; ours where it
 * has none.
 */
import { activities, type Activity, type TargetKind } from '../events/event.ts'

export type Category =
  | 'UserManagement'
  | 'GroupManagement'
  | 'ApplicationManagement'
  | 'RoleManagement'
  | 'DirectoryManagement'
  | 'Policy'
  | 'Authentication'
type Words = {
  readonly displayName: string
  /** The name where its target is a group. */
  readonly ofGroup?: string
  readonly category: Category
  readonly operationType: 'Add' | 'Update' | 'Delete' | 'Assign' | 'Unassign' | 'Other'
}

const words = {
  'organization.created': {
    displayName: 'Create Company',
    category: 'DirectoryManagement',
    operationType: 'Add',
  },
  'organization.updated': {
    displayName: 'Set Company Information',
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  'organization.stateChanged': {
    displayName: 'Change organization state',
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  'organization.leavingChanged': {
    displayName: 'Update policy',
    category: 'Policy',
    operationType: 'Update',
  },
  'organization.policyChanged': {
    displayName: 'Update authorization policy',
    category: 'Policy',
    operationType: 'Update',
  },
  'organization.partnerChanged': {
    displayName: 'Update a partner cross-tenant access setting',
    category: 'Policy',
    operationType: 'Update',
  },
  'domain.added': {
    displayName: 'Add verified domain',
    category: 'DirectoryManagement',
    operationType: 'Add',
  },
  'identityProvider.added': {
    displayName: 'Create identity provider',
    category: 'DirectoryManagement',
    operationType: 'Add',
  },
  'identityProvider.updated': {
    displayName: 'Update identity provider',
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  'identityProvider.removed': {
    displayName: 'Delete identity provider',
    category: 'DirectoryManagement',
    operationType: 'Delete',
  },
  'user.created': { displayName: 'Add user', category: 'UserManagement', operationType: 'Add' },
  'user.updated': {
    displayName: 'Update user',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.disabled': {
    displayName: 'Disable account',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.enabled': {
    displayName: 'Enable account',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.left': {
    displayName: 'Delete external user',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.deleted': {
    displayName: 'Delete user',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.deletedByPolicy': {
    displayName: 'Delete user by policy',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.homeDeleted': {
    displayName: 'Home account of guest deleted',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.restored': {
    displayName: 'Restore user',
    category: 'UserManagement',
    operationType: 'Add',
  },
  'user.purged': {
    displayName: 'Hard Delete user',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.held': {
    displayName: 'Place user on hold',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.holdEnded': {
    displayName: 'End hold of user',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.passwordChanged': {
    displayName: 'Change user password',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.passwordLinkCreated': {
    displayName: 'Reset password',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.waysInEnded': {
    displayName: 'End ways to sign in made with fewer rights',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.sessionsRevoked': {
    displayName: 'Update StsRefreshTokenValidFrom Timestamp',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.passkeyAdded': {
    displayName: 'Add passkey',
    category: 'UserManagement',
    operationType: 'Add',
  },
  'user.passkeyRemoved': {
    displayName: 'Remove passkey',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.authenticatorAdded': {
    displayName: 'User registered security info',
    category: 'UserManagement',
    operationType: 'Add',
  },
  'user.authenticatorRemoved': {
    displayName: 'User deleted security info',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.recoveryCodesMade': {
    displayName: 'User made recovery codes',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.factorsReset': {
    displayName: 'Admin deleted security info',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'user.identityAdded': {
    displayName: 'Add identity to user',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.identityRemoved': {
    displayName: 'Remove identity from user',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.signedIn': { displayName: 'Sign in', category: 'Authentication', operationType: 'Other' },
  'user.signInFailed': {
    displayName: 'Failed sign-in',
    category: 'Authentication',
    operationType: 'Other',
  },
  'user.signedOut': { displayName: 'Sign out', category: 'Authentication', operationType: 'Other' },
  'user.managerChanged': {
    displayName: 'Set user manager',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'user.sponsorAdded': {
    displayName: 'Add user sponsor',
    category: 'UserManagement',
    operationType: 'Assign',
  },
  'user.sponsorRemoved': {
    displayName: 'Remove user sponsor',
    category: 'UserManagement',
    operationType: 'Unassign',
  },
  'user.dataExported': {
    displayName: 'Download own data',
    category: 'UserManagement',
    operationType: 'Other',
  },
  'group.created': { displayName: 'Add group', category: 'GroupManagement', operationType: 'Add' },
  'group.updated': {
    displayName: 'Update group',
    category: 'GroupManagement',
    operationType: 'Update',
  },
  'group.deleted': {
    displayName: 'Delete group',
    category: 'GroupManagement',
    operationType: 'Delete',
  },
  'group.memberAdded': {
    displayName: 'Add member to group',
    category: 'GroupManagement',
    operationType: 'Assign',
  },
  'group.memberRemoved': {
    displayName: 'Remove member from group',
    category: 'GroupManagement',
    operationType: 'Unassign',
  },
  'group.ownerAdded': {
    displayName: 'Add owner to group',
    category: 'GroupManagement',
    operationType: 'Assign',
  },
  'group.ownerRemoved': {
    displayName: 'Remove owner from group',
    category: 'GroupManagement',
    operationType: 'Unassign',
  },
  'application.created': {
    displayName: 'Add service principal',
    category: 'ApplicationManagement',
    operationType: 'Add',
  },
  'application.updated': {
    displayName: 'Update service principal',
    category: 'ApplicationManagement',
    operationType: 'Update',
  },
  'application.deleted': {
    displayName: 'Remove service principal',
    category: 'ApplicationManagement',
    operationType: 'Delete',
  },
  'application.ownerAdded': {
    displayName: 'Add owner to service principal',
    category: 'ApplicationManagement',
    operationType: 'Assign',
  },
  'application.ownerRemoved': {
    displayName: 'Remove owner from service principal',
    category: 'ApplicationManagement',
    operationType: 'Unassign',
  },
  'application.roleAdded': {
    displayName: 'Add app role',
    category: 'ApplicationManagement',
    operationType: 'Add',
  },
  'application.roleRemoved': {
    displayName: 'Remove app role',
    category: 'ApplicationManagement',
    operationType: 'Delete',
  },
  'application.roleChanged': {
    displayName: 'Update app role',
    category: 'ApplicationManagement',
    operationType: 'Update',
  },
  'application.assigned': {
    displayName: 'Add app role assignment grant to user',
    ofGroup: 'Add app role assignment to group',
    category: 'ApplicationManagement',
    operationType: 'Assign',
  },
  'application.unassigned': {
    displayName: 'Remove app role assignment from user',
    ofGroup: 'Remove app role assignment from group',
    category: 'ApplicationManagement',
    operationType: 'Unassign',
  },
  'application.secretAdded': {
    displayName: 'Add service principal credentials',
    category: 'ApplicationManagement',
    operationType: 'Add',
  },
  'application.secretRemoved': {
    displayName: 'Remove service principal credentials',
    category: 'ApplicationManagement',
    operationType: 'Delete',
  },
  'user.enteredApplication': {
    displayName: 'Sign in to application',
    category: 'Authentication',
    operationType: 'Other',
  },
  'user.tokenReused': {
    displayName: 'Refuse reused token',
    category: 'Authentication',
    operationType: 'Other',
  },
  'user.consentEnded': {
    displayName: 'Revoke consent',
    category: 'ApplicationManagement',
    operationType: 'Delete',
  },
  'role.assigned': {
    displayName: 'Add member to role',
    category: 'RoleManagement',
    operationType: 'Assign',
  },
  'role.unassigned': {
    displayName: 'Remove member from role',
    category: 'RoleManagement',
    operationType: 'Unassign',
  },
  'invitation.created': {
    displayName: 'Invite external user',
    category: 'UserManagement',
    operationType: 'Add',
  },
  'invitation.resent': {
    displayName: 'Invite external user again',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'invitation.revoked': {
    displayName: 'Revoke invitation',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'invitation.redeemed': {
    displayName: 'Redeem external user invite',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'invitation.declined': {
    displayName: 'Decline external user invite',
    category: 'UserManagement',
    operationType: 'Delete',
  },
  'invitation.reset': {
    displayName: 'Invite external user with reset invitation status',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'invitation.refused': {
    displayName: 'Refuse invitations of organization',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'invitation.refusalTakenBack': {
    displayName: 'Take back refusal of invitations',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'request.created': {
    displayName: 'File request',
    category: 'UserManagement',
    operationType: 'Add',
  },
  'request.done': {
    displayName: 'Fulfil request',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'request.withdrawn': {
    displayName: 'Withdraw request',
    category: 'UserManagement',
    operationType: 'Update',
  },
  'request.declined': {
    displayName: 'Decline request',
    category: 'UserManagement',
    operationType: 'Update',
  },
} satisfies Record<Activity, Words>

/** The words of an activity. */
export const wordsOf = (activity: Activity): Words => words[activity]

/** The display name of an activity with this kind of target. */
export const displayNameOf = (activity: Activity, targetKind: TargetKind): string => {
  const { displayName, ofGroup } = wordsOf(activity)
  return targetKind === 'group' ? (ofGroup ?? displayName) : displayName
}

/**
 * What is sought by a display name: an activity, and the kind of its targets where the name depends
 * on it.
 */
export type Named = { readonly activity: Activity; readonly targetKind?: TargetKind }

const byDisplayName = new Map<string, Named>(
  activities.flatMap((activity) => {
    const { displayName, ofGroup } = wordsOf(activity)
    if (ofGroup === undefined) return [[displayName.toLowerCase(), { activity }] as const]
    return [
      [displayName.toLowerCase(), { activity, targetKind: 'user' }] as const,
      [ofGroup.toLowerCase(), { activity, targetKind: 'group' }] as const,
    ]
  }),
)

/** Every display name, in the order of the activities. */
export const activityNames: readonly {
  readonly name: Activity
  readonly displayName: string
  readonly category: Category
}[] = activities.flatMap((name) => {
  const { displayName, ofGroup, category } = wordsOf(name)
  return [displayName, ...(ofGroup === undefined ? [] : [ofGroup])].map((one) => ({
    name,
    displayName: one,
    category,
  }))
})

/** What this display name stands for, in any case; undefined when there is none. */
export const activityNamed = (displayName: string): Named | undefined =>
  byDisplayName.get(displayName.toLowerCase())
