/** Restoring and deleting many users at once, each with its own result (R68). */
import { asks } from '../../access/permission.ts'
import { deleteNamed } from '../../directory/deleted/delete-many.ts'
import { foreseeDeletion, type ForeseenDeletion } from '../../directory/deleted/foresee-deletion.ts'
import { previewNamed, restoreUsers, type Previewed } from '../../directory/deleted/restore-many.ts'
import type { RestoreResult } from '../../directory/deleted/restore.ts'
import type { OfMany } from '../../directory/many.ts'
import type { DeleteUserResult } from '../../directory/users/delete.ts'
import { refusals } from '../../edge/refusals/refusals.ts'
import {
  deleteMany as deleting,
  foreseeDeletion as foreseeing,
  restoreMany as restoring,
  type ResultOfMany as Line,
} from '../../wire/graph/users/many.ts'
import { previewRestores as previewing } from '../../wire/graph/users/previewing.ts'
import { readSent } from '../body.ts'
import { authorityOf, type GraphRoute, type Handler } from '../exchange.ts'
import { lastAdministratorWords } from '../last-administrator.ts'
import { told } from '../query/answers.ts'
import { previewShape, restoreRefused, unknownLink } from '../users/restore-words.ts'
import { whyNot } from '../users/why-not.ts'
import { leftOfEach } from './left-out.ts'

type Why = { readonly code: string; readonly message: string }

/** Why it did not work, alike for both. */
export const commonReasons = {
  notFound: {
    code: 'Request_ResourceNotFound',
    message: 'Nobody of this id or name is here.',
  },
  several: {
    code: 'severalOfThisName',
    message: 'Several deleted users had this name. Give the object id of the one that is meant.',
  },
  targetTooHigh: { code: 'targetTooHigh', message: refusals.targetTooHigh.caller },
} as const

const whyNotRestored = (
  result: Exclude<OfMany<RestoreResult>['result'], { outcome: 'restored' | 'already' }>,
): Why => {
  if (result.outcome === 'conflicts') {
    const { code, message } = restoreRefused(result.conflicts)
    return { code, message }
  }
  if (result.outcome === 'unknownLink') {
    const { code, message } = unknownLink(result.link)
    return { code, message }
  }
  // Nobody is renamed here.
  if (result.outcome === 'foreignDomain') return commonReasons.notFound
  return commonReasons[result.outcome]
}

const whyNotDeleted = (
  result: Exclude<
    OfMany<DeleteUserResult | ForeseenDeletion>['result'],
    { outcome: 'deleted' | 'deletable' | 'already' }
  >,
): Why => {
  if (result.outcome === 'lastAdministrator')
    return { code: 'lastAdministrator', message: lastAdministratorWords(result) }
  if (result.outcome === 'yourself') return { code: 'yourself', message: whyNot.deletesYourself }
  return commonReasons[result.outcome]
}

export const lineOf = (
  { name, userId }: Pick<OfMany<unknown>, 'name' | 'userId'>,
  rest: Omit<Line, 'user' | 'id'>,
): Line => ({
  user: name,
  ...(userId === undefined ? {} : { id: userId }),
  ...rest,
})

const restoredLine = (one: OfMany<RestoreResult>): Line => {
  const { result } = one
  if (result.outcome === 'already') return lineOf(one, { done: true, code: 'already' })
  if (result.outcome === 'restored')
    return lineOf(one, {
      done: true,
      skipped: result.report.skipped.length,
      leftOut: result.report.leftOut.length,
    })
  return lineOf(one, { done: false, ...whyNotRestored(result) })
}

const deletedLine = (one: OfMany<DeleteUserResult>): Line => {
  const { result } = one
  if (result.outcome === 'already') return lineOf(one, { done: true, code: 'already' })
  if (result.outcome === 'deleted') return lineOf(one, { done: true })
  return lineOf(one, { done: false, ...whyNotDeleted(result) })
}

const restore: Handler = async (x) => {
  const { users: names, leaveOut = [] } = await readSent(x, restoring)
  const which = { tenantId: x.tenantId, names }
  const chosen = leftOfEach(names, leaveOut)
  const results = await restoreUsers(x.db, which, chosen, authorityOf(x), x.context)
  return told(x, restoring, { value: results.map(restoredLine) })
}

const nothingToSee = { comesBack: [], cannotComeBack: [], conflicts: [], asksPerson: false }

const previewed = ({ name: user, userId, result }: OfMany<Previewed>) => {
  const whom = { user, ...(userId === undefined ? {} : { id: userId }) }
  if (result.outcome === 'previewed') return { ...whom, ...previewShape(result.preview) }
  const why = result.outcome === 'already' ? { code: 'already' } : commonReasons[result.outcome]
  return { ...whom, ...nothingToSee, ...why }
}

const preview: Handler = async (x) => {
  const { users: names } = await readSent(x, previewing)
  const { tenantId } = x
  const all = await previewNamed(x.db, { tenantId, names }, authorityOf(x), x.now)
  return told(x, previewing, { value: all.map(previewed) })
}

const remove: Handler = async (x) => {
  const { users: names } = await readSent(x, deleting)
  const { tenantId } = x
  const results = await deleteNamed(x.db, { tenantId, names }, authorityOf(x), x.context)
  return told(x, deleting, { value: results.map(deletedLine) })
}

const foresee: Handler = async (x) => {
  const { users: names } = await readSent(x, foreseeing)
  const results = await foreseeDeletion(x.db, { tenantId: x.tenantId, names }, authorityOf(x))
  const of = (outcome: string) => results.filter(({ result }) => result.outcome === outcome).length
  return told(x, foreseeing, {
    deletable: of('deletable'),
    withRoles: results.filter(({ result }) => result.outcome === 'deletable' && result.holdsRole)
      .length,
    already: of('already'),
    refused: results.flatMap(({ name: user, result }) =>
      result.outcome === 'deletable' || result.outcome === 'already'
        ? []
        : [{ user, ...whyNotDeleted(result) }],
    ),
  })
}

export const manyUserRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/directory/deletedItems/guesthouse.previewRestores',
    permission: asks('users.restore', 'POST /directory/deletedItems/{id}/restore'),
    operation: previewing,
    handler: preview,
  },
  {
    method: 'POST',
    path: '/directory/deletedItems/guesthouse.restoreMany',
    permission: asks('users.restore', 'POST /directory/deletedItems/{id}/restore'),
    operation: restoring,
    handler: restore,
  },
  {
    method: 'POST',
    path: '/users/guesthouse.deleteMany',
    permission: asks('users.delete', 'DELETE /users/{id}'),
    operation: deleting,
    handler: remove,
  },
  {
    method: 'POST',
    path: '/users/guesthouse.foreseeDeletion',
    // Who may only disable reads here why that would be refused.
    permission: asks('users.disable', 'DELETE /users/{id}'),
    operation: foreseeing,
    handler: foresee,
  },
]
