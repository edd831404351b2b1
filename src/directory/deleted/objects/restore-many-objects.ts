/** Many deleted groups or applications come back, each with its own result (R68). */
import type { Context } from '../../../events/event.ts'
import type { Database } from '../../../store/database.ts'
import type { Authority } from '../../authority.ts'
import { bySlices, type Outcomes } from '../../slices.ts'
import type { Objects } from './object-kinds.sql.ts'
import type { ObjectLinkName } from './restore-object.rule.ts'
import { readLiveObjects } from './restore-object.sql.ts'
import { restoreObjects, type RestoreObjectResult } from './restore-object.ts'

export type RestoredOfMany = RestoreObjectResult | { readonly outcome: 'already' }

/** Restores each of them; what is back already is not restored again. */
export const restoreManyObjects = async (
  db: Database,
  which: Objects,
  leaveOut: readonly ObjectLinkName[],
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoredOfMany, string>> => {
  const outcomes = await bySlices([...new Set(which.ids)], (ids) => {
    const chosen = leaveOut.filter(({ of }) => ids.includes(of))
    return restoreObjects(db, { ...which, ids }, chosen, authority, context)
  })
  const missing = [...outcomes].flatMap(([id, { outcome }]) => (outcome === 'notFound' ? [id] : []))
  const live = await readLiveObjects(db, { ...which, ids: missing })
  return new Map<string, RestoredOfMany>(
    [...outcomes].map(([id, result]) => [id, live.has(id) ? { outcome: 'already' } : result]),
  )
}
