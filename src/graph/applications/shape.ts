/** What /applications and /servicePrincipals have in common: app roles, and finding them. */
import type { AppRole, AppRoleProblem } from '../../directory/applications/app-role.rule.ts'
import type { ScopeProblem } from '../../directory/applications/exposed/exposed.rule.ts'
import type { IdentifierProblem } from '../../directory/applications/exposed/identifiers.ts'
import {
  findApplication,
  type ApplicationRow,
  type OfBoth,
} from '../../directory/applications/list.sql.ts'
import {
  findRegistration,
  type RegistrationRow,
} from '../../directory/applications/registrations.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { ApplicationId, AppRoleId, RegistrationId } from '../../kernel/ids.ts'
import type { appRoles } from '../../wire/graph/applications/application-parts.ts'
import type { GivenOf } from '../../wire/graph/definition/sent.ts'
import type { Exchange } from '../exchange.ts'
import { badProperty, notFound, programFault, refusedProperty } from '../refusals.ts'

type JudgedRole = GivenOf<(typeof appRoles)['properties']>

export const appRoleShape = ({
  forApplications,
  forUsers,
  ...role
}: OfBoth['appRoles'][number]) => ({
  ...role,
  allowedMemberTypes: [
    ...(forUsers ? ['User' as const] : []),
    ...(forApplications ? ['Application' as const] : []),
  ],
})

/** The registration of this id. Refuses with 404. */
export const readRegistrationOr404 = async (
  x: Exchange,
  registrationId: RegistrationId,
): Promise<RegistrationRow> => {
  const found = await findRegistration(x.db, x.tenantId, registrationId)
  if (found === undefined) throw notFound(registrationId)
  return found
}

/** The service principal of this id. Refuses with 404. */
export const readApplicationOr404 = async (
  x: Exchange,
  applicationId: ApplicationId,
): Promise<ApplicationRow> => {
  const application = await findApplication(x.db, x.tenantId, applicationId)
  if (application === undefined) throw notFound(applicationId)
  return application
}

/** Of an application that another organization has registered, this is set there. */
export const ofItsHome = (property: string): Refusal =>
  refusedProperty(
    property,
    `The application belongs to another organization, which alone changes its '${property}'. Here its service principal can be disabled, given what it may do, and deleted.`,
    'InvalidValue',
  )

/** An app role, as a body sends it. */
export const appRoleIn = ({
  id,
  value = null,
  displayName,
  description = null,
  isEnabled,
  allowedMemberTypes,
}: JudgedRole): AppRole => {
  if (allowedMemberTypes?.length === 0)
    throw programFault(
      'An app role is for somebody. Give allowedMemberTypes as User, Application or both, or leave it out.',
    )
  return {
    id: id as AppRoleId | undefined,
    value,
    displayName,
    description,
    isEnabled,
    forUsers: allowedMemberTypes?.includes('User'),
    forApplications: allowedMemberTypes?.includes('Application'),
  }
}

/** What is wrong with app roles, in words. */
export const rolesRefusal = (
  problem:
    | AppRoleProblem
    | ScopeProblem
    | IdentifierProblem
    | { outcome: 'roleRemovedBefore' | 'roleEnabled' },
): Refusal => {
  switch (problem.outcome) {
    case 'valueTwice':
      return badProperty('appRoles', 'roleValueTwice', {
        value: problem.value,
        message: `Two app roles have the value '${problem.value}'. Each value stands for one role.`,
      })
    case 'idTwice':
      return programFault(
        `Two app roles have the id '${problem.id}'. Leave the id of a new role out.`,
      )
    case 'reservedId':
      return programFault(
        'The id of zeros is the role "Default access", which every application has.',
      )
    case 'roleEnabled':
      return programFault(
        'Permission (scope or role) cannot be deleted or updated unless disabled first.',
      )
    case 'scopeTwice':
      return refusedProperty(
        'api.oauth2PermissionScopes',
        `Two scopes have the id or the value '${problem.value}'. Each stands for one scope.`,
        'InvalidValue',
      )
    case 'badIdentifier':
      return refusedProperty(
        'identifierUris',
        `'${problem.uri}' is no name of a resource. Give an address of api, https or urn, without a wildcard, a query or a slash at its end; api:// with a client id is that application's alone.`,
        'InvalidValue',
      )
    case 'identifierTaken':
      return refusedProperty(
        'identifierUris',
        'Another object with the same value for property identifierUris already exists.',
        'ObjectConflict',
      )
    case 'roleRemovedBefore':
      return new Refusal('roleRemovedBefore')
  }
}
