/** The directory API's objects and lists, as docs/graph.md writes them. */
import type { KeptName } from '../kernel/kept-days.ts'
export type * from './application-shapes.ts'
export type * from './sign-in-shapes.ts'
import type { Answer, Change, Creation } from '../wire/graph/definition.ts'
import type { deletedUser } from '../wire/graph/deleted-user.ts'
import type { user } from '../wire/graph/user.ts'

/** One page of a list. `next` asks for the one after it; `count` is there on the first page when it was asked for. */
export type Page<T> = { readonly value: readonly T[]; readonly next?: string; readonly count?: number }

/** What a list takes. `next` is a page's own and stands for everything else. */
export type ListQuery = {
  readonly search?: string | undefined
  readonly filter?: string | undefined
  readonly orderBy?: string | undefined
  readonly count?: boolean | undefined
  readonly top?: number | undefined
  readonly next?: string | undefined
}

/** What can be changed of a user. */
export type UserProperties = Change<typeof user>
export type NewUser = Creation<typeof user>
export type User = Answer<typeof user>
export type DeletedUser = Answer<typeof deletedUser>

/** Whatever a user can be linked to. `@odata.type` ends in user, group or servicePrincipal. */
export type DirectoryObject = {
  readonly '@odata.type'?: string
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName?: string | null
  readonly description?: string | null
}

export type RestoreLinkKind =
  | 'group'
  | 'ownedGroup'
  | 'application'
  | 'ownedApplication'
  | 'role'
  | 'sponsor'
  | 'sponsorOf'
  | 'manager'
  | 'directReport'
export type RestoreLink = { readonly kind: RestoreLinkKind; readonly id: string; readonly displayName: string }
export type LostLink = RestoreLink & { readonly reason: string; readonly message: string }
export type RestoreConflict = {
  readonly code: 'restoreWindowClosed' | 'userPrincipalNameConflict' | 'proxyAddressConflict' | 'personConflict' | 'targetTooHigh'
  readonly message: string
  readonly holder?: { readonly id: string; readonly displayName: string }
}
export type RestorePreview = {
  readonly comesBack: readonly RestoreLink[]
  readonly cannotComeBack: readonly LostLink[]
  readonly conflicts: readonly RestoreConflict[]
}
export type RestoreOptions = { readonly newUserPrincipalName?: string; readonly autoReconcileProxyConflict?: boolean }
export type RestoreReport = { readonly restored: readonly RestoreLink[]; readonly skipped: readonly LostLink[] }
export type Restored = User & { readonly 'guesthouse.restoreReport': RestoreReport }

export type PurgeResult = { readonly id: string; readonly deleted: boolean; readonly code?: string; readonly message?: string }
export type Erasure = {
  readonly id: string
  readonly deletedDateTime: string | null
  readonly dueDateTime: string | null
  readonly doneDateTime: string | null
  /** Null until it is done. */
  readonly cause: string | null
  readonly status: 'scheduled' | 'running' | 'done' | 'onHold'
}

export type Group = {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly mailNickname: string | null
  readonly isAssignableToRole: boolean | null
  readonly createdDateTime: string
}
export type GroupProperties = {
  readonly displayName: string
  readonly description?: string | null
  readonly mailNickname?: string
  readonly isAssignableToRole?: boolean
}

export type NewAppRoleAssignment = { readonly principalId: string; readonly resourceId: string; readonly appRoleId: string }
export type AppRoleAssignment = NewAppRoleAssignment & {
  readonly id: string
  readonly principalDisplayName: string | null
  readonly principalType: string
  readonly resourceDisplayName: string | null
  readonly createdDateTime: string | null
  /** The name of the app role; absent or null for default access. */
  readonly 'guesthouse.appRoleDisplayName'?: string | null
}

export type RoleDefinition = {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly isBuiltIn: boolean
  readonly 'guesthouse.memberCount'?: number
}
export type RoleAssignment = {
  readonly id: string
  readonly principalId: string
  readonly roleDefinitionId: string
  readonly principal?: DirectoryObject
  readonly roleDefinition?: RoleDefinition
  /** When one was just made: what the user signed in with was made by somebody with fewer rights and has ended. */
  readonly 'guesthouse.waysInEnded'?: boolean
}

export type VerifiedDomain = { readonly name: string; readonly isDefault?: boolean; readonly isInitial?: boolean }
export type Organization = {
  readonly id: string
  readonly displayName: string
  readonly technicalNotificationMails: readonly string[]
  readonly privacyProfile: { readonly contactEmail: string | null; readonly statementUrl: string | null } | null
  readonly verifiedDomains: readonly VerifiedDomain[]
} & { readonly [name in KeptName as `guesthouse.${name}`]: number }
export type OrganizationProperties = Partial<Omit<Organization, 'id' | 'verifiedDomains'>>
export type ExternalIdentitiesPolicy = {
  readonly allowExternalIdentitiesToLeave: boolean
  /** Whether guests are deleted 30 days after their account at home was. */
  readonly allowDeletedIdentitiesDataRemoval: boolean
}

export type AuditActivity = { readonly name: string; readonly displayName: string; readonly category: string }
export type AuditEntry = {
  readonly id: string
  readonly category: string
  readonly correlationId: string
  readonly result: string
  readonly resultReason: string | null
  readonly activityDisplayName: string
  readonly activityDateTime: string
  readonly initiatedBy: {
    readonly user?: { readonly id: string; readonly displayName: string | null; readonly userPrincipalName?: string | null } | null
    readonly app?: { readonly displayName: string | null } | null
  }
  readonly targetResources: readonly { readonly id: string; readonly displayName: string | null; readonly type: string }[]
}

export type GuestRequest = {
  readonly id: string
  readonly kind: 'removal' | 'restore'
  readonly state: 'open' | 'done' | 'declined' | 'withdrawn'
  /** What whoever answered wrote with it. */
  readonly answer: string | null
  readonly message: string | null
  readonly createdDateTime: string
  readonly answeredDateTime: string | null
  readonly user: {
    readonly id: string
    readonly displayName: string | null
    readonly userPrincipalName: string | null
    readonly mail: string | null
    readonly homeOrganization: string | null
    readonly createdDateTime: string
    readonly accountEnabled: boolean | null
    readonly deletedDateTime: string | null
  } | null
}
export type RequestAnswer = 'enable' | 'delete' | 'restore' | 'decline'

/** What a route may ask of the caller's roles; the permission column of docs/graph.md. */
export type Action =
  | 'users.read'
  | 'users.create'
  | 'users.update'
  | 'users.disable'
  | 'users.delete'
  | 'users.restore'
  | 'users.purge'
  | 'users.hold'
  | 'users.resetPassword'
  | 'users.revokeSessions'
  | 'groups.read'
  | 'groups.write'
  | 'applications.read'
  | 'applications.write'
  | 'roles.read'
  | 'roles.write'
  | 'organization.read'
  | 'organization.write'
  | 'audit.read'
  | 'requests.read'
  | 'requests.answer'

export type Capabilities = {
  readonly roles: readonly { readonly id: string; readonly displayName: string }[]
  readonly may: Readonly<Partial<Record<Action, boolean>>>
  readonly rolesThatMay: Readonly<Partial<Record<Action, readonly string[]>>>
}
export type Month = { readonly month: string; readonly joined: number; readonly departed: number }
export type Overview = {
  readonly members: number
  readonly guests: number
  readonly invited: number
  readonly disabled: number
  readonly deleted: number
  readonly openRequests: number
  readonly guestsWithoutSponsor: number
  readonly groupsWithoutOwner: number
  readonly applicationsWithoutOwner: number
  readonly months: readonly Month[]
}

export type NewInvitation = {
  readonly invitedUserEmailAddress: string
  readonly inviteRedirectUrl: string
  readonly invitedUserDisplayName?: string
  readonly sendInvitationMessage?: boolean
  readonly invitedUserMessageInfo?: { readonly customizedMessageBody: string }
  readonly 'guesthouse.forceNew'?: boolean
  /** With `invitedUser`: an accepted guest redeems anew, with another account if they like. */
  readonly resetRedemption?: boolean
  readonly invitedUser?: { readonly id: string }
}
export type Invitation = { readonly id: string; readonly inviteRedeemUrl: string; readonly 'guesthouse.expirationDateTime': string }
export type ListedInvitation = {
  readonly id: string
  readonly invitedUserEmailAddress: string
  readonly invitedUser: { readonly id: string; readonly displayName: string }
  readonly invitedBy: string | null
  readonly state: 'pending' | 'accepted' | 'revoked' | 'expired'
  readonly createdDateTime: string
  readonly sentDateTime: string | null
  /** What became of the newest mail with a link; null where none was sent. */
  readonly mailState: 'waiting' | 'taken' | 'refused' | 'unconfirmed' | 'expired' | null
  readonly expirationDateTime: string
}
/** The published ids: as members, limited, restricted. */
export type GuestLevelId =
  | 'a0b1b346-4d3e-4e8b-98f8-753987be4970'
  | '10dae51f-b6af-4016-8d66-8c2a99b929b3'
  | '2af84b1e-32c8-42b7-82bc-daa82404023b'
export type InvitationPolicy = {
  readonly allowInvitesFrom: 'none' | 'adminsAndGuestInviters' | 'adminsGuestInvitersAndAllMembers' | 'everyone'
  /** The level of guests: what they see here. */
  readonly guestUserRoleId: GuestLevelId
  readonly 'guesthouse.domainRule': 'none' | 'allow' | 'block'
  readonly 'guesthouse.domains': readonly string[]
  readonly 'guesthouse.invitationLifetimeDays': number
  /** Who left by themselves comes back by a restore only when they say yes. */
  readonly 'guesthouse.restoringNeedsConsent': boolean
}
