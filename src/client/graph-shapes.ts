/** The directory API's objects and lists, as docs/graph.md writes them. */
export type * from './application-shapes.ts'
export type * from './sign-in-shapes.ts'
import type { appRoleAssignment } from '../wire/graph/app-role-assignment.ts'
import type { activity, directoryAudit } from '../wire/graph/audit.ts'
import type { Answer, Change, Creation } from '../wire/graph/definition.ts'
import type { group } from '../wire/graph/group.ts'
import type { lostReasons } from '../wire/graph/restoring.ts'
import type { listedInvitation } from '../wire/graph/invitation.ts'
import type {
  authorizationPolicy,
  externalIdentitiesPolicy,
  organization,
} from '../wire/graph/organization.ts'
import type { erasure, request } from '../wire/graph/requests.ts'
import type { heldRole, roleAssignment, roleDefinition } from '../wire/graph/roles.ts'
import type { deletedUser } from '../wire/graph/deleted-user.ts'
import type { user } from '../wire/graph/user.ts'

/**
 * One page of a list. `next` asks for the one after it; `count` is there on the first page when it
 * was asked for.
 */
export type Page<T> = {
  readonly value: readonly T[]
  readonly next?: string
  readonly count?: number
}

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
/** What is absent of others for somebody without a role that shows it. */
type ByRole = 'signInActivity' | 'guesthouse.homeDeletedDateTime'
export type User = Omit<Answer<typeof user>, ByRole> & Partial<Pick<Answer<typeof user>, ByRole>>
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
export type RestoreLink = {
  readonly kind: RestoreLinkKind
  readonly id: string
  readonly displayName: string
}
export type LostLink = RestoreLink & {
  readonly reason: (typeof lostReasons)[number]
  readonly message: string
}
export type RestoreConflict = {
  readonly code:
    | 'restoreWindowClosed'
    | 'userPrincipalNameConflict'
    | 'proxyAddressConflict'
    | 'personConflict'
    | 'targetTooHigh'
  readonly message: string
  readonly holder?: { readonly id: string; readonly displayName: string }
}
export type RestorePreview = {
  readonly comesBack: readonly RestoreLink[]
  readonly cannotComeBack: readonly LostLink[]
  readonly conflicts: readonly RestoreConflict[]
}
export type RestoreOptions = {
  readonly newUserPrincipalName?: string
  readonly autoReconcileProxyConflict?: boolean
}
export type RestoreReport = {
  readonly restored: readonly RestoreLink[]
  readonly skipped: readonly LostLink[]
}
export type Restored = User & { readonly 'guesthouse.restoreReport': RestoreReport }

export type PurgeResult = {
  readonly id: string
  readonly deleted: boolean
  readonly code?: string
  readonly message?: string
}
export type Erasure = Answer<typeof erasure>

export type Group = Answer<typeof group>
export type NewGroup = Creation<typeof group>
export type GroupProperties = Change<typeof group>

export type NewAppRoleAssignment = Creation<typeof appRoleAssignment>
export type AppRoleAssignment = Answer<typeof appRoleAssignment>

/** As a role is listed, or stands at who holds it. */
export type RoleDefinition = Answer<typeof roleDefinition>
export type HeldRole = Answer<typeof heldRole>
export type RoleAssignment = Answer<typeof roleAssignment> & {
  /**
   * When one was just made: what the user signed in with was made by somebody with fewer rights and
   * has ended.
   */
  readonly 'guesthouse.waysInEnded'?: boolean
}

export type Organization = Answer<typeof organization>
export type OrganizationProperties = Change<typeof organization>
export type ExternalIdentitiesPolicy = Answer<typeof externalIdentitiesPolicy>

export type AuditActivity = Answer<typeof activity>
export type AuditEntry = Answer<typeof directoryAudit>

export type GuestRequest = Answer<typeof request>
export type RequestAnswer = 'enable' | 'delete' | 'restore' | 'decline'

/** What a route may ask of the caller's roles; the permission column of docs/graph.md. */
export type Action =
  | 'users.read'
  | 'users.inspect'
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
  | 'policies.read'
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
export type Invitation = {
  readonly id: string
  readonly inviteRedeemUrl: string
  readonly 'guesthouse.expirationDateTime': string
}
export type ListedInvitation = Answer<typeof listedInvitation>
export type InvitationPolicy = Answer<typeof authorizationPolicy>
