/** What guests ask of an organization's administrators (R30, R40). */
import type { RequestId, TenantId, UserId } from '../kernel/ids.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'
import type { RequestKind } from './requests.ts'

export type RequestState = 'open' | 'done' | 'declined'
export type RequestRow = {
  readonly id: RequestId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly message: string | null
  readonly createdAt: Date
  readonly answeredAt: Date | null
  readonly user: {
    readonly id: UserId
    readonly displayName: string
    readonly userPrincipalName: string
    readonly accountEnabled: boolean
    readonly deletedAt: string | null
  }
  readonly sortValue: string
}

const key = byInstant(sql`q.created_at`)

/** A page of requests by date. Each is of a user who is live or deleted; a purge ends the request with the user. */
export const listRequests = (db: Database, tenantId: TenantId, state: RequestState | undefined, page: Page): Promise<RequestRow[]> =>
  rows(
    db,
    sql<RequestRow>`
      select q.id, q.kind, q.state, q.message, q.created_at as "createdAt", q.answered_at as "answeredAt", ${key.text} as "sortValue",
        json_build_object('id', u.id, 'displayName', u.display_name, 'userPrincipalName', coalesce(u.original_user_principal_name, u.user_principal_name),
          'accountEnabled', u.account_enabled, 'deletedAt', u.deleted_at) as user
      from requests q join (select * from live_users union all select * from deleted_users) u on u.tenant_id = q.tenant_id and u.id = q.user_id
      where q.tenant_id = ${tenantId} and ${state === undefined ? sql`true` : sql`q.state = ${state}`}
        and ${beyond(key, sql`q.id`, page)} ${ordered(key, sql`q.id`, page)}`,
  )
