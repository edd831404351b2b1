/** /servicePrincipals: applications, in Graph's words. */
import { z } from 'zod'
import { createApplication, type NewApplication } from '../directory/create-application.ts'
import type { AppRoleProblem } from '../directory/app-role.rule.ts'
import { countApplications, findApplication, listApplications, type ApplicationRow } from '../directory/list-applications.sql.ts'
import { deleteApplication, updateApplication } from '../directory/update-application.ts'
import { Refusal } from '../edge/refusal.ts'
import type { ApplicationId } from '../kernel/ids.ts'
import { applicationCredentialRoutes, signInProperties, signInShape, updateSignIn } from './application-credentials.ts'
import { badRequest, displayName, optionalText, readBody, webAddress } from './body.ts'
import { idParam, notFound, type Exchange, type GraphRoute, type Handler } from './exchange.ts'
import { linkedUserRoutes } from './linked-users.ts'
import { answerList, entity, listQuery, noContent, pageOf, refuseOptions, wantsCount } from './odata.ts'

const appRoleShape = (role: ApplicationRow['appRoles'][number]) => ({ ...role, isEnabled: true, allowedMemberTypes: ['User'] })

const applicationShape = (application: ApplicationRow) => ({
  id: application.id,
  appId: application.appId,
  displayName: application.displayName,
  description: application.description,
  homepage: application.homepage,
  servicePrincipalType: 'Application',
  accountEnabled: true,
  createdDateTime: application.createdAt.toISOString(),
  deletedDateTime: null,
  appRoles: application.appRoles.map(appRoleShape),
})

const list: Handler = async (x) => {
  const query = listQuery(x)
  refuseOptions(query, { search: true, orderBy: ['displayName'] })
  const found = await listApplications(x.db, x.tenantId, { ...pageOf(query), search: query.search })
  const count = wantsCount(query) ? await countApplications(x.db, x.tenantId, query.search) : undefined
  return answerList(x, 'servicePrincipals', query, found, applicationShape, count)
}

const readOr404 = async (x: Exchange, applicationId: ApplicationId): Promise<ApplicationRow> => {
  const application = await findApplication(x.db, x.tenantId, applicationId)
  if (application === undefined) throw notFound(applicationId)
  return application
}

const answerWhole = async (x: Exchange, applicationId: ApplicationId, status?: 200 | 201): Promise<Response> => {
  const application = applicationShape(await readOr404(x, applicationId))
  return entity(x, 'servicePrincipals', { ...application, ...(await signInShape(x, applicationId)) }, status)
}

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

const appRole = z.strictObject({
  id: z.uuid().toLowerCase().optional(),
  value: z
    .string()
    .max(250)
    .regex(/^[!-~]+$/, 'a value is made of visible ASCII characters, without spaces')
    .nullable()
    .default(null),
  displayName,
  description: optionalText(1024).transform((text) => text ?? null),
  isEnabled: z.literal(true).optional(),
  allowedMemberTypes: z.array(z.literal('User')).optional(),
})
const properties = {
  description: optionalText(1024),
  homepage: webAddress(2_048).nullable().optional(),
  appRoles: z.array(appRole).max(200).optional(),
}
const newApplication = z.strictObject({ displayName, ...properties })
const applicationChanges = z.strictObject({ displayName: displayName.optional(), ...properties, ...signInProperties })
const readOnly = ['passwordCredentials', 'id', 'appId', 'servicePrincipalType', 'accountEnabled', 'createdDateTime', 'deletedDateTime']

const rolesRefusal = (problem: AppRoleProblem | { outcome: 'roleRemovedBefore' }): Refusal => {
  switch (problem.outcome) {
    case 'valueTwice':
      return badRequest(`Two app roles have the value '${problem.value}'. Each value stands for one role.`)
    case 'idTwice':
      return badRequest(`Two app roles have the id '${problem.id}'. Leave the id of a new role out.`)
    case 'reservedId':
      return badRequest('The id of zeros is the role "Default access", which every application has.')
    case 'roleRemovedBefore':
      return badRequest('An app role of this id was removed before, and ids are not used again. Leave the id of a new role out.')
  }
}

const create: Handler = async (x) => {
  const application = (await readBody(x, newApplication, 'ServicePrincipal', readOnly)) as NewApplication
  const result = await createApplication(x.db, x.tenantId, application, x.context)
  if (result.outcome !== 'created') throw rolesRefusal(result)
  return answerWhole(x, result.applicationId, 201)
}

const update: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const body = await readBody(x, applicationChanges, 'ServicePrincipal', readOnly)
  await updateSignIn(x, applicationId, body)
  const { displayName: name, description, homepage, appRoles } = body
  const changes = { displayName: name, description, homepage, appRoles } as Partial<NewApplication>
  const result = await updateApplication(x.db, { tenantId: x.tenantId, applicationId }, changes, x.context)
  if (result.outcome === 'notFound') throw notFound(applicationId)
  if (result.outcome !== 'updated') throw rolesRefusal(result)
  return noContent(x)
}

const remove: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { outcome } = await deleteApplication(x.db, { tenantId: x.tenantId, applicationId }, x.context)
  if (outcome === 'notFound') throw notFound(applicationId)
  return noContent(x)
}

export const servicePrincipalRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/servicePrincipals', permission: 'applications.read', handler: list },
  { method: 'POST', path: '/servicePrincipals', permission: 'applications.write', handler: create },
  { method: 'GET', path: '/servicePrincipals/:id', permission: 'applications.read', handler: show },
  { method: 'PATCH', path: '/servicePrincipals/:id', permission: 'applications.write', handler: update },
  { method: 'DELETE', path: '/servicePrincipals/:id', permission: 'applications.write', handler: remove },
  ...applicationCredentialRoutes,
  ...linkedUserRoutes('/servicePrincipals/:id', 'owners', 'applicationOwner', { read: 'applications.read', write: 'applications.write' }),
]
