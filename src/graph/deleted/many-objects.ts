/** Restoring and purging many deleted groups or applications at once, each by itself (R68). */
import { asks } from '../../access/permission.ts'
import { purgeObjects } from '../../directory/deleted/objects/purge-objects.ts'
import {
  restoreManyObjects,
  type RestoredOfMany,
} from '../../directory/deleted/objects/restore-many-objects.ts'
import { previewObjectRestores } from '../../directory/deleted/objects/restore-object.ts'
import { deletedSet, objectKindNames, type ObjectKind } from '../../wire/graph/deleted-objects.ts'
import { restoringObjects } from '../../wire/graph/restoring-objects.ts'
import { readSent } from '../body.ts'
import { authorityOf, type GraphRoute, type Handler } from '../exchange.ts'
import { told } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { isWaiting, waitingLine } from '../users/purging.ts'
import { leftOfEach } from './left-out.ts'
import { objectPreviewShape, objectRefusal, purgeRefusal } from './restoring-objects.ts'

const sumOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)

const lineOf = (id: string, result: RestoredOfMany) => {
  if (result.outcome === 'already') return { id, done: true, code: 'already' }
  if (result.outcome !== 'restored') {
    const { code, message } = objectRefusal(result, id)
    return { id, done: false, code, message }
  }
  const skipped = sumOf(result.links.filter(({ lost }) => lost !== null))
  return { id, done: true, skipped, leftOut: sumOf(result.leftOut) }
}

const restore =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const { ids, leaveOut = [] } = await readSent(x, restoringObjects[kind].many)
    const chosen = leftOfEach(ids, leaveOut)
    const which = { tenantId: x.tenantId, kind, ids }
    const results = await restoreManyObjects(x.db, which, chosen, authorityOf(x), x.context)
    const value = [...results].map(([id, result]) => lineOf(id, result))
    return told(x, restoringObjects[kind].many, { value })
  }

const nothingToSee = { comesBack: [], cannotComeBack: [], conflicts: [], namesake: null }

const preview =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const sent = await readSent(x, restoringObjects[kind].previews)
    // What a list names twice is still one, with its links counted once.
    const ids = [...new Set(sent.ids)]
    const which = { tenantId: x.tenantId, kind, ids }
    const found = await previewObjectRestores(x.db, which, authorityOf(x), x.now)
    const value = ids.map((id) => {
      const one = found.get(id)
      if (one !== undefined) return { id, ...objectPreviewShape(one) }
      const { code, message } = notFound(id)
      return { id, ...nothingToSee, code, message }
    })
    return told(x, restoringObjects[kind].previews, { value })
  }

const purge =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const sent = await readSent(x, restoringObjects[kind].purges)
    // What a list names twice is still one.
    const which = { tenantId: x.tenantId, kind, ids: [...new Set(sent.ids)] }
    const outcomes = await purgeObjects(x.db, which, authorityOf(x), x.context)
    const value = [...outcomes].map(([id, outcome]) => {
      if (outcome === 'purged') return { id, deleted: true }
      if (isWaiting(outcome)) return waitingLine(id, outcome)
      const { code, message } = purgeRefusal(outcome, id)
      return { id, deleted: false, code, message }
    })
    return told(x, restoringObjects[kind].purges, { value })
  }

const rowsOf = (kind: ObjectKind): readonly GraphRoute[] => {
  const permission =
    kind === 'group'
      ? asks('groups.write', 'restore groups')
      : asks('applications.write', 'restore applications')
  const set = `/${deletedSet(kind)}`
  return [
    {
      method: 'POST',
      path: `${set}/guesthouse.restoreMany`,
      permission,
      operation: restoringObjects[kind].many,
      handler: restore(kind),
    },
    {
      method: 'POST',
      path: `${set}/guesthouse.previewRestores`,
      permission,
      operation: restoringObjects[kind].previews,
      handler: preview(kind),
    },
    {
      method: 'POST',
      path: `${set}/guesthouse.permanentlyDelete`,
      permission,
      operation: restoringObjects[kind].purges,
      handler: purge(kind),
    },
  ]
}

export const manyObjectRoutes: readonly GraphRoute[] = objectKindNames.flatMap(rowsOf)
