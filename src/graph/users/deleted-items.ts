/** /directory/deletedItems and DELETE /users/{id}: what was deleted, behind a door of its own. */
import { asks, need } from '../../access/permission.ts'
import {
  countDeletedUsers,
  findDeletedUser,
  listDeletedUsers,
  type DeletedList,
  type DeletedUserRow,
} from '../../directory/deleted/list.sql.ts'
import { deleteUser } from '../../directory/users/delete.ts'
import { endHold, holdUser } from '../../privacy/hold.ts'
import { daysLeft, deletedForGood, isRestorable } from '../../directory/users/retention.rule.ts'
import { Refusal } from '../../edge/refusal.ts'
import { objectKindNames, type ObjectKind } from '../../wire/graph/deleted-objects.ts'
import { previewObjectRestore } from '../../wire/graph/restoring-objects.ts'
import { objectNames, readObjects, showObject, writeObjects } from '../deleted/objects.ts'
import { previewObject, purgeOf, restoreOf } from '../deleted/restoring-objects.ts'
import { authorityOf, idParam, shows, type GraphRoute, type Handler } from '../exchange.ts'
import { readSent } from '../body.ts'
import { deletedObject, deletedUser } from '../../wire/graph/users/deleted-user.ts'
import {
  holdUser as holding,
  previewRestore,
  purgeUsers,
  restoreUser,
} from '../../wire/graph/users/restoring.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { conditionIn } from '../query/filter-values.ts'
import { amongOthers, shaped, type From } from '../shape.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { userParam } from './param.ts'
import { restore, showPreview, whichOf } from './restoring.ts'
import { purge, purgeMany } from './purging.ts'
import { notAllowedOnTarget, notFound } from '../refusals.ts'
import { derivedOfUser } from './shape.ts'
import { whyNot } from './why-not.ts'

const goneAt = ({ restorableUntil, heldAt }: DeletedUserRow): Date | null =>
  deletedForGood(restorableUntil, heldAt !== null)

const from: From<typeof deletedUser, DeletedUserRow> = {
  ...derivedOfUser,
  'guesthouse.isMe': () => false,
  'guesthouse.isWithinReach': () => null,
  'guesthouse.permanentDeletionDateTime': (row) => goneAt(row)?.toISOString() ?? null,
  'guesthouse.isRestorable': (row, x) => isRestorable(row.restorableUntil, x.now),
  'guesthouse.daysLeft': (row, x) => {
    const at = goneAt(row)
    return at === null ? null : daysLeft(at, x.now)
  },
  'guesthouse.deletedBy': (row) => ({
    kind: row.deletedByKind,
    id: row.deletedBy,
    displayName: row.deletedByName,
  }),
  'guesthouse.originalUserPrincipalName': (row) => row.originalName,
  'guesthouse.hold': (row, x) =>
    row.heldAt === null
      ? null
      : {
          reason: shows(x, 'hold.reason') ? row.holdReason : null,
          since: row.heldAt.toISOString(),
        },
}

const deletedShape = shaped<typeof deletedUser, DeletedUserRow>(deletedUser, from)
const deletedObjectShape = amongOthers(
  shaped<typeof deletedObject, DeletedUserRow>(deletedObject, from),
)

const orders = new Map<string, DeletedList['order']>([
  ['deletedDateTime', 'deletedAt'],
  ['displayName', 'name'],
  ['userPrincipalName', 'principalName'],
])

// At the address of a deleted object stand users, groups and applications: its row asks which.
const ofEach =
  (user: Handler, of: (kind: ObjectKind) => Handler): Handler =>
  async (x) => {
    const kind = objectKindNames.find((name) => name === x.kind)
    return kind === undefined ? user(x) : of(kind)(x)
  }

const listDeleted: Handler = async (x) => {
  const { search, orderBy, count } = x.query
  const filter = conditionIn(x)
  const order = orders.get(orderBy?.property ?? '') ?? 'deletedAt'
  const page = pageOf(x, orderBy?.descending ?? orderBy === undefined)
  const found = await listDeletedUsers(x.db, x.tenantId, { ...page, order, search, filter })
  return answerList(
    x,
    'users',
    found,
    deletedShape,
    count ? await countDeletedUsers(x.db, x.tenantId, search, filter) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countDeletedUsers(x.db, x.tenantId, x.query.search, conditionIn(x)))

const showDeleted: Handler = async (x) => {
  const { userId } = whichOf(x)
  const row = await findDeletedUser(x.db, x.tenantId, userId)
  if (row === undefined) throw notFound(userId)
  return entity(x, 'directoryObjects', deletedObjectShape, row)
}

const hold: Handler = async (x) => {
  const { reason } = await readSent(x, holding)
  const which = whichOf(x)
  const { outcome } = await holdUser(x.db, which, reason, authorityOf(x), x.context)
  if (outcome === 'notFound') throw notFound(which.userId)
  if (outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (outcome === 'alreadyHeld') throw new Refusal('alreadyHeld')
  if (outcome === 'windowOver') throw new Refusal('restoreWindowClosed')
  return noContent(x)
}

const liftHold: Handler = async (x) => {
  const which = whichOf(x)
  const { outcome } = await endHold(x.db, which, authorityOf(x), x.context)
  if (outcome === 'notFound' || outcome === 'notHeld') throw notFound(which.userId)
  if (outcome === 'targetTooHigh') throw notAllowedOnTarget()
  return noContent(x)
}

/** Deletes the user that the address names. */
export const deleteLive: Handler = async (x) => {
  const which = await userParam(x)
  const result = await deleteUser(x.db, which, authorityOf(x), x.context)
  if (result.outcome === 'deleted') return noContent(x)
  if (result.outcome === 'notFound') throw notFound(which.userId)
  if (result.outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (result.outcome === 'lastAdministrator') throw lastAdministratorRefusal(result)
  throw new Refusal(result.outcome, whyNot.deletesYourself)
}

// A user's preview stands at an address of its own.
const noObject: Handler = (x) => Promise.reject(notFound(idParam(x, 'id')))

// Of whichever kind an object is, what it does not have is left out.
const anyShape = { ...deletedShape, names: [...new Set([...deletedShape.names, ...objectNames])] }

const item = '/directory/deletedItems/:id'

// Why somebody is under a hold is for those who place holds.
const readAsks = asks('users.inspect', 'read deleted users', {
  shows: { 'hold.reason': need('users.hold', 'hold users') },
})

const listTakes = {
  page: true,
  search: deletedShape,
  count: true,
  filter: deletedUser,
  orderBy: ordersOf(deletedUser),
  select: deletedShape,
} as const

const countTakes = { search: deletedShape, filter: deletedUser, eventual: true } as const

export const deletedItemRoutes: readonly GraphRoute[] = [
  {
    method: 'DELETE',
    path: '/users/:id',
    permission: asks('users.delete', 'DELETE /users/{id}'),
    handler: deleteLive,
  },
  {
    method: 'GET',
    path: '/directory/deletedItems/microsoft.graph.user',
    permission: readAsks,
    takes: listTakes,
    handler: listDeleted,
  },
  {
    method: 'GET',
    path: '/directory/deletedItems/microsoft.graph.user/$count',
    permission: readAsks,
    takes: countTakes,
    handler: countAll,
  },
  {
    method: 'POST',
    path: '/directory/deletedItems/guesthouse.permanentlyDelete',
    permission: asks('users.purge', 'purge users'),
    operation: purgeUsers,
    handler: purgeMany,
  },
  {
    method: 'GET',
    path: item,
    permission: { ...readAsks, ofKind: readObjects },
    takes: { select: anyShape },
    handler: ofEach(showDeleted, (kind) => showObject[kind]),
  },
  {
    method: 'DELETE',
    path: item,
    permission: asks('users.purge', 'purge users', { ofKind: writeObjects }),
    handler: ofEach(purge, purgeOf),
  },
  {
    method: 'POST',
    path: `${item}/restore`,
    permission: asks('users.restore', 'POST /directory/deletedItems/{id}/restore', {
      ofKind: writeObjects,
    }),
    operation: restoreUser,
    handler: ofEach(restore, restoreOf),
  },
  {
    method: 'GET',
    path: `${item}/guesthouse.objectRestorePreview`,
    permission: asks('groups.write', 'restore groups', { ofKind: writeObjects }),
    operation: previewObjectRestore,
    handler: ofEach(noObject, previewObject),
  },
  {
    method: 'GET',
    path: `${item}/guesthouse.restorePreview`,
    permission: asks('users.restore', 'read deleted users'),
    operation: previewRestore,
    handler: showPreview,
  },
  {
    method: 'POST',
    path: `${item}/guesthouse.hold`,
    permission: asks('users.hold', 'hold users'),
    operation: holding,
    handler: hold,
  },
  {
    method: 'POST',
    path: `${item}/guesthouse.endHold`,
    permission: asks('users.hold', 'hold users'),
    handler: liftHold,
  },
]
