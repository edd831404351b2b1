/** All resources of the directory API, by the name that documents give each. */
import { appRoleAssignment } from './applications/app-role-assignment.ts'
import { application } from './applications/application.ts'
import { federatedIdentityCredential } from './applications/federated-identity-credential.ts'
import { permissionGrant } from './applications/permission-grant.ts'
import { activity, directoryAudit } from './audit.ts'
import type { Resource } from './definition/definition.ts'
import { deletedApplication, deletedGroup } from './deleted-objects.ts'
import { deletedUser } from './users/deleted-user.ts'
import { domain, domainRecord } from './domain.ts'
import { directoryObject } from './named.ts'
import { guestElsewhere } from './users/guest-elsewhere.ts'
import { group } from './group.ts'
import { federatedIdentity, identityProvider } from './identity-provider.ts'
import { invitation, listedInvitation } from './invitation.ts'
import { authorizationPolicy, externalIdentitiesPolicy, organization } from './organization.ts'
import {
  adminConsentRequestPolicy,
  crossTenantAccessPolicy,
  crossTenantDefault,
  crossTenantPartner,
  securityDefaults,
} from './policies.ts'
import { userRegistration } from './users/user-registration.ts'
import {
  authenticatorMethod,
  passkeyMethod,
  passwordMethod,
} from './users/authentication-methods.ts'
import { purgeRequest } from './purge-protection.ts'
import { lifecyclePolicy } from './lifecycle.ts'
import { erasure, request } from './requests.ts'
import { directoryRole, directoryRoleTemplate, roleAssignment, roleDefinition } from './roles.ts'
import { signIn } from './sign-in.ts'
import { subscription } from './applications/subscription.ts'
import { servicePrincipal } from './applications/service-principal.ts'
import { user } from './users/user.ts'

export const resources = {
  user,
  deletedUser,
  directoryObject,
  group,
  deletedGroup,
  application,
  deletedApplication,
  servicePrincipal,
  appRoleAssignment,
  permissionGrant,
  federatedIdentityCredential,
  roleDefinition,
  roleAssignment,
  directoryRole,
  directoryRoleTemplate,
  organization,
  domain,
  domainRecord,
  externalIdentitiesPolicy,
  authorizationPolicy,
  crossTenantAccessPolicy,
  crossTenantDefault,
  crossTenantPartner,
  securityDefaults,
  adminConsentRequestPolicy,
  directoryAudit,
  activity,
  signIn,
  userRegistration,
  passwordMethod,
  passkeyMethod,
  authenticatorMethod,
  request,
  erasure,
  purgeRequest,
  invitation,
  listedInvitation,
  identityProvider,
  federatedIdentity,
  lifecyclePolicy,
  subscription,
  guestElsewhere,
} as const satisfies Readonly<Record<string, Resource>>
