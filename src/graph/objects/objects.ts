/** /directoryObjects: objects by their ids, whatever they are. */
import { asks, need, needToSee, sees } from '../../access/permission.ts'
import { getByIds } from '../../wire/graph/memberships.ts'
import { removeRegistration } from '../applications/applications.ts'
import { kindOfObject } from '../applications/graph-principal.ts'
import { removeApplication } from '../applications/service-principals.ts'
import { readSent } from '../body.ts'
import { idParam, shows, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { removeGroup } from '../groups/groups.ts'
import { collection, entity } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { deleteLive } from '../users/deleted-items.ts'
import { anyShape, readObjects, type AnyKind } from './any-object.ts'

const objectAt = async (x: Exchange): Promise<{ readonly kind: AnyKind; readonly id: string }> => {
  const id = idParam<string>(x, 'id')
  const kind = await kindOfObject(x.db, { tenantId: x.tenantId, id })
  if (kind === undefined) throw notFound(id)
  return { kind, id }
}

const show: Handler = async (x) => {
  const { kind, id } = await objectAt(x)
  const [found] = await readObjects(x, kind, [id])
  if (found === undefined) throw notFound(id)
  return entity(x, 'directoryObjects', anyShape, { ...found, id, sortValue: '' })
}

const removers: Readonly<Record<AnyKind, Handler>> = {
  user: deleteLive,
  group: removeGroup,
  application: removeApplication,
  registration: removeRegistration,
}
const remove: Handler = async (x) => removers[(await objectAt(x)).kind](x)

// What kind a type is of, in the words of this edge; other types have no objects.
const kindOfType = new Map<string, AnyKind>([
  ['user', 'user'],
  ['group', 'group'],
  ['serviceprincipal', 'application'],
  ['application', 'registration'],
])

const [groupsPart, applicationsPart] = ['groups', 'applications']

const mayRead = (x: Exchange, kind: AnyKind): boolean =>
  kind === 'user' || shows(x, kind === 'group' ? groupsPart : applicationsPart)

const byIds: Handler = async (x) => {
  const { ids, types } = await readSent(x, getByIds)
  const wanted = types?.map((type) =>
    kindOfType.get(type.toLowerCase().replace(/^#?(?:microsoft\.)?(?:graph\.)?/, '')),
  )
  const kinds = [...kindOfType.values()].filter(
    (kind) => (wanted === undefined || wanted.includes(kind)) && mayRead(x, kind),
  )
  const unique = [...new Set(ids)]
  const found = await Promise.all(kinds.map((kind) => readObjects(x, kind, unique)))
  const objects = found.flat().map((one) => ({ ...one, id: one.row.id as string, sortValue: '' }))
  return collection(x, 'directoryObjects', objects, anyShape)
}

export const objectRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/directoryObjects/:id',
    permission: {
      ...sees('user', 'GET /directoryObjects/{id}'),
      ofKind: {
        group: needToSee('group', 'GET /directoryObjects/{id}'),
        application: needToSee('applications', 'GET /directoryObjects/{id}'),
        registration: needToSee('applications', 'GET /directoryObjects/{id}'),
      },
    },
    takes: { select: anyShape },
    handler: show,
  },
  {
    method: 'DELETE',
    path: '/directoryObjects/:id',
    permission: asks('users.delete', 'DELETE /users/{id}', {
      ofKind: {
        group: need('groups.write', 'DELETE /groups/{id}'),
        application: need('applications.write', 'DELETE /servicePrincipals/{id}'),
        registration: need('applications.write', 'DELETE /applications/{id}'),
      },
    }),
    handler: remove,
  },
  {
    method: 'POST',
    path: '/directoryObjects/getByIds',
    permission: sees('users', 'POST /directoryObjects/getByIds', {
      shows: {
        [groupsPart]: needToSee('groups', 'POST /directoryObjects/getByIds'),
        [applicationsPart]: needToSee('applications', 'POST /directoryObjects/getByIds'),
      },
    }),
    operation: getByIds,
    handler: byIds,
  },
]
