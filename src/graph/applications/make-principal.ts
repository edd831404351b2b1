/** POST /servicePrincipals. */
import {
  createApplication,
  createPrincipal,
  type CreateApplicationResult,
  type CreatePrincipalResult,
  type NewApplication,
} from '../../directory/applications/create.ts'
import { usableNamed } from '../../directory/applications/foreign/offered.sql.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { principalKept } from '../../wire/graph/applications/application-kept.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import type { GivenCreation } from '../../wire/graph/definition/sent.ts'
import { readCreation } from '../body.ts'
import type { Exchange } from '../exchange.ts'
import { conflicting, programFault, valueRequired } from '../refusals.ts'
import { keptIn } from './kept-shape.ts'
import { assertOwned, makeOwned, type Owned } from './owned.ts'
import { appRoleIn, rolesRefusal } from './shape.ts'

/** What a body says of the application itself. */
export const applicationIn = ({
  displayName,
  description,
  homepage,
  appRoles,
}: GivenCreation<typeof servicePrincipal>): Partial<NewApplication> => ({
  ...(displayName === undefined ? {} : { displayName }),
  description,
  homepage,
  appRoles: appRoles?.map(appRoleIn),
})

/**
 * With an appId it is that of an application that is registered, here or where it is offered to
 * other organizations; without, as the admin centre makes
 * one, both are made.
 */
export const makePrincipal = async (x: Exchange): Promise<ApplicationId> => {
  const { appId, ...body } = await readCreation(x, servicePrincipal)
  if (appId !== undefined) return createFor(x, appId, body)
  const { displayName, ...properties } = applicationIn(body)
  if (displayName === undefined)
    throw programFault(
      `${valueRequired('appId', servicePrincipal.called)} Or send displayName, to register an application with it.`,
    )
  const application = { ...properties, displayName }
  const own = principalIn(body)
  const result = await makeOwned(
    x,
    body,
    (tx) => createApplication(tx, x.tenantId, application, x.context, own),
    ownedSides,
  )
  if (result.outcome !== 'created') throw rolesRefusal(result)
  return result.applicationId
}

// Whoever owns what is made in one go owns both sides of it.
const ownedSides = (made: CreateApplicationResult | CreatePrincipalResult): readonly Owned[] =>
  made.outcome !== 'created'
    ? []
    : [
        { kind: 'ownedApplication', holderId: made.applicationId },
        ...('registrationId' in made
          ? [{ kind: 'ownedRegistration', holderId: made.registrationId } as const]
          : []),
      ]

type Body = Omit<GivenCreation<typeof servicePrincipal>, 'appId'>

const principalIn = (body: Body) => ({
  kept: keptIn(principalKept, body),
  accountEnabled: body.accountEnabled,
  assignmentRequired: body.appRoleAssignmentRequired,
})

const createFor = async (x: Exchange, appId: string, body: Body): Promise<ApplicationId> => {
  const { description, ...ofRegistration } = applicationIn(body)
  const [name] = Object.entries(ofRegistration).flatMap(([one, value]) =>
    value === undefined ? [] : [one],
  )
  if (name !== undefined)
    throw programFault(
      `Property '${name}' is that of the application, and cannot be set with its service principal.`,
    )
  const named = await usableNamed(x.db, x.tenantId, appId)
  if (named === undefined) throw unknownApplication(appId)
  const which = { tenantId: x.tenantId, ...named }
  await assertOwned(x, named.registrationId)
  const result = await makeOwned(
    x,
    body,
    (tx) => createPrincipal(tx, which, { ...principalIn(body), description }, x.context),
    ownedSides,
  )
  if (result.outcome === 'alreadyThere') throw conflicting()
  if (result.outcome !== 'created') throw unknownApplication(appId)
  return result.applicationId
}

const unknownApplication = (appId: string) =>
  programFault(
    `The appId '${appId}' of the service principal does not reference a valid application object.`,
  )
