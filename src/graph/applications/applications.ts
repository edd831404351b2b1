/**
 * /applications: how applications are registered, in Graph's words: redirect addresses, secrets and
 * what they ask for. Who is assigned to one is told at its service principal.
 */
import { asks, sees } from '../../access/permission.ts'
import type { NewApplication } from '../../directory/applications/create.ts'
import { deleteRegistration } from '../../directory/applications/delete.ts'
import {
  countRegistrations,
  findRegistration,
  listRegistrations,
} from '../../directory/applications/registrations.sql.ts'
import { registerApplication } from '../../directory/applications/register.ts'
import type { RegistrationId } from '../../kernel/ids.ts'
import { applicationShape } from './application-shape.ts'
import { readRegistrationOr404 } from './shape.ts'
import { addPassword, ofPowerful, ofRegistration as ofIt, removePassword } from './credentials.ts'
import { changeWhole, givesOf, refusalOf, withSignIn } from './sign-in.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { ownersOfRegistration } from '../objects/object-links.ts'
import { expanding, linksOf } from '../query/expand.ts'
import { conditionIn } from '../query/filter-values.ts'
import { ownerRoutes } from '../objects/owners.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import {
  addPassword as addingPassword,
  removePassword as removingPassword,
} from '../../wire/graph/applications/application-parts.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { amongOthers } from '../shape.ts'
import { applicationIn, askedOfOthers, settingsIn } from './application-body.ts'
import { refuseUnknown } from './asked-of-others.ts'
import { makeOwned } from './owned.ts'
import { keysIn } from './key-credentials.ts'
import { notFound } from '../refusals.ts'

const answerWhole = async (
  x: Exchange,
  registrationId: RegistrationId,
  status?: 200 | 201,
): Promise<Response> => {
  const [found] = await withSignIn(x, [await readRegistrationOr404(x, registrationId)])
  if (found === undefined) throw notFound(registrationId)
  const shape = await expanding(x, applicationShape, [found])
  return entity(x, 'applications', shape, found, status)
}

/** A live registration among objects of other types; undefined when there is none. */
export const wholeApplication = async (
  x: Exchange,
  registrationId: RegistrationId,
): Promise<Record<string, unknown> | undefined> => {
  const found = await findRegistration(x.db, x.tenantId, registrationId)
  const [whole] = found === undefined ? [] : await withSignIn(x, [found])
  return whole === undefined ? undefined : amongOthers(applicationShape).of(whole, x)
}

const list: Handler = async (x) => {
  const { search, count } = x.query
  const filter = conditionIn(x)
  const stored = await listRegistrations(x.db, x.tenantId, { ...pageOf(x), search, filter })
  const found = await withSignIn(x, stored)
  return answerList(
    x,
    'applications',
    found,
    await expanding(x, applicationShape, found),
    count ? await countRegistrations(x.db, x.tenantId, search, filter) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countRegistrations(x.db, x.tenantId, x.query.search, conditionIn(x)))

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

// The log tells that the registration was named.
const ofRegistration =
  (handler: Handler): Handler =>
  (x) =>
    handler({ ...x, context: { ...x.context, isOfRegistration: true } })

const create: Handler = async (x) => {
  const body = await readCreation(x, application)
  await refuseUnknown(x, askedOfOthers(body))
  const settings = settingsIn(body, [])
  const given = { settings, gives: givesOf(x), keys: keysIn(body) }
  const wanted = applicationIn(body) as NewApplication
  const result = await makeOwned(
    x,
    body,
    (tx) => registerApplication(tx, x.tenantId, wanted, given, x.context),
    (made) =>
      made.outcome === 'created'
        ? [{ kind: 'ownedRegistration', holderId: made.registrationId }]
        : [],
  )
  if (result.outcome !== 'created') throw refusalOf(result)
  return answerWhole(x, result.registrationId, 201)
}

const update: Handler = async (x) => {
  const registrationId = idParam<RegistrationId>(x, 'id')
  const body = await readChange(x, application)
  await refuseUnknown(x, askedOfOthers(body))
  await changeWhole(
    x,
    { id: registrationId, registrationId },
    {
      settings: ({ redirectUris }) => settingsIn(body, redirectUris),
      properties: applicationIn(body),
      keys: keysIn(body),
    },
  )
  return noContent(x)
}

/** Deletes a registration, and its service principal. */
export const removeRegistration: Handler = async (x) => {
  const registrationId = idParam<RegistrationId>(x, 'id')
  const which = { tenantId: x.tenantId, registrationId }
  const { outcome } = await deleteRegistration(x.db, which, x.context)
  if (outcome === 'notFound') throw notFound(registrationId)
  return noContent(x)
}

const register = asks('applications.write', 'POST /applications', { depending: ofPowerful })

const change = asks('applications.write', 'PATCH /applications/{id}', { depending: ofPowerful })

const expanded = linksOf(application, { owners: ownersOfRegistration })

const listTakes = {
  page: true,
  search: applicationShape,
  count: true,
  filter: application,
  orderBy: ordersOf(application),
  select: applicationShape,
  expand: expanded,
} as const

export const applicationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/applications',
    permission: sees('applications', 'GET /applications'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/applications/$count',
    permission: sees('applications', 'GET /applications'),
    takes: { search: applicationShape, filter: application, eventual: true },
    handler: countAll,
  },
  { method: 'POST', path: '/applications', permission: register, handler: ofRegistration(create) },
  {
    method: 'GET',
    path: '/applications/:id',
    permission: sees('applications', 'GET /applications/{id}'),
    takes: { select: applicationShape, expand: expanded },
    handler: show,
  },
  {
    method: 'PATCH',
    path: '/applications/:id',
    permission: change,
    handler: ofRegistration(update),
  },
  {
    method: 'DELETE',
    path: '/applications/:id',
    permission: asks('applications.write', 'DELETE /applications/{id}'),
    handler: removeRegistration,
  },
  {
    method: 'POST',
    path: '/applications/:id/addPassword',
    permission: asks('applications.write', 'POST /applications/{id}/addPassword', {
      depending: ofPowerful,
    }),
    operation: addingPassword,
    handler: ofRegistration(addPassword(ofIt)),
  },
  {
    method: 'POST',
    path: '/applications/:id/removePassword',
    permission: asks('applications.write', 'POST /applications/{id}/removePassword', {
      depending: ofPowerful,
    }),
    operation: removingPassword,
    handler: ofRegistration(removePassword(ofIt)),
  },
  ...ownerRoutes('/applications/:id', 'ownedRegistration', {
    list: sees('applicationUsers', 'GET /applications/{id}/owners'),
    add: asks('applications.write', 'POST /applications/{id}/owners/$ref'),
    remove: asks('applications.write', 'DELETE /applications/{id}/owners/{id}/$ref'),
  }),
]
