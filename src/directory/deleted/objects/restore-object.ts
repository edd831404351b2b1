/** A deleted group or application comes back: the same id, with whatever still is there. */
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import { transaction, type Database } from '../../../store/database.ts'
import type { ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import type { Authority } from '../../authority.ts'
import { mayAssignRoles } from '../../groups/create.ts'
import { objectKinds, type WhichObject } from './object-kinds.sql.ts'
import { objectConflicts, type LinkCount, type ObjectConflict } from './restore-object.rule.ts'
import { bringObjectBack } from './bring-object-back.ts'
import {
  countLinks,
  holdDeletedObject,
  readDeletedObject,
  type StoredObject,
} from './restore-object.sql.ts'

export type ObjectPreview = {
  readonly links: readonly LinkCount[]
  readonly conflicts: readonly ObjectConflict[]
  readonly namesake: string | null
}

export type RestoreObjectResult =
  | { outcome: 'restored'; links: readonly LinkCount[] }
  | { outcome: 'conflicts'; conflicts: readonly ObjectConflict[] }
  | { outcome: 'notFound' }

const conflictsOf = (
  kind: ObjectKind,
  found: StoredObject,
  authority: Authority,
  now: Date,
): ObjectConflict[] => [
  ...objectConflicts(kind, found, { mayAssignRoles: mayAssignRoles(authority) }, now),
]

/**
 * What a restore would bring back, what it could not and why, and what stands against it (R61).
 * Undefined for what is not deleted.
 */
export const previewObjectRestore = async (
  db: Database,
  kind: ObjectKind,
  which: WhichObject,
  authority: Authority,
  now: Date,
): Promise<ObjectPreview | undefined> => {
  const found = await readDeletedObject(db, kind, which)
  if (found === undefined) return undefined
  const conflicts = conflictsOf(kind, found, authority, now)
  return { links: await countLinks(db, kind, which), conflicts, namesake: found.namesake }
}

/**
 * Restores a deleted group or application within its window, with members, owners and assignments
 * whose other end still is there (R56, R60). What was taken from it before or meanwhile stays
 * taken; what an application held for people does not come back.
 */
export const restoreObject = (
  db: Database,
  kind: ObjectKind,
  which: WhichObject,
  authority: Authority,
  context: Context,
): Promise<RestoreObjectResult> =>
  transaction(db, async (tx) => {
    await holdDeletedObject(tx, kind, which)
    const found = await readDeletedObject(tx, kind, which)
    if (found === undefined) return { outcome: 'notFound' }
    const conflicts = conflictsOf(kind, found, authority, context.now)
    if (conflicts.length > 0) return { outcome: 'conflicts', conflicts }
    const links = await countLinks(tx, kind, which)
    await bringObjectBack(tx, kind, which, found, context)
    const skipped = links.reduce((sum, { lost, count }) => sum + (lost === null ? 0 : count), 0)
    await record(
      tx,
      eventOf(context, {
        tenantId: which.tenantId,
        activity: objectKinds[kind].restored,
        target: { kind, id: which.id },
        details: { skipped },
      }),
    )
    return { outcome: 'restored', links }
  })
