/** What is deleted beside users: its lists, one by itself, restoring and deleting for good. */
import { asks, need } from '../../access/permission.ts'
import {
  countDeletedApplications,
  countDeletedGroups,
  countDeletedRegistrations,
  listDeletedApplications,
  listDeletedApplicationsOf,
  listDeletedGroups,
  listDeletedGroupsOf,
  listDeletedRegistrations,
  listDeletedRegistrationsOf,
  type DeletedApplicationRow,
  type DeletedGroupRow,
  type ObjectList,
} from '../../directory/deleted/objects/list-objects.sql.ts'
import { daysLeft } from '../../directory/users/retention.rule.ts'
import { is } from '../../kernel/condition.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import {
  deletedApplication,
  deletedGroup,
  deletedServicePrincipal,
  type ObjectKind,
} from '../../wire/graph/deleted-objects.ts'
import { getUserOwnedObjects } from '../../wire/graph/memberships.ts'
import { readSent } from '../body.ts'
import { idParam, shows, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, collection, entity, pageOf, plainCount, type Shape } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import { denied, notFound } from '../refusals.ts'
import { amongOthers, shaped } from '../shape.ts'
import { derivedOfId } from '../users/shape.ts'

type DeletedRow = {
  readonly restorableUntil: Date
  readonly deletedAt: Date
  readonly createdAt: Date
}

const dates = {
  createdDateTime: ({ createdAt }: DeletedRow) => createdAt.toISOString(),
  deletedDateTime: ({ deletedAt }: DeletedRow) => deletedAt.toISOString(),
  'guesthouse.permanentDeletionDateTime': (row: DeletedRow) => row.restorableUntil.toISOString(),
  'guesthouse.daysLeft': (row: DeletedRow, x: Exchange) => daysLeft(row.restorableUntil, x.now),
}

const groupShape = shaped<typeof deletedGroup, DeletedGroupRow>(deletedGroup, {
  ...dates,
  isAssignableToRole: ({ assignableToRole }) => assignableToRole,
  ...derivedOfId,
})
const registrationShape = shaped<typeof deletedApplication, DeletedApplicationRow>(
  deletedApplication,
  dates,
)
const { createdDateTime, ...others } = dates
const applicationShape = shaped<typeof deletedServicePrincipal, DeletedApplicationRow>(
  deletedServicePrincipal,
  { ...others, 'guesthouse.createdDateTime': createdDateTime },
)

type Listing<Row> = {
  readonly of: Resource
  readonly set: string
  readonly shape: Shape<Row>
  readonly list: (db: Database, tenantId: TenantId, list: ObjectList) => Promise<Row[]>
  readonly count: (
    db: Database,
    tenantId: TenantId,
    sought: Pick<ObjectList, 'search' | 'filter'>,
  ) => Promise<number>
}

const groups: Listing<DeletedGroupRow> = {
  of: deletedGroup,
  set: 'groups',
  shape: groupShape,
  list: listDeletedGroups,
  count: countDeletedGroups,
}
const applications: Listing<DeletedApplicationRow> = {
  of: deletedServicePrincipal,
  set: 'servicePrincipals',
  shape: applicationShape,
  list: listDeletedApplications,
  count: countDeletedApplications,
}
const registrations: Listing<DeletedApplicationRow> = {
  of: deletedApplication,
  set: 'applications',
  shape: registrationShape,
  list: listDeletedRegistrations,
  count: countDeletedRegistrations,
}

const soughtBy = (x: Exchange) => ({ search: x.query.search, filter: conditionIn(x) })

const listed =
  <Row extends { readonly id: string; readonly sortValue: string }>(of: Listing<Row>): Handler =>
  async (x) => {
    const { orderBy, count } = x.query
    const sought = soughtBy(x)
    const order = orderBy?.property === 'displayName' ? 'name' : 'deletedAt'
    const page = pageOf(x, orderBy?.descending ?? orderBy === undefined)
    const found = await of.list(x.db, x.tenantId, { ...page, ...sought, order })
    return answerList(
      x,
      of.set,
      found,
      of.shape,
      count ? await of.count(x.db, x.tenantId, sought) : undefined,
    )
  }

const counted =
  <Row>(of: Listing<Row>): Handler =>
  async (x) =>
    plainCount(x, await of.count(x.db, x.tenantId, soughtBy(x)))

const shown =
  <Row extends object>(of: Listing<Row>): Handler =>
  async (x) => {
    const id = idParam<string>(x, 'id')
    const [row] = await of.list(x.db, x.tenantId, {
      filter: is('id', id),
      order: 'deletedAt',
      descending: false,
      search: undefined,
      after: undefined,
      limit: 1,
    })
    if (row === undefined) throw notFound(id)
    return entity(x, 'directoryObjects', amongOthers(of.shape), row)
  }

/** One by itself, by kind. */
export const showObject: Readonly<Record<ObjectKind, Handler>> = {
  group: shown(groups),
  application: shown(applications),
  registration: shown(registrations),
}

/** What may be chosen of a deleted object that may be of any kind. */
export const objectNames: readonly string[] = [
  ...new Set([groupShape, applicationShape, registrationShape].flatMap(({ names }) => names)),
]

/** What reading, restoring and purging ask where it is no user. */
export const readObjects = {
  group: need('groups.read', 'read deleted groups'),
  application: need('applications.read', 'read deleted applications'),
  registration: need('applications.read', 'read deleted applications'),
}
export const writeObjects = {
  group: need('groups.write', 'restore groups'),
  application: need('applications.write', 'restore applications'),
  registration: need('applications.write', 'restore applications'),
}

const rowsOf = <Row extends { readonly id: string; readonly sortValue: string }>(
  of: Listing<Row>,
  permission: GraphRoute['permission'],
): readonly GraphRoute[] => [
  {
    method: 'GET',
    path: `/${of.of.set}`,
    permission,
    takes: {
      page: true,
      search: of.shape,
      count: true,
      filter: of.of,
      orderBy: ordersOf(of.of),
      select: of.shape,
    },
    handler: listed(of),
  },
  {
    method: 'GET',
    path: `/${of.of.set}/$count`,
    permission,
    takes: { search: of.shape, filter: of.of, eventual: true },
    handler: counted(of),
  },
]

const mostOwned = 1_000
const applicationsPart = 'applications'

const listOwned: Handler = async (x) => {
  const { userId, type } = await readSent(x, getUserOwnedObjects)
  const of = { tenantId: x.tenantId, userId }
  if (type === 'Group')
    return collection(
      x,
      'directoryObjects',
      await listDeletedGroupsOf(x.db, of, mostOwned),
      amongOthers(groupShape),
    )
  if (!shows(x, applicationsPart)) throw denied('Deleted applications are read by another right.')
  const [list, shape] =
    type === 'Application'
      ? ([listDeletedRegistrationsOf, registrationShape] as const)
      : ([listDeletedApplicationsOf, applicationShape] as const)
  return collection(x, 'directoryObjects', await list(x.db, of, mostOwned), amongOthers(shape))
}

export const deletedObjectRoutes: readonly GraphRoute[] = [
  ...rowsOf(groups, asks('groups.read', 'read deleted groups')),
  ...rowsOf(applications, asks('applications.read', 'read deleted applications')),
  ...rowsOf(registrations, asks('applications.read', 'read deleted applications')),
  {
    method: 'POST',
    path: '/directory/deletedItems/getUserOwnedObjects',
    permission: asks('groups.read', 'POST /directory/deletedItems/getUserOwnedObjects', {
      shows: { [applicationsPart]: need('applications.read', 'read deleted applications') },
    }),
    operation: getUserOwnedObjects,
    handler: listOwned,
  },
]
