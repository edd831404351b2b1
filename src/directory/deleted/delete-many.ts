/** Many live users are deleted, each with their own result (R68). */
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed } from '../named.sql.ts'
import { deleteUsers, type DeleteUserResult } from '../users/delete.ts'

/** Deletes those whom these names stand for; who is deleted already is not deleted again. */
export const deleteNamed = async (
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  authority: Authority,
  context: Context,
): Promise<OfMany<DeleteUserResult>[]> =>
  forEachNamed<DeleteUserResult>(names, {
    found: await usersNamed(db, 'live_users', tenantId, names),
    done: await usersNamed(db, 'deleted_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: (userIds) => deleteUsers(db, { tenantId, userIds }, authority, context),
  })
