/** Reading events: the audit log of one organization. */
import { every, type Condition } from '../kernel/condition.ts'
import type { EventId, TenantId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import { asItIs, idField, meets, type Fields } from '../store/condition.sql.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'
import type { Activity, Actor, TargetKind } from './event.ts'
import { applicationAt, foundAmong, objectsNamed, usersAt } from './named-objects.sql.ts'

/** An object that an event names in the column `id`, by what it is filtered by. */
const objectFields = (tenantId: TenantId, id: RawBuilder<unknown>): Fields => ({
  id: idField(id),
  displayName: foundAmong(id, (name, operator) => objectsNamed(tenantId, name, operator)),
})

/** What events of an organization are filtered by: properties of the condition. */
const fieldsOf = (tenantId: TenantId) =>
  ({
    id: idField(sql`e.id`),
    at: asItIs(sql`e.at`),
    activity: asItIs(sql`e.activity`),
    targetKind: asItIs(sql`e.target_kind`),
    isOfRegistration: asItIs(sql`coalesce((e.details ->> 'registration')::boolean, false)`),
    actorId: idField(sql`e.actor_id`),
    actorPrincipalName: foundAmong(sql`e.actor_id`, (name) => usersAt(tenantId, name)),
    actorAppId: foundAmong(sql`e.actor_id`, (appId) => applicationAt(tenantId, appId)),
    correlationId: idField(sql`e.correlation_id`),
    /** The target of the event, and the other object of a link. */
    objects: {
      kind: 'elements',
      from: sql`(values (e.target_id), (e.related_id)) as o(id)`,
      fields: objectFields(tenantId, sql`o.id`),
    },
  }) as const satisfies Fields
export type EventProperty = keyof ReturnType<typeof fieldsOf>

/**
 * Names are joined while the objects exist, deleted ones included; after an erasure only the opaque
 * id is left (R85).
 */
export type EventRow = {
  readonly id: EventId
  readonly at: Date
  readonly activity: Activity
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly actorName: string | null
  readonly actorPrincipalName: string | null
  /** The client id of an application that did it by itself. */
  readonly actorAppId: string | null
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
  /** What became of the mail about the ending that it is; null of what is none, or of before. */
  readonly mailState: string | null
  readonly sortValue: string
}

/** The order of the log. */
export const eventOrder = byInstant(sql`e.at`)

/** What every event of the filter is about, and what else the filter says. */
const aboutOf = (
  filter: Condition | undefined,
): { readonly about?: Condition; readonly rest: Condition | undefined } => {
  const parts = filter?.kind === 'and' ? filter.of : filter === undefined ? [] : [filter]
  const about = parts.find((one) => one.kind === 'any' && one.property === 'objects')
  return about?.kind === 'any' && about.of?.kind === 'compare'
    ? { about: about.of, rest: every(...parts.filter((one) => one !== about)) }
    : { rest: filter }
}

/** The activities of which every event of the filter is one, where it names several. */
const activitiesOf = (filter: Condition | undefined): readonly string[] => {
  const parts = filter?.kind === 'and' ? filter.of : filter === undefined ? [] : [filter]
  const named = parts.find((one) => one.kind === 'in' && one.property === 'activity')
  return named?.kind === 'in' ? named.values.map(String) : []
}

// Each activity, and each side of the question, has an index of its own that gives its rows in
// order; `or` between them would read and sort all there are.
const pageOfEvents = (
  tenantId: TenantId,
  filter: Condition | undefined,
  page: Page,
): RawBuilder<unknown> => {
  const { about, rest } = aboutOf(filter)
  const fields = fieldsOf(tenantId)
  const from = (more: RawBuilder<unknown>) =>
    sql`select e.*, ${eventOrder.text} as sort_value from events e where e.tenant_id = ${tenantId} and ${meets(rest, fields)} and ${more} and ${beyond(eventOrder, sql`e.id`, page)} ${ordered(eventOrder, sql`e.id`, page)}`
  const activities = activitiesOf(rest)
  if (about === undefined && activities.length > 1) {
    const parts = activities.map((activity) => sql`(${from(sql`e.activity = ${activity}`)})`)
    return sql`select e.* from (${sql.join(parts, sql` union all `)}) e ${ordered(eventOrder, sql`e.id`, page)}`
  }
  if (about === undefined) return from(sql`true`)
  const side = (id: RawBuilder<unknown>) => from(meets(about, objectFields(tenantId, id)))
  const both = sql`(${side(sql`e.target_id`)}) union (${side(sql`e.related_id`)})`
  return sql`select e.* from (${both}) e ${ordered(eventOrder, sql`e.id`, page)}`
}

// The page is cut first and named after, so that a long log costs no more than its page.
const nameOf = (
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`case ${kind}
  when 'user' then (select display_name from users where tenant_id = e.tenant_id and id = ${id})
  when 'group' then (select display_name from groups where tenant_id = e.tenant_id and id = ${id})
  when 'application' then coalesce((select display_name from applications where tenant_id = e.tenant_id and id = ${id}),
    (select display_name from registrations where tenant_id = e.tenant_id and id = ${id}))
  when 'policy' then (select display_name from lifecycle_policies where tenant_id = e.tenant_id and id = ${id})
  when 'organization' then (select display_name from tenants where id = ${id}) end`

const principalNameOf = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(original_user_principal_name, user_principal_name) from users where tenant_id = e.tenant_id and id = ${id})`

/**
 * The page of events that `source` cuts, named, in one statement; newest first when `descending`.
 */
export const eventsFrom = (
  db: Database,
  source: RawBuilder<unknown>,
  { descending }: Page,
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
        mailState: sql`(select r.mail_state from receipts r where r.tenant_id = e.tenant_id and r.id = e.id)`,
        actorName: nameOf(sql`e.actor_kind`, sql`e.actor_id`),
        actorAppId: sql`case e.actor_kind when 'application' then (select app_id from applications where tenant_id = e.tenant_id and id = e.actor_id) end`,
        actorPrincipalName: principalNameOf(sql`e.actor_id`),
        targetName: nameOf(sql`e.target_kind`, sql`e.target_id`),
        targetPrincipalName: sql`case e.target_kind when 'user' then ${principalNameOf(sql`e.target_id`)} end`,
        relatedName: nameOf(sql`e.related_kind`, sql`e.related_id`),
      },
      (list) => sql`
        with e as materialized (
          ${source})
        select ${list}
        from e order by e.at ${descending ? sql`desc` : sql`asc`}, e.id ${descending ? sql`desc` : sql`asc`}`,
    ),
  )

/** A page of events, in one statement; newest first when `descending`. */
export const listEvents = (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
  page: Page,
): Promise<EventRow[]> => eventsFrom(db, pageOfEvents(tenantId, filter, page), page)
