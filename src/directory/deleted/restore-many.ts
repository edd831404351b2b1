/** Many deleted users come back, each with their own result (R68). */
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed } from '../named.sql.ts'
import type { LinkName } from './plan.rule.ts'
import { previewRestores, type RestorePreview } from './preview.ts'
import { restoreThem, type RestoreResult } from './restore.ts'

export type Previewed = { outcome: 'previewed'; preview: RestorePreview } | { outcome: 'notFound' }

type Named = { readonly tenantId: TenantId; readonly names: readonly string[] }

/** What restoring each of those would come to, each as if it were restored alone (R61). */
export const previewNamed = async (
  db: Database,
  { tenantId, names }: Named,
  authority: Authority,
  now: Date,
): Promise<OfMany<Previewed>[]> =>
  forEachNamed<Previewed>(names, {
    found: await usersNamed(db, 'deleted_users', tenantId, names),
    done: await usersNamed(db, 'live_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: async (userIds) => {
      const previews = await previewRestores(db, { tenantId, userIds }, authority, now)
      return new Map(
        [...previews].map(([id, preview]) => [id, { outcome: 'previewed', preview }] as const),
      )
    },
  })

/**
 * Restores those whom these names stand for, each without what is left out of it, by the name; who
 * is back already is not restored again.
 */
export const restoreUsers = async (
  db: Database,
  { tenantId, names }: Named,
  leaveOut: readonly (LinkName & { readonly of: string })[],
  authority: Authority,
  context: Context,
): Promise<OfMany<RestoreResult>[]> => {
  const found = await usersNamed(db, 'deleted_users', tenantId, names)
  const chosen = leaveOut.flatMap(({ of, ...name }) =>
    (found.get(of) ?? []).map((userId) => ({ ...name, of: userId })),
  )
  return forEachNamed<RestoreResult>(names, {
    found,
    done: await usersNamed(db, 'live_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: (userIds) =>
      restoreThem(db, { tenantId, userIds }, { leaveOut: chosen }, authority, context),
  })
}
