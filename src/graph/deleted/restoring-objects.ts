/** Restoring a deleted group or application, and deleting it for good, and why not. */
import { purgeObject } from '../../directory/deleted/objects/purge-objects.ts'
import type {
  LinkCount,
  ObjectConflict,
} from '../../directory/deleted/objects/restore-object.rule.ts'
import {
  previewObjectRestore,
  restoreObject,
} from '../../directory/deleted/objects/restore-object.ts'
import { findGroup } from '../../directory/groups/list.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { RefusalCode } from '../../edge/refusals/refusals.ts'
import type { ApplicationId, GroupId } from '../../kernel/ids.ts'
import type { AnswerOf } from '../../wire/graph/definition/answer.ts'
import {
  previewObjectRestore as previewing,
  type objectRestoreReport,
  type ObjectKind,
} from '../../wire/graph/deleted-objects.ts'
import { wholeApplication } from '../applications/applications.ts'
import { idParam, type Exchange, type Handler } from '../exchange.ts'
import { groupShape } from '../groups/groups.ts'
import { needsRoleAssigner, needsScopeGiver } from '../linked-users.ts'
import { accepted, entity, noContent, told } from '../query/answers.ts'
import { needsPerson, notFound } from '../refusals.ts'
import { amongOthers } from '../shape.ts'
import { isWaiting } from '../users/purging.ts'
import { authorityOf } from '../users/restoring.ts'

const conflictWords: Readonly<Record<ObjectConflict, string>> = {
  restoreWindowClosed:
    'The time in which this could be restored is over. It is being permanently deleted; nobody can stop that.',
  needsRoleAssigner: needsRoleAssigner().message,
  needsScopeGiver: needsScopeGiver().message,
}

const conflictRefusals: Readonly<Record<ObjectConflict, RefusalCode>> = {
  restoreWindowClosed: 'restoreWindowClosed',
  needsRoleAssigner: 'Authorization_RequestDenied',
  needsScopeGiver: 'Authorization_RequestDenied',
}

const planOf = (links: readonly LinkCount[]) => ({
  comesBack: links.flatMap(({ kind, lost, count }) => (lost === null ? [{ kind, count }] : [])),
  cannotComeBack: links.flatMap(({ kind, lost, count, names }) =>
    lost === null ? [] : [{ kind, count, reason: lost, names }],
  ),
})

const whichOf = (x: Exchange) => ({ tenantId: x.tenantId, id: idParam<string>(x, 'id') })

/** What a restore would bring back, as it is for a kind; a user's is another. */
export const previewObject =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const which = whichOf(x)
    const found = await previewObjectRestore(x.db, kind, which, authorityOf(x), x.now)
    if (found === undefined) throw notFound(which.id)
    const conflicts = found.conflicts.map((code) => ({ code, message: conflictWords[code] }))
    return told(x, previewing, { ...planOf(found.links), conflicts, namesake: found.namesake })
  }

const live: Readonly<
  Record<ObjectKind, (x: Exchange, id: string) => Promise<Record<string, unknown> | undefined>>
> = {
  group: async (x, id) => {
    const found = await findGroup(x.db, x.tenantId, id as GroupId)
    return found === undefined ? undefined : amongOthers(groupShape).of(found, x)
  },
  application: (x, id) => wholeApplication(x, id as ApplicationId),
}

/** The restore; the object is answered, with what came back. */
export const restoreOf =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const which = whichOf(x)
    const result = await restoreObject(x.db, kind, which, authorityOf(x), x.context)
    if (result.outcome === 'notFound') throw notFound(which.id)
    if (result.outcome === 'conflicts') {
      const [first = 'restoreWindowClosed'] = result.conflicts
      throw new Refusal(
        conflictRefusals[first],
        result.conflicts.map((code) => conflictWords[code]).join(' '),
      )
    }
    const report: AnswerOf<typeof objectRestoreReport> = {
      'guesthouse.objectRestoreReport': planOf(result.links),
    }
    const found = await live[kind](x, which.id)
    if (found === undefined) throw notFound(which.id)
    return entity(
      x,
      'directoryObjects',
      { type: 'microsoft.graph.directoryObject', of: () => ({ ...found, ...report }) },
      found,
    )
  }

/** Deleting it for good. */
export const purgeOf =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const which = whichOf(x)
    const outcome = await purgeObject(x.db, { kind }, which, authorityOf(x), x.context)
    if (outcome === 'purged') return noContent(x)
    if (isWaiting(outcome)) return accepted(x)
    if (outcome === 'protected') throw needsPerson()
    if (outcome === 'needsRoleAssigner') throw needsRoleAssigner()
    if (outcome === 'notDeleted') throw new Refusal('notDeleted')
    throw notFound(which.id)
  }
