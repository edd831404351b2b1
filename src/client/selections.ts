/**
 * What is asked of each resource, for all pages in one place. An answer has the type of what was
 * asked for, so that nothing is read that was not.
 */
import type { Answer, DefaultAnswer } from '../wire/graph/definition/answer.ts'
import type { Resource } from '../wire/graph/definition/definition.ts'
import type { appRoleAssignment } from '../wire/graph/applications/app-role-assignment.ts'
import { deletedGroup, deletedServicePrincipal } from '../wire/graph/deleted-objects.ts'
import { deletedUser } from '../wire/graph/users/deleted-user.ts'
import type { DirectoryObject } from '../wire/graph/named.ts'
import type { authorizationPolicy, organization } from '../wire/graph/organization.ts'
import type { directoryRole, roleAssignment, roleDefinition } from '../wire/graph/roles.ts'
import { application } from '../wire/graph/applications/application.ts'
import { servicePrincipal } from '../wire/graph/applications/service-principal.ts'
import { user } from '../wire/graph/users/user.ts'

/** Properties to ask for. `T` is what is answered then; there is no value of it here. */
export type Selection<T> = {
  /** Undefined for the default set. */
  readonly names?: readonly string[]
  /** Of them, those that a role alone shows: asking for them without it is refused. */
  readonly byRole?: readonly string[]
  readonly answers?: T
}

/** The default set. */
export const usual = <R extends Resource>(): Selection<DefaultAnswer<R>> => ({})

/** Everything that is shown to whoever asks. */
const whole = <R extends Resource>(): Selection<Answer<R>> => ({ names: ['*'] })

const only = <R extends Resource, const N extends keyof Answer<R> & string>(
  { properties }: R,
  ...names: readonly N[]
): Selection<Pick<Answer<R>, N>> => ({
  names,
  byRole: names.filter((name) => properties[name]?.byRole === true),
})

/** Whatever an object is linked to. */
export const linked: Selection<DirectoryObject> = {}

/** Texts that the list of users has a column for, and its file. */
export const listedTexts = ['mail', 'jobTitle', 'department', 'companyName'] as const

export const selections = {
  user: whole<typeof user>(),
  listedUser: only(
    user,
    'id',
    'displayName',
    'userPrincipalName',
    'userType',
    'accountEnabled',
    'externalUserState',
    'guesthouse.homeDeletedDateTime',
    'guesthouse.homeAccountEnabled',
    'guesthouse.homeDisabledDateTime',
    ...listedTexts,
    'createdDateTime',
    'signInActivity',
    'guesthouse.homeDomain',
    'guesthouse.invitedBy',
    'guesthouse.sponsors',
    'guesthouse.isMe',
  ),
  deletedUser: whole<typeof deletedUser>(),
  listedDeletedUser: only(
    deletedUser,
    'id',
    'displayName',
    'userType',
    'deletedDateTime',
    'guesthouse.originalUserPrincipalName',
    'guesthouse.permanentDeletionDateTime',
    'guesthouse.daysLeft',
    'guesthouse.isRestorable',
    'guesthouse.deletedBy',
    'guesthouse.hold',
  ),
  listedDeletedGroup: only(
    deletedGroup,
    'id',
    'displayName',
    'description',
    'deletedDateTime',
    'guesthouse.permanentDeletionDateTime',
    'guesthouse.daysLeft',
  ),
  listedDeletedPrincipal: only(
    deletedServicePrincipal,
    'id',
    'displayName',
    'description',
    'deletedDateTime',
    'guesthouse.permanentDeletionDateTime',
    'guesthouse.daysLeft',
  ),
  application: whole<typeof servicePrincipal>(),
  listedApplication: only(
    servicePrincipal,
    'id',
    'displayName',
    'description',
    'homepage',
    'appRoles',
  ),
  asking: only(application, 'id', 'requiredResourceAccess'),
  resource: only(
    servicePrincipal,
    'id',
    'appId',
    'displayName',
    'appRoles',
    'oauth2PermissionScopes',
  ),
  appRoleAssignment: whole<typeof appRoleAssignment>(),
  roleDefinition: whole<typeof roleDefinition>(),
  roleAssignment: whole<typeof roleAssignment>(),
  directoryRole: whole<typeof directoryRole>(),
  organization: whole<typeof organization>(),
  authorizationPolicy: whole<typeof authorizationPolicy>(),
} as const

type Answered<S> = S extends Selection<infer T> ? T : never
/** As a list asks for them. */
export type ListedUser = Answered<typeof selections.listedUser>
export type DeletedUser = Answered<typeof selections.listedDeletedUser>
export type PermissionResource = Answered<typeof selections.resource>
export type ListedApplication = Answered<typeof selections.listedApplication>
export type DeletedObject = Answered<typeof selections.listedDeletedGroup>
