/** Objects as a subscriber reads them at their own address, for messages that bring them along. */
import { listGroups } from '../../directory/groups/list.sql.ts'
import { listUsers } from '../../directory/users/list.sql.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { ReadObjects, Wanted } from '../../subscriptions/content.ts'
import type { Database } from '../../store/database.ts'
import type { Caller } from '../bearer-caller.ts'
import type { Looking } from '../exchange.ts'
import { groupShape } from '../groups/shape.ts'
import { userShape } from '../users/shape.ts'

type Told = readonly [id: string, object: Readonly<Record<string, unknown>>]

const byIds = (ids: readonly string[]) => ({
  descending: false,
  after: undefined,
  limit: ids.length,
  search: undefined,
  filter: { kind: 'in', property: 'id', values: ids } satisfies Condition,
})

const usersOf = async (db: Database, { tenantId, ids }: Wanted, x: Looking): Promise<Told[]> =>
  (await listUsers(db, tenantId, { ...byIds(ids), order: 'name' })).map((row) => [
    row.id,
    { '@odata.type': `#${userShape.type}`, ...userShape.of(row, x) },
  ])

const groupsOf = async (db: Database, { tenantId, ids }: Wanted, x: Looking): Promise<Told[]> =>
  (await listGroups(db, tenantId, byIds(ids))).map((row) => [
    row.id,
    { '@odata.type': `#${groupShape.type}`, ...groupShape.of(row, x) },
  ])

/** Reads them; the properties are those that were chosen, and shown, and the id. */
export const readObjects: ReadObjects = async (db, wanted) => {
  const { reader, tenantId, appId, kind, chosen } = wanted
  const caller: Caller = { ...reader, tenantId, appId }
  const x: Looking = { caller, query: { select: [...new Set(['id', ...chosen])], expand: [] } }
  return new Map(await (kind === 'user' ? usersOf : groupsOf)(db, wanted, x))
}
