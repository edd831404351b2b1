/**
 * Groups and applications are gone for good, with what pointed at them: by hand while they are
 * deleted, or by a job when their window is over.
 */
import { bySystem } from '../../../events/context.ts'
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { goingOnFrom, type Clock } from '../../../kernel/time.ts'
import { eachAlone, inBatchesApart } from '../../../store/batches.ts'
import { select } from '../../../store/columns.ts'
import { rows, sql, transaction, type Database } from '../../../store/database.ts'
import { objectKindNames, type ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import { mayAssignRoles, type Authority } from '../../authority.ts'
import { outliveGroups } from '../../lifecycle/outlive-groups.ts'
import type { Outcomes } from '../../slices.ts'
import { objectKinds, type Objects, type WhichObject } from './object-kinds.sql.ts'
import { lapse, passDoor, type Door } from '../protected.ts'

export type PurgeObjectOutcome =
  | 'purged'
  | 'notFound'
  | 'notDeleted'
  | 'needsRoleAssigner'
  | Exclude<Door, 'passes'>

/** The most that one transaction of the job takes. */
const batchSize = 200

const those = (gone: readonly WhichObject[]) =>
  sql`unnest(${gone.map(({ tenantId }) => tenantId)}::uuid[], ${gone.map(({ id }) => id)}::uuid[]) as k(tenant_id, id)`

type OfRegistration = WhichObject & { readonly isForeign: boolean }

/** The service principals of these registrations, in whatever organization; they go with them. */
const principalsOf = (tx: Database, gone: readonly WhichObject[]): Promise<OfRegistration[]> =>
  rows(
    tx,
    select<OfRegistration>({
      tenantId: 'o.tenant_id',
      id: 'o.id',
      isForeign: sql`o.tenant_id <> o.home_tenant_id`,
    })`
      from service_principals o join ${those(gone)} on k.tenant_id = o.home_tenant_id and k.id = o.registration_id
      order by o.tenant_id, o.id for update of o`,
  )

// The one place in which they go. The rows are held by the caller, in this transaction.
const eraseObjects = async (
  tx: Database,
  kind: ObjectKind,
  gone: readonly WhichObject[],
  cause: 'windowEnded' | 'administrator' | 'registrationGone',
  context: Context,
): Promise<void> => {
  if (gone.length === 0) return
  await record(
    tx,
    ...gone.map(({ tenantId, id }) =>
      eventOf(context, {
        tenantId,
        activity: objectKinds[kind].purged,
        target: { kind: objectKinds[kind].target, id },
        reason: cause,
        details: objectKinds[kind].details,
      }),
    ),
  )
  if (kind === 'group') await outliveGroups(tx, gone, context)
  if (kind === 'registration') {
    const { here = [], elsewhere = [] } = Object.groupBy(await principalsOf(tx, gone), (one) =>
      one.isForeign ? 'elsewhere' : 'here',
    )
    await eraseObjects(tx, 'application', here, cause, context)
    // Who did it at the application's home is nobody there.
    await eraseObjects(tx, 'application', elsewhere, 'registrationGone', bySystem(context.now))
  }
  // Whoever owned the service principal alone owns nothing any more.
  if (kind === 'application')
    await sql`delete from application_owners l using ${those(gone)}
      where l.tenant_id = k.tenant_id and l.application_id = k.id and l.owned_registration_id is null`.execute(
      tx,
    )
  await sql`delete from ${sql.table(objectKinds[kind].table)} o using ${those(gone)}
    where o.tenant_id = k.tenant_id and o.id = k.id`.execute(tx)
  await lapse(tx, objectKinds[kind].target, gone, context.now)
}

type Found = WhichObject & { readonly deleted: boolean; readonly assignableToRole: boolean }

const judge = (found: Found | undefined, authority: Authority): PurgeObjectOutcome => {
  if (found === undefined) return 'notFound'
  if (!found.deleted) return 'notDeleted'
  return found.assignableToRole && !mayAssignRoles(authority) ? 'needsRoleAssigner' : 'purged'
}

/**
 * Permanently deletes those that are deleted, at any time in their window (R78, R79); each id gets
 * its outcome. One transaction, a fixed number of statements however many they are. `hasPassed`:
 * what the organization asks for before it was done (R137).
 */
export const purgeObjects = (
  db: Database,
  { tenantId, kind, ids }: Objects,
  authority: Authority,
  context: Context,
  { hasPassed = false }: { readonly hasPassed?: boolean } = {},
): Promise<Outcomes<PurgeObjectOutcome, string>> =>
  transaction(db, async (tx) => {
    const found = await rows(
      tx,
      select<Found>({
        tenantId: 'o.tenant_id',
        id: 'o.id',
        deleted: sql`o.deleted_at is not null`,
        assignableToRole: kind === 'group' ? 'o.is_assignable_to_role' : sql`false`,
      })`from ${sql.table(objectKinds[kind].table)} o
        where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[]) order by o.id for update`,
    )
    const byId = new Map(found.map((one) => [one.id, one]))
    const outcomes = new Map(ids.map((id) => [id, judge(byId.get(id), authority)]))
    const chosen = found.filter(({ id }) => outcomes.get(id) === 'purged')
    if (chosen.length === 0) return outcomes
    const wish = { kind: objectKinds[kind].target, ids: chosen.map(({ id }) => id) }
    const door = hasPassed ? 'passes' : await passDoor(tx, tenantId, wish, context)
    if (door === 'passes') await eraseObjects(tx, kind, chosen, 'administrator', context)
    else for (const { id } of chosen) outcomes.set(id, door)
    return outcomes
  })

const purgeKind = (db: Database, kind: ObjectKind, now: Date, clock: Clock): Promise<number> =>
  inBatchesApart(
    batchSize,
    (limit, without, took) =>
      transaction(db, async (tx) => {
        const due = await rows(
          tx,
          select<{ tenantId: TenantId; id: string }>({ tenantId: 'o.tenant_id', id: 'o.id' })`
            from ${sql.table(objectKinds[kind].table)} o
            where o.deleted_at is not null and o.restorable_until <= ${now} and o.id <> all(${without}::uuid[])
            order by o.restorable_until, o.tenant_id, o.id limit ${limit} for update skip locked`,
        )
        took(due.map(({ id }) => id))
        await eraseObjects(tx, kind, due, 'windowEnded', bySystem(clock()))
        return due.length
      }),
    'Some objects whose time was over could not be deleted permanently.',
  )

/**
 * Purges the groups and applications whose window is over at `now`, in every organization, batch by
 * batch; safe in several processes at once. A user who was deleted before one of them has no longer
 * a window than it, so their restore can name it until then. Returns how many.
 */
export const purgeDueObjects = (db: Database, now: Date): Promise<number> => {
  const clock = goingOnFrom(now)
  return eachAlone(
    objectKindNames,
    (kind) => purgeKind(db, kind, now, clock),
    'Some objects whose time was over could not be deleted permanently.',
  )
}
