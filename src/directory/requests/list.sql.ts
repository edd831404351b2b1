/** What guests ask of an organization's administrators (R30, R40). */
import type { Condition } from '../../kernel/condition.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering, counted, select } from '../../store/columns.ts'
import { meets } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'
import type { RequestKind } from '../users/close-requests.sql.ts'
import { request, requestStates } from '../../wire/graph/requests.ts'
import { fieldsOf } from '../fields.sql.ts'

export type RequestState = (typeof requestStates)[number]
export type RequestRow = {
  readonly id: RequestId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly message: string | null
  /** What whoever answered wrote with it. */
  readonly answer: string | null
  readonly createdAt: Date
  readonly answeredAt: Date | null
  readonly user: {
    readonly id: UserId
    readonly displayName: string
    readonly userPrincipalName: string
    readonly mail: string | null
    /** The name of the organization that is their home; null for people whose home is not here. */
    readonly home: string | null
    /** Since when they are in the organization. */
    readonly since: string
    readonly accountEnabled: boolean
    readonly deletedAt: string | null
  }
  readonly sortValue: string
}

const key = byInstant(sql`q.created_at`)

const fields = fieldsOf('q', request.properties)

const found = (tenantId: TenantId, filter: Condition | undefined) =>
  sql`q.tenant_id = ${tenantId} and ${meets(filter, fields)}`

/**
 * A page of requests by date. Each is of a user who is live or deleted; a purge ends the request
 * with the user. The page is cut first and the people are looked up one by one, so that it reads as
 * many rows as it shows, whatever the planner believes of the others.
 */
export const listRequests = (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
  page: Page,
): Promise<RequestRow[]> => {
  // The index of requests gives those of one state in order; of the states that the filter rules
  // out nothing is read.
  const ofState = (one: RequestState) => sql`(
    select q.* from requests q where ${found(tenantId, filter)} and q.state = ${one} and ${beyond(key, sql`q.id`, page)} ${ordered(key, sql`q.id`, page)})`
  return rows(
    db,
    answering<RequestRow>(
      {
        id: 'q.id',
        kind: 'q.kind',
        state: 'q.state',
        message: 'q.message',
        answer: 'q.answer',
        createdAt: 'q.created_at',
        answeredAt: 'q.answered_at',
        sortValue: key.text,
        user: sql`json_build_object('id', u.id, 'displayName', u.display_name, 'mail', u.mail, 'home', u.home, 'since', u.created_at,
          'userPrincipalName', coalesce(u.original_user_principal_name, u.user_principal_name),
          'accountEnabled', u.account_enabled, 'deletedAt', u.deleted_at)`,
      },
      (list) => sql`
        with page as materialized (
          select q.* from (${sql.join(requestStates.map(ofState), sql` union all `)}) q
          ${ordered(key, sql`q.id`, page)})
        select ${list}
        from page q cross join lateral (
          select v.*, (select t.display_name from persons p join tenants t on t.id = p.home_tenant_id where p.id = v.person_id) as home
          from users v where v.tenant_id = q.tenant_id and v.id = q.user_id offset 0) u
        ${ordered(key, sql`q.id`, page)}`,
    ),
  )
}

/** How many requests the filter finds. */
export const countRequests = async (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
): Promise<number> =>
  (await firstRow(db, select(counted)`from requests q where ${found(tenantId, filter)}`))?.count ??
  0
