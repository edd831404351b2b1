/** The user that an address names, in every route alike. */
import { findUserId } from '../../directory/users/list.sql.ts'
import { isUuid, type TenantId, type UserId } from '../../kernel/ids.ts'
import { unknownId, type Exchange } from '../exchange.ts'

/** The user that the path names, by id or user principal name. */
export const userParam = async (x: Exchange): Promise<{ tenantId: TenantId; userId: UserId }> => {
  const name = x.c.req.param('id') ?? ''
  const userId = isUuid(name) ? (name.toLowerCase() as UserId) : await findUserId(x.db, x.tenantId, name)
  if (userId === undefined) throw unknownId(name)
  return { tenantId: x.tenantId, userId }
}
