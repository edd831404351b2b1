/**
 * The one door that permanent deletions by hand go through: what the organization asks for before
 * them (R137). What its window ends goes by itself, and asks nobody.
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { hourMs, plus } from '../../kernel/time.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'

/** What stands before a permanent deletion. */
export type Protection = {
  readonly protection: 'none' | 'waiting' | 'secondAdministrator'
  readonly waitingHours: number
}

/**
 * `passes`: nothing is asked for. `asked`: somebody else has to say yes. `waits`: it is done when
 * its time has come. `protected`: it was an operator, who asks nobody and has to say so.
 */
export type Door = 'passes' | 'asked' | 'waits' | 'protected'

/** What of an organization is deleted for good, or what is to protect it from now on. */
export type Wish =
  | { readonly kind: 'user' | 'group' | 'application'; readonly ids: readonly string[] }
  | { readonly kind: 'protection'; readonly wanted: Protection }

/** SQL for the `Protection` of this tenant, as a column. */
export const protectionOf = (tenantId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select json_build_object('protection', t.purge_protection, 'waitingHours', t.purge_waiting_hours) from tenants t where t.id = ${tenantId})`

export const readProtection = async (db: Database, tenantId: TenantId): Promise<Protection> => {
  const found = await firstRow(
    db,
    select<Protection>({
      protection: 't.purge_protection',
      waitingHours: 't.purge_waiting_hours',
    })`from tenants t where t.id = ${tenantId}`,
  )
  if (found === undefined) throw new Error(`There is no organization ${tenantId}.`)
  return found
}

/** Files what is wished, once for each target; what was asked before stays as it was. */
const file = async (
  tx: Database,
  tenantId: TenantId,
  wish: Wish,
  { due, askedBy, context }: { due: Date | null; askedBy: string; context: Context },
): Promise<void> => {
  const ids = wish.kind === 'protection' ? [tenantId] : wish.ids
  const wanted = wish.kind === 'protection' ? wish.wanted : undefined
  const filed = await rows(
    tx,
    answering<{ targetId: string }>(
      { targetId: 'target_id' },
      (
        list,
      ) => sql`insert into purge_requests (tenant_id, id, kind, target_id, wanted_protection, wanted_hours, asked_by, asked_at, due_at)
        select ${tenantId}, k.id, ${wish.kind}, k.target_id, ${wanted?.protection ?? null}, ${wanted?.waitingHours ?? null}::integer, ${askedBy}::uuid, ${context.now}, ${due}::timestamptz
        from unnest(${ids.map(() => newId())}::uuid[], ${[...ids]}::uuid[]) as k(id, target_id)
        on conflict (tenant_id, kind, target_id) where state = 'open' do nothing returning ${list}`,
    ),
  )
  const kind = wish.kind === 'protection' ? 'organization' : wish.kind
  await record(
    tx,
    ...filed.map(({ targetId }) =>
      eventOf(context, {
        tenantId,
        activity: 'deletion.asked',
        target: { kind, id: targetId },
        reason: due === null ? 'secondAdministrator' : 'waiting',
      }),
    ),
  )
}

type Objects = readonly { readonly tenantId: TenantId; readonly id: string }[]

/**
 * What was asked for of objects that are back, or gone, is asked for no more: it would count again
 * when they are deleted another time. What somebody answers at this moment is left to them, who
 * find out themselves. Parts of the `with` of what is done.
 */
export const lapsing = (
  kind: 'user' | 'group' | 'application',
  objects: Objects,
  now: Date,
): RawBuilder<unknown> => sql`
    open as materialized (
      select p.tenant_id, p.id from purge_requests p
      join unnest(${objects.map(({ tenantId }) => tenantId)}::uuid[], ${objects.map(({ id }) => id)}::uuid[]) as k(tenant_id, target_id)
        on k.tenant_id = p.tenant_id and k.target_id = p.target_id
      where p.kind = ${kind} and p.state = 'open' order by p.tenant_id, p.id for update of p skip locked
    ), lapsed as (
    update purge_requests p set state = 'lapsed', answered_at = ${now} from open
    where p.tenant_id = open.tenant_id and p.id = open.id)`

/** The same by itself, in one statement. */
export const lapse = async (
  tx: Database,
  kind: 'user' | 'group' | 'application',
  objects: Objects,
  now: Date,
): Promise<void> => {
  await sql`with ${lapsing(kind, objects, now)} select 1`.execute(tx)
}

/**
 * Whether something may be deleted for good, or protected less, now. Where not, it is written down
 * as asked for, and what is to come of it comes back. `known`: what the organization asks for,
 * where that has been read in this transaction.
 */
export const passDoor = async (
  tx: Database,
  tenantId: TenantId,
  wish: Wish,
  context: Context,
  known?: Protection,
): Promise<Door> => {
  const { protection, waitingHours } = known ?? (await readProtection(tx, tenantId))
  if (protection === 'none') return 'passes'
  const { actor, now } = context
  if (actor.kind !== 'user') return 'protected'
  const due = protection === 'waiting' ? plus(now, waitingHours * hourMs) : null
  await file(tx, tenantId, wish, { due, askedBy: actor.id, context })
  return due === null ? 'asked' : 'waits'
}
