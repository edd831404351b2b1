/** Reading events: the audit log of one organization. */
import type { EventId, TenantId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'
import type { Activity, TargetKind } from './event.ts'

export type EventFilter = {
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly activity?: Activity | undefined
  readonly targetKind?: TargetKind | undefined
  readonly actorId?: string | undefined
  /** The target of the event, or the other object of a link. */
  readonly targetId?: string | undefined
}

/**
 * Names are joined while the objects exist, deleted ones included; after an erasure only the opaque
 * id is left (R85).
 */
export type EventRow = {
  readonly id: EventId
  readonly at: Date
  readonly activity: Activity
  readonly actorKind: 'user' | 'operator' | 'system'
  readonly actorId: string | null
  readonly actorName: string | null
  readonly actorPrincipalName: string | null
  readonly actorAddress: string | null
  readonly targetKind: TargetKind
  readonly targetId: string
  readonly targetName: string | null
  readonly targetPrincipalName: string | null
  readonly relatedKind: TargetKind | null
  readonly relatedId: string | null
  readonly relatedName: string | null
  readonly reason: string | null
  readonly correlationId: string
  readonly details: Readonly<Record<string, unknown>>
  readonly sortValue: string
}

const conditions = (tenantId: TenantId, filter: EventFilter): RawBuilder<unknown> => {
  const all = [
    sql`e.tenant_id = ${tenantId}`,
    filter.from === undefined ? undefined : sql`e.at >= ${filter.from}`,
    filter.to === undefined ? undefined : sql`e.at <= ${filter.to}`,
    filter.activity === undefined ? undefined : sql`e.activity = ${filter.activity}`,
    filter.targetKind === undefined ? undefined : sql`e.target_kind = ${filter.targetKind}`,
    filter.actorId === undefined ? undefined : sql`e.actor_id = ${filter.actorId}::uuid`,
  ]
  return sql.join(
    all.filter((one) => one !== undefined),
    sql` and `,
  )
}

const key = byInstant(sql`e.at`)

// Each side of the question has an index of its own that gives its rows in order; `or` between them
// would read and sort all there are.
const pageOfEvents = (tenantId: TenantId, filter: EventFilter, page: Page): RawBuilder<unknown> => {
  const from = (more: RawBuilder<unknown>) =>
    sql`select e.*, ${key.text} as sort_value from events e where ${conditions(tenantId, filter)} and ${more} and ${beyond(key, sql`e.id`, page)} ${ordered(key, sql`e.id`, page)}`
  const { targetId } = filter
  if (targetId === undefined) return from(sql`true`)
  const both = sql`(${from(sql`e.target_id = ${targetId}::uuid`)}) union (${from(sql`e.related_id = ${targetId}::uuid`)})`
  return sql`select e.* from (${both}) e ${ordered(key, sql`e.id`, page)}`
}

// The page is cut first and named after, so that a long log costs no more than its page.
const nameOf = (
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`case ${kind}
  when 'user' then (select display_name from users where tenant_id = e.tenant_id and id = ${id})
  when 'group' then (select display_name from groups where tenant_id = e.tenant_id and id = ${id})
  when 'application' then (select display_name from applications where tenant_id = e.tenant_id and id = ${id})
  when 'organization' then (select display_name from tenants where id = ${id}) end`

const principalNameOf = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(original_user_principal_name, user_principal_name) from users where tenant_id = e.tenant_id and id = ${id})`

/** A page of events, in one statement; newest first when `descending`. */
export const listEvents = (
  db: Database,
  tenantId: TenantId,
  filter: EventFilter,
  page: Page,
): Promise<EventRow[]> =>
  rows(
    db,
    answering<EventRow>(
      {
        id: 'e.id',
        at: 'e.at',
        activity: 'e.activity',
        actorKind: 'e.actor_kind',
        actorId: 'e.actor_id',
        actorAddress: 'e.actor_address',
        targetKind: 'e.target_kind',
        targetId: 'e.target_id',
        relatedKind: 'e.related_kind',
        relatedId: 'e.related_id',
        reason: 'e.reason',
        correlationId: 'e.correlation_id',
        details: 'e.details',
        sortValue: 'e.sort_value',
        actorName: nameOf(sql`'user'`, sql`e.actor_id`),
        actorPrincipalName: principalNameOf(sql`e.actor_id`),
        targetName: nameOf(sql`e.target_kind`, sql`e.target_id`),
        targetPrincipalName: sql`case e.target_kind when 'user' then ${principalNameOf(sql`e.target_id`)} end`,
        relatedName: nameOf(sql`e.related_kind`, sql`e.related_id`),
      },
      (list) => sql`
        with e as materialized (
          ${pageOfEvents(tenantId, filter, page)})
        select ${list}
        from e order by e.at ${page.descending ? sql`desc` : sql`asc`}, e.id ${page.descending ? sql`desc` : sql`asc`}`,
    ),
  )
