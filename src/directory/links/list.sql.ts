/**
 * What a live user is linked to, page by page: groups, things they own, who answers for them and
 * for whom they answer.
 */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { linkKinds, listOf, type LinkList } from '../../wire/ties.ts'
import { objectsOf, tieColumns } from './ties.sql.ts'

export type LinkedObject = {
  readonly kind: 'user' | 'group' | 'servicePrincipal' | 'application' | 'directoryRole'
  readonly id: string
  readonly displayName: string
  /** A user's principal name, a group's or application's description. */
  readonly detail: string | null
  readonly sortValue: string
}

/**
 * The lists of what is told by nothing but itself; what one is a member of is told by
 * member-of.sql.ts.
 */
export type ObjectList = Exclude<LinkList, 'appRoleAssignments' | 'guesthouse.roles' | 'memberOf'>

/**
 * A page of one list, by name. One
 * statement. Nothing for a user that is not live.
 */
export const listLinkedObjects = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
  list: ObjectList,
  page: Page & { readonly kinds?: readonly LinkedObject['kind'][] | undefined },
): Promise<LinkedObject[]> => {
  const key = byText(sql`x.sort`)
  const ofKinds = page.kinds === undefined ? sql`true` : sql`x.object = any(${page.kinds})`
  return rows(
    db,
    select<LinkedObject>({
      kind: 'x.object',
      id: 'x.id',
      displayName: 'x.name',
      detail: 'x.detail',
      sortValue: 'x.sort',
    })`from live_users u cross join lateral (${objectsOf(linkKinds.filter((kind) => listOf(kind) === list))}) x(${tieColumns})
      where u.tenant_id = ${tenantId} and u.id = ${userId} and x.gone_at is null and ${ofKinds}
        and ${beyond(key, sql`x.id`, page)} ${ordered(key, sql`x.id`, page)}`,
  )
}
