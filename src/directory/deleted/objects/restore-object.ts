/** Deleted groups or applications come back: the same ids, with whatever still is there. */
import { mayGive } from '../../../access/may.rule.ts'
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import { transaction, type Database } from '../../../store/database.ts'
import { mayAssignRoles, type Authority } from '../../authority.ts'
import type { Outcomes } from '../../slices.ts'
import { bringObjectsBack } from './bring-objects-back.ts'
import { endChosen, type EndedLinks } from './end-object-links.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'
import {
  objectConflicts,
  type LinkCount,
  type ObjectConflict,
  type ObjectLinkName,
} from './restore-object.rule.ts'
import {
  countLinks,
  holdDeletedObjects,
  readDeletedObjects,
  readUnknown,
  type StoredObject,
} from './restore-object.sql.ts'

export type ObjectPreview = {
  readonly links: readonly LinkCount[]
  readonly conflicts: readonly ObjectConflict[]
  readonly namesake: string | null
}

export type RestoreObjectResult =
  | {
      outcome: 'restored'
      links: readonly LinkCount[]
      /** What was ended by choice instead of coming back. */
      leftOut: readonly Pick<EndedLinks, 'kind' | 'count'>[]
    }
  | { outcome: 'conflicts'; conflicts: readonly ObjectConflict[] }
  /** What was to be left out is no link that it had. */
  | { outcome: 'unknownLink'; link: ObjectLinkName }
  | { outcome: 'notFound' }

const reachOf = (authority: Authority) => ({
  mayAssignRoles: mayAssignRoles(authority),
  mayAssignTop: authority.kind !== 'roles' || mayGive(authority.roles, 'globalAdministrator'),
})

const conflictsOf = (
  { kind }: Objects,
  found: StoredObject,
  authority: Authority,
  now: Date,
): ObjectConflict[] => [...objectConflicts(kind, found, reachOf(authority), now)]

/**
 * What a restore of each would bring back, as if it were restored alone, what it could not and why,
 * and what stands against it (R61). Nothing of what is not deleted. Two statements, however many
 * they are.
 */
export const previewObjectRestores = async (
  db: Database,
  which: Objects,
  authority: Authority,
  now: Date,
): Promise<ReadonlyMap<string, ObjectPreview>> => {
  const found = await readDeletedObjects(db, which)
  const links = await countLinks(db, which, { together: false })
  return new Map(
    [...found].map(([id, one]) => [
      id,
      {
        links: links.get(id) ?? [],
        conflicts: conflictsOf(which, one, authority, now),
        namesake: one.namesake,
      },
    ]),
  )
}

/**
 * Restores deleted groups or applications within their window, with members, owners and assignments
 * whose other end still is there (R56, R60), less those that are left out. What was taken from one
 * before or meanwhile stays taken; what an application held for people does not come back. In one
 * transaction and a number of statements that does not grow with them: each is judged with those
 * before it back.
 */
export const restoreObjects = (
  db: Database,
  which: Objects,
  leaveOut: readonly ObjectLinkName[],
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoreObjectResult, string>> =>
  transaction(db, async (tx) => {
    await holdDeletedObjects(tx, which)
    const found = await readDeletedObjects(tx, which)
    const unknown = await readUnknown(tx, which, leaveOut)
    const refusalOf = (id: string, one: StoredObject): RestoreObjectResult | undefined => {
      const conflicts = conflictsOf(which, one, authority, context.now)
      if (conflicts.length > 0) return { outcome: 'conflicts', conflicts }
      const link = unknown.get(id)
      return link === undefined ? undefined : { outcome: 'unknownLink', link }
    }
    const refused = new Map([...found].map(([id, one]) => [id, refusalOf(id, one)]))
    const coming = which.ids.flatMap((id) =>
      refused.get(id) === undefined ? (found.get(id) ?? []) : [],
    )
    const restored = await bringThem(tx, { which, coming }, leaveOut, context)
    return new Map(
      which.ids.map((id) => [id, restored.get(id) ?? refused.get(id) ?? { outcome: 'notFound' }]),
    )
  })

type Restored = Extract<RestoreObjectResult, { outcome: 'restored' }>

const bringThem = async (
  tx: Database,
  { which, coming }: { readonly which: Objects; readonly coming: readonly StoredObject[] },
  leaveOut: readonly ObjectLinkName[],
  context: Context,
): Promise<Outcomes<Restored, string>> => {
  if (coming.length === 0) return new Map()
  const ids = coming.map(({ id }) => id)
  const those = { ...which, ids }
  const chosen = leaveOut.filter(({ of }) => ids.includes(of))
  const ended = await endChosen(tx, those, chosen, context)
  const links = await countLinks(tx, those, { together: true })
  const powerful = coming.flatMap((one) => (one.powerful ? [one.id] : []))
  await bringObjectsBack(tx, those, powerful, context)
  const results = new Map(
    ids.map((id): [string, Restored] => {
      const leftOut = ended.flatMap(({ objectId, kind, count }) =>
        objectId === id ? [{ kind, count }] : [],
      )
      return [id, { outcome: 'restored', links: links.get(id) ?? [], leftOut }]
    }),
  )
  await recordRestored(tx, those, results, context)
  return results
}

const recordRestored = async (
  tx: Database,
  { tenantId, kind }: Objects,
  results: Outcomes<Restored, string>,
  context: Context,
): Promise<void> => {
  const events = [...results].map(([id, { links, leftOut }]) => {
    const skipped = links.reduce((sum, { lost, count }) => sum + (lost === null ? 0 : count), 0)
    const named = leftOut.map((one) => `${one.kind} ${one.count}`)
    return eventOf(context, {
      tenantId,
      activity: objectKinds[kind].restored,
      target: { kind: objectKinds[kind].target, id },
      details: {
        ...objectKinds[kind].details,
        skipped,
        ...(named.length === 0 ? {} : { leftOut: named }),
      },
    })
  })
  await record(tx, ...events)
}
