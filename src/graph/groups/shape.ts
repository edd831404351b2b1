/** The group object, from the store's words to the wire's. */
import type { GroupRow } from '../../directory/groups/list.sql.ts'
import { group } from '../../wire/graph/group.ts'
import type { Looking } from '../exchange.ts'
import { shaped } from '../shape.ts'
import { derivedOfId } from '../users/shape.ts'

export const groupShape = shaped<typeof group, GroupRow, Looking>(group, {
  isAssignableToRole: ({ assignableToRole }) => assignableToRole,
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  ...derivedOfId,
})
