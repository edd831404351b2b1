/** Many deleted users come back, each with their own result (R68). */
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed } from '../named.sql.ts'
import { restoreThem, type RestoreResult } from './restore.ts'

/** Restores those whom these names stand for; who is back already is not restored again. */
export const restoreUsers = async (
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  authority: Authority,
  context: Context,
): Promise<OfMany<RestoreResult>[]> =>
  forEachNamed<RestoreResult>(names, {
    found: await usersNamed(db, 'deleted_users', tenantId, names),
    done: await usersNamed(db, 'live_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: (userIds) => restoreThem(db, { tenantId, userIds }, {}, authority, context),
  })
