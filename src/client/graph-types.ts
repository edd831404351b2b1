/** The types of what the client answers and sends, each from its definition. */
export type { Action } from '../wire/actions.ts'
export type { AppRoleAssignment } from '../wire/graph/applications/app-role-assignment.ts'
export type {
  AppRole,
  ClientSecret,
  GroupClaims,
  NewClientSecret,
} from '../wire/graph/applications/application-parts.ts'
export type { AuditEntry } from '../wire/graph/audit.ts'
export type { Domain } from '../wire/graph/domain.ts'
export type { DirectoryObject } from '../wire/graph/named.ts'
export type { Group } from '../wire/graph/group.ts'
export type {
  FederatedIdentity,
  IdentityProvider,
  ProviderReport,
} from '../wire/graph/identity-provider.ts'
export type { Invitation, ListedInvitation } from '../wire/graph/invitation.ts'
export type { Finding } from '../wire/graph/finding.ts'
export type { Capabilities, Month, Overview } from '../wire/graph/me.ts'
export type {
  InvitationPolicy,
  Organization,
  OrganizationProperties,
} from '../wire/graph/organization.ts'
export type {
  ProtectionOutcome,
  PurgeAnswer,
  PurgeRequest,
} from '../wire/graph/purge-protection.ts'
export type { Erasure, GuestRequest, RequestAnswer } from '../wire/graph/requests.ts'
export type { ExternalIdentitiesPolicy } from '../wire/graph/organization.ts'
export type {
  LostLink,
  RestoreConflict,
  RestoreLink,
  RestorePreview,
  RestoreReport,
} from '../wire/graph/users/restoring.ts'
export type { GuestElsewhere } from '../wire/graph/users/guest-elsewhere.ts'
export type { ForeseenDeletions, LeftOfUser, ResultOfMany } from '../wire/graph/users/many.ts'
export type { PurgeResults } from '../wire/graph/users/restoring.ts'
export type { RoleAssignment, RoleDefinition } from '../wire/graph/roles.ts'
export type {
  Application,
  SignInProperties,
  RedirectKind,
} from '../wire/graph/applications/service-principal.ts'
export type { DataPolicyOperation } from '../wire/graph/users/exporting.ts'
export type { PasswordLink, RemovedFactors } from '../wire/graph/users/user-operations.ts'
export type { UserSummary } from '../wire/graph/users/summary.ts'
export type { User, UserProperties } from '../wire/graph/users/user.ts'
export type { PermissionGrant } from '../wire/graph/applications/permission-grant.ts'
export type { ListQuery, Page } from './graph-calls.ts'
export type { RestorePreviews } from '../wire/graph/users/previewing.ts'
export type {
  LeftOfMany,
  ObjectRestorePreview,
  ObjectRestorePreviews,
} from '../wire/graph/restoring-objects.ts'
export type {
  DeletedObject,
  DeletedUser,
  ListedApplication,
  ListedUser,
  PermissionResource,
} from './selections.ts'
export type { SettingsTrial, TriedSettings } from '../wire/graph/settings-trial.ts'
