/** The user that an address names, in every route alike. */
import { findUserId, readChosen, readUser, type ReadUser } from '../../directory/users/list.sql.ts'
import { isUuid, type TenantId, type UserId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Exchange } from '../exchange.ts'
import { notFound, unknownId } from '../refusals.ts'
import { userShape } from './shape.ts'

/**
 * The id of the user that an address names by id or user principal name; undefined where there is
 * none of this name.
 */
export const userNamed = async (
  db: Database,
  tenantId: TenantId,
  name: string,
): Promise<UserId | undefined> =>
  isUuid(name) ? (name.toLowerCase() as UserId) : findUserId(db, tenantId, name)

/** The user that the path names, by id or user principal name. */
export const userParam = async (x: Exchange): Promise<{ tenantId: TenantId; userId: UserId }> => {
  const name = x.param('id')
  const userId = await userNamed(x.db, x.tenantId, name)
  if (userId === undefined) throw unknownId(name)
  return { tenantId: x.tenantId, userId }
}

/** Of this user, named by id or user principal name, what the query chooses; in one statement. */
export const chosenOr404 = async (x: Exchange, name: string): Promise<ReadUser> => {
  const named = isUuid(name)
    ? { userId: name.toLowerCase() as UserId }
    : { userPrincipalName: name }
  const wanted = userShape.wanted(x)
  const held = wanted.includes('guesthouse.isWithinReach')
  const row = await readChosen(x.db, x.tenantId, named, { wanted, held })
  if (row === undefined) throw 'userId' in named ? notFound(named.userId) : unknownId(name)
  return row
}

/** A live user of the caller's organization. */
export const userOr404 = async (x: Exchange, userId: UserId) => {
  const row = await readUser(x.db, x.tenantId, userId)
  if (row === undefined) throw notFound(userId)
  return row
}
