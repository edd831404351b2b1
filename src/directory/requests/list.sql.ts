/** What guests ask of an organization's administrators (R30, R40). */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering, counted, select } from '../../store/columns.ts'
import { asItIs, meets } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { request } from '../../wire/graph/requests.ts'
import {
  requestKinds,
  requestStates,
  type RequestEnd,
  type RequestState,
} from '../../wire/requests.ts'
import { fieldsOf } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { readFreedByEnabling } from '../users/leave.sql.ts'
import { whenDue } from './clock.rule.ts'

export type RequestRow = {
  readonly id: RequestId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly message: string | null
  /** What whoever answered wrote with it. */
  readonly answer: string | null
  readonly createdAt: Date
  readonly answeredAt: Date | null
  /** By when it is answered, while it is open and not held. */
  readonly dueAt: Date | null
  /** What becomes of it then by itself. */
  readonly end: RequestEnd | null
  readonly isHeld: boolean
  readonly holdReason: string | null
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
    /** Being enabled lets them leave by themselves. */
    readonly freedByEnabling: boolean
    readonly deletedAt: string | null
  }
  readonly sortValue: string
}

const key = byInstant(sql`q.created_at`)

const fields = {
  ...fieldsOf('q', request.properties),
  // Whoever holds it stops its clock.
  dueDateTime: asItIs(sql`(case when q.state = 'open' and q.held_at is null then q.due_at end)`),
}

/** Which of an organization's requests: those that the filter finds, of people with these words. */
export type Wanted = {
  readonly filter: Condition | undefined
  /** Words of names and addresses of whoever asks. */
  readonly search?: Search | undefined
}

/**
 * Up to so many people with these words are found by the index of words, and then their requests; a
 * word that more have is soon met in the order of the requests.
 */
const fewHits = 5_000

const ofSomebodyWith = (tenantId: TenantId, search: Search | undefined): RawBuilder<unknown> =>
  search === undefined
    ? sql`true`
    : sql`(select ${foundBy(tenantId, sql`s.search_words`, search)} from users s where s.tenant_id = q.tenant_id and s.id = q.user_id)`

const found = (tenantId: TenantId, { filter, search }: Wanted): RawBuilder<unknown> =>
  sql`q.tenant_id = ${tenantId} and ${meets(filter, fields)} and ${ofSomebodyWith(tenantId, search)}`

// The index of requests gives those of one state and kind in order; of those that the filter rules
// out nothing is read.
const inOrder = (tenantId: TenantId, wanted: Wanted, page: Page): RawBuilder<unknown> => {
  const those = (state: RequestState, kind: RequestKind) => sql`(
    select q.* from requests q where ${found(tenantId, wanted)} and q.state = ${state} and q.kind = ${kind}
      and ${beyond(key, sql`q.id`, page)} ${ordered(key, sql`q.id`, page)})`
  const each = requestStates.flatMap((state) => requestKinds.map((kind) => those(state, kind)))
  return sql`select q.* from (${sql.join(each, sql` union all `)}) q ${ordered(key, sql`q.id`, page)}`
}

/**
 * So many requests are looked through first. A word that many have fills a page from them, and the
 * index of words, which collects everybody who has it before it gives one, is not asked at all.
 */
export const lookedThrough = 1_000

// The first of these ways that gives the page: the requests that come next; the few people who have
// the word; all requests in their order.
const searchedPage = (tenantId: TenantId, wanted: Wanted, page: Page): RawBuilder<unknown> => {
  const { filter, search } = wanted
  const next = inOrder(tenantId, { filter }, { ...page, limit: lookedThrough })
  const those = sql`${beyond(key, sql`q.id`, page)} ${ordered(key, sql`q.id`, page)}`
  return sql`
    next as materialized (${next}),
    met as materialized (select q.* from next q where ${ofSomebodyWith(tenantId, search)} ${ordered(key, sql`q.id`, page)}),
    enough as materialized (select (select count(*) from met) >= ${page.limit} or (select count(*) from next) < ${lookedThrough} as yes),
    hits as materialized (select s.id from users s where not (select yes from enough)
      and s.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`s.search_words`, search)} limit ${fewHits + 1}),
    how as materialized (select count(*) > ${fewHits} as many from hits),
    page as materialized (
      (select q.* from met q where (select yes from enough))
      union all
      (select q.* from hits cross join lateral (select * from requests r where r.tenant_id = ${tenantId} and r.user_id = hits.id offset 0) q
        where not (select many from how) and ${found(tenantId, { filter })} and ${those})
      union all
      (select q.* from (${inOrder(tenantId, wanted, page)}) q where (select many from how)))`
}

const pageOf = (tenantId: TenantId, wanted: Wanted, page: Page): RawBuilder<unknown> =>
  wanted.search === undefined
    ? sql`page as materialized (${inOrder(tenantId, wanted, page)})`
    : searchedPage(tenantId, wanted, page)

/**
 * A page of requests by date. Each is of a user who is live or deleted; a purge ends the request
 * with the user. The page is cut first and the people are looked up one by one, so that it reads as
 * many rows as it shows, whatever the planner believes of the others.
 */
export const listRequests = async (
  db: Database,
  tenantId: TenantId,
  wanted: Wanted,
  page: Page,
): Promise<RequestRow[]> => {
  const listed = await rows(
    db,
    answering<Listed>(
      {
        id: 'q.id',
        kind: 'q.kind',
        state: 'q.state',
        message: 'q.message',
        answer: 'q.answer',
        createdAt: 'q.created_at',
        answeredAt: 'q.answered_at',
        dueAt: 'q.due_at',
        isHeld: sql`(q.held_at is not null and q.state = 'open')`,
        holdReason: sql`case when q.state = 'open' then q.hold_reason end`,
        removesUnanswered: 't.removes_unanswered',
        organizationClosed: sql`t.state <> 'active'`,
        sortValue: key.text,
        user: sql`json_build_object('id', u.id, 'displayName', u.display_name, 'mail', u.mail, 'home', u.home, 'since', u.created_at,
          'userPrincipalName', coalesce(u.original_user_principal_name, u.user_principal_name),
          'accountEnabled', u.account_enabled, 'deletedAt', u.deleted_at)`,
      },
      (list) => sql`
        with ${pageOf(tenantId, wanted, page)}
        select ${list}
        from page q join tenants t on t.id = q.tenant_id cross join lateral (
          select v.*, (select t.display_name from persons p join tenants t on t.id = p.home_tenant_id where p.id = v.person_id) as home
          from users v where v.tenant_id = q.tenant_id and v.id = q.user_id offset 0) u
        ${ordered(key, sql`q.id`, page)}`,
    ),
  )
  const userIds = listed.flatMap(({ user }) => (user.accountEnabled ? [] : [user.id]))
  const freed = await readFreedByEnabling(db, { tenantId, userIds })
  return listed.map(({ removesUnanswered, organizationClosed, ...request }) => ({
    ...request,
    user: { ...request.user, freedByEnabling: freed.has(request.user.id) },
    end:
      request.state === 'open' && !request.isHeld
        ? whenDue(request.kind, { removesUnanswered, organizationClosed })
        : null,
  }))
}

type Listed = Omit<RequestRow, 'end' | 'user'> & {
  readonly user: Omit<RequestRow['user'], 'freedByEnabling'>
  readonly removesUnanswered: boolean
  readonly organizationClosed: boolean
}

/** How many requests are found. */
export const countRequests = async (
  db: Database,
  tenantId: TenantId,
  wanted: Wanted,
): Promise<number> =>
  (await firstRow(db, select(counted)`from requests q where ${found(tenantId, wanted)}`))?.count ??
  0
