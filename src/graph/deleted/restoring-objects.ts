/** Restoring a deleted group or application, and deleting it for good, and why not. */
import {
  purgeObjects,
  type PurgeObjectOutcome,
} from '../../directory/deleted/objects/purge-objects.ts'
import type {
  LinkCount,
  ObjectConflict,
  ObjectLinkName,
} from '../../directory/deleted/objects/restore-object.rule.ts'
import {
  previewObjectRestores,
  restoreObjects,
  type ObjectPreview,
  type RestoreObjectResult,
} from '../../directory/deleted/objects/restore-object.ts'
import { findGroup } from '../../directory/groups/list.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { RefusalCode } from '../../edge/refusals/refusals.ts'
import type { ApplicationId, GroupId, RegistrationId } from '../../kernel/ids.ts'
import { theOne } from '../../directory/slices.ts'
import type { AnswerOf } from '../../wire/graph/definition/answer.ts'
import type { ObjectKind } from '../../wire/graph/deleted-objects.ts'
import {
  namesOfLost,
  previewObjectRestore as previewing,
  restoringObjects,
  type objectRestoreReport,
} from '../../wire/graph/restoring-objects.ts'
import { wholeApplication } from '../applications/applications.ts'
import { wholePrincipal } from '../applications/service-principals.ts'
import { readSent } from '../body.ts'
import { authorityOf, idParam, type Exchange, type Handler } from '../exchange.ts'
import { groupShape } from '../groups/shape.ts'
import { needsRoleAssigner, needsScopeGiver } from '../linked-users.ts'
import { accepted, entity, noContent, told } from '../query/answers.ts'
import { needsPerson, notFound } from '../refusals.ts'
import { amongOthers } from '../shape.ts'
import { isWaiting, type Waiting } from '../users/purging.ts'

const conflictWords: Readonly<Record<ObjectConflict, string>> = {
  restoreWindowClosed:
    'The time in which this could be restored is over. It is being permanently deleted; nobody can stop that.',
  needsRoleAssigner: needsRoleAssigner().message,
  needsScopeGiver: needsScopeGiver().message,
  hasAnother:
    'The application has another service principal by now. Delete that one before this one is restored.',
}

const conflictRefusals: Readonly<Record<ObjectConflict, RefusalCode>> = {
  restoreWindowClosed: 'restoreWindowClosed',
  needsRoleAssigner: 'Authorization_RequestDenied',
  needsScopeGiver: 'Authorization_RequestDenied',
  hasAnother: 'principalThere',
}

const lostOf = (links: readonly LinkCount[]) =>
  links.flatMap(({ kind, lost, count, items }) => {
    const names = items.slice(0, namesOfLost).map(({ displayName }) => displayName)
    return lost === null ? [] : [{ kind, count, reason: lost, names }]
  })

export const objectPreviewShape = ({ links, conflicts, namesake }: ObjectPreview) => ({
  comesBack: links.flatMap(({ kind, lost, count, items }) =>
    lost === null ? [{ kind, count, items }] : [],
  ),
  cannotComeBack: lostOf(links),
  conflicts: conflicts.map((code) => ({ code, message: conflictWords[code] })),
  namesake,
})

const whichOf = (x: Exchange) => ({ tenantId: x.tenantId, id: idParam<string>(x, 'id') })

/** What a restore would bring back, as it is for a kind; a user's is another. */
export const previewObject =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const { tenantId, id } = whichOf(x)
    const which = { tenantId, kind, ids: [id] }
    const found = (await previewObjectRestores(x.db, which, authorityOf(x), x.now)).get(id)
    if (found === undefined) throw notFound(id)
    return told(x, previewing, objectPreviewShape(found))
  }

const live: Readonly<
  Record<ObjectKind, (x: Exchange, id: string) => Promise<Record<string, unknown> | undefined>>
> = {
  group: async (x, id) => {
    const found = await findGroup(x.db, x.tenantId, id as GroupId)
    return found === undefined ? undefined : amongOthers(groupShape).of(found, x)
  },
  application: (x, id) => wholePrincipal(x, id as ApplicationId),
  registration: (x, id) => wholeApplication(x, id as RegistrationId),
}

const unknownLink = ({ kind, item }: ObjectLinkName): Refusal =>
  new Refusal(
    'unknownLink',
    `It had no link of kind '${kind}' with the item '${item}' that could be left out.`,
  )

/** Why it was not restored. */
export const objectRefusal = (
  result: Exclude<RestoreObjectResult, { outcome: 'restored' }>,
  id: string,
): Refusal => {
  if (result.outcome === 'notFound') return notFound(id)
  if (result.outcome === 'unknownLink') return unknownLink(result.link)
  const [first = 'restoreWindowClosed'] = result.conflicts
  return new Refusal(
    conflictRefusals[first],
    result.conflicts.map((code) => conflictWords[code]).join(' '),
  )
}

/** The restore; the object is answered, with what came back. */
export const restoreOf =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const { leaveOut = [] } = await readSent(x, restoringObjects[kind].one, { mayBeEmpty: true })
    const { tenantId, id } = whichOf(x)
    const chosen = leaveOut.map((name) => ({ ...name, of: id }))
    const which = { tenantId, kind, ids: [id] }
    const result = theOne(await restoreObjects(x.db, which, chosen, authorityOf(x), x.context))
    if (result.outcome !== 'restored') throw objectRefusal(result, id)
    const report: AnswerOf<typeof objectRestoreReport> = {
      'guesthouse.objectRestoreReport': {
        comesBack: result.links.flatMap(({ kind: link, lost, count }) =>
          lost === null ? [{ kind: link, count }] : [],
        ),
        cannotComeBack: lostOf(result.links),
        leftOut: [...result.leftOut],
      },
    }
    const found = await live[kind](x, id)
    if (found === undefined) throw notFound(id)
    return entity(
      x,
      'directoryObjects',
      { type: 'microsoft.graph.directoryObject', of: () => ({ ...found, ...report }) },
      found,
    )
  }

/** Why it was not deleted for good. */
export const purgeRefusal = (
  outcome: Exclude<PurgeObjectOutcome, 'purged' | Waiting>,
  id: string,
): Refusal => {
  if (outcome === 'protected') return needsPerson()
  if (outcome === 'needsRoleAssigner') return needsRoleAssigner()
  return outcome === 'notDeleted' ? new Refusal('notDeleted') : notFound(id)
}

/** Deleting it for good. */
export const purgeOf =
  (kind: ObjectKind): Handler =>
  async (x) => {
    const { tenantId, id } = whichOf(x)
    const which = { tenantId, kind, ids: [id] }
    const outcome = theOne(await purgeObjects(x.db, which, authorityOf(x), x.context))
    if (outcome === 'purged') return noContent(x)
    if (isWaiting(outcome)) return accepted(x)
    throw purgeRefusal(outcome, id)
  }
